import type { Block } from '../../blocks/block.js';
import { salutation, valediction } from '../../language/letters.js';
import type { Span } from '../../source/span.js';
import type { Division } from '../division.js';
import { enumerations } from '../enumerations.js';
import type { Evidence, Genre, GenreInput } from '../genre.js';
import { closerParts, findCloser } from '../letter-closer.js';
import { endsSentence, isCapitals, isDateline, isPersonLine, withoutMarkers } from '../line-kinds.js';
import { blockLeaf, branch, leaf } from '../parts.js';

const title =
  /^(?:(?:personal|secret|draft|open|circular)\s+)?(?:letter|memorandum|telegram|cable|note|message|postcard|brief|schreiben|postkarte|telegramm|depesche|lettre|télégramme|dépêche|note|письмо|телеграмма|записка|levél|távirat)(?:\s+(?:no\.?\s?\d+|nr\.?\s?\d+))?\s+(?:from|to|by|of|for|von|an|vom|de|du|à|au|от|к|в)(?![\p{L}])/iu;
const addressLine =
  /^(?:to(?:\s+the)?|an(?:\s+(?:den|die|das|herrn?|frau))?|herrn|frau|à(?:\s+(?:monsieur|madame|la|l['’]))?|au|monsieur|madame|в|к)(?![\p{L}])/iu;

/** How far into a letter its salutation may stand, in lines. */
const OPENING_REACH = 12;
/** The most lines that are looked at: a block that begins within reach is read further, but may be a book of verse. */
const MOST_LINES = 60;

/** A letter: opener, paragraphs, closer, postscript; several letters one after the other are a division each. */
export const letter: Genre = {
  name: 'letter',
  evidence: (input): readonly Evidence[] => {
    const found: Evidence[] = [];
    const opening = openingLines(input.blocks);
    const salute = opening.find(({ text }, i) => isSalute(text) || isCall(opening, i));
    if (salute !== undefined) found.push({ observation: `a salutation: "${salute.text}"`, weight: 2 });
    const headed = input.blocks.slice(0, 3).find((block) => block.text.length < 250 && title.test(block.text));
    if (headed !== undefined) found.push({ observation: `a title says so: "${headed.text}"`, weight: 1.5 });
    const closer = findCloser(input, input.blocks);
    if (closer?.leave !== undefined) found.push({ observation: `words of leave: "${closer.leave}"`, weight: 1 });
    if (closer !== undefined && opening.some(({ text }) => isDateline(text)))
      found.push({ observation: 'a date before it and a signature after it', weight: 0.5 });
    return found;
  },
  structure: (input): Division[] => {
    const letters = divideLetters(input);
    const [first] = letters;
    if (letters.length === 1 && first !== undefined) return letterParts(input, first);
    return letters.map((blocks) => branch('div', letterParts(input, blocks), { type: 'letter' }));
  },
};

interface OpeningLine {
  readonly block: Block;
  readonly span: Span;
  readonly text: string;
}

/** The short lines that a letter may begin with. */
function openingLines(blocks: readonly Block[]): OpeningLine[] {
  const lines: OpeningLine[] = [];
  for (const block of blocks) {
    if (block.kind === 'rule' || lines.length >= OPENING_REACH) break;
    for (const line of block.lines.slice(0, MOST_LINES - lines.length)) {
      const text =
        block.lines.length === 1
          ? block.text
          : block.text.slice(line.span.start - block.span.start, line.span.end - block.span.start);
      lines.push({ block, span: line.span, text: withoutMarkers(text) });
    }
    if (block.lines.length === 1 && block.text.length > 250) break;
  }
  return lines;
}

/** A name alone, called: "Hannah!", "Cher Maître,". Without a formula only the first line of the text can be that. */
function isCall(lines: readonly OpeningLine[], at: number): boolean {
  const text = lines[at]?.text ?? '';
  const isFirst = lines.slice(0, at).every((line) => isDateline(line.text));
  return (
    isFirst && /^\p{Lu}[\p{L}.'’ -]{1,40}[!,]$/u.test(text) && text.split(/\s+/u).length <= 4 && lines.length > at + 1
  );
}

/** A salutation is short, and is more than its formula only by a name or two. */
function isSalute(text: string): boolean {
  return (
    text.length <= 90 &&
    salutation.test(text) &&
    !/[.!?]\s+\p{Lu}\p{Ll}+\s+\p{Ll}{2,}\s/u.test(text) &&
    text.split(/\s+/u).length <= 10 &&
    !/[:;]$/u.test(text.replace(/:$/u, ''))
  );
}

/** Divides a file with several letters: each salutation after a closer opens one, with the title and date before it. */
function divideLetters({ blocks, language }: GenreInput): Block[][] {
  const starts = [0];
  let body = false;
  blocks.forEach((block, i) => {
    const text = withoutMarkers(block.text);
    // A long block, or a sentence: something was said since the salutation before.
    if (text.length > 200 || (text.length > 60 && endsSentence(text))) body = true;
    if (!body || !isSalute(text)) return;
    let start = i;
    while (start > 0 && isDateline(withoutMarkers(blocks[start - 1]?.text ?? ''))) start--;
    if (start < i && isLetterTitle(blocks[start - 1], language)) start--;
    // Without a date before it, a salutation amid the text is a vocative.
    if (start === i) return;
    starts.push(start);
    body = false;
  });
  return starts.map((start, i) => blocks.slice(start, starts[i + 1]));
}

/** A line before a dateline heads the letter, unless it ends the one before: words of leave, a name that signs. */
function isLetterTitle(block: Block | undefined, language: string): boolean {
  const text = withoutMarkers(block?.text ?? '');
  if (block?.lines.length !== 1 || text.length >= 100 || /[.,!?]$/u.test(text)) return false;
  return text.split(/\s+/u).length >= 2 && !valediction.test(text) && !isPersonLine(text, language);
}

function letterParts(input: GenreInput, blocks: readonly Block[]): Division[] {
  const opening = opener(input, blocks);
  const rest = blocks.slice(opening.next);
  const closer = findCloser(input, rest);
  const body = closer === undefined ? rest : rest.slice(0, closer.from);
  return [...opening.parts, ...enumerations(body), ...(closer === undefined ? [] : closerParts(input, rest, closer))];
}

/** Heads, and an `opener` with dateline, addressee and salutation, as far as the letter has them. */
function opener(input: GenreInput, blocks: readonly Block[]): { parts: Division[]; next: number } {
  const lines = openingLines(blocks);
  const saluteAt = findSalute(lines);
  const end = saluteAt === -1 ? datelinesFrom(lines) : saluteAt + 1;
  // A salutation that shares its block with the text stays a paragraph's beginning.
  const last = lines[end - 1];
  const lastBlock = last?.block;
  const whole = last === undefined || last.span.end === last.block.lines.at(-1)?.span.end;
  const used = whole
    ? lines.slice(0, end)
    : lines.slice(
        0,
        lines.findIndex(({ block }) => block === lastBlock),
      );
  const heads: Division[] = [];
  const parts: Division[] = [];
  let address: Division[] = [];
  const flush = (): void => {
    if (address.length > 0) parts.push(branch('address', address));
    address = [];
  };
  used.forEach((line, i) => {
    const isSaluteLine = i === saluteAt;
    const kind = isSaluteLine ? 'salute' : openingKind(line.text, parts.length + address.length === 0, input);
    if (kind === 'head') heads.push(lineLeaf('head', line));
    else if (kind === 'addrLine') address.push(lineLeaf('addrLine', line));
    else {
      flush();
      parts.push(lineLeaf(kind, line));
    }
  });
  flush();
  const next = blocks.indexOf(used.at(-1)?.block ?? ({} as Block)) + 1;
  return { parts: [...heads, ...(parts.length === 0 ? [] : [branch('opener', parts)])], next };
}

/** Index of the salutation, or -1. An address may end with a line like one ("Comrade Kádár"): the one with its mark behind it counts. */
function findSalute(lines: readonly OpeningLine[]): number {
  const first = lines.findIndex(({ text }, i) => isSalute(text) || isCall(lines, i));
  if (first === -1 || /[,!:.]$/u.test(lines[first]?.text ?? '')) return first;
  const marked = lines.slice(first + 1, first + 3).findIndex(({ text }) => isSalute(text) && /[,!:.]$/u.test(text));
  return marked === -1 ? first : first + 1 + marked;
}

function lineLeaf(part: 'head' | 'addrLine' | 'dateline' | 'salute', line: OpeningLine): Division {
  return line.block.lines.length === 1 ? blockLeaf(part, line.block) : leaf(part, line.span);
}

/** Without a salutation a letter's opener is the datelines it begins with, and a title before them. */
function datelinesFrom(lines: readonly OpeningLine[]): number {
  let end = 0;
  for (const [i, { text, block }] of lines.entries()) {
    if (isDateline(text)) end = i + 1;
    else if (!(i === 0 && (title.test(text) || block.kind === 'heading'))) break;
  }
  return end;
}

function openingKind(text: string, isFirst: boolean, input: GenreInput): 'head' | 'dateline' | 'addrLine' {
  if (isDateline(text)) return 'dateline';
  if (isFirst && !addressLine.test(text) && !isPersonLine(text, input.language) && !isCapitals(text)) return 'head';
  if (isFirst && title.test(text)) return 'head';
  return 'addrLine';
}
