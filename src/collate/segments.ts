import { NONE } from './alignment-table.js';
import type { Missing } from './absences.js';
import type { Collation } from './collate.js';
import { variationOf } from './similarity.js';
import type { Token } from './token.js';

/** Columns, from `first` to `end` (excluded), in one block of the base, where the witnesses agree or differ. */
export interface Segment {
  readonly kind: 'agreement' | 'variation';
  readonly first: number;
  readonly end: number;
  /** The number of the run of the base that it stands in. */
  readonly run: number;
  /** The witnesses that have text here, by number. */
  readonly active: readonly number[];
}

/**
 * What the witnesses have in a column: `related` is another spelling of the same word in each; `omitted` is agreement but
 * for witnesses that lack a longer stretch.
 */
type ColumnKind = 'agreement' | 'omitted' | 'related' | 'mark' | 'open';

interface Column {
  readonly kind: ColumnKind;
  readonly run: number;
  readonly active: readonly number[];
  /** Which witnesses have a token, and which passages are transposed: columns of one entry are alike in that. */
  readonly presence: string;
  readonly border: string;
}

/**
 * Divides an alignment into the stretches where all witnesses agree and the places where they differ. A place of
 * variation never goes beyond a block of the base, the border of an absence or of a transposed passage; a word that is
 * only spelt otherwise is a place of its own, and so is punctuation.
 */
export function segmentsOf(collation: Collation, missing: Missing): Segment[] {
  const columns = describeColumns(collation, missing);
  const groups: Column[][] = [];
  let first = 0;
  const segments: Segment[] = [];
  for (const column of columns) {
    const last = groups.at(-1);
    if (last === undefined || !continues(last, column, groups.at(-2))) groups.push([column]);
    else if (last.every(({ kind }) => kind === 'mark') && column.kind === 'open' && isOpenBefore(groups.at(-2), last)) {
      groups.pop();
      groups.at(-1)?.push(...last, column);
    } else last.push(column);
  }
  for (const group of groups) {
    const [{ kind, run, active } = { kind: 'agreement', run: 0, active: [] }] = group;
    const end = first + group.length;
    segments.push({ kind: kind === 'agreement' ? kind : 'variation', first, end, run, active });
    first = end;
  }
  return segments;
}

/** Whether a column belongs to the segment before it. */
function continues(group: readonly Column[], column: Column, before: readonly Column[] | undefined): boolean {
  const last = group.at(-1);
  if (last === undefined || last.run !== column.run || last.border !== column.border) return false;
  if (column.kind === 'related' || last.kind === 'related') return false;
  if (isWhole(column.kind) || isWhole(last.kind)) return column.kind === last.kind;
  const isMarks = group.every(({ kind }) => kind === 'mark');
  if (column.kind === 'mark') return isMarks || last.kind === 'mark' || last.presence === column.presence;
  if (!isMarks) return true;
  return last.presence === column.presence || isOpenBefore(before, group);
}

/** Whether a column of that kind stands with its like only. */
function isWhole(kind: ColumnKind): boolean {
  return kind === 'agreement' || kind === 'omitted';
}

/** Whether marks stand right after other words of the same place, so that words after them belong to it too. */
function isOpenBefore(before: readonly Column[] | undefined, marks: readonly Column[]): boolean {
  const last = before?.at(-1);
  const [first] = marks;
  return last?.kind === 'open' && last.run === first?.run && last.border === first.border;
}

