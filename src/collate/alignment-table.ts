import type { CodedTokens } from './vocabulary.js';

/** No token, no column. */
export const NONE = -1;

/**
 * Witnesses beside each other: each column has at most one token of each witness, and each witness's tokens stand in
 * their order. What stands in one column is the same place of the work, whether the words are the same or not.
 */
export interface AlignmentTable {
  /** In the order in which they were added; the first is the base. */
  readonly witnesses: readonly CodedTokens[];
  readonly width: number;
  /** By witness and column: the index of the token, or {@link NONE}. */
  readonly cells: readonly Int32Array[];
  /** By witness and token: its column. */
  readonly columns: readonly Int32Array[];
}

/** The table of one witness. */
export function tableOf(witness: CodedTokens): AlignmentTable {
  const indices = Int32Array.from(witness.tokens, (_, index) => index);
  return { witnesses: [witness], width: indices.length, cells: [indices], columns: [indices] };
}

/**
 * The table with one more witness. A token that has no column gets a new one: after the columns that the witness
 * passes over at that place.
 *
 * @param places for each token of the witness its column in `table`, growing, or {@link NONE}.
 */
export function withWitness(table: AlignmentTable, witness: CodedTokens, places: Int32Array): AlignmentTable {
  const added = places.reduce((count, place) => (place === NONE ? count + 1 : count), 0);
  const width = table.width + added;
  const moved = new Int32Array(table.width);
  const row = new Int32Array(width).fill(NONE);
  let column = 0;
  let next = 0;
  const passTo = (end: number): void => {
    for (; next < end; next++) moved[next] = column++;
  };
  let token = 0;
  while (token < places.length) {
    let end = token;
    while (end < places.length && places[end] === NONE) end++;
    // The end of a run of new tokens is the column of the next token that has one.
    const place = places[end] ?? table.width;
    passTo(place);
    for (; token < end; token++) row[column++] = token;
    if (end < places.length) {
      row[column] = token++;
      passTo(place + 1);
    }
  }
  passTo(table.width);
  const columns = new Int32Array(places.length);
  row.forEach((index, at) => {
    if (index !== NONE) columns[index] = at;
  });
  return {
    witnesses: [...table.witnesses, witness],
    width,
    cells: [...table.cells.map((cells) => spread(cells, moved, width)), row],
    columns: [...table.columns.map((each) => each.map((at) => moved[at] ?? NONE)), columns],
  };
}

function spread(cells: Int32Array, moved: Int32Array, width: number): Int32Array {
  const row = new Int32Array(width).fill(NONE);
  cells.forEach((token, column) => {
    row[moved[column] ?? 0] = token;
  });
  return row;
}

/** The first index of a growing array whose value is `value` or more. */
export function firstNotBelow(sorted: Int32Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
