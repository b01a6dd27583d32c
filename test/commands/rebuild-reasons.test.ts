import { expect, test } from 'vitest';
import { rebuildReasons } from '../../src/commands/rebuild-reasons.js';

test('each step and reason is a line, in the order of the steps', () => {
  const names = Array.from({ length: 9 }, (_, index) => `p${index}`);
  expect(
    rebuildReasons([
      ...names.map((name) => ({ step: 'page' as const, name, changed: ['contents'] })),
      { step: 'conversion', name: 'a', changed: ['text', 'sidecar'] },
      { step: 'conversion', name: 'b', changed: [] },
      { step: 'page', name: 'new', changed: [] },
    ]),
  ).toEqual([
    'Converted, because of a change of text and a change of sidecar: a',
    'Converted, for the first time: b',
    'Page made, because of a change of contents: p0, p1, p2, p3, p4, p5 and 3 more',
    'Page made, for the first time: new',
  ]);
});

test('nothing is said in words, too', () => {
  expect(rebuildReasons([])).toEqual(['Nothing had to be made anew.']);
});
