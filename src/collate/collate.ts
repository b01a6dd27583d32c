import { tableOf, withWitness, type AlignmentTable } from './alignment-table.js';
import { align } from './align.js';
import type { Effort } from './anchors.js';
import type { Token } from './token.js';
import { findTranspositions, type Transposition } from './transpositions.js';
import { Vocabulary } from './vocabulary.js';

/** Witnesses, aligned. */
export interface Collation {
  readonly table: AlignmentTable;
  readonly transpositions: readonly Transposition[];
}

/**
 * Aligns witnesses: the second with the first, each further one with what those before it have.
 *
 * @param witnesses the tokens of each; the first is the base.
 * @throws RangeError where there is no witness.
 */
export function collateTokens(witnesses: readonly (readonly Token[])[], effort: Effort = { steps: 0 }): Collation {
  const vocabulary = new Vocabulary();
  const [base, ...others] = witnesses.map((tokens) => vocabulary.code(tokens));
  if (base === undefined) throw new RangeError('there is nothing to collate');
  let table = tableOf(base);
  const transpositions: Transposition[] = [];
  for (const witness of others) {
    const alignment = align(table, witness, vocabulary, effort);
    transpositions.push(...findTranspositions(table, witness, alignment, effort));
    table = withWitness(table, witness, alignment.places);
  }
  return { table, transpositions };
}
