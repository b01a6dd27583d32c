import { dateOfDay, dayNumber } from './calendar.js';
import { textWidth } from './lettering.js';
import type { TimeScale, TimeSegment } from './time-scale.js';
import type { TimeWords } from './time-words.js';

/** A label under a line of time. */
export interface TimeTick {
  /** The middle of the label. */
  readonly x: number;
  /** Where its moment stands on the line. */
  readonly at: number;
  readonly label: string;
  /** What the label leaves out and the one before it did not say: the year of days and months; often empty. */
  readonly context: string;
}

type Unit = 'day' | 'month' | 'year';

/** Steps between labels, from the finest. */
const STEPS: readonly (readonly [Unit, number])[] = [
  ['day', 1],
  ['day', 2],
  ['day', 7],
  ['month', 1],
  ['month', 3],
  ['month', 6],
  ...[1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000, 5000, 20_000].map((step) => ['year', step] as const),
];

const SPACE = 12;

/** The size of labels. */
export const TICK_SIZE = 12;

/**
 * Labels a line of time: days, months, years or centuries, as there is room for.
 *
 * @param width of the figure; every label lies within it.
 */
export function timeTicks(scale: TimeScale, words: TimeWords, width: number): TimeTick[] {
  const ticks: TimeTick[] = [];
  let free = 0;
  let contextFree = 0;
  for (const segment of scale.segments) {
    const [unit, days] = ticksOf(segment, words);
    let lastContext = '';
    for (const day of days) {
      const label = labelOf(unit, day, words);
      const half = textWidth(label, TICK_SIZE) / 2;
      const at = scale.position(unit === 'day' ? day + 0.5 : day);
      const x = Math.min(width - half, Math.max(half, at));
      if (x - half < free) continue;
      free = x + half + SPACE / 2;
      const context = unit === 'year' ? '' : words.year(dateOfDay(day).getUTCFullYear());
      const contextHalf = textWidth(context, TICK_SIZE) / 2;
      const isNew = context !== '' && context !== lastContext && x - contextHalf >= contextFree;
      if (isNew && x + contextHalf <= width && x >= contextHalf) {
        lastContext = context;
        contextFree = x + contextHalf + SPACE / 2;
        ticks.push({ x, at, label, context });
      } else ticks.push({ x, at, label, context: '' });
    }
  }
  return ticks;
}

function labelOf(unit: Unit, day: number, words: TimeWords): string {
  if (unit === 'year') return words.year(dateOfDay(day).getUTCFullYear());
  return unit === 'month' ? words.month(day, 'short') : words.day(day, 'short');
}

/** The finest labels that a segment has room for. */
function ticksOf(segment: TimeSegment, words: TimeWords): readonly [Unit, number[]] {
  const room = segment.end - segment.start;
  const days = segment.last - segment.first + 1;
  for (const [unit, step] of STEPS) {
    const length = { day: 1, month: 30.4, year: 365.2 }[unit] * step;
    // The label is measured at one moment: months and years of a language differ little in length.
    const needed = textWidth(labelOf(unit, segment.last, words), TICK_SIZE) + SPACE;
    if ((days / length) * needed > room + needed) continue;
    const moments = momentsOf(segment, unit, step);
    if (moments.length > 0) return [unit, moments];
  }
  return ['day', [segment.first]];
}

/** The days in a segment at which a unit begins whose number the step divides. */
function momentsOf({ first, last }: TimeSegment, unit: Unit, step: number): number[] {
  const moments: number[] = [];
  if (unit === 'day') {
    for (let day = first; day <= last; day += step) moments.push(day);
    return moments;
  }
  const begin = dateOfDay(first);
  if (unit === 'month') {
    for (let month = Math.floor(begin.getUTCMonth() / step) * step; ; month += step) {
      const day = dayNumber(begin.getUTCFullYear(), month + 1, 1);
      if (day > last) return moments;
      if (day >= first) moments.push(day);
    }
  }
  for (let year = Math.floor(begin.getUTCFullYear() / step) * step; ; year += step) {
    const day = dayNumber(year, 1, 1);
    if (day > last) return moments;
    if (day >= first) moments.push(day);
  }
}