function describeColumns({ table, transpositions }: Collation, { absences, omissions }: Missing): Column[] {
  const { cells, witnesses, width } = table;
  const runs = runsOf(
    cells,
    witnesses.map(({ tokens }) => tokens),
    width,
  );
  const stretchOf = ({ witness, first, last }: Missing['omissions'][number]): Stretch => [witness, first, last + 1];
  const absent = bordersOf(width, absences.map(stretchOf));
  const omitted = bordersOf(width, omissions.map(stretchOf));
  const transposed = bordersOf(
    width,
    transpositions.flatMap(({ moved, original }, number) =>
      [moved, original].map((passage): Stretch => {
        const columns = table.columns[passage.witness];
        return [number, columns?.[passage.start] ?? 0, (columns?.[passage.end - 1] ?? 0) + 1];
      }),
    ),
  );
  return Array.from({ length: width }, (_, column): Column => {
    const away = numbersIn(absent[column]);
    const without = numbersIn(omitted[column]);
    const active = cells.flatMap((_cells, witness) => (away.has(witness) ? [] : [witness]));
    const tokenOf = (witness: number): Token | undefined =>
      witnesses[witness]?.tokens[cells[witness]?.[column] ?? NONE];
    const kind = kindOf(active.filter((witness) => !without.has(witness)).map(tokenOf));
    const border = `${absent[column] ?? ''}|${omitted[column] ?? ''}`;
    return {
      kind: kind === 'agreement' && without.size > 0 ? 'omitted' : kind,
      run: runs[column] ?? 0,
      active,
      presence: active.map((witness) => (tokenOf(witness) === undefined ? '-' : '+')).join(''),
      // Where all agree it does not matter that a passage near by was moved.
      border: kind === 'agreement' && without.size === 0 ? border : `${border}|${transposed[column] ?? ''}`,
    };
  });
}

function numbersIn(numbers: string | undefined): ReadonlySet<number> {
  return numbers === undefined ? nothing : new Set(numbers.split(' ').map(Number));
}

const nothing: ReadonlySet<number> = new Set();

function kindOf(tokens: readonly (Token | undefined)[]): ColumnKind {
  const present = tokens.filter((token) => token !== undefined);
  const [first] = present;
  if (first === undefined) return 'agreement';
  const isComplete = present.length === tokens.length;
  if (isComplete && present.every(({ form, spaced }) => form === first.form && spaced === first.spaced)) {
    return 'agreement';
  }
  if (first.kind === 'punctuation') return 'mark';
  const isRelated = present.every((token) => variationOf([first], [token]) !== 'substantive');
  return isComplete && isRelated ? 'related' : 'open';
}

/** A number and the columns that it is told of: first, and end excluded. */
type Stretch = readonly [number: number, first: number, end: number];

/** By column the numbers of the stretches that it is in, as one text. */
function bordersOf(width: number, stretches: readonly Stretch[]): (string | undefined)[] {
  const numbers = new Array<string | undefined>(width).fill(undefined);
  for (const [number, first, end] of stretches) {
    for (let column = first; column < end; column++) {
      const before = numbers[column];
      numbers[column] = before === undefined ? String(number) : `${before} ${number}`;
    }
  }
  return numbers;
}

/**
 * By column the run of the base in which it stands. What the base does not have stands at the end of the block before
 * it; at the beginning of the next where a witness begins a paragraph with it and goes on in the same.
 */
function runsOf(cells: readonly Int32Array[], tokens: readonly (readonly Token[])[], width: number): number[] {
  const runs = new Array<number>(width).fill(0);
  const runAt = (column: number): number | undefined => tokens[0]?.[cells[0]?.[column] ?? NONE]?.block;
  let column = 0;
  let last: number | undefined;
  while (column < width) {
    const own = runAt(column);
    if (own !== undefined) {
      runs[column++] = last = own;
      continue;
    }
    let end = column;
    while (end < width && runAt(end) === undefined) end++;
    const next = end < width ? runAt(end) : undefined;
    const run = last === undefined || (next !== undefined && opensNext(cells, tokens, column, end)) ? next : last;
    runs.fill(run ?? 0, column, end);
    column = end;
  }
  return runs;
}

/** Whether words that the base lacks open a paragraph of their witness that goes on with the base's next word. */
function opensNext(
  cells: readonly Int32Array[],
  tokens: readonly (readonly Token[])[],
  first: number,
  end: number,
): boolean {
  const witness = cells.findIndex((row) => row[first] !== NONE);
  const at = (column: number): Token | undefined => tokens[witness]?.[cells[witness]?.[column] ?? NONE];
  return at(first)?.opensBlock === true && at(end)?.opensBlock === false;
}
