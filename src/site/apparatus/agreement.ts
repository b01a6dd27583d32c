import { variationOf } from '../../collate/similarity.js';
import { tokenize, type Token } from '../../collate/token.js';
import type { ParallelBlock, Variation } from './parallel-text.js';

/** How much of a witness there is. */
export interface Extent {
  readonly words: number;
  /** The share of the base's words that stand where the witness has text: from 0 to 1. */
  readonly coverage: number;
}

/** What the witnesses have in common, counted in words. */
export interface AgreementTable {
  readonly extents: readonly Extent[];
  /**
   * By two numbers of witnesses: the share of words that are the same in both, of the stretches that both have, from 0
   * to 1. Spelling, punctuation and passages that stand elsewhere are put aside; undefined where they have no stretch in common.
   */
  readonly shares: readonly (readonly (number | undefined)[])[];
}

/** Counts the words that witnesses share. The time grows with the text and the square of the number of witnesses. */
export function agreementOf(blocks: readonly ParallelBlock[], witnesses: number, base: number): AgreementTable {
  const numbers = Array.from({ length: witnesses }, (_, number) => number);
  const words = numbers.map(() => 0);
  const covered = numbers.map(() => 0);
  const same = numbers.map(() => numbers.map(() => 0));
  const all = numbers.map(() => numbers.map(() => 0));
  const count = (table: number[][], a: number, b: number, by: number): void => {
    const row = table[a];
    if (row !== undefined) row[b] = (row[b] ?? 0) + by;
  };
  const add = (list: number[], number: number, by: number): void => {
    list[number] = (list[number] ?? 0) + by;
  };
  for (const part of blocks.flatMap(({ parts }) => parts)) {
    if (part.kind === 'agreement') {
      const length = wordsOf(tokenize(part.text, 0)).length;
      const present = numbers.filter((number) => part.attested[number] === true);
      for (const a of present) {
        add(words, a, length);
        if (present.includes(base)) add(covered, a, length);
        for (const b of present) {
          count(same, a, b, length);
          count(all, a, b, length);
        }
      }
    } else if (part.kind === 'variation') {
      const readings = tokensByWitness(part);
      const ofBase = wordsOf(readings.get(base) ?? []).length;
      for (const a of numbers) if (part.attested[a] === true) add(covered, a, ofBase);
      const moved = new Set(part.readings.flatMap(({ witnesses, isMoved }) => (isMoved ? witnesses : [])));
      for (const [a, own] of readings) {
        add(words, a, wordsOf(own).length);
        for (const [b, other] of readings) {
          if (moved.has(a) !== moved.has(b)) continue;
          const length = Math.max(wordsOf(own).length, wordsOf(other).length);
          count(all, a, b, length);
          if (own === other || variationOf(own, other) !== 'substantive') count(same, a, b, length);
        }
      }
    }
  }
  const total = covered[base] ?? 0;
  return {
    extents: numbers.map((number) => ({
      words: words[number] ?? 0,
      coverage: total === 0 ? 0 : (covered[number] ?? 0) / total,
    })),
    shares: numbers.map((a) =>
      numbers.map((b) => {
        const length = all[a]?.[b] ?? 0;
        return length === 0 ? undefined : (same[a]?.[b] ?? 0) / length;
      }),
    ),
  };
}

/** The tokens of each witness that has a reading at a place; those that share a reading share the list. */
function tokensByWitness({ readings }: Variation): Map<number, readonly Token[]> {
  const tokens = new Map<number, readonly Token[]>();
  for (const { witnesses, text } of readings) {
    const own = tokenize(text, 0);
    for (const witness of witnesses) tokens.set(witness, own);
  }
  return tokens;
}

function wordsOf(tokens: readonly Token[]): Token[] {
  return tokens.filter(({ kind }) => kind === 'word');
}
