/** Items `start` up to `end` of an old list that are `from` up to `to` in a new one; half-open. */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
}

/** How often lists are divided at items that occur once, one within the other; deeper, only small rests are compared. */
const DEPTH = 24;
/** Rests with more pairs of items than this count as replaced: so the time stays linear in the lists. */
const PAIRS = 40_000;

/**
 * Finds what two lists have in common, in order, and tells what lies between. Items that occur once in both lists are
 * the fixed points (patience diff, Bram Cohen): unlike the longest common subsequence they are not led astray by
 * blanks and articles, which stand everywhere. Time is linear in the lists, up to a factor.
 *
 * @returns the differences, in order; between two of them the lists are the same.
 */
export function changesBetween(old: readonly string[], current: readonly string[]): Change[] {
  const pairs: (readonly [number, number])[] = [];
  align(old, current, { start: 0, end: old.length, from: 0, to: current.length }, DEPTH, pairs);
  const changes: Change[] = [];
  let start = 0;
  let from = 0;
  for (const [end, to] of [...pairs, [old.length, current.length] as const]) {
    if (end > start || to > from) changes.push({ start, end, from, to });
    start = end + 1;
    from = to + 1;
  }
  return changes;
}

/** Adds the pairs of indices of items that are the same within a stretch, in order. */
function align(
  old: readonly string[],
  current: readonly string[],
  stretch: Change,
  depth: number,
  pairs: (readonly [number, number])[],
): void {
  let { start, end, from, to } = stretch;
  while (start < end && from < to && old[start] === current[from]) pairs.push([start++, from++]);
  const after: (readonly [number, number])[] = [];
  while (start < end && from < to && old[end - 1] === current[to - 1]) after.push([--end, --to]);
  if (start < end && from < to) {
    const fixed = depth === 0 ? [] : fixedPoints(old, current, { start, end, from, to });
    if (fixed.length > 0) {
      for (const [index, other] of fixed) {
        align(old, current, { start, end: index, from, to: other }, depth - 1, pairs);
        pairs.push([index, other]);
        start = index + 1;
        from = other + 1;
      }
      align(old, current, { start, end, from, to }, depth - 1, pairs);
    } else if ((end - start) * (to - from) <= PAIRS) {
      pairs.push(...longestCommon(old, current, { start, end, from, to }));
    }
  }
  for (const pair of after.reverse()) pairs.push(pair);
}

/** The items that occur once in each list, as far as they come in the same order in both. */
function fixedPoints(old: readonly string[], current: readonly string[], stretch: Change): [number, number][] {
  const once = (list: readonly string[], first: number, last: number): Map<string, number | undefined> => {
    const places = new Map<string, number | undefined>();
    for (let i = first; i < last; i++) {
      const item = list[i] ?? '';
      places.set(item, places.has(item) ? undefined : i);
    }
    return places;
  };
  const there = once(current, stretch.from, stretch.to);
  const common: [number, number][] = [];
  for (const [item, index] of once(old, stretch.start, stretch.end)) {
    const other = there.get(item);
    if (index !== undefined && other !== undefined) common.push([index, other]);
  }
  return longestRising(common.sort(([a], [b]) => a - b));
}

/** The longest selection of pairs, sorted by the first index, in which the second rises too (patience sorting). */
function longestRising(pairs: readonly [number, number][]): [number, number][] {
  const ends: number[] = [];
  const before: (number | undefined)[] = [];
  pairs.forEach(([, other], i) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[ends[middle] ?? 0]?.[1] ?? 0) < other) low = middle + 1;
      else high = middle;
    }
    before[i] = low === 0 ? undefined : ends[low - 1];
    ends[low] = i;
  });
  const chosen: [number, number][] = [];
  for (let i = ends.at(-1); i !== undefined; i = before[i]) {
    const pair = pairs[i];
    if (pair !== undefined) chosen.push(pair);
  }
  return chosen.reverse();
}

/** The longest common subsequence of two short stretches, by the table of all pairs. */
function longestCommon(old: readonly string[], current: readonly string[], stretch: Change): [number, number][] {
  const { start, end, from, to } = stretch;
  const width = to - from + 1;
  const lengths = new Uint16Array((end - start + 1) * width);
  const at = (i: number, j: number): number => lengths[(i - start) * width + (j - from)] ?? 0;
  for (let i = end - 1; i >= start; i--) {
    for (let j = to - 1; j >= from; j--) {
      lengths[(i - start) * width + (j - from)] =
        old[i] === current[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const pairs: [number, number][] = [];
  for (let i = start, j = from; i < end && j < to;) {
    if (old[i] === current[j]) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return pairs;
}
