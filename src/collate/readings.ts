import { NONE } from './alignment-table.js';
import type { Collation } from './collate.js';
import type { Segment } from './segments.js';
import { variationOf, type Variation } from './similarity.js';
import type { Token } from './token.js';

/** What one or more witnesses read at a place. */
export interface PlaceReading {
  /** By number. */
  readonly witnesses: readonly number[];
  /** The tokens of the first of them. */
  readonly tokens: readonly Token[];
  /** How it differs from the base; `none` for the base's own reading. */
  readonly variation: Variation;
  /** What an empty or an added reading is: left out, put in, or moved elsewhere. */
  readonly subtype?: 'omission' | 'addition' | 'transposition';
  /** Numbers of the transpositions that the passage belongs to. */
  readonly transpositions: readonly number[];
}

/** The tokens of a witness in the columns of a segment. */
export function tokensIn({ table }: Collation, witness: number, { first, end }: Segment): Token[] {
  const cells = table.cells[witness];
  const tokens = table.witnesses[witness]?.tokens;
  const found: Token[] = [];
  for (let column = first; column < end; column++) {
    const token = tokens?.[cells?.[column] ?? NONE];
    if (token !== undefined) found.push(token);
  }
  return found;
}

/** The readings of a place of variation: the base's first, then the others as their first witnesses are numbered. */
export function readingsOf(collation: Collation, segment: Segment, moved: MovedColumns): PlaceReading[] {
  const base = tokensIn(collation, 0, segment);
  const readings = new Map<string, PlaceReading>();
  for (const witness of segment.active) {
    const tokens = tokensIn(collation, witness, segment);
    const transpositions = transpositionsAt(moved, witness, segment);
    const key = JSON.stringify([tokens.map(({ form, spaced }) => [form, spaced]), transpositions]);
    const same = readings.get(key);
    if (same !== undefined) {
      readings.set(key, { ...same, witnesses: [...same.witnesses, witness] });
      continue;
    }
    const variation = witness === 0 ? 'none' : variationOf(base, tokens);
    const subtype = variation === 'none' ? undefined : subtypeOf(base, tokens, transpositions);
    readings.set(key, {
      witnesses: [witness],
      tokens,
      variation,
      transpositions,
      ...(subtype === undefined ? {} : { subtype }),
    });
  }
  return [...readings.values()];
}

function subtypeOf(
  base: readonly Token[],
  reading: readonly Token[],
  transpositions: readonly number[],
): PlaceReading['subtype'] {
  if (transpositions.length > 0) return 'transposition';
  if (reading.length === 0) return 'omission';
  return base.length === 0 ? 'addition' : undefined;
}

/** By witness and column: the transpositions of the witness that the column belongs to. */
export type MovedColumns = ReadonlyMap<number, ReadonlyMap<number, readonly number[]>>;

/** Where the transposed passages stand: the words that a witness moved, and the place that it moved them from. */
export function movedColumns({ table, transpositions }: Collation): MovedColumns {
  const byWitness = new Map<number, Map<number, number[]>>();
  transpositions.forEach(({ moved, original }, number) => {
    const columns = byWitness.get(moved.witness) ?? new Map<number, number[]>();
    byWitness.set(moved.witness, columns);
    for (const { witness, start, end } of [moved, original]) {
      for (const column of table.columns[witness]?.subarray(start, end) ?? []) {
        const numbers = columns.get(column) ?? [];
        numbers.push(number);
        columns.set(column, numbers);
      }
    }
  });
  return byWitness;
}

function transpositionsAt(moved: MovedColumns, witness: number, { first, end }: Segment): number[] {
  const columns = moved.get(witness);
  if (columns === undefined) return [];
  const numbers = new Set<number>();
  for (let column = first; column < end; column++) for (const each of columns.get(column) ?? []) numbers.add(each);
  return [...numbers];
}
