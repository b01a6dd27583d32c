import { isDay, isoDate } from './day.js';

/** English names of months as file names have them, three letters and more. */
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const dayForm = /(?<![\p{L}\p{N}])(1[5-9]\d\d|20\d\d)([-_.]?)(\d\d)\2(\d\d)(?!\p{N})/u;
const monthForm =
  /(?<![\p{L}\p{N}])(?:([A-Za-z]{3,9})[-_ ]?(1[5-9]\d\d|20\d\d)|(1[5-9]\d\d|20\d\d)[-_ ]([A-Za-z]{3,9}))(?![\p{L}\p{N}])/u;

/**
 * The date in a file's name: `letter-1862-05-25.txt` is of 1862-05-25, `diary-Nov-1821.txt` of 1821-11. A number
 * alone is none (it may be a shelfmark), nor is a day before a month's name (it may number the file).
 *
 * @param path a path with slashes.
 * @returns an ISO 8601 prefix, or undefined.
 */
export function fileNameDate(path: string): string | undefined {
  const name = (path.split('/').at(-1) ?? '').replace(/\.[^.]*$/u, '');
  const [, year = '', , month = '', day = ''] = dayForm.exec(name) ?? [];
  const whole = { year: Number(year), month: Number(month), day: Number(day) };
  if (year !== '' && isDay(whole)) return isoDate(whole.year, whole.month, whole.day);
  const [, before = '', yearAfter = '', yearBefore = '', after = ''] = monthForm.exec(name) ?? [];
  const word = (before + after).toLowerCase();
  const index = months.findIndex((abbreviation) => word.startsWith(abbreviation));
  return index === -1 ? undefined : isoDate(Number(yearAfter + yearBefore), index + 1);
}
