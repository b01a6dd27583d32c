import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sortKey } from '../../../src/site/registers/name-heading.js';
import { nameOrder, OTHER } from '../../../src/site/registers/name-order.js';

const LANGUAGES = ['en', 'hu', 'sv', 'cs', 'de', 'ru', 'da', 'tr', 'zh', 'no language at all'];

function letter(language: string, name: string): string {
  return nameOrder(language).letterOf(sortKey(name, ''));
}

describe('the letter of a name', () => {
  test.each([
    ['en', '1956', OTHER],
    ['en', '', OTHER],
    ['en', '“Free Europe”', 'F'],
    ['en', 'Élysée', 'E'],
    ['en', 'Łódź', 'L'],
    ['pl', 'Łódź', 'Ł'],
    ['en', 'Æthelred', 'A'],
    ['da', 'Æthelred', 'Æ'],
    ['de', 'Österreich', 'O'],
    ['sv', 'Österreich', 'Ö'],
    ['hu', 'Csepel', 'Cs'],
    ['hu', 'Czuczor', 'C'],
    ['hu', 'Dzsámi', 'Dzs'],
    ['en', 'Csepel', 'C'],
    ['cy', 'Llandaff', 'Ll'],
    ['tr', 'istanbul', 'İ'],
    ['en', 'Жуков', 'Ж'],
    ['en', 'ёлка', 'Е'],
    ['en', '邓小平', '漢'],
  ])('%s: %s stands under %s', (language, name, expected) => {
    expect(letter(language, name)).toBe(expected);
  });
});

/** Words such as names are made of, and such as they are not. */
const word = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 8 }),
  fc.string({
    unit: fc.constantFrom(...Array.from('aábcčdeéfgyilłmnoóöőpsszztuüűvyzßæøñıİ -’19АБвгдЖё邓小あ한א')),
    maxLength: 8,
  }),
);

describe('the order of names', () => {
  test.each(LANGUAGES)('is an order: %s', (language) => {
    const { compareWords } = nameOrder(language);
    fc.assert(
      fc.property(word, word, word, (a, b, c) => {
        expect(Math.sign(compareWords(a, b))).toBe(-Math.sign(compareWords(b, a)) + 0);
        if (compareWords(a, b) <= 0 && compareWords(b, c) <= 0) expect(compareWords(a, c)).toBeLessThanOrEqual(0);
        expect(compareWords(a, b) === 0).toBe(a === b);
      }),
      { numRuns: 300 },
    );
  });

  test.each(['en', 'hu', 'sv', 'ru'])('keeps the names of a letter together: %s', (language) => {
    const order = nameOrder(language);
    const name = fc.string({
      unit: fc.constantFrom(...Array.from('aábcdeéfgilmnoóöőpstuüvyzАБвЖ')),
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(fc.array(name, { maxLength: 40 }), (names) => {
        const keys = names.map((text) => sortKey(text, '')).sort(order.compare);
        const letters = keys.map(order.letterOf).filter((each, index, all) => each !== all[index - 1]);
        expect(letters).toHaveLength(new Set(letters).size);
      }),
      { numRuns: 200 },
    );
  });

  test('goes surname by surname, then by forename', () => {
    const { compare } = nameOrder('en');
    const keys = [sortKey('Nagy-Kovács', 'A.'), sortKey('Nagy', 'Zoltán'), sortKey('Nagy', 'Imre')].sort(compare);
    expect(keys.map(({ first, rest }) => `${first} ${rest}`)).toEqual(['Nagy Imre', 'Nagy Zoltán', 'Nagy-Kovács A.']);
  });
});
