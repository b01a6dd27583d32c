import type { Direction, PeriodPart, Season } from '../../../language/calendar/index.js';
import type { Certainty } from '../../annotation.js';
import { asDay, type DateContext, type KnownDate } from './context.js';
import { addDays, daysInMonth, fromJulian, isDay, isoDate, weekdayOf, type Day } from './day.js';
import type { DateExpression, Moment } from './expression.js';
import { completeMoment, weekdayMoment, type Completed } from './completion.js';

/** The value of a date: TEI attributes (W3C dates, Gregorian), and how sure it is. */
export interface DateValue {
  readonly attributes: Readonly<Record<string, string>>;
  readonly certainty: Certainty;
}

/** What became of an expression: a value, or the reason why it has none. */
export interface Resolution {
  readonly value?: DateValue;
  readonly problem?: 'impossible' | 'unresolved' | 'ambiguous' | 'weekday-differs';
  /** The date that the words name, for what follows them. */
  readonly known?: KnownDate;
}

const unresolved: Resolution = { problem: 'unresolved' };
const impossible: Resolution = { problem: 'impossible' };

/**
 * Gives a date its value. What the words leave out comes from the context; where that does not say it, there
 * is no value. Never the clock, and never a day that does not exist.
 */
export function resolveDate(expression: DateExpression, context: DateContext): Resolution {
  switch (expression.kind) {
    case 'moment':
      return resolveMoment(expression, context);
    case 'span':
      return resolveSpan(expression.from, expression.to, context);
    case 'years':
      return resolveYears(expression.first, expression.last, expression.short === true, context);
    case 'season':
      return resolveSeason(expression.season, expression.year, expression.direction, context);
    case 'offset':
      return resolveOffset(expression, context);
    case 'ambiguous':
      return { problem: 'ambiguous' };
  }
}

/** A date as precise as what is known of it. */
export function isoOf({ year, month, day }: KnownDate): string {
  return isoDate(year, month, day);
}

function isPossible({ year, month, day }: KnownDate): boolean {
  return month === undefined || day === undefined || isDay({ year, month, day });
}

/** A day and month that no year has (31 April) need no year to be impossible. */
function neverPossible({ month, day }: Moment): boolean {
  return month !== undefined && day !== undefined && day > daysInMonth(month);
}

function resolveMoment(expression: Extract<DateExpression, { kind: 'moment' }>, context: DateContext): Resolution {
  const { moment, part, direction, julian } = expression;
  if (neverPossible(moment)) return impossible;
  if (moment.weekday !== undefined && moment.day === undefined)
    return resolveWeekday(moment.weekday, direction, context);
  const completed = completeMoment(moment, context, direction);
  if (completed === undefined) return unresolved;
  if (julian === true) return resolveJulian(completed);
  if (!isPossible(completed.date)) return impossible;
  const checked = checkWeekday(moment, completed, context);
  if (part !== undefined) return resolvePart(checked.date, part, checked.certainty);
  const value = { attributes: { when: isoOf(checked.date) }, certainty: checked.certainty };
  const differs = checked.differs ? { problem: 'weekday-differs' as const } : {};
  return { value, known: checked.date, ...differs };
}

/** Old Style: the value is the Gregorian day. A month or year of the Julian calendar has no Gregorian one. */
function resolveJulian(completed: Completed): Resolution {
  const { year, month, day } = completed.date;
  if (month === undefined || day === undefined) {
    const attributes = { when: isoOf(completed.date), calendar: '#julian' };
    return { value: { attributes, certainty: 'medium' }, known: completed.date };
  }
  // 29 February of a century is a day of the Julian calendar.
  if (!isDay({ year, month, day }) && !(month === 2 && day === 29 && year % 4 === 0)) return impossible;
  const known = fromJulian({ year, month, day });
  return { value: { attributes: { when: isoOf(known), calendar: '#julian' }, certainty: completed.certainty }, known };
}

/** The weekday that the words name must be the day's; in a diary the order of the entries decides. */
function checkWeekday(
  moment: Moment,
  completed: Completed,
  context: DateContext,
): Completed & { readonly differs: boolean } {
  const day = asDay(completed.date);
  if (moment.weekday === undefined || day === undefined || weekdayOf(day) === moment.weekday) {
    return { ...completed, differs: false };
  }
  const following = context.entry === undefined ? undefined : addDays(context.entry, 1);
  if (following !== undefined && weekdayOf(following) === moment.weekday) {
    return { date: following, certainty: 'low', differs: true };
  }
  return { ...completed, certainty: 'low', differs: true };
}

function resolveWeekday(weekday: number, direction: Direction | undefined, context: DateContext): Resolution {
  const day = weekdayMoment(weekday, direction, context);
  if (day === undefined) return unresolved;
  const certainty = direction === undefined ? 'low' : 'medium';
  return { value: { attributes: { when: isoOf(day) }, certainty }, known: day };
}

/** A part of a month (1–10, 10–20, 20 to the last; halves 1–15, 16 to the last) or of a year. */
function resolvePart(date: KnownDate, part: PeriodPart, certainty: Certainty): Resolution {
  const { year, month } = date;
  if (date.day !== undefined) return { value: { attributes: { when: isoOf(date) }, certainty }, known: date };
  const [first, last] = month === undefined ? monthsOfPart(part) : daysOfPart(part, daysInMonth(month, year));
  const from = month === undefined ? isoDate(year, first) : isoDate(year, month, first);
  const to = month === undefined ? isoDate(year, last) : isoDate(year, month, last);
  return { value: { attributes: { notBefore: from, notAfter: to }, certainty }, known: date };
}

