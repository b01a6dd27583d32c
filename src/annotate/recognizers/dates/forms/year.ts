import { is, isCapitalised, isDash, endsPhrase, readYear, skip, type Form, type Reader } from '../reader.js';

const closing = [')', ']', ',', ';', '.', ':', '*', '”', '"', '»'];

/** The words before the number say that it counts or numbers something: "No. 1850", "p. 1956", "$1956". */
function isNumbered(reader: Reader, at: number): boolean {
  const { tokens, lexicon } = reader;
  const before = tokens[at - 1];
  if (before === undefined) return false;
  const named = is(before, '.', ':') ? tokens[at - 2] : before;
  if (named === undefined || !lexicon.notBeforeYear.has(named.lower)) return false;
  return true;
}

/** The number is a piece of a shelfmark, a list of pages, a longer number: "9U/1956", "158, 1961", "1,956". */
function isPiece(reader: Reader, at: number): boolean {
  const { tokens } = reader;
  const token = tokens[at];
  const before = tokens[at - 1];
  if (token?.joined !== true || before === undefined) return false;
  if (before.kind === 'word' || before.kind === 'number') return true;
  if (is(before, '/', '#', '$', '£', '€', '§', '=', '+', '_', '&', '@')) return true;
  const further = tokens[at - 2];
  return (
    (is(before, ',', '.', ':') && further?.kind === 'number' && before.joined) ||
    (isDash(before) && before.joined && further?.kind === 'number')
  );
}

/** A number is joined to it by a dash or slash: a telephone number, a shelfmark. */
function goesOn(reader: Reader, end: number): boolean {
  const mark = reader.tokens[end];
  const number = reader.tokens[end + 1];
  return mark?.joined === true && (isDash(mark) || is(mark, '/')) && number?.kind === 'number' && number.joined;
}

/** The words after the number say that it counts something: "1800 men", "1500 rubles", "1600 %". */
function isCount(reader: Reader, end: number): boolean {
  const next = reader.tokens[end];
  return next !== undefined && reader.lexicon.notAfterYear.has(next.lower);
}

/** The number stands as a year stands: after a preposition of time, in brackets, beside a comma, before what happened. */
function hasPlace(reader: Reader, at: number, end: number, year: number): boolean {
  const { tokens, lexicon } = reader;
  const before = tokens[at - 1];
  const next = tokens[end];
  const closes = next === undefined || is(next, ...closing);
  const recent = year >= 1500;
  const round = year % 100 === 0;
  if (end > at + 1) return true;
  if (before === undefined) return recent && (closes || endsPhrase(reader, end));
  if (lexicon.prepositions.has(before.lower)) {
    if (recent && !round) return true;
    return closes || endsPhrase(reader, end) || (!round && isCapitalised(next));
  }
  // "c. 1850"
  if (is(before, '.') && recent && lexicon.prepositions.has(tokens[at - 2]?.lower ?? '')) return true;
  // "1848, 1849 and 1850": one year after another.
  if (is(before, ',') && recent && readYear(reader, at - 2) !== undefined) return true;
  if (is(before, '(', '[', '–', '—') || is(before, '*', '†'))
    return recent && (closes || isDash(next) || is(next, '/'));
  if (is(before, ',', ';', ':'))
    return recent && (closes || is(next, '(', '–', '—', '-')) && tokens[at - 2]?.lower !== 'and';
  if (is(before, '.'))
    return recent && !round && (closes || is(next, '(') || lexicon.words.bareYears) && isWordEnd(reader, at - 2);
  if (lexicon.words.bareYears) return recent && (!round || closes || endsPhrase(reader, end));
  if (!recent || round) return false;
  // "the 1956 uprising"
  const named = next?.kind === 'word' && !endsPhrase(reader, end);
  if (lexicon.articles.has(before.lower) && named) return true;
  if (lexicon.directions.has(before.lower)) return true;
  // "Budapest 1956": a name and its year.
  return (isCapitalised(before) || lexicon.conjunctions.has(before.lower)) && (closes || endsPhrase(reader, end));
}

/** A word and not the abbreviation of one stands there: a sentence or a title ends before the number. */
function isWordEnd(reader: Reader, at: number): boolean {
  const token = reader.tokens[at];
  return token !== undefined && token.kind === 'word' && token.text.length > 3;
}

/** Years that stand alone, and spans of years: "1956", "1955-1958", "1848/49". */
export const yearAlone: Form = (reader, at) => {
  const year = readYear(reader, at);
  if (year === undefined) return undefined;
  if (isNumbered(reader, at) || isPiece(reader, at) || isCount(reader, year.end)) return undefined;
  const second = readSecondYear(reader, year.end, year.value);
  const end = second?.end ?? year.end;
  if (goesOn(reader, end)) return undefined;
  if (second !== undefined ? isCount(reader, end) || is(reader.tokens[end], '%') : false) return undefined;
  const placed = reader.alone || hasPlace(reader, at, end, year.value) || (second !== undefined && year.value >= 1500);
  if (!placed) return undefined;
  if (second === undefined) return { start: at, end, expression: { kind: 'moment', moment: { year: year.value } } };
  return { start: at, end, expression: { kind: 'span', from: { year: year.value }, to: { year: second.value } } };
};

/** The end of a span of years: "-1958", "–58", "/49". */
function readSecondYear(reader: Reader, at: number, first: number): { value: number; end: number } | undefined {
  const mark = reader.tokens[at];
  if (!(isDash(mark) || is(mark, '/')) || mark?.joined !== true) return undefined;
  const full = readYear(reader, at + 1);
  if (full !== undefined) return full.value > first ? full : undefined;
  const short = reader.tokens[at + 1];
  if (short?.kind !== 'number' || short.text.length > 2 || !short.joined) return undefined;
  const unit = 10 ** short.text.length;
  const value = first - (first % unit) + Number(short.text);
  const after = reader.tokens[at + 2];
  const goesOn = after?.joined === true && (after.kind !== 'mark' || isDash(after));
  return value > first && !goesOn ? { value, end: skip(reader, at + 2) } : undefined;
}
