import { isFunctionWord } from '../language/function-words.js';
import { salutation, valediction } from '../language/letters.js';
import type { Difference } from '../source/difference.js';
import type { SourceFile } from '../source/source-file.js';
import type { Span } from '../source/span.js';
import { beginsAt, type Block, type PageBreak } from './block.js';

/** Shorter lines are headings, names, datelines: they lack final punctuation without being broken off. */
const SHORTEST_PROSE = 40;

/** No word is longer. */
const LONGEST_WORD = 100;

/** Abbreviated titles that a name must follow: a paragraph that ends with one was broken off. */
const titleAbbreviation =
  /(?:^|[\s(,])(?:Cdes?|Coms?|Mr|Mrs|Ms|Messrs|Dr|Drs|Prof|Profs|Gen|Col|Maj|Capt|Lt|Sgt|Adm|Sen|Rep|Gov|Rev|Hr|Hrn|Fr|Frl|Gen|Mme|Mlle|MM|тов|тт|г-н|г-жа|акад|проф)\.$/u;

/**
 * Whether a page break, not an end of paragraph, stands between two blocks: the first lacks its final punctuation
 * and the second reads on. Lacking punctuation alone proves nothing, and neither does a small letter: headings,
 * signatures and items of a list lack the one, the line after a salutation has the other.
 */
export function readsOn(first: Block, second: Block, language: string): boolean {
  if (!isProse(first) || !isProse(second)) return false;
  const before = withoutMarker(first.text);
  const after = second.text.replace(/^["“„«»‘'([]+/u, '');
  // A rule, a page's number: nothing that a sentence could go on with.
  if (!/\p{L}/u.test(after)) return false;
  if (titleAbbreviation.test(before)) return /^\p{Lu}/u.test(after);
  if (/[.!?…:;]["”“»«’')\]]*$/u.test(before)) return false;
  if (/[-–—]$/u.test(before) && /\s[-–—]+$/u.test(before)) return false;
  const lastWord = /(\p{L}+)[,"”’]*$/u.exec(before.slice(-LONGEST_WORD))?.[1] ?? '';
  // A sentence cannot end with an article or a preposition, whatever the next line begins with.
  if (!/[,"”’]$/u.test(before) && isFunctionWord(lastWord, language)) {
    return before.length >= SHORTEST_PROSE && !isLabelled(after);
  }
  if (!/^\p{Ll}/u.test(after) || isLabelled(after)) return false;
  if (before.length < SHORTEST_PROSE || salutation.test(before)) return false;
  return !(after.length < 100 && valediction.test(after));
}

function isProse(block: Block): boolean {
  return block.kind === 'paragraph' && block.lines.length === 1 && block.emphasis === undefined;
}

/** `a)`, `iv.`, `b –`: items of an enumeration begin in lower case. */
function isLabelled(text: string): boolean {
  return /^(?:\p{Ll}|[ivx]{1,5}|\d{1,3})[.)]\s/u.test(text);
}

function withoutMarker(text: string): string {
  return text.replace(/\s?(?:\(\d{1,3}\)|\[\d{1,3}\]|[⁰¹²³⁴-⁹]+)$/u, '');
}

/** What joining needs to know, and where it declares what it did. */
export interface Seams {
  readonly language: string;
  /** Offsets where an editor joins what a blank line divides, and where one keeps apart what would be joined. */
  readonly joins: readonly number[];
  readonly splits: readonly number[];
  readonly pageBreaks: PageBreak[];
  /** Offsets where the source itself says that a page begins. */
  readonly pageStarts: ReadonlySet<number>;
  readonly differences: Difference[];
  /** Receives what stands between the halves. */
  readonly apart: Span[];
  readonly source: SourceFile;
}

/** Joins blocks that a page break divided; what stood between them (a footer) has been taken away already. */
export function joinPages(blocks: readonly Block[], seams: Seams): Block[] {
  const joined: Block[] = [];
  for (const block of blocks) {
    const previous = joined.at(-1);
    if (previous === undefined || !isSeam(previous, block, seams)) {
      joined.push(block);
      continue;
    }
    if (!seams.pageStarts.has(block.span.start)) seams.pageBreaks.push({ offset: block.span.start });
    declareSeam(previous, block, seams);
    joined[joined.length - 1] = {
      ...previous,
      span: { start: previous.span.start, end: block.span.end },
      lines: [
        {
          span: { start: previous.span.start, end: block.span.end },
          printed: 2,
          indent: previous.lines[0]?.indent ?? 0,
        },
      ],
      text: `${previous.text} ${block.text}`,
    };
  }
  return joined;
}

function isSeam(previous: Block, block: Block, seams: Seams): boolean {
  const at = (offsets: readonly number[]): boolean =>
    offsets.some((offset) => beginsAt(seams.source.text, block.span, offset));
  if (at(seams.splits)) return false;
  return at(seams.joins) || readsOn(previous, block, seams.language);
}

/** The blank lines at the seam read as one space; text that stands between, moved elsewhere, is declared by its own kind. */
function declareSeam(previous: Block, block: Block, seams: Seams): void {
  const gap = { start: previous.span.end, end: block.span.start };
  const { text } = seams.source;
  const blank = /^\s*/u.exec(text.slice(gap.start, gap.end))?.[0].length ?? 0;
  seams.differences.push({ span: { start: gap.start, end: gap.start + blank }, replacement: ' ', kind: 'page-joined' });
  if (gap.start + blank < gap.end) {
    seams.apart.push({ start: gap.start + blank, end: gap.end });
    const tail = /\s*$/u.exec(text.slice(gap.start, gap.end))?.[0].length ?? 0;
    seams.differences.push({ span: { start: gap.end - tail, end: gap.end }, replacement: '', kind: 'page-joined' });
  }
}
