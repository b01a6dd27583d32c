/** A day of the proleptic Gregorian calendar; month 1–12, day 1–31. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** True for a leap year of the Gregorian calendar. */
export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** The number of days of a month; without a year February has 29. */
export function daysInMonth(month: number, year?: number): number {
  const length = lengths[month - 1] ?? 0;
  return month === 2 && (year === undefined || isLeapYear(year)) ? 29 : length;
}

/** True where the day exists in the Gregorian calendar. */
export function isDay({ year, month, day }: Day): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(month, year);
}

/** The number of a day in an unbroken count (the Julian Day Number of its noon), by Fliegel and Van Flandern's rule. */
export function dayNumber({ year, month, day }: Day): number {
  const a = Math.floor((14 - month) / 12);
  const y = year + 4800 - a;
  const m = month + 12 * a - 3;
  const leapDays = Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400);
  return day + Math.floor((153 * m + 2) / 5) + 365 * y + leapDays - 32045;
}

/** The Gregorian day with this number: the inverse of {@link dayNumber}. */
export function dayOfNumber(number: number): Day {
  const a = number + 32044;
  const b = Math.floor((4 * a + 3) / 146097);
  const c = a - Math.floor((146097 * b) / 4);
  const d = Math.floor((4 * c + 3) / 1461);
  const e = c - Math.floor((1461 * d) / 4);
  const m = Math.floor((5 * e + 2) / 153);
  return {
    day: e - Math.floor((153 * m + 2) / 5) + 1,
    month: m + 3 - 12 * Math.floor(m / 10),
    year: 100 * b + d - 4800 + Math.floor(m / 10),
  };
}

/** The Gregorian day of a day written in the Julian calendar (Old Style). */
export function fromJulian({ year, month, day }: Day): Day {
  const a = Math.floor((14 - month) / 12);
  const y = year + 4800 - a;
  const m = month + 12 * a - 3;
  return dayOfNumber(day + Math.floor((153 * m + 2) / 5) + 365 * y + Math.floor(y / 4) - 32083);
}

/** The day that lies `days` after this one (before, where negative). */
export function addDays(from: Day, days: number): Day {
  return dayOfNumber(dayNumber(from) + days);
}

/** The weekday: 1 Monday to 7 Sunday (ISO 8601). */
export function weekdayOf(day: Day): number {
  return (dayNumber(day) % 7) + 1;
}

function padded(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

/** A year, month or day as W3C XML Schema writes it: `1956`, `1956-10`, `1956-10-30`. */
export function isoDate(year: number, month?: number, day?: number): string {
  const parts = [padded(year, 4)];
  if (month !== undefined) parts.push(padded(month, 2));
  if (month !== undefined && day !== undefined) parts.push(padded(day, 2));
  return parts.join('-');
}

/** Reads `1956`, `1956-10` or `1956-10-30`; undefined for anything else and for days that do not exist. */
export function parseIsoDate(text: string): { year: number; month?: number; day?: number } | undefined {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (match === null) return undefined;
  const year = Number(match[1]);
  if (match[2] === undefined) return { year };
  const month = Number(match[2]);
  if (month < 1 || month > 12) return undefined;
  if (match[3] === undefined) return { year, month };
  const day = Number(match[3]);
  return isDay({ year, month, day }) ? { year, month, day } : undefined;
}
