/** A pair of places that say the same: an index into one sequence and an index into the other. */
export interface Anchor {
  readonly a: number;
  readonly b: number;
}

/** Counts the work that an alignment does, so that its growth can be measured without a clock. */
export interface Effort {
  steps: number;
}

/**
 * Numbers for the sequences of `length` (a power of two) numbers that begin at each place of `a` and `b`: equal
 * sequences have equal numbers. By doubling, so that the work does not grow with the sum of their lengths.
 */
function gramsOf(a: readonly number[], b: readonly number[], length: number): [readonly number[], readonly number[]] {
  let grams: [readonly number[], readonly number[]] = [a, b];
  for (let half = 1; half < length; half *= 2) {
    const numbers = new Map<number, number>();
    const double = (sequence: readonly number[]): number[] => {
      const doubled: number[] = [];
      for (let i = 0; i + half < sequence.length; i++) {
        const key = (sequence[i] ?? 0) * 0x4000000 + (sequence[i + half] ?? 0);
        let number = numbers.get(key);
        if (number === undefined) numbers.set(key, (number = numbers.size));
        doubled.push(number);
      }
      return doubled;
    };
    grams = [double(grams[0]), double(grams[1])];
  }
  return grams;
}

/**
 * The places where a sequence of `length` numbers stands exactly once in `a` and once in `b`, in the order of `a`.
 *
 * @param length a power of two.
 */
export function uniqueAnchors(a: readonly number[], b: readonly number[], length: number, effort: Effort): Anchor[] {
  effort.steps += a.length + b.length;
  const [gramsA, gramsB] = gramsOf(a, b, length);
  const placesB = placesOf(gramsB);
  const placesA = placesOf(gramsA);
  const anchors: Anchor[] = [];
  gramsA.forEach((gram, index) => {
    const place = placesB.get(gram);
    if (place !== undefined && place !== REPEATED && placesA.get(gram) === index) anchors.push({ a: index, b: place });
  });
  return anchors;
}

const REPEATED = -1;

function placesOf(grams: readonly number[]): Map<number, number> {
  const places = new Map<number, number>();
  grams.forEach((gram, index) => places.set(gram, places.has(gram) ? REPEATED : index));
  return places;
}

/**
 * The longest chain of anchors in which both places grow: a longest increasing subsequence by patience sorting.
 *
 * @param anchors sorted by `a`, then by `b`.
 */
export function longestChain(anchors: readonly Anchor[], effort: Effort): Anchor[] {
  effort.steps += anchors.length;
  // Of anchors with one place in `a` only one may be taken: seen from the last `b` down, none follows another.
  const ordered = [...anchors].sort((x, y) => x.a - y.a || y.b - x.b);
  const tops: number[] = [];
  const before: number[] = [];
  ordered.forEach(({ b }, index) => {
    let low = 0;
    let high = tops.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ordered[tops[middle] ?? 0]?.b ?? 0) < b) low = middle + 1;
      else high = middle;
    }
    before[index] = low === 0 ? -1 : (tops[low - 1] ?? -1);
    tops[low] = index;
  });
  const chain: Anchor[] = [];
  for (let index = tops.at(-1) ?? -1; index !== -1; index = before[index] ?? -1) {
    const anchor = ordered[index];
    if (anchor !== undefined) chain.push(anchor);
  }
  return chain.reverse();
}
