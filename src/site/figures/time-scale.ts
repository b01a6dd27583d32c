import type { DayRange } from './calendar.js';

/** A stretch of time drawn to one scale. */
export interface TimeSegment extends DayRange {
  readonly start: number;
  readonly end: number;
}

/** Where days stand on a line. Long stretches in which nothing happened are cut out, and the cuts are shown. */
export interface TimeScale {
  readonly segments: readonly TimeSegment[];
  /** The middle of a cut, for its sign. */
  readonly cuts: readonly number[];
  /** Where a day begins; `day + 1` is where it ends. */
  position(day: number): number;
}

/** The width of a cut. */
const CUT = 28;
/** A segment is at least so wide, so that its label has room. */
const NARROWEST = 92;
/** A gap that takes more of the whole than this is cut out. */
const LARGEST_SHARE = 0.4;
/** Shorter gaps are never cut: a month can be seen as a whole. */
const SHORTEST_GAP = 45;

/**
 * Makes a scale on which all ranges have a place.
 *
 * @param ranges at least one.
 * @param left where the line begins.
 * @param right where it ends.
 */
export function timeScale(ranges: readonly DayRange[], left: number, right: number): TimeScale {
  const clusters = clustersOf(ranges, Math.floor((right - left + CUT) / (NARROWEST + CUT)) - 1);
  const room = right - left - CUT * (clusters.length - 1) - NARROWEST * clusters.length;
  const total = clusters.reduce((sum, { first, last }) => sum + last - first + 1, 0);
  let start = left;
  const segments = clusters.map((cluster) => {
    // Half by time, half by how much there is to be shown.
    const share = (0.5 * (cluster.last - cluster.first + 1)) / total + (0.5 * cluster.count) / ranges.length;
    const end = start + (clusters.length === 1 ? right - left : NARROWEST + room * share);
    const segment = { first: cluster.first, last: cluster.last, start, end };
    start = end + CUT;
    return segment;
  });
  return {
    segments,
    cuts: segments.slice(1).map((segment) => segment.start - CUT / 2),
    position: (day) => {
      const segment = segments.findLast(({ first }) => day >= first) ?? segments[0];
      if (segment === undefined) return left;
      const { first, last } = segment;
      const fraction = Math.min(1, Math.max(0, (day - first) / (last - first + 1)));
      return segment.start + fraction * (segment.end - segment.start);
    },
  };
}

interface Cluster extends DayRange {
  readonly count: number;
}

/** The ranges in groups, divided where the time between them is long against all that is shown. */
function clustersOf(ranges: readonly DayRange[], mostCuts: number): Cluster[] {
  const merged: { first: number; last: number; count: number }[] = [];
  for (const { first, last } of ranges.toSorted((a, b) => a.first - b.first)) {
    const before = merged.at(-1);
    if (before === undefined || first > before.last + 1) merged.push({ first, last, count: 1 });
    else {
      before.last = Math.max(before.last, last);
      before.count++;
    }
  }
  const cuts = new Set<number>();
  const gaps = merged
    .slice(1)
    .map(({ first }, index) => ({ index: index + 1, length: first - (merged[index]?.last ?? first) - 1 }))
    .sort((a, b) => b.length - a.length || a.index - b.index);
  let span = (merged.at(-1)?.last ?? 0) - (merged[0]?.first ?? 0) + 1;
  for (const { index, length } of gaps) {
    if (cuts.size >= mostCuts || length < SHORTEST_GAP || length <= LARGEST_SHARE * span) break;
    cuts.add(index);
    span -= length;
  }
  const clusters: { first: number; last: number; count: number }[] = [];
  for (const [index, { first, last, count }] of merged.entries()) {
    const cluster = clusters.at(-1);
    if (cluster === undefined || cuts.has(index)) clusters.push({ first, last, count });
    else {
      cluster.last = last;
      cluster.count += count;
    }
  }
  return clusters;
}
