import type { Moment } from '../expression.js';
import {
  endsPhrase,
  is,
  isDash,
  readDay,
  readMonth,
  readRomanMonth,
  readShortYear,
  readWeekday,
  readYear,
  skip,
  skipDayPoint,
  type Form,
  type Read,
  type Reader,
} from '../reader.js';

/** The year after a day and month, past "of", "de", a comma: `October 30, 1956`, `17 avril 1958`, `2. Mai [18]56`. */
function readYearAfter(reader: Reader, at: number, short: boolean): Read<Moment> | undefined {
  const joiner = reader.lexicon.joiners.match(reader.tokens, at)?.end ?? at;
  for (const start of new Set([at, joiner])) {
    const year = readYear(reader, start);
    if (year !== undefined) return { value: { year: year.value }, end: year.end };
  }
  const marked = is(reader.tokens[at], "'", '’', '‘');
  const shortYear = short || marked ? readShortYear(reader, at) : undefined;
  if (shortYear === undefined) return undefined;
  const next = reader.tokens[shortYear.end];
  // Two digits are a year only where nothing follows that they could count.
  if (next !== undefined && next.kind !== 'mark' && !marked) return undefined;
  return { value: { shortYear: shortYear.value }, end: shortYear.end };
}

/** Old English double years, "11 February 1711/12": the year began on 25 March, the second number is ours. */
function readDoubleYear(reader: Reader, end: number, moment: Moment): Read<Moment & { julian: true }> | undefined {
  const number = reader.tokens[end + 1];
  if (moment.year === undefined || moment.month === undefined || moment.month > 3 || moment.year >= 1752)
    return undefined;
  if (!is(reader.tokens[end], '/', '-', '–') || number?.kind !== 'number') return undefined;
  const next = moment.year + 1;
  if (number.text !== String(next).slice(-number.text.length)) return undefined;
  return { value: { ...moment, year: next, julian: true }, end: end + 2 };
}

/** What was read of a date: the moment, and where it ends. `julian`: its words say that it is Old Style. */
export interface ReadMoment extends Read<Moment> {
  readonly julian?: boolean;
}

/** Takes a year that follows, and the words for Old Style. */
export function completed(reader: Reader, moment: Moment, end: number, short: boolean): ReadMoment {
  const year = readYearAfter(reader, end, short);
  const dated = { ...moment, ...year?.value };
  const dateEnd = year?.end ?? end;
  const double = readDoubleYear(reader, dateEnd, dated);
  if (double !== undefined) {
    const { julian, ...value } = double.value;
    return { value, end: double.end, julian };
  }
  const style = reader.lexicon.oldStyle.match(reader.tokens, dateEnd);
  return style === undefined ? { value: dated, end: dateEnd } : { value: dated, end: style.end, julian: true };
}

/** Day, month and perhaps year: "17 April 1958", "d. 3. Mai", "30th of October", "11.XII.29.", "1er mai". */
export function readDayFirst(reader: Reader, at: number): ReadMoment | undefined {
  const day = readDay(reader, at);
  if (day === undefined) return undefined;
  const { tokens, lexicon } = reader;
  const pointed = skipDayPoint(reader, day.end);
  const afterDay = lexicon.joiners.match(tokens, pointed);
  // A comma divides a number from a month; only words join them ("3 de mayo").
  const monthAt = afterDay === undefined || is(tokens[pointed], ',') ? pointed : afterDay.end;
  const month = readMonth(reader, monthAt);
  if (month !== undefined) {
    const read = completed(reader, { day: day.value, month: month.value }, month.end, true);
    const hasYear = read.value.year !== undefined;
    return month.foreign && !hasYear ? undefined : read;
  }
  const roman = pointed > day.end || lexicon.words.dayPoint ? readRomanMonth(reader, pointed) : undefined;
  if (roman === undefined) return undefined;
  const monthPoint = is(tokens[roman.end - 1], '.');
  const read = completed(reader, { day: day.value, month: roman.value }, skip(reader, roman.end, '/'), true);
  const { year, shortYear } = read.value;
  if (year === undefined && shortYear === undefined && !(monthPoint && pointed > day.end)) return undefined;
  // "29." abbreviates the year: the point belongs to it.
  return shortYear === undefined ? read : { ...read, end: skip(reader, read.end, '.') };
}