function daysOfPart(part: PeriodPart, length: number): readonly [number, number] {
  const parts = {
    early: [1, 10],
    middle: [10, 20],
    late: [20, length],
    'first-half': [1, 15],
    'second-half': [16, length],
  } as const;
  return parts[part];
}

function monthsOfPart(part: PeriodPart): readonly [number, number] {
  const parts = { early: [1, 6], middle: [5, 8], late: [7, 12], 'first-half': [1, 6], 'second-half': [7, 12] } as const;
  return parts[part];
}

function resolveSpan(from: Moment, to: Moment, context: DateContext): Resolution {
  if (neverPossible(from) || neverPossible(to)) return impossible;
  const last = completeMoment(to, context, undefined);
  if (last === undefined) return unresolved;
  // The beginning takes its year from the end; "28 December to 3 January" crosses it.
  const crosses =
    from.year === undefined && from.shortYear === undefined && (from.month ?? 0) > (last.date.month ?? 12);
  const year = last.date.year - (crosses ? 1 : 0);
  const first = completeMoment(from.year === undefined ? { ...from, year } : from, context, undefined);
  if (first === undefined) return unresolved;
  if (!isPossible(first.date) || !isPossible(last.date)) return impossible;
  if (isoOf(first.date) > isoOf(last.date)) return impossible;
  const attributes = { from: isoOf(first.date), to: isoOf(last.date) };
  return { value: { attributes, certainty: last.certainty }, known: last.date };
}

function resolveYears(first: number, last: number, short: boolean, context: DateContext): Resolution {
  if (!short)
    return { value: { attributes: { notBefore: isoDate(first), notAfter: isoDate(last) }, certainty: 'high' } };
  const written = context.written?.year;
  if (written === undefined) return unresolved;
  // The latest such decade that had begun.
  const century = written - (written % 100) - (first > written % 100 ? 100 : 0);
  const attributes = { notBefore: isoDate(century + first), notAfter: isoDate(century + last) };
  return { value: { attributes, certainty: 'medium' } };
}

const seasonStarts: Readonly<Record<Season, number>> = { spring: 3, summer: 6, autumn: 9, winter: 12 };

/** A season is its three calendar months; the winter of a year begins in its December. */
function resolveSeason(
  season: Season,
  named: number | undefined,
  direction: Direction | undefined,
  context: DateContext,
): Resolution {
  const written = context.written;
  const shift = direction === 'last' ? -1 : direction === 'next' ? 1 : 0;
  const start = seasonStarts[season];
  const year = named ?? (written === undefined ? undefined : written.year + seasonShift(shift, start, written.month));
  if (year === undefined) return unresolved;
  const endYear = season === 'winter' ? year + 1 : year;
  const endMonth = season === 'winter' ? 2 : start + 2;
  const attributes = {
    notBefore: isoDate(year, start, 1),
    notAfter: isoDate(endYear, endMonth, daysInMonth(endMonth, endYear)),
  };
  const certainty = named === undefined || season === 'winter' ? 'medium' : 'high';
  return { value: { attributes, certainty } };
}

/** "Last summer", said in autumn, is this year's; said in spring, last year's. */
function seasonShift(shift: number, start: number, month: number | undefined): number {
  if (month === undefined || shift === 0) return shift;
  if (shift < 0) return start + 2 < month ? 0 : -1;
  return start > month ? 0 : 1;
}

function resolveOffset(expression: Extract<DateExpression, { kind: 'offset' }>, context: DateContext): Resolution {
  const { unit, count, anchor, weekday } = expression;
  const base = anchor === 'document' ? context.written : context.preceding;
  if (base === undefined) return unresolved;
  const at = (date: KnownDate, certainty: Certainty): Resolution => ({
    value: { attributes: { when: isoOf(date) }, certainty },
    known: date,
  });
  // "Ten years ago" is a round number.
  const rough = Math.abs(count) > 1 ? 'low' : 'medium';
  if (unit === 'year') return at({ year: base.year + count }, rough);
  if (base.month === undefined) return unresolved;
  if (unit === 'month') {
    const months = base.year * 12 + base.month - 1 + count;
    return at({ year: Math.floor(months / 12), month: (months % 12) + 1 }, rough);
  }
  const day = asDay(base);
  if (day === undefined) return unresolved;
  if (unit === 'week') return resolveWeek(day, count);
  const resolved = addDays(day, count);
  if (weekday === undefined || weekdayOf(resolved) === weekday)
    return at(resolved, weekday === undefined ? 'medium' : 'high');
  return { ...at(resolved, 'low'), problem: 'weekday-differs' };
}

/** A week from Monday to Sunday (ISO 8601); the date lies somewhere within. */
function resolveWeek(day: Day, count: number): Resolution {
  const monday = addDays(day, 1 - weekdayOf(day) + 7 * count);
  const attributes = { notBefore: isoOf(monday), notAfter: isoOf(addDays(monday, 6)) };
  return { value: { attributes, certainty: 'medium' } };
}
