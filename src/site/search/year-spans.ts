import type { DateView } from '../reading/date-view.js';

/** How many spans of years a reader may be offered before longer ones are taken. */
const SPANS_SHOWN = 15;

/** Lengths of spans, in years: single years, decades, centuries, millennia. */
const LENGTHS = [1, 10, 100, 1000] as const;

/** More spans than these are said of no document: it is dated too vaguely to be found by its date. */
const SPANS_OF_A_DATE = 20;

/** The spans that a date falls in: `1956`, `1950/1959` (ISO 8601-1, 5.5.2, of years); none for an unknown date. */
export type YearSpans = (date: DateView | undefined) => string[];

/** Chooses spans of years for an edition: as short as lets a reader survey them. Years before our era are negative. */
export function yearSpans(dates: readonly (DateView | undefined)[]): YearSpans {
  const years = dates.map(yearsOf);
  const length =
    LENGTHS.find((candidate) => new Set(years.flatMap((span) => spansOf(span, candidate))).size <= SPANS_SHOWN) ?? 1000;
  return (date) => spansOf(yearsOf(date), length);
}

/** A number that orders days as they follow each other; a year stands before its days, the undated at the end. */
export function chronologicalOrder(date: DateView | undefined): number {
  const [, year, month = '0', day = '0'] = DATE.exec(date === undefined ? '' : date.start || date.end) ?? [];
  return year === undefined ? UNDATED : Number(year) * 10_000 + Number(month) * 100 + Number(day);
}

/** Later than any day that a calendar date of six figures can name. */
const UNDATED = 9_999_999_999;

const DATE = /^(-?\d{4,6})(?:-(\d{2}))?(?:-(\d{2}))?/;

function yearsOf(date: DateView | undefined): readonly [number, number] | undefined {
  const [start, end] = [yearOf(date?.start), yearOf(date?.end)];
  if (start === undefined || end === undefined) {
    const known = start ?? end;
    return known === undefined ? undefined : [known, known];
  }
  return [Math.min(start, end), Math.max(start, end)];
}

function yearOf(value: string | undefined): number | undefined {
  const year = DATE.exec(value ?? '')?.[1];
  return year === undefined ? undefined : Number(year);
}

function spansOf(years: readonly [number, number] | undefined, length: number): string[] {
  if (years === undefined) return [];
  const [first, last] = years.map((year) => Math.floor(year / length)) as [number, number];
  if (last - first >= SPANS_OF_A_DATE) return [];
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const start = (first + index) * length;
    return length === 1 ? String(start) : `${start}/${start + length - 1}`;
  });
}
