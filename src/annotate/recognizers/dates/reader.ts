import { isFunctionWord } from '../../../language/function-words.js';
import type { DateExpression } from './expression.js';
import type { Lexicon } from './lexicon.js';
import type { Token } from './token.js';

/** A text, divided into tokens, with the vocabulary to read dates in it. */
export interface Reader {
  readonly tokens: readonly Token[];
  readonly lexicon: Lexicon;
  /** The text is one date and nothing else: a bare number may be a year. */
  readonly alone: boolean;
}

/** What a form read: the expression, and the tokens `[start, end)` that it takes. */
export interface Reading {
  readonly start: number;
  readonly end: number;
  readonly expression: DateExpression;
}

/** One way of writing a date. Reads it where it starts at token `at`, looking ahead by a bounded number of tokens. */
export type Form = (reader: Reader, at: number) => Reading | undefined;

/** A part that was read: its value, and the index of the token after it. */
export interface Read<T> {
  readonly value: T;
  readonly end: number;
}

const capital = /^\p{Lu}/u;
const romanMonths = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];

/** True for a word that begins with a capital letter. */
export function isCapitalised(token: Token | undefined): boolean {
  return token?.kind === 'word' && capital.test(token.text);
}

/** True where the token is this mark or word, in lower case. */
export function is(token: Token | undefined, ...texts: readonly string[]): boolean {
  return token !== undefined && texts.includes(token.lower);
}

/** True for a dash of any length. */
export function isDash(token: Token | undefined): boolean {
  return is(token, '-', '–', '—', '‐', '‑');
}

/** Index after a mark that may stand there, or the same index. */
export function skip(reader: Reader, at: number, ...marks: readonly string[]): number {
  return is(reader.tokens[at], ...marks) ? at + 1 : at;
}

/** True where the number is a piece of a longer one: "2,500", "3.14", "12:30". */
export function isFraction(reader: Reader, at: number): boolean {
  const token = reader.tokens[at];
  const mark = reader.tokens[at - 1];
  return (
    token?.joined === true &&
    is(mark, '.', ',', ':', '/', '-', '–') &&
    mark?.joined === true &&
    reader.tokens[at - 2]?.kind === 'number'
  );
}

/** A day's number, 1 to 31, with its ending and its point: "30", "30.", "1st", "29-го". */
export function readDay(reader: Reader, at: number): (Read<number> & { readonly ordinal: boolean }) | undefined {
  const token = reader.tokens[at];
  if (token?.kind !== 'number' || token.text.length > 2 || token.inAddress) return undefined;
  const value = Number(token.text);
  if (!(value >= 1 && value <= 31)) return undefined;
  const next = reader.tokens[at + 1];
  const ending = next?.joined === true ? reader.lexicon.ordinalEndings.match(reader.tokens, at + 1) : undefined;
  if (ending !== undefined) return { value, end: ending.end, ordinal: true };
  if (next?.kind === 'word' && next.joined) return undefined;
  return { value, end: at + 1, ordinal: false };
}

/** The point that may follow a day's number, where the language or the form writes one. */
export function skipDayPoint(reader: Reader, at: number): number {
  return reader.tokens[at]?.joined === true ? skip(reader, at, '.') : at;
}

/** A month's name: its number, whether it is an abbreviation, and whether it is of another language. */
export function readMonth(
  reader: Reader,
  at: number,
): (Read<number> & { readonly foreign: boolean; readonly short: boolean }) | undefined {
  const token = reader.tokens[at];
  if (token?.kind !== 'word' || token.inAddress) return undefined;
  const { lexicon } = reader;
  if (!lexicon.words.capitalised || isCapitalised(token)) {
    const full = lexicon.months.get(token.lower);
    if (full !== undefined) return { value: full, end: at + 1, foreign: false, short: false };
    const short = lexicon.monthAbbreviations.get(token.lower);
    if (short !== undefined) return { value: short, end: skipDayPoint(reader, at + 1), foreign: false, short: true };
  }
  const foreign = lexicon.foreignMonths.get(token.lower);
  // A transliterated soft sign belongs to the name ("oktyabr' 1956").
  return foreign === undefined
    ? undefined
    : { value: foreign, end: skip(reader, at + 1, "'", 'ʹ'), foreign: true, short: false };
}

/** A month in Roman numerals with the point that may follow: "XII.", "VI". */
export function readRomanMonth(reader: Reader, at: number): Read<number> | undefined {
  const token = reader.tokens[at];
  if (token?.kind !== 'word') return undefined;
  const month = romanMonths.indexOf(token.text) + 1;
  return month === 0 ? undefined : { value: month, end: skipDayPoint(reader, at + 1) };
}

/** A year of four digits, 1000 to 2099, with the words that belong to it ("1956 г."). */
export function readYear(reader: Reader, at: number): Read<number> | undefined {
  const token = reader.tokens[at];
  if (token?.kind !== 'number' || token.text.length !== 4 || token.inAddress) return undefined;
  const value = Number(token.text);
  if (!(value >= 1000 && value <= 2099)) return undefined;
  const words = reader.lexicon.yearWords.match(reader.tokens, at + 1) ?? foreignYearWord(reader, at + 1);
  if (words !== undefined) return { value, end: words.end };
  const next = reader.tokens[at + 1];
  if (next?.joined === true && (next.kind === 'word' || isFractionMark(reader, at + 1))) return undefined;
  return { value, end: at + 1 };
}

/** "1956 г." or "1956 g." inside a text of another language. */
function foreignYearWord(reader: Reader, at: number): Read<true> | undefined {
  if (!is(reader.tokens[at], 'г', 'g') || !is(reader.tokens[at + 1], '.')) return undefined;
  return { value: true, end: at + 2 };
}

/** "1956.5", "1956,5", "1956:3": the number goes on. */
function isFractionMark(reader: Reader, at: number): boolean {
  const next = reader.tokens[at + 1];
  return is(reader.tokens[at], '.', ',', ':') && next?.kind === 'number' && next.joined;
}

/** A year of two digits, with or without an apostrophe ("56", "’56"). */
export function readShortYear(reader: Reader, at: number): Read<number> | undefined {
  const start = skip(reader, at, "'", '’', '‘');
  const token = reader.tokens[start];
  if (token?.kind !== 'number' || token.text.length !== 2 || token.inAddress) return undefined;
  const next = reader.tokens[start + 1];
  if (next?.joined === true && (next.kind === 'word' || isFractionMark(reader, start + 1))) return undefined;
  return { value: Number(token.text), end: start + 1 };
}

/** A weekday's name; abbreviations only where the caller knows that a day follows. */
export function readWeekday(reader: Reader, at: number, abbreviated: boolean): Read<number> | undefined {
  const token = reader.tokens[at];
  if (token?.kind !== 'word') return undefined;
  const { lexicon } = reader;
  if (lexicon.words.capitalised && !isCapitalised(token)) return undefined;
  const full = lexicon.weekdays.get(token.lower);
  if (full !== undefined) return { value: full, end: at + 1 };
  const short = abbreviated ? lexicon.weekdayAbbreviations.get(token.lower) : undefined;
  return short === undefined ? undefined : { value: short, end: skipDayPoint(reader, at + 1) };
}

/** True where a sentence's words may stop, or go on with a word of its grammar rather than with a noun. */
export function endsPhrase(reader: Reader, at: number): boolean {
  const token = reader.tokens[at];
  if (token === undefined || token.kind === 'mark') return !is(token, '%', '/', '°');
  return reader.lexicon.followers.has(token.lower) || isFunctionWord(token.lower, reader.lexicon.words.language);
}
