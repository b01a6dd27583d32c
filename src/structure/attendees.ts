import type { Block } from '../blocks/block.js';
import { honorificPattern } from '../language/honorifics.js';
import { absenteesLabel, attendeesLabel } from '../language/sections.js';
import type { Passage } from '../source/passage.js';
import type { Division } from './division.js';
import type { GenreInput } from './genre.js';
import { isAttendee, isCapitals } from './line-kinds.js';
import { blockLeaf, branch, leaf } from './parts.js';

const label = new RegExp(`^(?:${attendeesLabel.source}|${absenteesLabel.source})\\s?:`, 'iu');
const labelAlone = new RegExp(`^(?:${attendeesLabel.source}|${absenteesLabel.source})\\s?:?$`, 'iu');
const gluedLabel = new RegExp(`[\\p{L}\\d)]\\.(?=(?:${attendeesLabel.source})\\s?:\\s)`, 'iu');

const absent = new RegExp(`^(?:${absenteesLabel.source})\\s?:?`, 'iu');

/** How many persons must follow each other to be a list where no label says that they are present. */
const FEWEST = 3;

/**
 * A list of those present that begins at a block: a label with names behind it in the line, a label with a person a
 * block, or persons one after the other under a heading ("The Historical Office:").
 *
 * @returns the list, and the index of the block after it
 */
export function attendeesAt(
  input: GenreInput,
  blocks: readonly Block[],
  from: number,
): { part: Division; next: number } | undefined {
  const block = blocks[from];
  if (block === undefined || input.labels.has(block)) return undefined;
  const inLine = label.exec(block.text);
  if (inLine !== null && inLine[0].length < block.text.length) {
    return { part: listInLine(input.passageOf(block), input.language), next: from + 1 };
  }
  const people: Block[] = [];
  const hasLabel = labelAlone.test(block.text);
  const headed = hasLabel || isGroupHeading(block, blocks[from + 1], input.language);
  for (let i = headed ? from + 1 : from; i < blocks.length; i++) {
    const next = blocks[i];
    if (next === undefined || input.labels.has(next) || !next.lines.every((line) => isAttendeeLine(input, line.span)))
      break;
    if (labelAlone.test(next.text) || isGroupHeading(next, blocks[i + 1], input.language)) break;
    people.push(next);
  }
  const lines = people.flatMap((person) => person.lines);
  if (lines.length < (hasLabel ? 1 : headed ? 2 : FEWEST)) return undefined;
  const head = headed ? [blockLeaf('head', block)] : [];
  const items = lines.map((line) => leaf('item', line.span));
  return {
    part: branch('list', [...head, ...items], { type: hasLabel ? typeOf(block.text) : 'attendees' }),
    next: (headed ? from + 1 : from) + people.length,
  };
}

/** True for a text that begins with the label of those present or absent: "Present: Morpurgo", "Entschuldigt:". */
export function beginsAttendees(text: string): boolean {
  return label.test(text);
}

/** Whether a label says who was there, or who was not. */
function typeOf(text: string): 'attendees' | 'absentees' {
  return absent.test(text) ? 'absentees' : 'attendees';
}

function isAttendeeLine(input: GenreInput, span: { start: number; end: number }): boolean {
  return isAttendee(input.source.text.slice(span.start, span.end), input.language);
}

/** "The Bureau of Public Affairs:", "American Historical Association": a line over persons that is itself none. */
function isGroupHeading(block: Block, next: Block | undefined, language: string): boolean {
  if (next === undefined || block.lines.length > 1 || block.text.length > 100 || !isAttendee(next.text, language))
    return false;
  if (/:$/u.test(block.text)) return true;
  return (
    /^\p{Lu}/u.test(block.text) &&
    !/[.,;!?]/u.test(block.text) &&
    !isCapitals(block.text) &&
    /[,(]/u.test(next.text) &&
    /\s(?:of|the|for|and|der|die|für|und|de|la|des|et)\s|(?:Association|Society|Institute|Office|Bureau|Department|Committee|Commission|Council|Ministry|University|Embassy|Delegation|Staff|Verein|Ausschuss|Kommission|Ministerium|Comité|Ministère)/u.test(
      block.text,
    )
  );
}

/** "Those Taking Part: Bulganin, Voroshilov, Molotov" as a head and an item for each name; the commas stay with the names. */
function listInLine(passage: Passage, language: string): Division {
  const { text } = passage;
  const headEnd = label.exec(text)?.[0].length ?? 0;
  const items: Division[] = [];
  let start = headEnd;
  let depth = 0;
  const title = new RegExp(`(?:^|\\s)${honorificPattern(language)}$`, 'iu');
  const push = (end: number): void => {
    const trimmed = text.slice(start, end);
    const lead = trimmed.length - trimmed.trimStart().length;
    if (trimmed.trim() !== '') items.push(leaf('item', passage.spanOf(start + lead, start + trimmed.trimEnd().length)));
    start = end;
  };
  for (let i = headEnd; i < text.length; i++) {
    const character = text[i];
    if (character === '(' || character === '[') depth++;
    if (character === ')' || character === ']') depth--;
    // A sentence inside the list ("Yudin. Chinese comrades.") is an item like a name.
    const endsSentence =
      character === '.' &&
      /^\s+\p{Lu}\p{Ll}/u.test(text.slice(i + 1, i + 4)) &&
      /\p{Ll}{3}$/u.test(text.slice(Math.max(start, i - 3), i)) &&
      !title.test(text.slice(start, i + 1));
    if (depth <= 0 && (character === ',' || character === ';' || endsSentence)) push(i + 1);
  }
  push(text.length);
  return branch('list', [leaf('head', passage.spanOf(0, headEnd)), ...items], { type: typeOf(text) });
}

/**
 * The source offset of a list of those present that a lost line end glued to the sentence before it
 * ("About the advisers.Those taking part: Bulganin"), or undefined.
 */
export function gluedAttendees(passage: Passage): number | undefined {
  const match = gluedLabel.exec(passage.text);
  if (match === null) return undefined;
  const at = match.index + match[0].length;
  return passage.spanOf(at, at + 1).start;
}
