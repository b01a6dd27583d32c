/** Days counted from 1 January 1970 in the proleptic Gregorian calendar; years as ISO 8601 counts them (0 is 1 BC). */
export interface DayRange {
  readonly first: number;
  /** The last day of the range itself. */
  readonly last: number;
}

/** A date as precise as it is known; `month` and `day` are 0 where they are not. */
export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const VALUE = /^(-?\d{4,6})(?:-(\d{2})(?:-(\d{2}))?)?(?:T.*|Z)?$/;
const DAY = 86_400_000;

/** Years that can be counted in days (ECMA-262, 21.4.1.1: time values reach 271,821 years back). */
const FARTHEST_YEAR = 200_000;

/** Reads a value of a dating attribute (W3C XML Schema Part 2: date, gYearMonth, gYear); undefined for no real date. */
export function calendarDate(value: string): CalendarDate | undefined {
  const match = VALUE.exec(value);
  if (match === null) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2] ?? 0), Number(match[3] ?? 0)];
  if (Math.abs(year) > FARTHEST_YEAR) return undefined;
  if (match[2] !== undefined && (month < 1 || month > 12)) return undefined;
  if (match[3] !== undefined && (day < 1 || day > monthLength(year, month))) return undefined;
  return { year, month, day };
}

/** The number of a day. */
export function dayNumber(year: number, month: number, day: number): number {
  return new Date(0).setUTCFullYear(year, month - 1, day) / DAY;
}

/** The day with this number, for `Intl.DateTimeFormat` in UTC and for its parts. */
export function dateOfDay(day: number): Date {
  return new Date(day * DAY);
}

/** All days that a date may be. */
export function daysOf({ year, month, day }: CalendarDate): DayRange {
  if (month === 0) return { first: dayNumber(year, 1, 1), last: dayNumber(year, 12, 31) };
  if (day === 0) return { first: dayNumber(year, month, 1), last: dayNumber(year, month, monthLength(year, month)) };
  const first = dayNumber(year, month, day);
  return { first, last: first };
}

/** The days from one value to another, either of which may be empty; undefined where neither is a date. */
export function dayRange(start: string, end: string): DayRange | undefined {
  const [from, to] = [calendarDate(start), calendarDate(end)];
  const known = from ?? to;
  if (known === undefined) return undefined;
  const { first } = daysOf(known);
  const { last } = daysOf(to ?? known);
  return last < first ? { first: last, last: first } : { first, last };
}

function monthLength(year: number, month: number): number {
  return new Date(new Date(0).setUTCFullYear(year, month, 0)).getUTCDate();
}
