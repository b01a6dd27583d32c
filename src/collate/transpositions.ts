import type { Alignment } from './align.js';
import { NONE, type AlignmentTable } from './alignment-table.js';
import { uniqueAnchors, type Anchor, type Effort } from './anchors.js';
import type { CodedTokens } from './vocabulary.js';

/** Tokens of one witness, in a row: half-open. */
export interface Passage {
  readonly witness: number;
  readonly start: number;
  readonly end: number;
}

/** A passage that one witness has at another place than a witness before it. */
export interface Transposition {
  readonly moved: Passage;
  readonly original: Passage;
}

/** From this many words on a passage is the same wherever it stands; fewer have to stand near. */
const FAR_WORDS = 8;
const NEAR_WORDS = 3;
/** Letters of a word that is not moved by chance. */
const MEANT_LETTERS = 3;
/** How many columns lie between the places of a short passage, and of a word or two, at most. */
const NEAR = 100;
const VERY_NEAR = 30;

/** A number that no token has begins here; each stands once, between words that are not neighbours. */
const SEPARATOR = 0x2000000;

/**
 * Passages that the alignment passed over on both sides and that say the same: transposed ones. Each word counts once.
 *
 * @param alignment how `witness`, which will be the next of the table, stands in it.
 */
export function findTranspositions(
  table: AlignmentTable,
  witness: CodedTokens,
  alignment: Alignment,
  effort: Effort,
): Transposition[] {
  const number = table.witnesses.length;
  const isTaken = new Uint8Array(table.width);
  alignment.places.forEach((column, token) => {
    if (column !== NONE && alignment.alike[token] === 1) isTaken[column] = 1;
  });
  const alikeBefore = sumsOf(isTaken);
  const isUsed = alignment.alike.slice();
  const placesBefore = filledPlaces(alignment.places);
  const counts = countsOf(witness);
  const found: Transposition[] = [];
  table.witnesses.forEach((other, index) => {
    const columns = table.columns[index] ?? new Int32Array();
    const otherCounts = countsOf(other);
    const isOnce = (normal: number): boolean => counts.get(normal) === 1 && otherCounts.get(normal) === 1;
    const isFree = (token: number): boolean => isTaken[columns[token] ?? NONE] === 0;
    for (const length of [2, 1] as const) {
      const own = wordsOf(witness, (token) => isUsed[token] === 0);
      const others = wordsOf(other, isFree);
      for (const anchor of uniqueAnchors(own.normals, others.normals, length, effort)) {
        const a = own.tokens[anchor.a] ?? NONE;
        const b = others.tokens[anchor.b] ?? NONE;
        if (a === NONE || b === NONE || isUsed[a] !== 0 || !isFree(b)) continue;
        const run = extended({ a, b }, witness, other, (x, y) => isUsed[x] === 0 && isFree(y));
        const way = wayBetween(placesBefore[run.a] ?? 0, columns[run.b] ?? 0, alikeBefore);
        if (!isTransposition(witness, run, way, isOnce)) continue;
        for (let offset = 0; offset < run.length; offset++) {
          isUsed[run.a + offset] = 1;
          isTaken[columns[run.b + offset] ?? 0] = 1;
        }
        found.push({
          moved: { witness: number, start: run.a, end: run.a + run.length },
          original: { witness: index, start: run.b, end: run.b + run.length },
        });
      }
    }
  });
  return found.sort((x, y) => x.moved.start - y.moved.start);
}

/** By token: its column, or that of the last token before it that has one. */
function filledPlaces(places: Int32Array): Int32Array {
  let last = 0;
  return places.map((place) => (place === NONE ? last : (last = place)));
}

function countsOf({ normals }: CodedTokens): Map<number, number> {
  const counts = new Map<number, number>();
  for (const normal of normals) counts.set(normal, (counts.get(normal) ?? 0) + 1);
  return counts;
}

interface Run extends Anchor {
  readonly length: number;
}

/** The longest equal passage around a pair of equal words: marks and white space may differ in kind, not in number. */
function extended(
  { a, b }: Anchor,
  witness: CodedTokens,
  other: CodedTokens,
  isFree: (a: number, b: number) => boolean,
): Run {
  const isEqual = (x: number, y: number): boolean =>
    x >= 0 &&
    y >= 0 &&
    x < witness.tokens.length &&
    y < other.tokens.length &&
    witness.normals[x] === other.normals[y] &&
    isFree(x, y);
  let before = 0;
  while (isEqual(a - before - 1, b - before - 1)) before++;
  let after = 1;
  while (isEqual(a + after, b + after)) after++;
  return { a: a - before, b: b - before, length: before + after };
}

/**
 * How far a passage was moved: columns between its two places. It goes past words that both witnesses have; where most
 * of what lies between is in one of them only, the words are there by chance.
 */
function wayBetween(one: number, other: number, alikeBefore: Int32Array): number {
  const first = Math.min(one, other);
  const last = Math.max(one, other);
  const distance = last - first;
  const alike = (alikeBefore[last] ?? 0) - (alikeBefore[first] ?? 0);
  return alike * 2 >= distance - 2 ? distance : Number.POSITIVE_INFINITY;
}

/** By index: the sum of what stands before it. */
function sumsOf(values: Uint8Array): Int32Array {
  const sums = new Int32Array(values.length + 1);
  values.forEach((value, index) => {
    sums[index + 1] = (sums[index] ?? 0) + value;
  });
  return sums;
}

/** @param isOnce whether a normal form stands exactly once in both texts. */
function isTransposition(witness: CodedTokens, run: Run, way: number, isOnce: (normal: number) => boolean): boolean {
  const tokens = witness.tokens.slice(run.a, run.a + run.length);
  const words = tokens.filter(({ kind }) => kind === 'word');
  if (words.length >= FAR_WORDS) return true;
  if (!words.some(({ form }) => form.length >= MEANT_LETTERS)) return false;
  if (words.length >= NEAR_WORDS) return way <= NEAR;
  // Of a word or two, one has to be a word that both texts have once.
  return (
    way <= VERY_NEAR &&
    tokens.some(({ kind }, offset) => kind === 'word' && isOnce(witness.normals[run.a + offset] ?? NONE))
  );
}

/** The words that were passed over, with a separator wherever a word between them was not. */
function wordsOf(
  { tokens, normals }: CodedTokens,
  isWanted: (token: number) => boolean,
): { tokens: number[]; normals: number[] } {
  const words: number[] = [];
  const numbers: number[] = [];
  tokens.forEach(({ kind }, token) => {
    if (kind !== 'word') return;
    if (isWanted(token)) {
      words.push(token);
      numbers.push(normals[token] ?? 0);
    } else if (words.length > 0 && words.at(-1) !== NONE) {
      words.push(NONE);
      numbers.push(SEPARATOR + token);
    }
  });
  return { tokens: words, normals: numbers };
}
