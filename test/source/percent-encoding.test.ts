import { expect, it } from 'vitest';
import { decodePercent } from '../../src/source/percent-encoding.js';

it.each([
  ['a%20b.xml', 'a b.xml'],
  ['%C3%A9.xml#p%31', 'é.xml#p1'],
  // Neither is UTF-8, and a sign alone is no encoding: they stay.
  ['%E9.xml', '%E9.xml'],
  ['100%', '100%'],
  ['plain', 'plain'],
])('%s reads %s', (written, read) => {
  expect(decodePercent(written)).toBe(read);
});
