import type { DateExpression, Moment } from '../expression.js';
import { fromJulian, isDay } from '../day.js';
import {
  is,
  isDash,
  readDay,
  readMonth,
  readYear,
  skipDayPoint,
  type Form,
  type Read,
  type Reader,
} from '../reader.js';
import { readDayFirst, readMoment, readMonthYear, type ReadMoment } from './calendar-date.js';

/** The words between the ends of a span: a dash, a slash, "to". Dashes and slashes need no spaces. */
function readConnector(reader: Reader, at: number): number | undefined {
  const token = reader.tokens[at];
  if (isDash(token) || is(token, '/')) return at + 1;
  return reader.lexicon.spanWords.match(reader.tokens, at)?.end;
}

/** What the first end leaves out, the second says: "29 to 30 October 1956". */
function sharing(first: Moment, second: Moment): Moment {
  const year = first.year ?? (first.shortYear === undefined ? second.year : undefined);
  const month = first.month ?? second.month;
  const shortYear = first.year === undefined ? (first.shortYear ?? second.shortYear) : undefined;
  return {
    ...first,
    ...(year === undefined ? {} : { year }),
    ...(month === undefined ? {} : { month }),
    ...(shortYear === undefined ? {} : { shortYear }),
  };
}

/** Old and New Style together, "12/24 May 1843": the distance of the calendars in that century is between the days. */
function isDoubleStyle(from: Moment, to: Moment): boolean {
  if (from.year === undefined || from.month === undefined || from.day === undefined) return false;
  const old = { year: from.year, month: from.month, day: from.day };
  if (!isDay(old)) return false;
  const gregorian = fromJulian(old);
  return gregorian.month === to.month && gregorian.day === to.day;
}

function between(reader: Reader, from: Moment, to: Moment, connectorAt: number): DateExpression {
  if (is(reader.tokens[connectorAt], '/') && isDoubleStyle(from, to)) return { kind: 'moment', moment: to };
  return { kind: 'span', from, to };
}

/** A day alone at a span's beginning: "29" of "29 to 30 October". */
function readBareDay(reader: Reader, at: number): Read<Moment> | undefined {
  const day = readDay(reader, at);
  return day === undefined ? undefined : { value: { day: day.value }, end: skipDayPoint(reader, day.end) };
}

/** Month before the days: "October 29-30, 1956". */
function readMonthThenDays(reader: Reader, at: number): Read<DateExpression> | undefined {
  const first = readMoment(reader, at);
  if (first?.value.day === undefined || !reader.lexicon.words.monthFirst) return undefined;
  if (first.value.month === undefined || first.value.year !== undefined) return undefined;
  const afterConnector = readConnector(reader, first.end);
  const last = afterConnector === undefined ? undefined : readDay(reader, afterConnector);
  if (last === undefined || last.value <= first.value.day) return undefined;
  const joiner = reader.lexicon.joiners.match(reader.tokens, last.end)?.end ?? last.end;
  const year = readYear(reader, joiner);
  const shared = year === undefined ? {} : { year: year.value };
  const from = { ...first.value, ...shared };
  return {
    value: between(reader, from, { ...from, day: last.value }, first.end),
    end: year?.end ?? last.end,
  };
}

/** The second end, past an article: "vom 29. auf den 30. Oktober", "du 29 au 30 octobre". */
function readEnd(reader: Reader, at: number): ReadMoment | undefined {
  return readMoment(reader, reader.lexicon.articles.has(reader.tokens[at]?.lower ?? '') ? at + 1 : at);
}

/** Two ends divided by a connector; `framed`: the words around them say that it is a span. */
function readEnds(
  reader: Reader,
  at: number,
  connector: (reader: Reader, at: number) => number | undefined,
): Read<DateExpression> | undefined {
  const candidates = [readMoment(reader, at), readBareDay(reader, at), readBareYear(reader, at)];
  for (const first of candidates) {
    if (first === undefined) continue;
    const secondAt = connector(reader, first.end);
    if (secondAt === undefined) continue;
    const bare = first.value.month === undefined && first.value.day !== undefined && first.value.weekday === undefined;
    const yearOnly = first.value.month === undefined && first.value.year !== undefined;
    const second = yearOnly
      ? readBareYear(reader, secondAt)
      : bare
        ? readBareEnd(reader, secondAt)
        : readEnd(reader, secondAt);
    if (second === undefined) continue;
    return { value: between(reader, sharing(first.value, second.value), second.value, first.end), end: second.end };
  }
  return undefined;
}

/** After a bare day only day and month can follow. */
function readBareEnd(reader: Reader, at: number): Read<Moment> | undefined {
  return readDayFirst(reader, reader.lexicon.articles.has(reader.tokens[at]?.lower ?? '') ? at + 1 : at);
}

function readBareYear(reader: Reader, at: number): Read<Moment> | undefined {
  const year = readYear(reader, at);
  return year === undefined ? undefined : { value: { year: year.value }, end: year.end };
}

