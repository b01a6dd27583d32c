import { z } from 'zod';

/** A text that says something. */
export const words = z.string();

/** A date of the Gregorian calendar as precise as it is known: `1956`, `1956-10`, `1956-10-30` (ISO 8601, `xs:date`). */
export const isoDate = z.string().refine(isCalendarDate, {
  error: 'should be a date such as 1956, 1956-10 or 1956-10-30 that the calendar has.',
});

/** `true` or `false`. YAML is read without types of its own, so that the word arrives as a text. */
export const flag = z.enum(['true', 'false']).transform((value) => value === 'true');

/** A flag that says something only where it is true. */
export const set = z.literal('true').transform(() => true as const);

/** A language tag (BCP 47): `en`, `ru-Latn`. Only its form is checked. */
export const languageTag = z.string().regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/, {
  error: 'should be a language tag (BCP 47) such as en, de or ru-Latn.',
});

/** An identifier of the registers or of this file: an XML name without a colon, as `xml:id` wants it. */
export const identifier = z.string().regex(/^[\p{L}_][\p{L}\p{M}\p{N}._-]*$/u, {
  error: 'should be an identifier: letters, digits, “.”, “-” and “_”, beginning with a letter.',
});

/** An address on the web. Other schemes (`javascript:`) have no place in an edition. */
export const webAddress = z.string().refine(isWebAddress, {
  error: 'should be an address that begins with http:// or https://.',
});

/** One value or a list of them; always a list afterwards. The mark tells the JSON Schema that either may be written. */
export function oneOrMore<Item extends z.ZodType>(item: Item) {
  return z
    .preprocess((value) => (value === undefined || Array.isArray(value) ? value : [value]), z.array(item))
    .meta({ oneOrMore: true });
}

function isWebAddress(value: string): boolean {
  return /^https?:\/\//i.test(value) && URL.canParse(value);
}

function isCalendarDate(value: string): boolean {
  const match = /^(-?\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(value);
  if (match === null) return false;
  const year = Number(match[1]);
  const month = Number(match[2] ?? 1);
  const day = Number(match[3] ?? 1);
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

function daysIn(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  if (month === 2) return isLeap ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
