import type { ValueSpace } from './value-space.js';

/** A point on the line of time. */
interface Instant {
  /** Days after 1 January of the year 1, in the Gregorian calendar throughout. */
  readonly day: number;
  /** Milliseconds of that day, in universal time where the zone is known. */
  readonly millisecond: number;
  /** Milliseconds into a leap second, and one more; 0 outside of one. */
  readonly leap: number;
  readonly zoned: boolean;
}

const dayLength = 86_400_000;

/** How far from universal time a time without a zone may lie, either way (section 3.2.7.4). */
const largestOffset = 14 * 3_600_000;

/** The last year that jing knows, before and after the year 1. */
const lastYear = 292_278_994;

/** What the texts consist of besides signs, each in brackets of its own. */
const shapes = {
  year: '(-?(?:[1-9][0-9]{4,}|[0-9]{4}))',
  month: '([0-9]{2})',
  day: '([0-9]{2})',
  hour: '([0-9]{2})',
  minute: '([0-9]{2})',
  second: '([0-9]{2})',
  fraction: '(?:\\.([0-9]*))?',
  zone: '(Z|[+-][0-9]{2}:[0-5][0-9])?',
} as const;

type Part = keyof typeof shapes;

/** Where a type's expression has its parts: the numbers of their brackets, 0 for what the type does not have. */
type Places = Readonly<Record<Part, number>>;

/** The years are counted with a year 0 here: -0001 is the year before 0001, which the texts cannot name. */
function isLeapYear(count: number): boolean {
  return count % 4 === 0 && (count % 100 !== 0 || count % 400 === 0);
}

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Days in a month (1 to 12) of a year counted with a year 0; 0 for what is no month. */
function daysIn(count: number, monthNumber: number): number {
  return (monthLengths[monthNumber - 1] ?? 0) + (monthNumber === 2 && isLeapYear(count) ? 1 : 0);
}

/** Days before the first of a month, from 1 January of the year 1. */
function dayNumber(count: number, monthNumber: number, dayOfMonth: number): number {
  const before = count - 1;
  const leapDays = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
  let days = before * 365 + leapDays + dayOfMonth - 1;
  for (let each = 1; each < monthNumber; each++) days += daysIn(count, each);
  return days;
}

/** Milliseconds ahead of universal time; undefined for an offset that no zone has: jing allows -13:00 to +14:00. */
function offsetOf(text: string): number | undefined {
  if (text === 'Z') return 0;
  const minutes = Number(text.slice(1, 3)) * 60 + Number(text.slice(4));
  if (minutes > (text.startsWith('-') ? 13 : 14) * 60) return undefined;
  return (text.startsWith('-') ? -minutes : minutes) * 60_000;
}

/** The year as counted with a year 0; undefined for a year that is none. */
function yearCount(text: string): number | undefined {
  const written = Number(text);
  if (written === 0 || Math.abs(written) > lastYear) return undefined;
  return written < 0 ? written + 1 : written;
}

/** What a match says by its parts; undefined where it says an impossible day, time or zone. */
function instantOf(match: RegExpExecArray, places: Places): Instant | undefined {
  const number = (place: number, otherwise: number): number => (place === 0 ? otherwise : Number(match[place]));
  // What a type leaves out is as in 2000, a leap year: a day without a year may be 29 February.
  const count = places.year === 0 ? 2000 : yearCount(match[places.year] ?? '');
  if (count === undefined) return undefined;
  const month = number(places.month, 1);
  const day = number(places.day, 1);
  if (day < 1 || day > daysIn(count, month)) return undefined;
  const hour = number(places.hour, 0);
  const minute = number(places.minute, 0);
  const second = number(places.second, 0);
  const zone = match[places.zone];
  const offset = zone === undefined ? 0 : offsetOf(zone);
  if (hour > 23 || minute > 59 || second > 60 || offset === undefined) return undefined;
  const written = places.fraction === 0 ? undefined : match[places.fraction];
  const fraction = written === undefined ? 0 : Number(written.slice(0, 3).padEnd(3, '0'));
  const inMinute = second === 60 ? 59_999 : second * 1000 + fraction;
  const sum = (hour * 60 + minute) * 60_000 + inMinute - offset;
  return {
    day: dayNumber(count, month, day) + Math.floor(sum / dayLength),
    millisecond: ((sum % dayLength) + dayLength) % dayLength,
    leap: second === 60 ? fraction + 1 : 0,
    zoned: zone !== undefined,
  };
}

/** Milliseconds from one instant to another, leap seconds apart. */
function distance(from: Instant, to: Instant): number {
  return (to.day - from.day) * dayLength + to.millisecond - from.millisecond;
}

/** Where only one of two times has a zone, one is before the other only if it is so in every zone (section 3.2.7.4). */
function isBefore(value: Instant, other: Instant): boolean {
  const between = distance(value, other) - (value.zoned === other.zoned ? 0 : largestOffset);
  return between === 0 ? value.leap < other.leap : between > 0;
}

/** Instants of texts already seen to be good; what is not reaches no value. */
const noInstant: Instant = { day: 0, millisecond: 0, leap: 0, zoned: false };

function isPart(item: string): item is Part {
  return item in shapes;
}

/** A type of section 3.2.7 to 3.2.14, by the parts of its texts and the signs between them, in order. */
function calendarType(...items: readonly string[]): ValueSpace<Instant> {
  const template = [...items, 'zone'];
  const order = template.filter(isPart);
  const expression = new RegExp(`^${template.map((item) => (isPart(item) ? shapes[item] : item)).join('')}$`, 'u');
  const place = (part: Part): number => order.indexOf(part) + 1;
  const places: Places = {
    year: place('year'),
    month: place('month'),
    day: place('day'),
    hour: place('hour'),
    minute: place('minute'),
    second: place('second'),
    fraction: place('fraction'),
    zone: place('zone'),
  };
  const read = (text: string): Instant | undefined => {
    const match = expression.exec(text);
    return match === null ? undefined : instantOf(match, places);
  };
  return {
    whiteSpace: 'collapse',
    accepts: (text) => read(text) !== undefined,
    valueOf: (text) => read(text) ?? noInstant,
    keyOf: ({ day, millisecond, leap, zoned }) => `${day} ${millisecond} ${leap} ${zoned}`,
    isBefore,
  };
}

const date = ['year', '-', 'month', '-', 'day'] as const;
const time = ['hour', ':', 'minute', ':', 'second', 'fraction'] as const;

/**
 * The types of dates and times, by name. They keep to what jing takes for them where the recommendation leaves room or
 * was changed: no year 0000, no 24:00:00, leap seconds at any minute's end, milliseconds, zones from -13:00 to +14:00.
 */
export const calendarTypes: readonly (readonly [name: string, space: ValueSpace<Instant>])[] = [
  ['dateTime', calendarType(...date, 'T', ...time)],
  ['time', calendarType(...time)],
  ['date', calendarType(...date)],
  ['gYearMonth', calendarType('year', '-', 'month')],
  ['gYear', calendarType('year')],
  ['gMonthDay', calendarType('--', 'month', '-', 'day')],
  ['gDay', calendarType('---', 'day')],
  ['gMonth', calendarType('--', 'month')],
];
