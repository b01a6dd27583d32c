import { notesHeading } from '../language/sections.js';
import type { Span } from '../source/span.js';
import type { Block, MarkerStyle, NoteBody } from './block.js';
import { closingNotes } from './closing-notes.js';
import { blockOfLines, lineText, printedNumber, withoutStart, type PrintedNumber } from './note-lines.js';
import { NoteReferences } from './note-references.js';

/** The notes of a source, and the blocks that are none. */
export interface NotesFound {
  readonly heading?: Block;
  readonly notes: readonly NoteBody[];
  /** Rules that set footnotes apart from the page's text, and are no part of either. */
  readonly rules: readonly Block[];
  readonly rest: readonly Block[];
}

/**
 * Finds the notes: after a heading ("Translator's Notes") to the end of the source; without one, the last blocks
 * where each begins with a number that the text refers to; at the foot of a page, behind a rule or a sign.
 *
 * @param text the source's text
 */
export function separateNotes(text: string, blocks: readonly Block[]): NotesFound {
  const headingAt = blocks.findIndex((block, i) => isNotesHeading(block) && beginsNote(text, blocks[i + 1]));
  const heading = headingAt === -1 ? undefined : blocks[headingAt];
  const before = headingAt === -1 ? blocks : blocks.slice(0, headingAt);
  const after = headingAt === -1 ? [] : blocks.slice(headingAt + 1);
  const references = new NoteReferences(text);
  const feet = footnotes(text, before, references);
  const ends = heading === undefined ? notesWithoutHeading(text, feet, references) : { notes: [], rest: feet.rest };
  return {
    ...(heading === undefined ? {} : { heading }),
    notes: [...feet.notes, ...ends.notes, ...readNotes(text, after)],
    rules: feet.rules,
    rest: ends.rest,
  };
}

