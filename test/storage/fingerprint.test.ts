import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SafeHtml } from '../../src/site/safe-html.js';
import { fingerprint, toolFingerprint } from '../../src/storage/fingerprint.js';

test('the same data has the same fingerprint, other data another', () => {
  const data = fc.jsonValue();
  fc.assert(
    fc.property(data, data, (a, b) => {
      const isSame = JSON.stringify(a) === JSON.stringify(b);
      return (fingerprint(a) === fingerprint(b)) === isSame && fingerprint(structuredClone(a)) === fingerprint(a);
    }),
  );
});

test('maps, sets, lists and objects of the same members are told apart', () => {
  const all = [new Map([['a', 1]]), new Set(['a', 1]), ['a', 1], { a: 1 }, [['a', 1]], 'a1', { map: ['a', 1] }];
  expect(new Set(all.map(fingerprint)).size).toBe(all.length);
});

test('markup is another thing than a text of the same characters', () => {
  expect(fingerprint({ text: SafeHtml.fromStylesheet('<b>') })).not.toBe(fingerprint({ text: '<b>' }));
  expect(fingerprint(SafeHtml.fromStylesheet('<b>'))).not.toBe(fingerprint(SafeHtml.fromStylesheet('<i>')));
});

test('numbers that JSON does not have are told apart', () => {
  expect(new Set([Number.NaN, Infinity, -Infinity, null, 0].map(fingerprint)).size).toBe(5);
});

test('a function has none, nor has what keeps its state to itself', () => {
  for (const value of [() => 1, /a/u, new URLSearchParams('a=1'), new Error('a')]) {
    expect(() => fingerprint({ value })).toThrow(TypeError);
  }
});

test('the tool has one', () => {
  expect(toolFingerprint()).toMatch(/^[0-9a-f]{64}$/u);
});
