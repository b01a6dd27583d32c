import { parseIsoDate, type Day } from './day.js';

/** A date of which at least the year is known. */
export interface KnownDate {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
}

/** What is known at one place of a document, for dates that leave something out. */
export interface DateContext {
  /** The date of the document, or of the diary's entry that the place stands in. */
  readonly written: KnownDate | undefined;
  /** The date that the same passage (or the same note) named last; a bare year only where the document has no date. */
  readonly preceding: KnownDate | undefined;
  /** The date of a diary's entry before this one: the next entry follows it. */
  readonly entry: Day | undefined;
  /** The first and the last of the years that the document names, where it names several; they tell a century. */
  readonly era?: { readonly first: number; readonly last: number };
}

/** A context in which nothing is known: a date standing alone. */
export const noContext: DateContext = { written: undefined, preceding: undefined, entry: undefined };

/** The document's date from an ISO 8601 prefix; undefined where it is no lawful date. */
export function knownDate(iso: string | undefined): KnownDate | undefined {
  return iso === undefined ? undefined : parseIsoDate(iso);
}

/** The day, where the date is known to the day. */
export function asDay(date: KnownDate | undefined): Day | undefined {
  if (date?.month === undefined || date.day === undefined) return undefined;
  return { year: date.year, month: date.month, day: date.day };
}
