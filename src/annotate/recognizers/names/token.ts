import { isGivenAbbreviation } from '../../../language/given-names.js';
import { foldName } from '../../../language/name-folding.js';

/** A word of a passage. Hyphens, apostrophes and points divide words; what stands between two words is the later one's `gap`. */
export interface Token {
  /** Offsets into the passage's text, UTF-16 units, half-open. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly folded: string;
  /** The characters between the word before and this one; before the first word, the passage's beginning. */
  readonly gap: string;
  readonly capital: boolean;
  /** Two letters or more, all of them capitals. */
  readonly allCapitals: boolean;
  /** A capital alone, or the abbreviation of a given name with its point: "N", "Yu.", "Joh.". */
  readonly initial: boolean;
  /** Its capital may be due to its place alone. */
  readonly sentenceStart: boolean;
  /** A digit stands directly before or after the word. */
  readonly besideDigit: boolean;
}

const word = /\p{L}[\p{L}\p{M}]*/gu;
const startsWithCapital = /^[\p{Lu}\p{Lt}]/u;
const hasSmallLetter = /\p{Ll}/u;
const digit = /[\p{Nd}]/u;

/** A gap that may end a sentence: a full stop, a colon, a dash, a bracket or quotation mark, a line end, the sign of an omission. */
const sentenceBreak = /[.!?…:;«»„“"”()[\]\n—]|--|^\s*[-–•*]\s|(?:^|\s)['‘]/u;

/** The words of a passage in order. Linear in the text. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (const match of text.matchAll(word)) {
    const characters = match[0];
    const start = match.index;
    const gap = text.slice(end, start);
    const capital = startsWithCapital.test(characters);
    const before = tokens.at(-1);
    end = start + characters.length;
    // "St. Paul", "N. S. Khrushchev": a point after an initial or a short word ends no sentence.
    const afterAbbreviation =
      before !== undefined &&
      /^\.[\s\u00a0]?$/u.test(gap) &&
      (before.initial || (before.capital && before.text.length <= 2));
    tokens.push({
      start,
      end,
      text: characters,
      folded: foldName(characters),
      gap,
      capital,
      allCapitals: capital && characters.length > 1 && !hasSmallLetter.test(characters),
      initial: capital && (characters.length === 1 || (text[end] === '.' && isGivenAbbreviation(characters))),
      sentenceStart: before === undefined || (!afterAbbreviation && sentenceBreak.test(gap)),
      besideDigit: digit.test(text[start - 1] ?? '') || digit.test(text[end] ?? ''),
    });
  }
  return tokens;
}

/** True where nothing but a space, a hyphen, an apostrophe, or the point of an abbreviation divides a word from the one before. */
export function joins(token: Token, before: Token): boolean {
  if (/^(?:[ \u00a0]|[-‐‑] ?|['’ʹʼ])$/u.test(token.gap)) return true;
  return before.initial && /^\.[ \u00a0]?(?:[-‐‑])?$/u.test(token.gap);
}

/** True where only a space, or a point and a space, divides a word from the one before: what may stand between a title and a name. */
export function follows(token: Token): boolean {
  return /^(?:\.?[ \u00a0]{1,2}\[?|\.)$/u.test(token.gap);
}
