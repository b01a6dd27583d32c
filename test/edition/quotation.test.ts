import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { quotedPlaces } from '../../src/edition/quotation.js';

const words = (text: string, quote: string, before?: string, after?: string): string[] =>
  quotedPlaces(text, {
    quote,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
  }).map(({ start, end }) => `${start}:${text.slice(start, end)}`);

describe('no place', () => {
  test.each([
    ['World War II', 'World War 11'],
    ['WorldWar 11', 'World War 11'],
    ['world war 11', 'World War 11'],
    ['', 'x'],
    ['some text', ''],
    ['some text', '   '],
    ['a b', 'a bc'],
  ])('in %j for %j', (text, quote) => {
    expect(words(text, quote)).toEqual([]);
  });

  test('where the context differs', () => {
    expect(words('Nagy Imre, Nagy Ferenc', 'Nagy', undefined, 'Bela')).toEqual([]);
    expect(words('the Nagy plan', 'Nagy', 'of the')).toEqual([]);
    expect(words('Nagy', 'Nagy', 'x')).toEqual([]);
    // Context is what stands immediately beside.
    expect(words('not here, but Nagy', 'Nagy', 'here')).toEqual([]);
  });
});

test('white space matches any white space, at the edges none', () => {
  expect(words('After World War  11 and', ' World\nWar 11\n')).toEqual(['6:World War  11']);
  expect(words('World \n War\t11', 'World War 11')).toEqual(['0:World \n War\t11']);
  expect(words('twice a\n\nyear.', 'a year.')).toEqual(['6:a\n\nyear.']);
});

test('all places are found, overlapping ones too', () => {
  expect(words('Nagy and Nagy', 'Nagy')).toEqual(['0:Nagy', '9:Nagy']);
  expect(words('. . . .', '. . .')).toEqual(['0:. . .', '2:. . .']);
});

test('context chooses among them, whatever white space lies between', () => {
  expect(words('razvitiya I dal and druzhby I\nsot', 'I', 'druzhby', 'sot')).toEqual(['28:I']);
  expect(words('a\n b c, b d', 'b', 'a')).toEqual(['3:b']);
  expect(words('(O polozhenii) g.: O polozhenii', 'O polozhenii', '(')).toEqual(['1:O polozhenii']);
});

test('letters beyond the basic plane are whole', () => {
  expect(words('x 𝔸 y', '𝔸', 'x', 'y')).toEqual(['2:𝔸']);
});

property.prop([fc.string(), fc.string({ minLength: 1 }), fc.string()])(
  'what was put there is found',
  (before, quote, after) => {
    fc.pre(quote.trim() !== '');
    const text = `${before} ${quote} ${after}`;
    const start = before.length + 1 + (quote.length - quote.trimStart().length);
    const places = quotedPlaces(text, { quote, before, after });
    expect(places).toContainEqual({ start, end: start + quote.trim().length });
    for (const place of places)
      expect(text.slice(place.start, place.end).split(/\s+/)).toEqual(quote.trim().split(/\s+/));
  },
);

test('a long text of the same letter takes no time to speak of', () => {
  const text = `${' '.repeat(200_000)}x`;
  expect(quotedPlaces(text, { quote: 'x', before: 'y' })).toEqual([]);
});
