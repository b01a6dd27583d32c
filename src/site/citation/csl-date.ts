import type { DateView } from '../reading/date-view.js';
import type { CslDate } from './csl-item.js';

const W3C_DATE = /^(-?\d{4,6})(?:-(\d{2})(?:-(\d{2}))?)?/;

/** A date of the header for CSL-JSON; undefined where nothing is known. */
export function cslDate(date: DateView | undefined): CslDate | undefined {
  if (date === undefined) return undefined;
  const parts = [date.start || date.end, date.start === '' ? '' : date.end]
    .map(dateParts)
    .filter((each) => each.length > 0);
  if (parts.length === 0) return date.text === '' ? undefined : { literal: date.text };
  return { 'date-parts': parts, ...(date.certainty === '' ? {} : { circa: true }) };
}

/**
 * Year, month, day of a value as TEI has it; none for a text that is no date. Years before our era: CSL counts
 * without a year 0, W3C's newer numbering has one (XML Schema 1.1, 3.3.7).
 */
export function dateParts(value: string): number[] {
  const match = W3C_DATE.exec(value);
  if (match === null) return [];
  const year = Number(match[1]);
  const rest = [match[2], match[3]].flatMap((part) => (part === undefined ? [] : [Number(part)]));
  return [year <= 0 ? year - 1 : year, ...rest];
}

/**
 * A date in the Extended Date/Time Format (ISO 8601-2:2019, level 1): `1956-10-30`, `1848-05/1848-06`, `1956?`, `../1848`.
 *
 * @returns empty where the header has no value.
 */
export function edtf(date: DateView | undefined): string {
  if (date === undefined || (date.start === '' && date.end === '')) return '';
  const mark = date.certainty === '' ? '' : '?';
  const value = (raw: string): string => (raw === '' ? '..' : `${W3C_DATE.exec(raw)?.[0] ?? raw}${mark}`);
  if (date.end === '' || date.end === date.start) return value(date.start);
  return `${value(date.start)}/${value(date.end)}`;
}
