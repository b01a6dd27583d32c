import { describe, expect, it } from 'vitest';
import { sexOfGivenName } from '../../src/language/given-name-sex.js';

describe('the sex that a given name tells', () => {
  it.each([
    ['Rachel', 'F'],
    ['Ilona', 'F'],
    ['Ольга', 'F'],
    ['Thomas', 'M'],
    ['Béla', 'M'],
    ['Никита', 'M'],
    ['Camille', undefined],
    ['Andrea', undefined],
    ['Xyzzy', undefined],
  ])('%s: %s', (name, sex) => {
    expect(sexOfGivenName(name)).toBe(sex);
  });
});