/** "between 1955 and 1966", "from 3 to 5 May", "vom 3. bis 5. Mai": the words that enclose it belong to a span. */
export const framedSpan: Form = (reader, at) => {
  const frame = reader.lexicon.spanFrames.match(reader.tokens, at);
  if (frame === undefined) return undefined;
  const start = reader.lexicon.articles.has(reader.tokens[frame.end]?.lower ?? '') ? frame.end + 1 : frame.end;
  const ends = readEnds(reader, start, (inner, from) => frame.value.match(inner.tokens, from)?.end);
  return ends === undefined ? undefined : { start: at, end: ends.end, expression: ends.value };
};

/** "1848 bis 1850": a word between two years makes a span; dashes are read with the years that stand alone. */
function isYearsInWords(reader: Reader, at: number, from: Moment): boolean {
  const year = readYear(reader, at);
  return year !== undefined && (from.year ?? 0) >= 1500 && reader.tokens[year.end]?.kind === 'word';
}

/** Old Style with New Style in brackets: "25 October (7 November) 1917". */
function readDoubleDate(reader: Reader, at: number): Read<DateExpression> | undefined {
  const old = readDayFirst(reader, at);
  if (old === undefined || !is(reader.tokens[old.end], '(')) return undefined;
  const bracketed = readDayFirst(reader, old.end + 1);
  if (bracketed === undefined || !is(reader.tokens[bracketed.end], ')')) return undefined;
  const year = readYear(reader, bracketed.end + 1);
  const shared = year === undefined ? {} : { year: year.value };
  const to = { ...sharing({ ...bracketed.value, ...shared }, old.value) };
  if (!isDoubleStyle(sharing(old.value, to), to)) return undefined;
  return { value: { kind: 'moment', moment: to }, end: year?.end ?? bracketed.end + 1 };
}

/** "29-30 October", "28 October – 4 November 1956", "4/5 June 1956", "12/24 May 1843". */
export const openSpan: Form = (reader, at) => {
  const first = reader.tokens[at];
  const before = reader.tokens[at - 1];
  // "pp. 25-30 October": the numbers belong to what stands before them.
  if (first?.kind === 'number' && before?.kind === 'mark' && is(before, '.') && isReference(reader, at - 2))
    return undefined;
  const read = readMonthThenDays(reader, at) ?? readDoubleDate(reader, at) ?? readEnds(reader, at, readConnector);
  if (read === undefined) return undefined;
  if (read.value.kind === 'span' && read.value.to.month === undefined && !isYearsInWords(reader, at, read.value.from)) {
    return undefined;
  }
  return { start: at, end: read.end, expression: read.value };
};

function isReference(reader: Reader, at: number): boolean {
  const word = reader.tokens[at]?.lower;
  return (
    word !== undefined &&
    reader.lexicon.notBeforeYear.has(word) &&
    !reader.lexicon.dayPrepositions.match(reader.tokens, at)
  );
}

/** "morning of 30 October", "night of 29 to 30 October": the part of the day belongs to the date. */
export const partOfDay: Form = (reader, at) => {
  const phrase = reader.lexicon.dayParts.match(reader.tokens, at);
  if (phrase === undefined) return undefined;
  const start = reader.lexicon.articles.has(reader.tokens[phrase.end]?.lower ?? '') ? phrase.end + 1 : phrase.end;
  const ends = readEnds(reader, start, readConnector);
  if (ends !== undefined) return { start: at, end: ends.end, expression: ends.value };
  const read = readMoment(reader, start) ?? readBareDayPart(reader, start);
  if (read?.value.day === undefined) return undefined;
  return { start: at, end: read.end, expression: { kind: 'moment', moment: read.value } };
};

/** "night of the 29th": the ending shows that the number is a day. */
function readBareDayPart(reader: Reader, at: number): ReadMoment | undefined {
  const day = readDay(reader, at);
  return day?.ordinal === true ? { value: { day: day.value }, end: day.end } : undefined;
}

/** The first of several months of one year: "October" of "October and November 1956". */
export const sharedYear: Form = (reader, at) => {
  const first = readMonth(reader, at);
  const mark = first === undefined ? undefined : reader.tokens[first.end];
  if (first === undefined || first.foreign || mark === undefined) return undefined;
  if (!(is(mark, ',') || reader.lexicon.conjunctions.has(mark.lower))) return undefined;
  const second = readMonthYear(reader, first.end + 1);
  if (second?.value.year === undefined) return undefined;
  const moment = { month: first.value, year: second.value.year };
  return { start: at, end: first.end, expression: { kind: 'moment', moment } };
};

/** The first of several days of one month: "3" of "3 and 5 May", "20" of "20, 24 June". */
export const sharedMonth: Form = (reader, at) => {
  const first = readBareDay(reader, at);
  if (first === undefined) return undefined;
  let next = first.end;
  for (let days = 0; days < 4; days++) {
    const mark = reader.tokens[next];
    if (mark === undefined || !(is(mark, ',') || reader.lexicon.conjunctions.has(mark.lower))) return undefined;
    const date = readDayFirst(reader, next + 1);
    if (date !== undefined) {
      const moment = sharing(first.value, date.value);
      return { start: at, end: first.end, expression: { kind: 'moment', moment } };
    }
    const another = readBareDay(reader, next + 1);
    if (another === undefined) return undefined;
    next = another.end;
  }
  return undefined;
};
