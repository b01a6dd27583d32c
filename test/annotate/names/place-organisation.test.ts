import { describe, expect, it } from 'vitest';
import { organisations } from '../../../src/annotate/recognizers/names/organisation.js';
import { persons } from '../../../src/annotate/recognizers/names/person.js';
import { places } from '../../../src/annotate/recognizers/names/place.js';
import type { PlaceEntry } from '../../../src/edition/register.js';
import { person, recognize } from './document.js';

const place = (id: string, ...names: string[]): PlaceEntry => ({
  id,
  names: names.map((text) => ({ text })),
  identifiers: {},
});
const register = {
  persons: [person('speier: Hans Speier'), person('warsaw: Leo Warsaw')],
  places: [
    place('hu', 'Hungary', 'Hungarian People’s Republic'),
    place('su', 'USSR', 'Soviet Union'),
    place('warszawa', 'Warsaw'),
    place('bp', 'Budapest'),
    place('sp', 'Speier'),
    place('reading', 'Reading'),
    place('f1', 'Frankfurt'),
    place('f2', 'Frankfurt'),
  ],
  organisations: [
    { id: 'cpsu', names: [{ text: 'Communist Party of the Soviet Union' }, { text: 'CPSU' }], identifiers: {} },
    { id: 'who', names: [{ text: 'World Health Organization' }, { text: 'WHO' }], identifiers: {} },
  ],
};

describe('places', () => {
  it.each([
    ['the Hungarian Parliament, the Warsaw Pact, the Warsaw Treaty, the Budapest Four-Power Agreement', []],
    ['Reading is hard.', []],
    ['He lives in Reading.', ['Reading #reading']],
    ["Hungary's border with the U.S.S.R. and the Soviet Union", ['Hungary #hu', 'U.S.S.R. #su', 'Soviet Union #su']],
    ["the Hungarian People's Republic in Budapest-here", ["Hungarian People's Republic #hu", 'Budapest #bp']],
    ['in the Communist Party of the Soviet Union', []],
    ['They went to Warsaw and to Speier.', ['Warsaw #warszawa', 'Speier #sp']],
  ])('%s', (text, expected) => {
    expect(recognize(places, [text], { register }).found).toEqual(expected);
  });

  it('give way to a person whom the document names', () => {
    const text = ['Hans Speier wrote.', 'Then Speier left for Warsaw.'];
    expect(recognize(persons, text, { register }).found).toEqual(['Hans Speier #speier', 'Speier #speier']);
    expect(recognize(places, text, { register }).found).toEqual(['Warsaw #warszawa']);
  });

  it('of one name are left open and reported', () => {
    const { found, findings } = recognize(places, ['in Frankfurt'], { register });
    expect(found).toEqual(['Frankfurt ? low']);
    expect(findings).toMatchObject([{ code: 'names/ambiguous-place', expected: ['f1', 'f2'] }]);
  });
});

describe('organisations', () => {
  it('keep an abbreviation with what it stands for', () => {
    const { annotations } = recognize(organisations, ['The CPSU asks.'], { register });
    expect(annotations).toEqual([
      {
        span: { start: 4, end: 8 },
        kind: 'orgName',
        attributes: { ref: '#cpsu' },
        recognizer: 'organisations',
        certainty: 'high',
      },
      {
        span: { start: 4, end: 8 },
        kind: 'abbreviation',
        attributes: {},
        recognizer: 'organisations',
        certainty: 'high',
        reading: 'Communist Party of the Soviet Union',
      },
    ]);
  });

  it('are no words in small letters', () => {
    expect(recognize(organisations, ['Who knows who came? The WHO.'], { register }).found).toEqual([
      'WHO #who',
      'WHO -',
    ]);
  });

  it('are the whole of their words', () => {
    expect(recognize(organisations, ['of the Communist Party of the Soviet Union.'], { register }).found).toEqual([
      'Communist Party of the Soviet Union #cpsu',
    ]);
  });
});