function isNotesHeading(block: Block): boolean {
  return notesHeading.test(block.text.replace(/[\s:.*_[\]()]+$/u, '').replace(/^[\s[(]+/u, ''));
}

function beginsNote(text: string, block: Block | undefined): boolean {
  return block !== undefined && printedNumber(lineText(text, block, 0)) !== undefined;
}

/** Divides the blocks of a section of notes: a line with the next number opens a note, all else continues the last. */
function readNotes(text: string, blocks: readonly Block[]): NoteBody[] {
  const notes: { number: string; numberSpan: Span; style: MarkerStyle; paragraphs: Block[] }[] = [];
  for (const block of blocks) {
    for (const part of splitAtNumbers(text, block, notes.at(-1))) {
      if (part.printed === undefined) {
        notes.at(-1)?.paragraphs.push(part.block);
        continue;
      }
      notes.push({
        number: part.printed.number,
        numberSpan: { start: part.block.span.start, end: part.block.span.start + part.printed.length },
        style: part.printed.style,
        paragraphs: [withoutStart(part.block, part.printed.length)],
      });
    }
  }
  return notes;
}

/** The parts of a block that begin with a note's number: one, or several where notes stand on following lines. */
function splitAtNumbers(
  text: string,
  block: Block,
  last: { number: string; style: MarkerStyle } | undefined,
): { block: Block; printed: PrintedNumber | undefined }[] {
  const parts: { lines: Block['lines'][number][]; printed: PrintedNumber | undefined }[] = [];
  let previous = last;
  block.lines.forEach((line, i) => {
    const printed = printedNumber(lineText(text, block, i));
    const opens = printed !== undefined && follows(printed, previous);
    if (opens) {
      parts.push({ lines: [line], printed });
      previous = printed;
    } else if (parts.length === 0) parts.push({ lines: [line], printed: undefined });
    else parts.at(-1)?.lines.push(line);
  });
  return parts.map(({ lines, printed }) => ({ block: blockOfLines(text, block, lines), printed }));
}

/** Whether a printed number opens the note after `last`, rather than an enumeration or a year inside it. */
export function follows(printed: PrintedNumber, last: { number: string; style: MarkerStyle } | undefined): boolean {
  if (last === undefined) return true;
  if (printed.style !== last.style) return printed.style === 'sign' || last.style === 'sign';
  if (printed.style === 'sign' || printed.style === 'caret') return true;
  const next = Number(printed.number);
  const current = Number(last.number);
  if (Number.isNaN(next) || Number.isNaN(current)) return true;
  // Bare numbers may be years or quantities: only the next few count. In brackets any greater number is a note's.
  if (printed.style === 'bare') return next > current && next <= current + 3;
  return next > current && next <= current + 20 ? true : next === current;
}

/** Notes at the end of a source without a heading: numbered as the text refers to them, or where none are found, in turn. */
function notesWithoutHeading(
  text: string,
  feet: { readonly notes: readonly NoteBody[]; readonly rest: readonly Block[] },
  references: NoteReferences,
): { readonly notes: readonly NoteBody[]; readonly rest: readonly Block[] } {
  const ends = endnotesWithoutHeading(text, feet.rest, references);
  return feet.notes.length + ends.notes.length > 0 ? ends : closingNotes(text, feet.rest, references);
}

/** A text with more paragraphs numbered 1 than this counts its paragraphs; no note is looked for among them. */
const MOST_BEGINNINGS = 20;

/** Notes at the end of a source without a heading: a run of blocks, each with the next number, that the text refers to. */
function endnotesWithoutHeading(
  text: string,
  blocks: readonly Block[],
  references: NoteReferences,
): { notes: NoteBody[]; rest: readonly Block[] } {
  const none = { notes: [], rest: blocks };
  let beginnings = 0;
  for (let i = 1; i < blocks.length; i++) {
    const block = blocks[i];
    if (block === undefined) continue;
    const printed = printedNumber(lineText(text, block, 0));
    if (printed?.number !== '1' || printed.style === 'bare') continue;
    if (++beginnings > MOST_BEGINNINGS) break;
    const notes = readNotes(text, blocks.slice(i));
    if (
      notes.length > 0 &&
      notes.every((note) => note.paragraphs.length <= 2 && references.has(note, 0, block.span.start))
    ) {
      return { notes, rest: blocks.slice(0, i) };
    }
  }
  return none;
}

/** Notes at the foot of a page: signs (`* Text`), Markdown's `[^1]: text`, and numbered lines behind a rule. */
function footnotes(
  text: string,
  blocks: readonly Block[],
  references: NoteReferences,
): { notes: NoteBody[]; rules: Block[]; rest: Block[] } {
  const notes: NoteBody[] = [];
  const rules: Block[] = [];
  const rest: Block[] = [];
  let behindRule = false;
  // Where the text of the page begins: behind the notes at the foot of the page before, of which there may be several.
  let pageStart = 0;
  let footEnd = 0;
  blocks.forEach((block, i) => {
    const printed = i === 0 ? undefined : printedNumber(lineText(text, block, 0));
    if (printed !== undefined && (printed.style !== 'bare' || behindRule)) {
      const apart = printed.style === 'sign' || printed.style === 'caret' || behindRule;
      if (apart && references.has(printed, pageStart, block.span.start)) {
        const rule = rest.at(-1);
        if (behindRule && rule?.kind === 'rule') {
          rest.pop();
          rules.push(rule);
        }
        for (const note of readNotes(text, [block])) notes.push(note);
        footEnd = block.span.end;
        behindRule = printed.style !== 'sign' && printed.style !== 'caret';
        return;
      }
    }
    behindRule = block.kind === 'rule';
    if (!behindRule) pageStart = footEnd;
    rest.push(block);
  });
  return { notes, rules, rest };
}

/** The number and the style of a marker as it is printed in the text: `(3)`, `[3]`, `*`, `³`, `3`. */
export function readMarker(marker: string): { readonly number: string; readonly style: MarkerStyle } {
  const { number, style } = printedNumber(`${marker.trim()} x`) ?? { number: marker.trim(), style: 'bare' as const };
  return { number, style };
}
