import type { CollatedDocument } from './document.js';
import { movedColumns, readingsOf, tokensIn } from './readings.js';
import { normalForm } from './similarity.js';

/** A token for programs: as it stands, with the blank after it, and as it was compared. */
export interface JsonToken {
  readonly t: string;
  readonly n: string;
}

/**
 * An alignment for programs. `witnesses` and `table` are as in the JSON of CollateX: the table has a row for each
 * segment, a row a cell for each witness, a cell the witness's tokens, or none.
 */
export interface JsonCollation {
  readonly id: string;
  readonly witnesses: readonly string[];
  readonly table: readonly (readonly (readonly JsonToken[])[])[];
  /** By row: what kind of difference it is; `none` where all agree. */
  readonly variations: readonly string[];
  /** Passages that a witness has elsewhere: rows of the table, first and last. */
  readonly transpositions: readonly {
    readonly witness: string;
    readonly from: readonly [number, number];
    readonly to: readonly [number, number];
  }[];
}

/** The alignment of a collation as plain data. */
export function jsonTable(id: string, { witnesses, collation, segments }: CollatedDocument): JsonCollation {
  const rowsOf = (witness: number, start: number, end: number): readonly [number, number] => {
    const columns = collation.table.columns[witness];
    const rowAt = (token: number): number => {
      const column = columns?.[token] ?? 0;
      return segments.findIndex((segment) => column >= segment.first && column < segment.end);
    };
    return [rowAt(start), rowAt(end - 1)];
  };
  const moved = movedColumns(collation);
  const following = witnesses.map(({ tokens }) => new Map(tokens.map((token, index) => [token, tokens[index + 1]])));
  return {
    id,
    witnesses: witnesses.map(({ siglum }) => siglum),
    table: segments.map((segment) =>
      witnesses.map((_, witness) =>
        tokensIn(collation, witness, segment).map((token): JsonToken => {
          const next = following[witness]?.get(token);
          return { t: next?.spaced === true ? `${token.form} ` : token.form, n: normalForm(token) };
        }),
      ),
    ),
    variations: segments.map((segment) => {
      if (segment.kind === 'agreement') return 'none';
      const kinds = new Set(readingsOf(collation, segment, moved).map(({ variation }) => variation));
      return (
        (['substantive', 'orthographic', 'punctuation', 'layout'] as const).find((kind) => kinds.has(kind)) ?? 'none'
      );
    }),
    transpositions: collation.transpositions.map(({ moved, original }) => ({
      witness: witnesses[moved.witness]?.siglum ?? '',
      from: rowsOf(original.witness, original.start, original.end),
      to: rowsOf(moved.witness, moved.start, moved.end),
    })),
  };
}