/** Month, day and perhaps year: "October 30, 1956", "Nov. 1st". */
function readMonthFirst(reader: Reader, at: number): ReadMoment | undefined {
  if (!reader.lexicon.words.monthFirst) return undefined;
  const month = readMonth(reader, at);
  if (month === undefined || month.foreign) return undefined;
  const dayAt = is(reader.tokens[month.end], 'the') ? month.end + 1 : month.end;
  const day = readDay(reader, dayAt);
  if (day === undefined) return undefined;
  const end = reader.lexicon.words.dayPoint ? skipDayPoint(reader, day.end) : day.end;
  const read = completed(reader, { day: day.value, month: month.value }, end, false);
  if (read.end > end) return read;
  const ending = reader.lexicon.ordinalEndings.match(reader.tokens, end);
  const ended = ending === undefined || reader.tokens[end]?.joined === false ? end : ending.end;
  return { ...read, end: ended };
}

/** Year, month and perhaps day: "1956. október 30-án", "1956 October 30". */
function readYearFirst(reader: Reader, at: number): ReadMoment | undefined {
  const year = readYear(reader, at);
  if (year === undefined) return undefined;
  const pointed = skip(reader, year.end, '.', ',');
  const month = readMonth(reader, pointed);
  if (month === undefined || month.foreign) return undefined;
  const day = readDay(reader, month.end);
  if (day === undefined) {
    // "in 1956 March came": only Hungarian names year and month in this order.
    const moment = { year: year.value, month: month.value };
    return reader.lexicon.words.language === 'hu' ? { value: moment, end: month.end } : undefined;
  }
  const moment = { year: year.value, month: month.value, day: day.value };
  const dayPointed = reader.lexicon.words.dayPoint ? skipDayPoint(reader, day.end) : day.end;
  const ending = reader.lexicon.ordinalEndings.match(reader.tokens, dayPointed);
  const ended = ending !== undefined && reader.tokens[dayPointed]?.joined === true ? ending.end : day.end;
  return { value: moment, end: Math.max(ended, endOfPoint(reader, day.end)) };
}

/** The point after a Hungarian day's number belongs to it; at the end of a sentence it is the sentence's too. */
function endOfPoint(reader: Reader, at: number): number {
  return reader.lexicon.words.dayPoint ? skipDayPoint(reader, at) : at;
}

/** Month and year: "November 1956", "March of 1953", "mars 1953". */
export function readMonthYear(reader: Reader, at: number): ReadMoment | undefined {
  const month = readMonth(reader, at);
  if (month === undefined) return undefined;
  const read = completed(reader, { month: month.value }, month.end, false);
  return read.value.year === undefined && read.value.shortYear === undefined ? undefined : read;
}

/** A date that names a day or a month of a year, a weekday before it included. */
export function readMoment(reader: Reader, at: number): ReadMoment | undefined {
  const weekday = readWeekday(reader, at, true);
  if (weekday !== undefined) {
    const marked = skip(reader, weekday.end, ',');
    const { articles } = reader.lexicon;
    const article = articles.has(reader.tokens[marked]?.lower ?? '') || is(reader.tokens[marked], 'd', 'den');
    const start = article ? skip(reader, marked + 1, '.') : marked;
    const read = readDayFirst(reader, start) ?? readMonthFirst(reader, start);
    if (read !== undefined) return { ...read, value: { ...read.value, weekday: weekday.value } };
    return readWeekdayDay(reader, start, weekday.value);
  }
  return (
    readDayFirst(reader, at) ?? readMonthFirst(reader, at) ?? readYearFirst(reader, at) ?? readMonthYear(reader, at)
  );
}

/** "Wednesday 1st", "Donnerstag d. 8.": month and year come from the context. */
function readWeekdayDay(reader: Reader, at: number, weekday: number): ReadMoment | undefined {
  const day = readDay(reader, at);
  if (day === undefined) return undefined;
  const pointed = reader.lexicon.words.dayPoint ? skipDayPoint(reader, day.end) : day.end;
  const next = reader.tokens[pointed];
  if (!day.ordinal && pointed === day.end && next !== undefined && next.kind !== 'mark') return undefined;
  if (isDash(next) && reader.tokens[pointed + 1]?.kind === 'number') return undefined;
  return { value: { weekday, day: day.value }, end: pointed };
}

/** A calendar date that names a day or a month of a year. */
export const calendarDate: Form = (reader, at) => {
  const read = readMoment(reader, at);
  if (read === undefined) return undefined;
  const moment = read.value;
  if (read.julian === true) return { start: at, end: read.end, expression: { kind: 'moment', moment, julian: true } };
  // "5th April last"
  const direction = reader.lexicon.directions.get(reader.tokens[read.end]?.lower ?? '');
  if (
    direction !== undefined &&
    moment.month !== undefined &&
    moment.year === undefined &&
    endsPhrase(reader, read.end + 1)
  ) {
    return { start: at, end: read.end + 1, expression: { kind: 'moment', moment, direction } };
  }
  return { start: at, end: read.end, expression: { kind: 'moment', moment } };
};
