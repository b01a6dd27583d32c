import { describe, expect, it } from 'vitest';
import { offices } from '../../src/annotate/recognizers/offices.js';
import { person, recognize, type Leaves, type Settings } from './names/document.js';

const register = { persons: [person('adam: Vera Adam'), person('holt: George Holt')] };
const found = (leaves: Leaves, settings: Settings = {}): string[] =>
  recognize(offices, leaves, { register, ...settings }).found;

describe('no office of its own', () => {
  it.each([
    'Vera Adam and George Holt spoke.',
    'Minister Holt spoke.', // a title, found with the name
    'The Minister of Health came. George Holt left.',
    'The secretary of the club and George Holt agreed.',
    'George Holt, who was chairman, left.',
    'George Holt, member and friend of ours, left.',
  ])('%s', (text) => {
    expect(found([text])).toEqual([]);
  });
});

describe('an office beside a name', () => {
  it.each<[Leaves, string[]]>([
    [[['signed', 'First Secretary of the Board of Trade G. Holt']], ['(First Secretary of the Board of Trade)']],
    [['He saw Danish Ambassador to Norway Mr. George Holt.'], ['(Danish Ambassador to Norway)']],
    [['As commander-in-chief of the Fleet, George Holt'], ['(commander-in-chief of the Fleet)']],
    [['Vera Adam, Director of the Mint, and others'], ['(Director of the Mint)']],
    [['Vera Adam, the prime minister, and others'], ['(prime minister)']],
    [[['item', 'Holt-the prime minister']], ['(prime minister)']],
    [[['item', 'Dr. George Holt, Professor of Law, Oxford']], ['(Professor of Law)']],
    [[['signed', 'George Holt\nBritish Minister']], ['(British Minister)']],
    [[['signed', 'Minister of Finance']], ['(Minister of Finance)']],
  ])('%j', (leaves, expected) => {
    expect(found(leaves)).toEqual(expected);
  });

  it('is sure in a list or a signature, less so in a sentence', () => {
    const certainty = (leaves: Leaves): (string | undefined)[] =>
      recognize(offices, leaves, { register }).annotations.map((annotation) => annotation.certainty);
    expect(certainty([['item', 'Vera Adam, Director of the Mint']])).toEqual(['high']);
    expect(certainty(['Vera Adam, Director of the Mint, spoke.'])).toEqual(['medium']);
  });
});
