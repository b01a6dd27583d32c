import { describe, expect, it } from 'vitest';
import { entryLines } from '../../src/edition/register-addition.js';
import { additionFor } from '../../src/review/name-evidence.js';

describe('an entry to begin with', () => {
  it.each([
    ['von Thurn', '<nameLink>von</nameLink> <surname>Thurn</surname>'],
    ['Anna de la Tour', '<forename>Anna</forename> <nameLink>de la</nameLink> <surname>Tour</surname>'],
    ['Anna Berg', '<forename>Anna</forename> <surname>Berg</surname>'],
    ['Thurn', '<surname>Thurn</surname>'],
  ])('%s', (form, parts) => {
    expect(entryLines(additionFor('persons', form))[1]).toBe(`  <persName>${parts}</persName>`);
  });
});
