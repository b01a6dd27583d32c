import { describe, expect, it } from 'vitest';
import { NONE } from '../../src/collate/alignment-table.js';
import { collateTokens } from '../../src/collate/collate.js';
import { tokenize } from '../../src/collate/token.js';

/** The alignment word by word: a row for each witness, cells divided by bars, a dot where it has nothing. */
function rowsOf(texts: readonly string[]): string[] {
  const { table } = collateTokens(texts.map((text) => tokenize(text, 0)));
  return table.cells.map((cells, witness) =>
    [...cells]
      .map((token) => (token === NONE ? '.' : (table.witnesses[witness]?.tokens[token]?.form ?? '')))
      .join(' | '),
  );
}

/** The texts that rows say again. */
function textsOf(rows: readonly string[]): string[] {
  return rows.map((row) =>
    row
      .split(' | ')
      .filter((cell) => cell !== '.')
      .join(' '),
  );
}

/** Tables that CollateX's documentation and its own tests give for short texts. */
const tables: Readonly<Record<string, readonly string[]>> = {
  'one witness says the same': ['the | black | cat', 'the | black | cat', 'the | black | cat'],
  'five colours': [
    'the | black | cat',
    'the | white | cat',
    'the | green | cat',
    'the | red | cat',
    'the | yellow | cat',
  ],
  'an omission': ['the | black | cat', 'the | . | cat', 'the | black | cat'],
  'an addition': ['the | . | . | black | cat', 'the | white | and | black | cat'],
  'additions before, inside and after': [
    '. | the | . | cat | .',
    'before | the | . | cat | .',
    '. | the | black | cat | .',
    '. | the | . | cat | walks',
  ],
  'a word among added ones': [
    '. | . | . | the | . | cat | .',
    '. | before | . | the | . | cat | .',
    '. | . | . | the | black | cat | .',
    'just | before | midnight | the | . | cat | walks',
  ],
  'witnesses that share a variant': [
    'the | black | . | . | . | cat',
    'the | black | . | and | white | cat',
    'the | black | . | very | special | cat',
    'the | black | not | very | special | cat',
  ],
  'the same in another order': [
    'the | black | . | . | . | cat',
    'the | black | and | white | . | cat',
    'the | black | not | very | special | cat',
    'the | black | . | very | special | cat',
  ],
  'a witness that ends': ['the | black | cat', 'the | . | .'],
  'one word for three': ['the | black | and | white | cat', 'the | red | . | . | cat'],
  'both of two variants': ['Hello | cruel | . | world', 'Hello | nice | . | world', 'Hello | nice | cruel | world'],
  'two colours that changed places': [
    'A | black | cat | in | a | white | basket',
    'A | white | cat | in | a | black | basket',
  ],
  'two letters that changed places': ['. | a | b', 'b | a | .'],
  'the same before a third': ['. | a | b | c', 'b | a | . | c'],
  'a transposition in one pair': ['. | y | .', 'x | y | z', 'z | y | .'],
  'transpositions in two pairs': ['. | y | x', 'x | y | z', 'z | y | .'],
};

describe('the alignment that CollateX gives', () => {
  it.each(Object.entries(tables))('%s', (_, rows) => {
    expect(rowsOf(textsOf(rows))).toEqual(rows);
  });
});

// Where several alignments are as good, or where we prefer to move fewer words.
describe('alignments that differ from those of CollateX', () => {
  it.each([
    [
      'the longer passage stays in its place, not the word between two that were moved',
      ['the | cat | is | black | .', 'black | . | is | the | cat'],
      ['. | . | the | cat | is | black', 'black | is | the | cat | . | .'],
    ],
    [
      'words that stand twice are aligned with the first of them',
      [
        'This | very | quick | very | quick | brown | wombat',
        'That | . | . | very | quick | brown | koala',
        'That | . | . | very | quick | brown | kangaroo',
      ],
      [
        'This | very | quick | very | quick | brown | wombat',
        'That | very | quick | . | . | brown | koala',
        'That | very | quick | . | . | brown | kangaroo',
      ],
    ],
    [
      'words without a counterpart share columns with other words',
      ['a | b | c | . | . | d | e | f', '. | . | x | y | z | d | e | .', 'a | b | x | y | z | . | . | .'],
      ['a | b | . | . | c | d | e | f', 'x | y | . | . | z | d | e | .', 'a | b | x | y | z | . | . | .'],
    ],
  ])('%s', (_, theirs, ours) => {
    expect(textsOf(theirs)).toEqual(textsOf(ours));
    expect(rowsOf(textsOf(theirs))).toEqual(ours);
  });
});

describe('transpositions', () => {
  /** What was moved, in the words of the witness that moved it. */
  function movedIn(...texts: readonly string[]): string[] {
    const { table, transpositions } = collateTokens(texts.map((text) => tokenize(text, 0)));
    return transpositions.map(({ moved: { witness, start, end } }) =>
      (table.witnesses[witness]?.tokens ?? [])
        .slice(start, end)
        .map(({ form }) => form)
        .join(' '),
    );
  }

  it.each([
    [['the cat is black', 'black is the cat'], ['black']],
    [
      ['A black cat in a white basket', 'A white cat in a black basket'],
      ['white', 'black'],
    ],
    [
      [
        'This morning the cat observed little birds in the trees.',
        'The cat was observing birds in the little trees this morning, it observed birds for two hours.',
      ],
      ['little', 'this morning', 'observed'],
    ],
    [['Hello cruel world', 'Hello nice world', 'Hello nice cruel world'], []],
  ])('%j', (texts, moved) => {
    expect(movedIn(...texts)).toEqual(moved);
  });
});
