import { readMarkup } from './markup.js';
import { fillLines, layOutTable, widthOf, type TableRow } from './lines.js';

/** A block that is open: where its lines begin. */
interface OpenBlock {
  readonly indent: number;
  /** How much further the second and later lines of a paragraph begin. */
  readonly hang: number;
  readonly margin: number;
  readonly marker: string;
  readonly tight: boolean;
  readonly runIn: 'space' | 'close' | undefined;
}

/**
 * Fills lines from the tree that templates/xslt/text.xsl makes: `block`, `break`, and `table` with `row` and `cell`. Words
 * outside any block of their own make a paragraph. A block's attributes:
 * - `margin`: empty lines before and, one at most, after; the larger of two neighbours counts;
 * - `indent`: how much further right its lines begin; `hang`: the same for its second and later lines;
 * - `marker`: stands before its first line;
 * - `run-in`: the next block goes on in its line, after a `space` or `close` to it; `tight`: no empty line after it.
 *
 * @param width characters a line at most, combining marks not counted; 0: every paragraph is one line.
 * @returns LF line ends, no blanks at line ends, a final line end; the empty string where there are no words.
 */
export function layOut(tree: string, width: number): string {
  const page = new Page(width);
  readMarkup(tree, {
    open: (name, attributes) => {
      page.open(name, attributes);
    },
    close: (name) => {
      page.close(name);
    },
    text: (text) => {
      page.text(text);
    },
  });
  return page.toString();
}

/** The page that is being filled. */
class Page {
  private readonly lines: string[] = [];
  private readonly blocks: OpenBlock[] = [
    { indent: 0, hang: 0, margin: 0, marker: '', tight: false, runIn: undefined },
  ];
  /** The paragraph that is being read: pieces of its lines, a new line after each `break`. */
  private pieces: string[][] = [[]];
  /** Markers that stand before the next line, from the left margin on. */
  private prefix = '';
  private pendingMargin = 0;
  private runsIn = false;
  private holdsNext = false;
  private rows: TableRow[] = [];
  private tableDepth = 0;

  constructor(private readonly width: number) {}

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'table') this.openTable();
    else if (this.tableDepth > 0) this.openInTable(name);
    else if (name === 'block') this.openBlock(attributes);
    else if (name === 'break') this.pieces.push([]);
  }

  close(name: string): void {
    if (name === 'table') this.closeTable();
    else if (this.tableDepth > 0) this.text(' ');
    else if (name === 'block') this.closeBlock();
  }

  text(text: string): void {
    if (this.tableDepth > 0) this.rows.at(-1)?.at(-1)?.push(text);
    // White space between a block that runs in and the next one is layout of the file.
    else if (!this.runsIn || !/^[ \t\r\n]*$/.test(text)) this.pieces.at(-1)?.push(text);
  }

  toString(): string {
    this.endParagraph();
    return this.lines.length === 0 ? '' : `${this.lines.join('\n')}\n`;
  }

  private block(): OpenBlock {
    const block = this.blocks.at(-1);
    if (block === undefined) throw new Error('The layout tree closes more blocks than it opens.');
    return block;
  }

  private openBlock(attributes: Readonly<Record<string, string>>): void {
    if (!this.runsIn) this.endParagraph();
    this.runsIn = false;
    const around = this.block();
    const marker = attributes['marker'] ?? '';
    const indent = around.indent + Number(attributes['indent'] ?? 0);
    const margin = Number(attributes['margin'] ?? 0);
    const runIn = attributes['run-in'];
    if (!this.holdsNext) this.pendingMargin = Math.max(this.pendingMargin, margin);
    if (marker !== '') this.prefix = `${this.prefix.padEnd(indent)}${marker} `;
    this.blocks.push({
      indent: marker === '' ? indent : indent + widthOf(marker) + 1,
      hang: Number(attributes['hang'] ?? 0),
      margin,
      marker,
      tight: attributes['tight'] === 'yes',
      runIn: runIn === 'space' || runIn === 'close' ? runIn : undefined,
    });
  }

  private closeBlock(): void {
    const { runIn, marker, margin, tight } = this.block();
    if (runIn === undefined) {
      this.endParagraph();
      // A note or item without words still has its number.
      if (marker !== '' && marker !== '-' && this.prefix !== '') this.print([this.prefix]);
      if (marker !== '') this.prefix = '';
      this.pendingMargin = Math.max(this.pendingMargin, Math.min(margin, 1));
      this.holdsNext = tight;
    } else {
      this.pieces = [
        [
          this.pieces
            .map((line) => line.join(''))
            .join(' ')
            .trim(),
          runIn === 'space' ? ' ' : '',
        ],
      ];
      this.runsIn = true;
    }
    this.blocks.pop();
  }

  private endParagraph(): void {
    const paragraph = this.pieces.map((line) => line.join(''));
    this.pieces = [[]];
    this.runsIn = false;
    if (paragraph.every((line) => /^[ \t\r\n]*$/.test(line))) return;
    const { indent, hang } = this.block();
    const margin = ' '.repeat(indent);
    const first = this.prefix === '' ? margin : this.prefix.padEnd(indent);
    this.prefix = '';
    this.print(
      paragraph.flatMap((line, index) =>
        fillLines(line, this.width, index === 0 ? first : margin, margin + ' '.repeat(hang)),
      ),
    );
  }

  private print(lines: readonly string[]): void {
    if (this.lines.length > 0) for (let empty = 0; empty < this.pendingMargin; empty++) this.lines.push('');
    this.pendingMargin = 0;
    this.holdsNext = false;
    for (const line of lines) this.lines.push(line.replace(/ +$/, ''));
  }

  private openTable(): void {
    if (this.tableDepth === 0) {
      this.endParagraph();
      this.rows = [];
    } else this.text(' ');
    this.tableDepth++;
  }

  /** Inside a table only the outermost rows and cells count; whatever else stands in a cell is words in its line. */
  private openInTable(name: string): void {
    if (this.tableDepth === 1 && name === 'row') this.rows.push([]);
    else if (this.tableDepth === 1 && name === 'cell') this.rows.at(-1)?.push([]);
    else this.text(' ');
  }

  private closeTable(): void {
    this.tableDepth--;
    if (this.tableDepth > 0 || this.rows.length === 0) return;
    const margin = ' '.repeat(this.block().indent);
    const first = this.prefix === '' ? margin : this.prefix.padEnd(margin.length);
    this.prefix = '';
    this.print(layOutTable(this.rows, this.width, first, margin));
  }
}
