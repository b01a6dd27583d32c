import type { Certainty } from '../../annotation.js';
import { asDay, type DateContext, type KnownDate } from './context.js';
import { addDays, dayNumber, isDay, weekdayOf, type Day } from './day.js';
import type { Direction } from '../../../language/calendar/index.js';
import type { Moment } from './expression.js';

/** A moment with its year, and how sure what the context gave is. */
export interface Completed {
  readonly date: KnownDate;
  readonly certainty: Certainty;
}

/** A date of this month is taken to be within so many days of the day of writing: beyond that it may be another year's. */
const certainDistance = 92;
/** Texts speak of the past more than of the future: a month more than this many months ahead is last year's. */
const monthsAhead = 3;

/** Fills in what a moment leaves out; undefined where the context does not say it. */
export function completeMoment(
  moment: Moment,
  context: DateContext,
  direction: Direction | undefined,
): Completed | undefined {
  const { month, day } = moment;
  const year = moment.year;
  if (year !== undefined) return { date: dated(year, month, day), certainty: 'high' };
  if (moment.shortYear !== undefined) return completeCentury(moment.shortYear, month, day, context);
  if (month !== undefined) return completeYear(month, day, context, direction);
  return day === undefined ? undefined : completeMonth(day, moment.weekday, context, direction);
}

function dated(year: number, month: number | undefined, day: number | undefined): KnownDate {
  return { year, ...(month === undefined ? {} : { month }), ...(day === undefined ? {} : { day }) };
}

/** Two digits: the year of that ending nearest to the document's, no more than a few years after it. */
function completeCentury(
  short: number,
  month: number | undefined,
  day: number | undefined,
  context: DateContext,
): Completed | undefined {
  const known = context.written?.year ?? context.preceding?.year;
  if (known === undefined) return fromEra(short, month, day, context.era);
  const century = known - (known % 100);
  const candidates = [century - 100, century, century + 100].map((start) => start + short);
  const year = candidates.filter((candidate) => candidate <= known + 5).at(-1);
  if (year === undefined) return undefined;
  return { date: dated(year, month, day), certainty: Math.abs(year - known) <= 1 ? 'high' : 'medium' };
}

/** Two digits and no date to lean on: the century of the years that the document names, if they all speak for the same. */
function fromEra(
  short: number,
  month: number | undefined,
  day: number | undefined,
  era: DateContext['era'],
): Completed | undefined {
  if (era === undefined) return undefined;
  const year = nearestEnding(short, era.first);
  return year === nearestEnding(short, era.last) ? { date: dated(year, month, day), certainty: 'low' } : undefined;
}

/** The year with these last two digits that lies nearest to another. */
function nearestEnding(short: number, to: number): number {
  const century = to - (to % 100);
  return [century - 100, century, century + 100]
    .map((start) => start + short)
    .reduce((best, year) => (Math.abs(year - to) < Math.abs(best - to) ? year : best));
}

/** The year of a month: the passage's own dates first, then the day of writing. */
function completeYear(
  month: number,
  day: number | undefined,
  context: DateContext,
  direction: Direction | undefined,
): Completed | undefined {
  const { written, preceding } = context;
  if (direction === undefined && preceding !== undefined) {
    const year = followingYear(month, preceding);
    const agrees = written !== undefined && nearestYear(month, written, monthsAhead) === year;
    return { date: possible(year, month, day, preceding.year), certainty: agrees ? closeTo(written, month) : 'medium' };
  }
  if (written === undefined) return undefined;
  if (direction !== undefined && written.month !== undefined) {
    const year = directedYear(written.year, written.month, month, direction);
    return { date: dated(year, month, day), certainty: 'medium' };
  }
  const year = nearestYear(month, written, monthsAhead);
  return { date: possible(year, month, day, written.year), certainty: closeTo(written, month) };
}

