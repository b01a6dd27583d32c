import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSafePath } from '../../../src/site/address.js';
import {
  divideRegister,
  ENTRIES_ON_A_PAGE,
  fileName,
  ownPath,
  pathName,
  type NamedEntry,
} from '../../../src/site/registers/entry-places.js';
import { nameOrder } from '../../../src/site/registers/name-order.js';

const order = nameOrder('hu');

function named(count: number, prefix: string, text: (index: number) => string): NamedEntry[] {
  return Array.from({ length: count }, (_, index) => ({ id: `${prefix}${index}`, names: [{ text: text(index) }] }));
}

/** Path of each entry, by id. */
function paths(parts: ReturnType<typeof divideRegister>): Map<string, string> {
  return new Map(parts.flatMap(({ path, entries }) => entries.map(({ id }) => [id, path])));
}

const START = ['A', 'Cs', 'Ö', 'Ж', '邓', '19'];

describe('the pages of a register', () => {
  test('none without entries, one for a small register', () => {
    expect(divideRegister('persons', [], [], order)).toEqual([]);
    const [only, ...others] = divideRegister('persons', named(ENTRIES_ON_A_PAGE, 'a', String), [], order);
    expect([only?.path, only?.letter, others]).toEqual(['persons.html', '', []]);
  });

  test('letters for a large one, parts for a large letter; paths in ASCII', () => {
    const entries = named(1300, 'e', (index) => `${START[index % START.length] ?? ''}x${index}`);
    const parts = divideRegister('persons', entries, [], order);
    expect(new Set(parts.map(({ path }) => path.replace(/-\d+(?=\.html$)/, '')))).toEqual(
      new Set(['other', 'a', 'cs', 'u00f6', 'u0436', 'u6f22'].map((name) => `persons/${name}.html`)),
    );
    expect(parts.every(({ entries: { length } }) => length > 0 && length <= ENTRIES_ON_A_PAGE)).toBe(true);
    expect(new Set(parts.map(({ path }) => path)).size).toBe(parts.length);
    expect(paths(parts).size).toBe(entries.length);
  });

  test('what documents declare moves no entry of the register', () => {
    fc.assert(
      fc.property(fc.integer({ min: 201, max: 900 }), fc.integer({ min: 0, max: 300 }), (own, others) => {
        const text = (index: number): string => `${START[(index * 7) % START.length] ?? ''}${(index * 7919) % 1000}`;
        const registered = named(own, 'r', text);
        const alone = paths(divideRegister('places', registered, [], order));
        const together = paths(divideRegister('places', registered, named(others, 'd', text), order));
        expect(together.size).toBe(own + others);
        for (const [id, path] of alone) expect(together.get(id)).toBe(path);
      }),
      { numRuns: 30 },
    );
  });
});

test('a small register stays on its page, however much documents declare', () => {
  const registered = named(150, 'r', String);
  const parts = divideRegister(
    'persons',
    registered,
    named(1000, 'd', () => 'Voices'),
    order,
  );
  expect(parts[0]?.path).toBe('persons.html');
  expect(parts[0]?.entries.map(({ id }) => id).sort()).toEqual(registered.map(({ id }) => id).sort());
  expect(parts.slice(1).every(({ entries: { length } }) => length <= ENTRIES_ON_A_PAGE)).toBe(true);
  expect(paths(parts).size).toBe(1150);
});

test('every id has a file name of its own that every system takes', () => {
  const ids = ['nagy-imre', 'Nagy-Imre', 'NAGY-IMRE', 'https://d-nb.info/gnd/1', 'pmb:1', '../../x', '邓', 'дэн', ''];
  const names = ids.map(fileName);
  expect(names[0]).toBe('nagy-imre');
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(ids.length);
  for (const id of ids) expect(isSafePath(ownPath('persons', id, 2))).toBe(true);
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (id) => isSafePath(`${fileName(id)}.html`)));
  expect(['#', 'Cs', 'Ö', 'Dž'].map(pathName)).toEqual(['other', 'cs', 'u00f6', 'du017e']);
});
