import { fc, test as propertyTest } from '@fast-check/vitest';
import { expect, test } from 'vitest';
import { nearestSpelling } from '../../src/diagnostics/spelling.js';

const keys = ['genre', 'title', 'date', 'language', 'originalLanguage', 'decisions'];

test.each([
  ['zzz', undefined],
  ['', undefined],
  ['da', undefined],
  ['ate', undefined],
  ['DATE', 'date'],
  ['dates from', undefined],
  ['gener', 'genre'],
  ['Title', 'title'],
  ['decision', 'decisions'],
  ['languge', 'language'],
  ['original_language', 'originalLanguage'],
  ['dtae', 'date'],
])('%j is nearest to %j', (word, nearest) => {
  expect(nearestSpelling(word, keys)).toBe(nearest);
});

test('of equally near words the first is taken', () => {
  expect(nearestSpelling('cart', ['part', 'card'])).toBe('part');
});

test.each([
  ['b', ['p', 'ab'], undefined],
  ['ul', ['u', 'l'], undefined],
  ['P', ['p'], 'p'],
  ['dvi', ['div'], 'div'],
  ['lbb', ['lb'], 'lb'],
  ['bid', ['did'], undefined],
])('the short word %j among %j is %j', (word, known, nearest) => {
  expect(nearestSpelling(word, known)).toBe(nearest);
});

/** The distance as it is defined, without any shortcut. */
function distance(a: string, b: string): number {
  const cost = (i: number, j: number): number => {
    if (i === 0 || j === 0) return Math.max(i, j);
    const same = a[i - 1] === b[j - 1] ? 0 : 1;
    const least = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + same);
    const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
    return isSwap ? Math.min(least, at(i - 2, j - 2) + 1) : least;
  };
  const known = new Map<string, number>();
  const at = (i: number, j: number): number => {
    const key = `${i} ${j}`;
    const value = known.get(key) ?? cost(i, j);
    known.set(key, value);
    return value;
  };
  return at(a.length, b.length);
}

const word = fc.stringMatching(/^[abc]{1,9}$/);
propertyTest.prop([word, fc.array(word, { maxLength: 6 }), fc.integer({ min: 0, max: 4 })])(
  'the nearest is the first of those at the least distance within the limit',
  (written, known, limit) => {
    const distances = known.map((each) => distance(written, each));
    const least = Math.min(...distances);
    expect(nearestSpelling(written, known, limit)).toBe(least <= limit ? known[distances.indexOf(least)] : undefined);
  },
);
