import { describe, expect, it } from 'vitest';
import { persons } from '../../../src/annotate/recognizers/names/person.js';
import { person, recognize, type Leaves } from './document.js';

const bergs = { persons: [person('karl: Karl Berg'), person('otto: Otto Berg')] };
const read = (leaves: Leaves, language = 'en'): ReturnType<typeof recognize> =>
  recognize(persons, leaves, { register: bergs, language });

describe('a surname before the full name', () => {
  it('is not sure, and is asked', () => {
    const { found, findings } = read(['This was what Berg paid.', 'Karl Berg left. Then Berg came.']);
    expect(found).toEqual(['Berg #karl medium', 'Karl Berg #karl', 'Berg #karl']);
    expect(findings).toMatchObject([{ code: 'names/ambiguous-person', actual: 'Berg' }]);
  });

  it('is sure where a heading, a signature or a title tells who is meant', () => {
    expect(read([['head', 'Karl Berg in Triest'], 'Then Berg spoke.']).found).toContain('Berg #karl');
    expect(read(['Then Berg spoke.', ['signed', 'Karl Berg']]).found).toContain('Berg #karl');
  });
});

describe('a relative of the same surname', () => {
  it.each([
    ['en', 'Berg is away; his elder brother, Karl Berg, minds the shop.'],
    ['en', 'Berg is away; his brother Karl Berg minds the shop.'],
    ['de', 'Gestern war Berg verreist; sein Bruder, Karl Berg, führte das Geschäft.'],
    ['fr', 'Hier, Berg partit ; son frère, Karl Berg, garda la boutique.'],
  ])('%s: %s', (language, text) => {
    expect(read([text], language).found.filter((line) => !line.startsWith('('))).toEqual([
      'Berg #otto medium',
      'Karl Berg #karl',
    ]);
  });

  it('does not settle the surname after it', () => {
    const { found, findings } = read(['Berg is away; his brother, Karl Berg, is here.', 'Then Berg came.']);
    expect(found).toEqual(['Berg #otto medium', 'Karl Berg #karl', 'Berg ? low']);
    expect(findings).toHaveLength(1);
  });

  it('leaves the only bearer of the register in doubt', () => {
    const register = { persons: [person('karl: Karl Berg')] };
    const text = 'Berg is away; his brother, Karl Berg, is here.';
    expect(recognize(persons, [text], { register }).found).toEqual(['Berg #karl low', 'Karl Berg #karl']);
  });
});

describe('an office is no person', () => {
  it.each<[string, Leaves]>([
    [
      'en',
      [
        ['signed', 'Karl Berg'],
        ['signed', 'Councillor'],
      ],
    ],
    [
      'de',
      [
        ['signed', 'Karl Berg'],
        ['signed', 'Hafenkapitän'],
      ],
    ],
    [
      'de',
      [
        ['signed', 'Karl Berg'],
        ['salute', 'Sehr geehrter Herr Hafenkapitän!'],
      ],
    ],
  ])('%s: %j', (language, leaves) => {
    expect(read(leaves, language).found).toEqual(['Karl Berg #karl']);
  });

  it('a title before a name is still that of a person', () => {
    expect(read([['salute', 'Sehr geehrter Herr Lindner!']], 'de').found).toEqual(['(Herr)', 'Lindner -']);
  });
});
