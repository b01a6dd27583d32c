import { calendarDate } from './forms/calendar-date.js';
import { numericDate } from './forms/numeric-date.js';
import { decade, partOfPeriod, periodThenPart, season } from './forms/period.js';
import { dayAlone, directedDate, monthAlone, offsetDate, weekdayAlone } from './forms/relative-date.js';
import { framedSpan, openSpan, partOfDay, sharedMonth, sharedYear } from './forms/span.js';
import { yearAlone } from './forms/year.js';
import type { DateExpression } from './expression.js';
import type { Lexicon } from './lexicon.js';
import { isFraction, type Form, type Reader, type Reading } from './reader.js';
import { tokenize } from './token.js';

/** A date found in a text: its words (UTF-16 offsets, half-open) and what they say. */
export interface DateMention {
  readonly start: number;
  readonly end: number;
  readonly expression: DateExpression;
}

/**
 * The ways of writing a date. Of those that read something at a place, the longest reading counts; of two
 * equally long ones, the earlier form of this list.
 */
const forms: readonly Form[] = [
  framedSpan, // before what it encloses
  partOfDay,
  openSpan,
  decade,
  partOfPeriod,
  periodThenPart,
  season,
  numericDate,
  calendarDate,
  sharedYear,
  sharedMonth, // one of several days: the month stands further on
  directedDate, // before what stands alone: "next Monday" is no bare weekday
  offsetDate,
  dayAlone,
  weekdayAlone,
  monthAlone,
  yearAlone, // the weakest evidence
];

function readAt(reader: Reader, at: number): Reading | undefined {
  let longest: Reading | undefined;
  for (const form of forms) {
    const reading = form(reader, at);
    if (reading !== undefined && (longest === undefined || reading.end > longest.end)) longest = reading;
  }
  return longest;
}

/**
 * Finds the dates of a text, in order, without overlaps. Time is linear: each form looks ahead by a bounded
 * number of words.
 *
 * @param alone the text is a field that holds a date and nothing else.
 */
export function findDates(text: string, lexicon: Lexicon, alone = false): DateMention[] {
  const tokens = tokenize(text);
  const reader: Reader = { tokens, lexicon, alone };
  const mentions: DateMention[] = [];
  let at = 0;
  while (at < tokens.length) {
    const token = tokens[at];
    const mayStart =
      token !== undefined &&
      !token.inAddress &&
      (token.kind === 'number' ? !isFraction(reader, at) : lexicon.starters.has(token.lower));
    const reading = mayStart ? readAt(reader, at) : undefined;
    const first = tokens[reading?.start ?? at];
    const last = tokens[(reading?.end ?? 0) - 1];
    if (reading === undefined || first === undefined || last === undefined) {
      at++;
      continue;
    }
    mentions.push({ start: first.start, end: last.end, expression: reading.expression });
    at = Math.max(reading.end, at + 1);
  }
  return mentions;
}
