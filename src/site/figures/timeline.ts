import type { DayRange } from './calendar.js';
import { rounded } from './lettering.js';
import { timeScale } from './time-scale.js';
import { timeTicks, type TimeTick } from './time-ticks.js';
import type { TimeWords } from './time-words.js';

/** One thing on the timeline: a dot for a day, a bar for a stretch of time. */
export interface TimelineMark {
  /** Which of the ranges it stands for; for a column of several, the first of them. */
  readonly item: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** How many things it stands for. */
  readonly count: number;
}

/** A timeline in units that are pixels where the figure is not scaled. */
export interface TimelineLayout {
  readonly width: number;
  readonly height: number;
  /** Where the line runs. */
  readonly line: number;
  readonly segments: readonly { readonly start: number; readonly end: number }[];
  readonly cuts: readonly number[];
  readonly ticks: readonly TimeTick[];
  readonly marks: readonly TimelineMark[];
  /** True where the marks are columns that count. */
  readonly isBinned: boolean;
}

/** A mark's own room: what a finger can hit (WCAG 2.2, 2.5.8). */
export const TARGET = 24;
/** More than this many things, or more than this many above each other, are counted in columns. */
const MOST_MARKS = 30;
const MOST_LANES = 8;
const COLUMN_HEIGHT = 96;
const AXIS_HEIGHT = 44;
const EDGE = TARGET / 2;

/**
 * Places ranges of days on a line of the given width.
 *
 * @param ranges at least one; their order decides who stands lower.
 */
export function layoutTimeline(ranges: readonly DayRange[], width: number, words: TimeWords): TimelineLayout {
  const scale = timeScale(ranges, EDGE, width - EDGE);
  const boxes = ranges.map(({ first, last }) => {
    const [from, to] = [scale.position(first), scale.position(last + 1)];
    const isDay = first === last;
    const middle = isDay ? scale.position(first + 0.5) : (from + to) / 2;
    const half = isDay ? TARGET / 2 : Math.max(TARGET, to - from) / 2;
    const center = Math.min(width - half, Math.max(half, middle));
    return { left: center - half, right: center + half };
  });
  const lanes = ranges.length <= MOST_MARKS ? lanesOf(boxes) : undefined;
  const isBinned = lanes === undefined || Math.max(...lanes) >= MOST_LANES;
  const room = isBinned ? COLUMN_HEIGHT + 18 : (Math.max(...lanes) + 1) * TARGET;
  const line = room + 4;
  const marks = isBinned
    ? columns(boxes, width, room)
    : boxes.map(({ left, right }, item) => ({
        item,
        x: rounded(left),
        y: room - ((lanes[item] ?? 0) + 1) * TARGET,
        width: rounded(right - left),
        height: TARGET,
        count: 1,
      }));
  return {
    width,
    height: line + AXIS_HEIGHT,
    line,
    segments: scale.segments.map(({ start, end }) => ({ start: rounded(start), end: rounded(end) })),
    cuts: scale.cuts.map(rounded),
    ticks: timeTicks(scale, words, width).map((tick) => ({
      ...tick,
      x: rounded(tick.x),
      at: rounded(tick.at),
    })),
    marks,
    isBinned,
  };
}

interface Extent {
  readonly left: number;
  readonly right: number;
}

/** For each extent the lowest lane in which nothing before it is in its way. */
function lanesOf(extents: readonly Extent[]): number[] {
  const lanes: Extent[][] = [];
  return extents.map((extent) => {
    const isFree = (lane: readonly Extent[]): boolean =>
      lane.every(({ left, right }) => extent.left >= right || left >= extent.right);
    const free = lanes.findIndex(isFree);
    if (free === -1) return lanes.push([extent]) - 1;
    lanes[free]?.push(extent);
    return free;
  });
}

/** Counts what begins in each stretch of a finger's width. */
function columns(extents: readonly Extent[], width: number, room: number): TimelineMark[] {
  const counts = new Map<number, { item: number; count: number }>();
  const most = Math.floor(width / TARGET) - 1;
  for (const [item, { left, right }] of extents.entries()) {
    // A dot belongs where its middle is, a bar where it begins.
    const at = right - left <= TARGET ? (left + right) / 2 : left;
    const column = Math.min(most, Math.floor(at / TARGET));
    const found = counts.get(column);
    if (found === undefined) counts.set(column, { item, count: 1 });
    else found.count++;
  }
  const highest = Math.max(...[...counts.values()].map(({ count }) => count));
  return [...counts]
    .sort(([a], [b]) => a - b)
    .map(([column, { item, count }]) => {
      const height = rounded(Math.max(4, (count / highest) * COLUMN_HEIGHT));
      return { item, x: column * TARGET, y: rounded(room - height), width: TARGET, height, count };
    });
}
