import { expect, test } from 'vitest';
import { Progress } from '../../src/cli/progress.js';

test('says how much is done of what, and the time left as soon as it can be told', () => {
  const progress = new Progress();
  expect(progress.line(1, 101, 'texts converted', 1000)).toBe('1 of 101 texts converted');
  expect(progress.line(6, 101, 'texts converted', 2000)).toBe('6 of 101 texts converted');
  expect(progress.line(21, 101, 'texts converted', 11_000)).toBe('21 of 101 texts converted, about 40 s left');
  expect(progress.line(26, 101, 'texts converted', 73_500)).toBe('26 of 101 texts converted, about 4 min left');
  // Other things are another count.
  expect(progress.line(50, 100, 'documents transformed', 80_000)).toBe('50 of 100 documents transformed');
  expect(progress.line(50, 100, 'documents transformed', 90_000)).toBe('50 of 100 documents transformed');
  expect(progress.line(75, 100, 'documents transformed', 90_000)).toBe(
    '75 of 100 documents transformed, about 10 s left',
  );
});
