import type { Effort } from './anchors.js';
import { NONE } from './alignment-table.js';
import type { Likeness } from './vocabulary.js';

/** A stretch of the new witness's tokens and a stretch of the table's columns; both half-open. */
export interface Gap {
  readonly firstToken: number;
  readonly endToken: number;
  readonly firstColumn: number;
  readonly endColumn: number;
}

/** What is known of a token and a column. */
export interface Comparison {
  likeness(token: number, column: number): Likeness;
  isWord(token: number): boolean;
  /** Whether the column's tokens are words. */
  isWordColumn(column: number): boolean;
}

/** What it is worth to put a token into a column, for words and for marks; leaving one alone costs as much as `ALONE`. */
const WORTH: Readonly<Record<'word' | 'mark', Readonly<Record<Likeness, number>>>> = {
  word: { form: 10, normal: 9, spelling: 6, none: -1 },
  mark: { form: 3, normal: 2, spelling: 0, none: 0 },
};
const ALONE = -1;
/** A word and a mark never share a column. */
const NEVER = -1000;

/** Tokens and columns of a gap that belong together, by Needleman and Wunsch's algorithm; time and space are their product. */
export function alignGap(
  gap: Gap,
  comparison: Comparison,
  place: (token: number, column: number) => void,
  effort: Effort,
): void {
  const rows = gap.endToken - gap.firstToken;
  const columns = gap.endColumn - gap.firstColumn;
  effort.steps += rows * columns;
  const width = columns + 1;
  const worth = new Int32Array((rows + 1) * width);
  const together = new Int16Array((rows + 1) * width);
  for (let j = 1; j <= columns; j++) worth[j] = j * ALONE;
  for (let i = 1; i <= rows; i++) {
    worth[i * width] = i * ALONE;
    for (let j = 1; j <= columns; j++) {
      const at = i * width + j;
      const pair = worthOf(gap.firstToken + i - 1, gap.firstColumn + j - 1, comparison);
      together[at] = pair;
      worth[at] = Math.max(
        (worth[at - width - 1] ?? 0) + pair,
        (worth[at - width] ?? 0) + ALONE,
        (worth[at - 1] ?? 0) + ALONE,
      );
    }
  }
  let i = rows;
  let j = columns;
  while (i > 0 && j > 0) {
    const at = i * width + j;
    if (worth[at] === (worth[at - 1] ?? 0) + ALONE) j--;
    else if (worth[at] === (worth[at - width] ?? 0) + ALONE) i--;
    else {
      i--;
      j--;
      if ((together[at] ?? NONE) > NEVER) place(gap.firstToken + i, gap.firstColumn + j);
    }
  }
}

function worthOf(token: number, column: number, comparison: Comparison): number {
  const isWord = comparison.isWord(token);
  if (isWord !== comparison.isWordColumn(column)) return NEVER;
  return WORTH[isWord ? 'word' : 'mark'][comparison.likeness(token, column)];
}
