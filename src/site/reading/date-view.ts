import { textOf, type XmlElement } from './xml-view.js';
import type { Messages } from '../theme/messages.js';

/** A date as the header gives it, ready for sorting and printing. */
export interface DateView {
  /** The words of the element, empty where it has none. */
  readonly text: string;
  /** The earliest day it can mean, as written (`1956-10`); empty where nothing is known. */
  readonly start: string;
  /** The latest, where it differs from the earliest. */
  readonly end: string;
  /** `@cert` where it is less than high. */
  readonly certainty: string;
}

const START = ['when', 'from', 'notBefore', 'when-iso', 'from-iso', 'notBefore-iso'];
const END = ['to', 'notAfter', 'to-iso', 'notAfter-iso'];

/** A year, with or without month and day (W3C XML Schema Part 2: date, gYearMonth, gYear), with what may follow. */
const W3C_DATE = /^(-?\d{4,6})(?:-(\d{2})(?:-(\d{2}))?)?(?:T.*|Z)?$/;

/** Reads the dating attributes of any element (TEI att.datable). */
export function dateOf(element: XmlElement): DateView {
  const certainty = element.attributes.get('cert') ?? '';
  return {
    text: textOf(element),
    start: firstDate(element, START),
    end: firstDate(element, END),
    certainty: certainty === 'high' ? '' : certainty,
  };
}

/** A date of one value (`2026-11-21`); undefined for a text that is none. */
export function dateOfValue(value: string): DateView | undefined {
  return W3C_DATE.test(value) ? { text: '', start: value, end: '', certainty: '' } : undefined;
}

function firstDate(element: XmlElement, names: readonly string[]): string {
  for (const name of names) {
    const value = element.attributes.get(name)?.trim() ?? '';
    if (W3C_DATE.test(value)) return value;
  }
  return '';
}

/** True where the date says anything at all. */
export function isKnown(date: DateView | undefined): date is DateView {
  return date !== undefined && (date.start !== '' || date.end !== '' || date.text !== '');
}

/**
 * Orders dates by their first day; a whole year stands before its days, and what has no value at the end.
 * Numbers are compared, so that years before our era and years of five digits are in their places too.
 */
export function compareDates(a: DateView | undefined, b: DateView | undefined): number {
  const [first, second] = [sortKey(a), sortKey(b)];
  for (const [index, value] of first.entries()) {
    const other = second[index] ?? 0;
    if (value !== other) return value < other ? -1 : 1;
  }
  return 0;
}

function sortKey(date: DateView | undefined): readonly number[] {
  const match = W3C_DATE.exec(date === undefined ? '' : date.start || date.end);
  return match === null ? [Infinity, 0, 0] : [Number(match[1]), Number(match[2] ?? 0), Number(match[3] ?? 0)];
}

/**
 * A date in words: its own where it has them, else its value spelled out ("30 October 1956", "1955–1966").
 *
 * @param language of the date's own words; where it is not the reader's, the value is spelled out in their place.
 */
export function dateInWords(date: DateView, messages: Messages, language = messages.language): string {
  const isForeign = language.split('-')[0] !== messages.language.split('-')[0];
  const hasValue = date.start !== '' || date.end !== '';
  if (date.text !== '' && !(isForeign && hasValue)) return date.text;
  const [start, end] = [spellOut(date.start, messages), spellOut(date.end, messages)];
  if (start === '' || end === '' || start === end) return start || end;
  return messages.text('date.range', { start, end });
}

/** One value spelled out in the interface's language; what is no date is given back as it is. */
export function spellOut(value: string, messages: Messages): string {
  const match = W3C_DATE.exec(value);
  if (match === null) return value;
  const written = Number(match[1]);
  const year = written <= 0 ? messages.text('date.beforeOurEra', { year: String(1 - written) }) : String(written);
  if (match[2] === undefined) return year;
  // A month that no calendar has is the edition's fault, told by validation: the value is printed as it stands.
  if (!messages.has(`month.${match[2]}`)) return value;
  if (match[3] === undefined) return messages.text('date.month', { month: messages.text(`month.${match[2]}`), year });
  // Some languages inflect a month that has a day (Russian: "октябрь", "30 октября").
  const month = messages.text(`monthOfDay.${match[2]}`);
  return messages.text('date.day', { day: String(Number(match[3])), month, year });
}

/**
 * The value of an HTML `time` element: one date of our era, with a year of four digits or more. A stretch of time
 * has none.
 */
export function machineDate(date: DateView | undefined): string {
  if (date === undefined || date.end !== '') return '';
  return /^(\d{4,}(?:-\d{2}){0,2})/.exec(date.start)?.[1] ?? '';
}
