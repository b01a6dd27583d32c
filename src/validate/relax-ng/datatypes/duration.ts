import type { ValueSpace } from './value-space.js';

/** A duration in the six parts that it is written in; all have its sign. */
interface Duration {
  readonly years: bigint;
  readonly months: bigint;
  readonly days: bigint;
  readonly hours: bigint;
  readonly minutes: bigint;
  readonly seconds: Fraction;
}

/** The number `units` divided by the `scale`-th power of ten; the last digit is no zero unless the scale is 0. */
interface Fraction {
  readonly units: bigint;
  readonly scale: number;
}

const shape =
  /^-?P(?:([0-9]+)Y)?(?:([0-9]+)M)?(?:([0-9]+)D)?(?:T(?:([0-9]+)H)?(?:([0-9]+)M)?(?:([0-9]+(?:\.[0-9]*)?|\.[0-9]+)S)?)?$/u;

function secondsOf(text: string, sign: bigint): Fraction {
  const [whole = '', written = ''] = text.split('.');
  let scale = written.length;
  while (scale > 0 && written.charCodeAt(scale - 1) === 0x30) scale--;
  return { units: sign * BigInt(whole + written.slice(0, scale)), scale };
}

function durationOf(text: string): Duration {
  const sign = text.startsWith('-') ? -1n : 1n;
  const [, ...parts] = shape.exec(text) ?? [];
  const part = (index: number): bigint => sign * BigInt(parts[index] ?? 0);
  return {
    years: part(0),
    months: part(1),
    days: part(2),
    hours: part(3),
    minutes: part(4),
    seconds: secondsOf(parts[5] ?? '0', sign),
  };
}

/** Whether a fraction is less than another. */
function isLess(value: Fraction, other: Fraction): boolean {
  const scale = Math.max(value.scale, other.scale);
  const raised = (each: Fraction): bigint => each.units * 10n ** BigInt(scale - each.scale);
  return raised(value) < raised(other);
}

/** The months from which durations are compared: there, months are as long and as short as they can be (section 3.2.6.2). */
const starts = [
  { year: 1696, month: 9 },
  { year: 1697, month: 2 },
  { year: 1903, month: 3 },
  { year: 1903, month: 7 },
] as const;

/** Months and days in the four hundred years after which the calendar repeats itself. */
const cycle = { months: 4800n, days: 146_097n };

/** The days that a number of months lasts from the first of a month; a negative number counts as its opposite, negated. */
function daysIn(months: bigint, { year, month }: (typeof starts)[number]): bigint {
  if (months < 0n) return -daysIn(-months, { year, month } as (typeof starts)[number]);
  const rest = Number(months % cycle.months);
  const milliseconds = Date.UTC(year, month - 1 + rest) - Date.UTC(year, month - 1);
  return (months / cycle.months) * cycle.days + BigInt(milliseconds / 86_400_000);
}

/** A duration in seconds when it begins in a month. */
function lengthFrom(
  { years, months, days, hours, minutes, seconds }: Duration,
  start: (typeof starts)[number],
): Fraction {
  const whole = (((daysIn(years * 12n + months, start) + days) * 24n + hours) * 60n + minutes) * 60n;
  return { units: whole * 10n ** BigInt(seconds.scale) + seconds.units, scale: seconds.scale };
}

/** Section 3.2.6. Durations are equal part by part (one year is not twelve months), as jing has it. */
export const duration: ValueSpace<Duration> = {
  whiteSpace: 'collapse',
  // At least one part, and at least one after the T.
  accepts: (text) => shape.test(text) && !text.endsWith('P') && !text.endsWith('T'),
  valueOf: durationOf,
  keyOf: ({ years, months, days, hours, minutes, seconds }) =>
    [years, months, days, hours, minutes, seconds.units, seconds.scale].join(' '),
  isBefore: (value, other) => starts.every((start) => isLess(lengthFrom(value, start), lengthFrom(other, start))),
};
