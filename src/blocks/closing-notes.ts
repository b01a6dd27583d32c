import type { Block, NoteBody } from './block.js';
import { blockOfLines, lineText, printedNumber, withoutStart, type PrintedNumber } from './note-lines.js';
import type { NoteReferences } from './note-references.js';

/** A line of a block, by their indices. */
interface LinePlace {
  readonly block: number;
  readonly line: number;
}

/** A line that begins with a note's number. */
interface NumberedLine extends LinePlace {
  readonly printed: PrintedNumber;
}

/**
 * Notes without a heading whose numbers are not printed as their markers are: the text has the markers 1 to n of one
 * form, in this order and no other of it, and its last lines begin with exactly these numbers (`1.`, `1)`, `1`).
 *
 * @param text the source's text
 * @param references the markers of that text
 */
export function closingNotes(
  text: string,
  blocks: readonly Block[],
  references: NoteReferences,
): { notes: NoteBody[]; rest: readonly Block[] } {
  for (const style of ['superscript', 'bracket', 'parenthesis'] as const) {
    const markers = references.before(style, text.length);
    const count = countedUpTo(markers.map(({ number }) => number));
    const numbered = count === 0 ? undefined : lastLines(text, blocks, count);
    const first = numbered?.[0];
    if (numbered === undefined || first === undefined) continue;
    const start = blocks[first.block]?.lines[first.line]?.span.start ?? 0;
    const last = markers[count - 1]?.offset ?? start;
    if (last >= start || (markers[count]?.offset ?? start) < start) continue;
    // "(1)" after a blank counts what the sentence lists.
    if (style === 'parenthesis' && markers.some(({ offset }) => /\s/u.test(text.charAt(offset - 1)))) continue;
    return notesOf(text, blocks, numbered, first);
  }
  return { notes: [], rest: blocks };
}

/** How far the numbers count 1, 2, 3 … from the first. */
function countedUpTo(numbers: readonly string[]): number {
  const wrong = numbers.findIndex((number, i) => number !== String(i + 1));
  return wrong === -1 ? numbers.length : wrong;
}

/** The last lines of the blocks that begin with 1 to `count`; undefined where anything else stands among them. */
function lastLines(text: string, blocks: readonly Block[], count: number): NumberedLine[] | undefined {
  const numbered: NumberedLine[] = [];
  for (let block = blocks.length - 1; block >= 0; block--) {
    const lines = blocks[block]?.lines ?? [];
    for (let line = lines.length - 1; line >= 0; line--) {
      const content = lineText(text, { lines }, line);
      const printed = printedNumber(content);
      if (printed?.number === String(count - numbered.length)) {
        numbered.push({ block, line, printed });
        // Something must stand before the notes: the text that refers to them.
        if (numbered.length === count) return block + line === 0 ? undefined : numbered.reverse();
      } else if (line === 0 || printed !== undefined || !/^[\p{Ll}\d]/u.test(content)) return undefined;
    }
  }
  return undefined;
}

function notesOf(
  text: string,
  blocks: readonly Block[],
  numbered: readonly NumberedLine[],
  first: LinePlace,
): { notes: NoteBody[]; rest: readonly Block[] } {
  const notes = numbered.flatMap(({ block: at, line, printed }, i): NoteBody[] => {
    const block = blocks[at];
    if (block === undefined) return [];
    const next = numbered[i + 1];
    const own = blockOfLines(text, block, block.lines.slice(line, next?.block === at ? next.line : undefined));
    const { start } = own.span;
    return [
      {
        number: printed.number,
        numberSpan: { start, end: start + printed.length },
        style: printed.style,
        paragraphs: [withoutStart(own, printed.length)],
      },
    ];
  });
  const shared = blocks[first.block];
  const before =
    shared === undefined || first.line === 0 ? [] : [blockOfLines(text, shared, shared.lines.slice(0, first.line))];
  return { notes, rest: [...blocks.slice(0, first.block), ...before] };
}