/** 29 February takes a leap year only if the guessed year is not one and its neighbour is the known year. */
function possible(year: number, month: number, day: number | undefined, known: number): KnownDate {
  if (day === undefined || isDay({ year, month, day }) || !isDay({ year: known, month, day }))
    return dated(year, month, day);
  return dated(known, month, day);
}

/** The year in which the month lies nearest to a known date, at most `ahead` months after it. */
function nearestYear(month: number, known: KnownDate, ahead: number): number {
  if (known.month === undefined) return known.year;
  const after = month - known.month;
  if (after > ahead) return known.year - 1;
  if (after <= ahead - 12) return known.year + 1;
  return known.year;
}

/** A narrative stays in its year, but for the turn of one: January after December. */
function followingYear(month: number, preceding: KnownDate): number {
  const after = preceding.month === undefined ? 0 : month - preceding.month;
  if (after <= -10) return preceding.year + 1;
  return after >= 10 ? preceding.year - 1 : preceding.year;
}

function directedYear(year: number, from: number, month: number, direction: Direction): number {
  if (direction === 'last') return month < from ? year : year - 1;
  if (direction === 'next') return month > from ? year : year + 1;
  return year;
}

/** High near the day of writing, where no other year comes into question. */
function closeTo(written: KnownDate, month: number): Certainty {
  if (written.month === undefined) return 'medium';
  const months = Math.abs(month - written.month);
  return Math.min(months, 12 - months) * 31 <= certainDistance / 2 ? 'high' : 'medium';
}

/** A day without a month: the month of the passage's last date, or the one nearest to the day of writing. */
function completeMonth(
  day: number,
  weekday: number | undefined,
  context: DateContext,
  direction: Direction | undefined,
): Completed | undefined {
  const { written, preceding, entry } = context;
  if (direction !== undefined) {
    if (written?.month === undefined) return undefined;
    const shift = direction === 'last' ? -1 : direction === 'next' ? 1 : 0;
    return { date: monthAt(written.year, written.month + shift, day), certainty: 'high' };
  }
  if (preceding?.month !== undefined && weekday === undefined) {
    return { date: { year: preceding.year, month: preceding.month, day }, certainty: 'medium' };
  }
  // A diary goes on where the last entry stood: 30th, 31st, 1st.
  const base = entry ?? written;
  if (base?.month === undefined) return undefined;
  const known = asDay(base);
  if (known === undefined) return { date: { year: base.year, month: base.month, day }, certainty: 'high' };
  const candidates = [-1, 0, 1].map((shift) => monthAt(known.year, known.month + shift, day)).filter(isDay);
  const fitting =
    weekday === undefined ? candidates : candidates.filter((candidate) => weekdayOf(candidate) === weekday);
  const choice = fitting.length > 0 ? fitting : candidates;
  const gap = (candidate: Day): number => Math.abs(dayNumber(candidate) - dayNumber(known));
  const nearest = choice.sort((a, b) => gap(a) - gap(b))[0];
  if (nearest === undefined) return undefined;
  return { date: nearest, certainty: weekday !== undefined && fitting.length > 0 ? 'high' : 'medium' };
}

/** The day in a month that may lie in the year before or after (month 0, month 13). */
function monthAt(year: number, month: number, day: number): Day {
  if (month < 1) return { year: year - 1, month: month + 12, day };
  if (month > 12) return { year: year + 1, month: month - 12, day };
  return { year, month, day };
}

/** The weekday next to the day of writing: the one before it for "last", the one after it otherwise. */
export function weekdayMoment(
  weekday: number,
  direction: Direction | undefined,
  context: DateContext,
): Day | undefined {
  const written = asDay(context.written);
  if (written === undefined) return undefined;
  const ahead = (weekday - weekdayOf(written) + 7) % 7;
  if (direction === 'last') return addDays(written, ahead === 0 ? -7 : ahead - 7);
  // "Next Thursday", said on a Thursday, is a week away; a bare "Thursday" is the day itself.
  return addDays(written, ahead === 0 && direction === 'next' ? 7 : ahead);
}
