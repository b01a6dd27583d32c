import { describe, expect, it } from 'vitest';
import { align } from '../../src/collate/align.js';
import { tableOf } from '../../src/collate/alignment-table.js';
import { collateTokens } from '../../src/collate/collate.js';
import { tokenize } from '../../src/collate/token.js';
import { Vocabulary } from '../../src/collate/vocabulary.js';

/** Numbers from 0 to 1, the same at each run (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Words of which some are frequent and most are rare, and the same text with every twentieth changed. */
function pairOfTexts(length: number, distinct: number): [string, string] {
  const random = randomNumbers(7);
  const word = (): string => `w${Math.floor(random() ** 2 * distinct).toString(36)}`;
  const base = Array.from({ length }, word);
  const copy = base.flatMap((each) => {
    const chance = random();
    if (chance < 0.017) return [];
    if (chance < 0.034) return [word()];
    return chance < 0.05 ? [each, word()] : [each];
  });
  return [base.join(' '), copy.join(' ')];
}

function stepsFor(texts: readonly string[]): number {
  const effort = { steps: 0 };
  collateTokens(
    texts.map((text) => tokenize(text, 0)),
    effort,
  );
  return effort.steps;
}

describe('the work of an alignment', () => {
  it.each([
    ['a text and its copy', 6000],
    ['texts of few words, which repeat', 12],
  ])('grows with the length of %s, not with its square', (_, distinct) => {
    const short = stepsFor(pairOfTexts(4000, distinct));
    const long = stepsFor(pairOfTexts(32_000, distinct));
    expect(long / short).toBeLessThan(8 * 1.5);
    expect(long / 32_000).toBeLessThan(250);
  });

  it('is the same for texts that have nothing in common', () => {
    const [one] = pairOfTexts(20_000, 5);
    const other = one.replaceAll('w', 'v');
    expect(stepsFor([one, other]) / 20_000).toBeLessThan(250);
  });

  it('is small for texts that hardly differ', () => {
    expect(stepsFor(pairOfTexts(32_000, 6000)) / 32_000).toBeLessThan(10);
  });
});

describe('a long alignment', () => {
  it('finds what an exact one would: each word beside itself', () => {
    const base = Array.from({ length: 5000 }, (_, index) => `w${(index * 7919) % 5003}`);
    const copy = base.flatMap((word, index) => (index % 20 === 3 ? [] : index % 20 === 9 ? [word, 'extra'] : [word]));
    const vocabulary = new Vocabulary();
    const [one, other] = [base, copy].map((words) => vocabulary.code(tokenize(words.join(' '), 0)));
    if (one === undefined || other === undefined) throw new Error('there are two texts');
    const { places } = align(tableOf(one), other, vocabulary);
    const expected = copy.map((word) => (word === 'extra' ? -1 : base.indexOf(word)));
    expect([...places]).toEqual(expected);
  });
});
