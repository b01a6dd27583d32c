import { NONE } from './alignment-table.js';
import type { Collation } from './collate.js';

/** A stretch of columns, both ends included, that a witness does not attest: no omission of its own, but no text. */
export interface Absence {
  readonly witness: number;
  readonly first: number;
  readonly last: number;
  /** Where it stands: an excerpt begins after it, breaks off before it, or has text on both sides. */
  readonly kind: 'before' | 'after' | 'inside';
}

/** A longer stretch of columns in which a witness has nothing, and is taken to have left it out. */
export type Omission = Omit<Absence, 'kind'>;

/** So many words and marks of the base have to be missing at an end of a witness, and inside it. */
export const ABSENT_AT_END = 10;
export const ABSENT_INSIDE = 100;

/** So many words and marks of the base make an omission long: what other witnesses have there is told apart. */
const LONG_OMISSION = 8;

/** What is missing in witnesses. */
export interface Missing {
  readonly absences: readonly Absence[];
  readonly omissions: readonly Omission[];
}

/**
 * Long stretches of the base of which a witness has nothing: it is an excerpt, or has a lacuna. A passage that it has
 * elsewhere is not absent.
 */
export function findMissing({ table, transpositions }: Collation): Missing {
  const [base] = table.cells;
  const absences: Absence[] = [];
  const omissions: Omission[] = [];
  table.cells.forEach((cells, witness) => {
    if (witness === 0 || table.witnesses[witness]?.tokens.length === 0) return;
    const isMoved = new Uint8Array(table.width);
    for (const { moved, original } of transpositions) {
      if (moved.witness !== witness) continue;
      const columns = table.columns[original.witness]?.subarray(original.start, original.end) ?? [];
      for (const column of columns) isMoved[column] = 1;
    }
    let first = 0;
    let missing = 0;
    let isFirst = true;
    for (let column = 0; column <= table.width; column++) {
      const isEnd = column === table.width;
      if (!isEnd && cells[column] === NONE && isMoved[column] === 0) {
        if (base?.[column] !== NONE) missing++;
        continue;
      }
      const kind = isFirst ? 'before' : isEnd ? 'after' : 'inside';
      if (missing >= (kind === 'inside' ? ABSENT_INSIDE : ABSENT_AT_END)) {
        absences.push({ witness, first, last: column - 1, kind });
      } else if (missing >= LONG_OMISSION) omissions.push({ witness, first, last: column - 1 });
      isFirst = false;
      first = column + 1;
      missing = 0;
    }
  });
  return { absences, omissions };
}
