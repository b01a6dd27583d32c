import { describe, expect, it } from 'vitest';
import { honorificPattern, honorifics } from '../../src/language/honorifics.js';
import { differByOneLetter, foldName, transliterationKey } from '../../src/language/name-folding.js';
import { nameStem } from '../../src/language/name-inflection.js';

describe('honorificPattern', () => {
  const match = (text: string, language: string): string | undefined =>
    new RegExp(`^${honorificPattern(language)}`, 'iu').exec(text)?.[0];

  it.each([
    ['Command post', 'en', undefined],
    ['Drummond spoke', 'en', undefined],
    ['Cde. Shepilov', 'en', 'Cde. '],
    ['MR. SMITH', 'en', 'MR. '],
    ['Deputy Prime Minister Kádár', 'en', 'Deputy Prime Minister '],
    ['Herr Prof. Dr. Tillich', 'de', 'Herr Prof. Dr. '],
    ['тов. Хрущёв', 'ru', 'тов. '],
    ['tov. Khrushchev', 'ru-Latn', 'tov. '],
  ])('%s (%s)', (text, language, expected) => {
    expect(match(text, language)).toBe(expected);
  });

  it('tells the sex and the number that a title has', () => {
    expect(honorifics('de').find(({ text }) => text === 'frau')).toMatchObject({
      kind: 'title',
      sex: 'F',
      plural: false,
    });
    expect(honorifics('en').find(({ text }) => text === 'coms')).toMatchObject({ plural: true });
  });
});

describe('spellings of names', () => {
  it('fold alike', () => {
    expect(['KÀDÀR', 'Kádár', 'Kadar'].map(foldName)).toEqual(['kadar', 'kadar', 'kadar']);
    expect(foldName('Weiß-O’Neill')).toBe('weiss-oneill');
  });

  it('have one key in different transliterations', () => {
    expect(transliterationKey('rokossowski')).toBe(transliterationKey('rokossovsky'));
    expect(transliterationKey('wladyslaw')).toBe(transliterationKey('vladislav'));
    expect(transliterationKey('molotov')).not.toBe(transliterationKey('malenkov'));
  });

  it('differ by one letter', () => {
    expect(differByOneLetter('khruschev', 'khrushchev')).toBe(true);
    expect(differByOneLetter('konev', 'knoev')).toBe(true);
    expect(differByOneLetter('konev', 'konev')).toBe(false);
    expect(differByOneLetter('malenkov', 'malinkin')).toBe(false);
  });

  it('have one stem in every case', () => {
    expect(['хрущев', 'хрущева', 'хрущеву', 'хрущевым'].map((word) => nameStem(word, 'ru', true))).toEqual(
      Array(4).fill('хрущев'),
    );
    expect(nameStem('hannahs', 'de', true)).toBe('hannah');
    expect(nameStem('hannahs', 'en', true)).toBe('hannahs');
  });
});
