import { firstNotBelow, NONE, type AlignmentTable } from './alignment-table.js';
import { longestChain, uniqueAnchors, type Anchor, type Effort } from './anchors.js';
import { alignGap, type Comparison, type Gap } from './gap-alignment.js';
import type { CodedTokens, Likeness, Vocabulary } from './vocabulary.js';

/** Where the tokens of a witness stand in a table. */
export interface Alignment {
  /** By token: its column, growing, or NONE. */
  readonly places: Int32Array;
  /** By token: 1 where the column has the same word, or a spelling of it. */
  readonly alike: Uint8Array;
}

/** Largest product of tokens and columns that is aligned exactly. The work for a token is at most half its root. */
const EXACT_LIMIT = 40_000;

/** Lengths, in words, of the passages that are looked for in longer gaps, one after the other. */
const ANCHOR_LENGTHS = [8, 4, 2, 1] as const;

/**
 * Aligns a witness with a table. Passages that stand exactly once on both sides hold the texts together, longer ones
 * first; what is left between them is small and is aligned exactly. Each length is tried once for each place, so the
 * time grows with the length of the texts, not with its square.
 */
export function align(
  table: AlignmentTable,
  witness: CodedTokens,
  vocabulary: Vocabulary,
  effort: Effort = { steps: 0 },
): Alignment {
  const aligner = new Aligner(table, witness, vocabulary, effort);
  aligner.run({ firstToken: 0, endToken: witness.tokens.length, firstColumn: 0, endColumn: table.width }, 0);
  return aligner;
}

class Aligner implements Alignment, Comparison {
  readonly places: Int32Array;
  readonly alike: Uint8Array;
  /** By column: 1 where its tokens are words. */
  private readonly wordColumns: Uint8Array;

  constructor(
    private readonly table: AlignmentTable,
    private readonly witness: CodedTokens,
    private readonly vocabulary: Vocabulary,
    private readonly effort: Effort,
  ) {
    this.places = new Int32Array(witness.tokens.length).fill(NONE);
    this.alike = new Uint8Array(witness.tokens.length);
    this.wordColumns = new Uint8Array(table.width);
    table.witnesses.forEach(({ tokens }, index) => {
      tokens.forEach(({ kind }, token) => {
        if (kind === 'word') this.wordColumns[table.columns[index]?.[token] ?? 0] = 1;
      });
    });
  }

  run(whole: Gap, level: number): void {
    const gap = this.withoutEqualEnds(whole);
    const rows = gap.endToken - gap.firstToken;
    const columns = gap.endColumn - gap.firstColumn;
    if (rows === 0 || columns === 0) return;
    if (rows * columns <= EXACT_LIMIT) {
      alignGap(gap, this, this.place, this.effort);
      return;
    }
    const length = ANCHOR_LENGTHS[level];
    if (length === undefined) {
      this.runInPieces(gap);
      return;
    }
    let { firstToken, firstColumn } = gap;
    for (const { a: token, b: column } of this.anchorsIn(gap, length)) {
      this.run({ firstToken, endToken: token, firstColumn, endColumn: column }, level + 1);
      this.place(token, column);
      firstToken = token + 1;
      firstColumn = column + 1;
    }
    this.run({ ...gap, firstToken, firstColumn }, level + 1);
  }

  /** Two long passages without a word in common that is unique: compared piece by piece, at the same pace. */
  private runInPieces({ firstToken, endToken, firstColumn, endColumn }: Gap): void {
    const rows = endToken - firstToken;
    const columns = endColumn - firstColumn;
    const pieces = Math.ceil(Math.sqrt((rows * columns) / EXACT_LIMIT)) + 1;
    const tokenAt = (piece: number): number => firstToken + Math.floor((rows * piece) / pieces);
    const columnAt = (piece: number): number => firstColumn + Math.floor((columns * piece) / pieces);
    for (let piece = 0; piece < pieces; piece++) {
      const gap = {
        firstToken: tokenAt(piece),
        endToken: tokenAt(piece + 1),
        firstColumn: columnAt(piece),
        endColumn: columnAt(piece + 1),
      };
      alignGap(gap, this, this.place, this.effort);
    }
  }

  /** Words of the gap that hold it together, as pairs of token and column, both growing. */
  private anchorsIn(gap: Gap, length: number): Anchor[] {
    const words = this.wordsIn(this.witness, gap.firstToken, gap.endToken);
    const normals = words.map((token) => this.witness.normals[token] ?? NONE);
    const found = this.table.witnesses.flatMap((other, index) => {
      const columns = this.table.columns[index] ?? new Int32Array();
      const first = firstNotBelow(columns, gap.firstColumn);
      const otherWords = this.wordsIn(other, first, firstNotBelow(columns, gap.endColumn));
      const otherNormals = otherWords.map((token) => other.normals[token] ?? NONE);
      return uniqueAnchors(normals, otherNormals, length, this.effort).map(({ a, b }) => ({
        a,
        b: columns[otherWords[b] ?? 0] ?? NONE,
        columns: otherWords.slice(b, b + length).map((token) => columns[token] ?? NONE),
      }));
    });
    const columnsAt = new Map(found.map(({ a, b, columns }) => [`${a} ${b}`, columns]));
    const anchors: Anchor[] = [];
    for (const { a, b } of longestChain(found, this.effort)) {
      (columnsAt.get(`${a} ${b}`) ?? []).forEach((column, offset) => {
        const token = words[a + offset] ?? NONE;
        const last = anchors.at(-1);
        if (last === undefined || (token > last.a && column > last.b)) anchors.push({ a: token, b: column });
      });
    }
    return anchors;
  }

  private wordsIn({ tokens }: CodedTokens, start: number, end: number): number[] {
    const words: number[] = [];
    for (let token = start; token < end; token++) if (tokens[token]?.kind === 'word') words.push(token);
    return words;
  }

  private withoutEqualEnds(gap: Gap): Gap {
    let { firstToken, endToken, firstColumn, endColumn } = gap;
    while (firstToken < endToken && firstColumn < endColumn && this.isEqual(firstToken, firstColumn)) {
      this.place(firstToken++, firstColumn++);
    }
    while (firstToken < endToken && firstColumn < endColumn && this.isEqual(endToken - 1, endColumn - 1)) {
      this.place(--endToken, --endColumn);
    }
    return { firstToken, endToken, firstColumn, endColumn };
  }

  private isEqual(token: number, column: number): boolean {
    this.effort.steps++;
    const likeness = this.likeness(token, column);
    return likeness === 'form' || likeness === 'normal';
  }

  readonly place = (token: number, column: number): void => {
    this.places[token] = column;
    this.alike[token] = this.likeness(token, column) === 'none' ? 0 : 1;
  };

  likeness(token: number, column: number): Likeness {
    const { witnesses, cells } = this.table;
    const form = this.witness.forms[token];
    const normal = this.witness.normals[token] ?? NONE;
    let best: Likeness = 'none';
    for (let index = 0; index < cells.length; index++) {
      const cell = cells[index]?.[column] ?? NONE;
      if (cell === NONE) continue;
      const other = witnesses[index];
      if (other?.forms[cell] === form) return 'form';
      const otherNormal = other?.normals[cell] ?? NONE;
      if (otherNormal === normal) best = 'normal';
      else if (best === 'none' && this.vocabulary.areSpellings(normal, otherNormal)) best = 'spelling';
    }
    return best;
  }

  isWord(token: number): boolean {
    return this.witness.tokens[token]?.kind === 'word';
  }

  isWordColumn(column: number): boolean {
    return this.wordColumns[column] === 1;
  }
}
