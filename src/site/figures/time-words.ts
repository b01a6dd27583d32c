import { spellOut } from '../reading/date-view.js';
import type { Messages } from '../theme/messages.js';
import { dateOfDay } from './calendar.js';

/** How the reader's language writes the parts of a date; days are given by their numbers (calendar). */
export interface TimeWords {
  /** A year, those before our era included (0 is 1 BC). */
  year(year: number): string;
  /** The month of a day: "October", or "Oct". */
  month(day: number, length: 'long' | 'short'): string;
  /** A day with its month, in the form that the month has beside a day. */
  day(day: number, length: 'long' | 'short'): string;
}

/** The words for dates in the interface's language. */
export function timeWords(messages: Messages): TimeWords {
  const format = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
    new Intl.DateTimeFormat(messages.language, { timeZone: 'UTC', ...options });
  const months = { long: format({ month: 'long' }), short: format({ month: 'short' }) };
  const days = {
    long: format({ day: 'numeric', month: 'long' }),
    short: format({ day: 'numeric', month: 'short' }),
  };
  return {
    year: (year) => {
      const digits = String(Math.abs(year)).padStart(4, '0');
      return spellOut(year < 0 ? `-${digits}` : digits, messages);
    },
    month: (day, length) => months[length].format(dateOfDay(day)),
    day: (day, length) => {
      const parts = days[length].formatToParts(dateOfDay(day));
      const part = (type: string): string => parts.find((each) => each.type === type)?.value ?? '';
      return messages.text('figures.dayOfMonth', { day: part('day'), month: part('month') });
    },
  };
}
