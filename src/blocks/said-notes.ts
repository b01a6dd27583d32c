import { beginsAt, type Block, type NoteBody } from './block.js';
import { follows, readMarker } from './note-bodies.js';
import { blockOfLines, lineText, printedNumber, withoutStart } from './note-lines.js';

/** A paragraph that an editor says is the text of a note, and the note's marker as printed. */
export interface NoteText {
  readonly offset: number;
  readonly marker: string;
}

/**
 * The notes that an editor says, and the blocks that are none of them. A note begins with a block, or with a line of
 * one, and ends with the block, or before the line that begins with the next number or with another note said.
 *
 * @param text the source's text
 */
export function separateNotesSaid(
  text: string,
  blocks: readonly Block[],
  noteTexts: readonly NoteText[],
): { readonly notes: readonly NoteBody[]; readonly rest: readonly Block[] } {
  if (noteTexts.length === 0) return { notes: [], rest: blocks };
  const notes: NoteBody[] = [];
  const rest: Block[] = [];
  for (const block of blocks) {
    const own = noteTexts.filter(({ offset }) => offset >= block.span.start && offset < block.span.end);
    for (const { said, part } of own.length === 0 ? [{ part: block }] : divide(text, block, own)) {
      if (said === undefined) rest.push(part);
      else notes.push(noteOf(text, part, said));
    }
  }
  return { notes, rest };
}

interface Part {
  readonly said?: NoteText;
  readonly part: Block;
}

/** The notes said in a block, and what stands before, between and behind them. */
function divide(text: string, block: Block, noteTexts: readonly NoteText[]): Part[] {
  const drafts: { said: NoteText | undefined; style?: NoteBody['style']; lines: Block['lines'][number][] }[] = [];
  block.lines.forEach((line, i) => {
    const content = lineText(text, block, i);
    const printed = printedNumber(content);
    const said = noteTexts.find(
      ({ offset }) => beginsAt(text, line.span, offset) || offset === line.span.start + (printed?.length ?? 0),
    );
    const open = drafts.at(-1);
    const ends =
      open?.said !== undefined &&
      printed !== undefined &&
      follows(printed, { number: readMarker(open.said.marker).number, style: open.style ?? printed.style });
    if (open === undefined || said !== undefined || ends)
      drafts.push({ said, ...(printed === undefined ? {} : { style: printed.style }), lines: [line] });
    else open.lines.push(line);
  });
  return drafts.map(({ said, lines }) => ({
    ...(said === undefined ? {} : { said }),
    part: blockOfLines(text, block, lines),
  }));
}

/** The note of a marker; its number, where the source prints it, is no part of its text. */
function noteOf(text: string, block: Block, { marker }: NoteText): NoteBody {
  const read = readMarker(marker);
  const { start } = block.span;
  const printed = printedNumber(lineText(text, block, 0));
  const length = printed?.number === read.number ? printed.length : 0;
  return {
    ...read,
    numberSpan: { start, end: start + length },
    paragraphs: [length === 0 ? block : withoutStart(block, length)],
  };
}
