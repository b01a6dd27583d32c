import type { PeriodPart } from '../../../../language/calendar/index.js';
import type { DateExpression } from '../expression.js';
import { is, isDash, readMonth, readYear, type Form, type Read, type Reader } from '../reader.js';
import { readMonthYear } from './calendar-date.js';

interface Decade {
  readonly first: number;
  /** Two digits only: the century comes from the context. */
  readonly short: boolean;
}

/** "1930s", "1930er Jahre", "années 1930", "1930-х годов"; in English also "’30s". */
function readDecade(reader: Reader, at: number): Read<Decade> | undefined {
  const { tokens, lexicon } = reader;
  const prefix = lexicon.decadePrefixes.match(tokens, at);
  const numberAt = prefix?.end ?? (is(tokens[at], "'", '’', '‘') ? at + 1 : at);
  const number = tokens[numberAt];
  if (number?.kind !== 'number' || number.inAddress || number.text.at(-1) !== '0') return undefined;
  const value = Number(number.text);
  const long = number.text.length === 4 && value >= 1000 && value <= 2090;
  if (!long && !(number.text.length === 2 && value >= 20)) return undefined;
  const ending = tokens[numberAt + 1]?.joined === true ? lexicon.decadeEndings.match(tokens, numberAt + 1) : undefined;
  if (prefix === undefined && ending === undefined) return undefined;
  if (!long && prefix === undefined && numberAt === at) return undefined;
  return { value: { first: value, short: !long }, end: ending?.end ?? numberAt + 1 };
}

/** The years of a part of a decade: the halves; its middle is the four years around the fifth. */
function partOfDecade(first: number, part: PeriodPart | undefined): readonly [number, number] {
  switch (part) {
    case 'early':
    case 'first-half':
      return [first, first + 4];
    case 'middle':
      return [first + 3, first + 6];
    case 'late':
    case 'second-half':
      return [first + 5, first + 9];
    case undefined:
      return [first, first + 9];
  }
}

/** "1930s", "late 1940s", "1930s-1940s". Decades with "and" between them are two: each has its own years. */
export const decade: Form = (reader, at) => {
  const { tokens, lexicon } = reader;
  const part = lexicon.parts.match(tokens, at);
  const partEnd = part?.end ?? at;
  const start = part !== undefined && lexicon.articles.has(tokens[partEnd]?.lower ?? '') ? partEnd + 1 : partEnd;
  const read = readDecade(reader, start);
  if (read === undefined) return undefined;
  const [first, last] = partOfDecade(read.value.first, part?.value);
  const joiner = tokens[read.end];
  const joined = joiner !== undefined && isDash(joiner);
  const secondPart = joined ? lexicon.parts.match(tokens, read.end + 1) : undefined;
  const second = joined ? readDecade(reader, secondPart?.end ?? read.end + 1) : undefined;
  const short = read.value.short ? { short: true } : {};
  if (second === undefined || second.value.short !== read.value.short || second.value.first <= read.value.first) {
    return { start: at, end: read.end, expression: { kind: 'years', first, last, ...short } };
  }
  const [, end] = partOfDecade(second.value.first, secondPart?.value);
  return { start: at, end: second.end, expression: { kind: 'years', first, last: end, ...short } };
};

/** "early May 1956", "mid-November", "Ende Juli", "early 1956". */
export const partOfPeriod: Form = (reader, at) => {
  const { tokens, lexicon } = reader;
  const part = lexicon.parts.match(tokens, at);
  if (part === undefined) return undefined;
  const start = lexicon.articles.has(tokens[part.end]?.lower ?? '') ? part.end + 1 : part.end;
  const expression = (moment: { month?: number; year?: number; shortYear?: number }): DateExpression => ({
    kind: 'moment',
    moment,
    part: part.value,
  });
  const monthYear = readMonthYear(reader, start);
  if (monthYear !== undefined) return { start: at, end: monthYear.end, expression: expression(monthYear.value) };
  const month = readMonth(reader, start);
  if (month !== undefined && !month.foreign && !(month.short && !is(tokens[month.end - 1], '.'))) {
    return { start: at, end: month.end, expression: expression({ month: month.value }) };
  }
  const year = readYear(reader, start);
  return year === undefined ? undefined : { start: at, end: year.end, expression: expression({ year: year.value }) };
};

/** Hungarian says the part after the month: "1956 október végén". */
export const periodThenPart: Form = (reader, at) => {
  const { tokens, lexicon } = reader;
  if (lexicon.words.language !== 'hu') return undefined;
  const year = readYear(reader, at);
  const monthAt = year === undefined ? at : is(tokens[year.end], '.') ? year.end + 1 : year.end;
  const month = readMonth(reader, monthAt);
  const partAt = month?.end ?? monthAt;
  const part = lexicon.parts.match(tokens, partAt);
  if (part === undefined || (year === undefined && month === undefined)) return undefined;
  const moment = {
    ...(year === undefined ? {} : { year: year.value }),
    ...(month === undefined ? {} : { month: month.value }),
  };
  return { start: at, end: part.end, expression: { kind: 'moment', moment, part: part.value } };
};

/** "winter of 1848/49": the year in which it ends belongs to the words. */
function endOfWinter(reader: Reader, at: number, year: number): number {
  const number = reader.tokens[at + 1];
  if (!(isDash(reader.tokens[at]) || is(reader.tokens[at], '/')) || number?.kind !== 'number') return at;
  const isNext = number.joined && number.text.length >= 2 && String(year + 1).endsWith(number.text);
  return isNext ? at + 2 : at;
}

/** "autumn of 1953", "im Herbst 1953", "last spring", "1956 őszén". */
export const season: Form = (reader, at) => {
  const { tokens, lexicon } = reader;
  const first = tokens[at];
  if (first === undefined) return undefined;
  const direction = lexicon.directions.get(first.lower);
  const yearBefore = lexicon.words.language === 'hu' ? readYear(reader, at) : undefined;
  const nameAt = direction === undefined ? (yearBefore?.end ?? at) : at + 1;
  const name = lexicon.seasons.get(tokens[nameAt]?.lower ?? '');
  if (name === undefined) return undefined;
  const joiner = lexicon.joiners.match(tokens, nameAt + 1)?.end ?? nameAt + 1;
  const yearAfter = readYear(reader, joiner);
  const year = yearBefore ?? yearAfter;
  if (year !== undefined) {
    const end = endOfWinter(reader, Math.max(year.end, nameAt + 1), year.value);
    return { start: at, end, expression: { kind: 'season', season: name, year: year.value } };
  }
  return direction === undefined
    ? undefined
    : { start: at, end: nameAt + 1, expression: { kind: 'season', season: name, direction } };
};
