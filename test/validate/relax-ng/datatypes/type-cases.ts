import type { Parameter } from '../../../../src/validate/relax-ng/datatypes/datatype.js';
import { lexicons } from './lexicons.js';

/** One restriction of one type, and texts to ask it. */
export interface TypeCase {
  readonly type: string;
  readonly parameters: readonly Parameter[];
  readonly texts: readonly string[];
}

/** Pseudo-random whole numbers, the same at every run (mulberry32). */
export function randomNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** Texts with one or two characters inserted, replaced or taken away. */
export function mutations(texts: readonly string[], alphabet: string, count: number, seed: number): string[] {
  const random = randomNumbers(seed);
  const letters = Array.from(alphabet);
  return Array.from({ length: count }, () => {
    const characters = Array.from(texts[random(texts.length)] ?? '');
    for (let times = 1 + random(2); times > 0; times--) {
      const inserted = random(3) === 0 ? [] : [letters[random(letters.length)] ?? ''];
      characters.splice(random(characters.length + 1), random(2), ...inserted);
    }
    return characters.join('');
  });
}

/** Every type alone and with each of its restrictions, with the texts of its lexicon and mutations of them. */
export function typeCases(mutationCount: number, seed: number): TypeCase[] {
  return lexicons.flatMap(({ types, texts, alphabet, facets }) =>
    types.flatMap((type) =>
      [[], ...facets].map((list, index) => ({
        type,
        parameters: list.map(([name, value]) => ({ name, value })),
        texts: [...new Set([...texts, ...mutations(texts, alphabet, mutationCount, seed + index)])],
      })),
    ),
  );
}

/** Types with a facet each, of which many are wrong. */
export const facetCases: readonly Pick<TypeCase, 'type' | 'parameters'>[] = [
  ...[
    'string',
    'token',
    'boolean',
    'QName',
    'NOTATION',
    'NMTOKENS',
    'anyURI',
    'hexBinary',
    'decimal',
    'byte',
    'double',
  ].flatMap((type) =>
    [
      'length',
      'minLength',
      'maxLength',
      'totalDigits',
      'fractionDigits',
      'minInclusive',
      'maxExclusive',
      'pattern',
    ].map((name) => ({ type, parameters: [{ name, value: '1' }] })),
  ),
  ...['-1', '-0', '+1', ' 2 ', '1.5', '', 'x', '99999999999999999999', '1e1', '٣'].flatMap((value) =>
    ['length', 'maxLength', 'totalDigits', 'fractionDigits'].map((name) => ({
      type: name.endsWith('ength') ? 'string' : 'decimal',
      parameters: [{ name, value }],
    })),
  ),
  ...['whiteSpace', 'enumeration', 'minimum', 'Length'].map((name) => ({
    type: 'token',
    parameters: [{ name, value: 'collapse' }],
  })),
  ...(['date 2000-02-30', 'byte 128', 'gYear 0000', 'float x', 'duration P', 'time 24:00:00'] as const).map((each) => {
    const [type = '', value = ''] = each.split(' ');
    return { type, parameters: [{ name: 'maxInclusive', value }] };
  }),
  ...['text', 'anySimpleType', 'String', 'anyType', 'dayTimeDuration', 'yearMonthDuration', 'dateTimeStamp', ''].map(
    (type) => ({
      type,
      parameters: [],
    }),
  ),
  ...(
    [
      [
        ['maxInclusive', '3'],
        ['minInclusive', '5'],
      ],
      [
        ['pattern', '[0-5]'],
        ['maxInclusive', '7'],
      ],
      [
        ['totalDigits', '1'],
        ['maxInclusive', '10'],
      ],
    ] as const
  ).map((list) => ({
    type: 'integer',
    parameters: list.map(([name, value]) => ({ name, value })),
  })),
];
