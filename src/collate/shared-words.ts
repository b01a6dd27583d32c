import { NONE } from './alignment-table.js';
import type { Collation } from './collate.js';

/**
 * The share of a witness's words that stand, in whatever spelling of case and accents, beside the same word of another
 * witness: from 0, nothing in common, to 1.
 */
export function shareOfWords({ table }: Collation, witness: number): number {
  const own = table.witnesses[witness];
  const columns = table.columns[witness];
  if (own === undefined || columns === undefined) return 0;
  let words = 0;
  let common = 0;
  own.tokens.forEach(({ kind }, token) => {
    if (kind !== 'word') return;
    words++;
    const column = columns[token] ?? NONE;
    const isShared = table.witnesses.some((other, index) => {
      const cell = table.cells[index]?.[column] ?? NONE;
      return index !== witness && cell !== NONE && other.normals[cell] === own.normals[token];
    });
    if (isShared) common++;
  });
  return words === 0 ? 0 : common / words;
}
