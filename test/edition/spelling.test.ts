import { expect, test } from 'vitest';
import { nearestSpelling } from '../../src/edition/spelling.js';

const keys = ['genre', 'title', 'date', 'language', 'originalLanguage', 'decisions'];

test.each([
  ['zzz', undefined],
  ['', undefined],
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
  expect(nearestSpelling('cat', ['bat', 'rat'])).toBe('bat');
});
