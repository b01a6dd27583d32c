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
    [
      "Hungary's border with the U.S.S.R. and the Soviet Union",
      ['Hungary #hu', 'U.S.S.R. #su', 'U.S.S.R. -', 'Soviet Union #su'],
    ],
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

describe('abbreviations of places', () => {
  const states = {
    places: [
      {
        id: 'gdr',
        names: [
          { text: 'East Germany' },
          { text: 'German Democratic Republic' },
          { text: 'GDR', type: 'abbreviation' },
          { text: 'Deutsche Demokratische Republik', language: 'de' },
          { text: 'DDR', type: 'abbreviation', language: 'de' },
        ],
        identifiers: {},
      },
    ],
  };

  it.each([
    ['en', 'in the GDR', 'German Democratic Republic', {}],
    ['de', 'in der DDR', 'Deutsche Demokratische Republik', { 'xml:lang': 'de' }],
  ])('stand for the form with their letters (%s)', (language, text, reading, attributes) => {
    const { annotations } = recognize(places, [text], { register: states, language });
    expect(annotations).toMatchObject([
      { kind: 'placeName', attributes: { ref: '#gdr' } },
      { kind: 'abbreviation', reading, attributes },
    ]);
  });
});

describe('a direction makes another place', () => {
  const continents = {
    places: [
      place('asia', 'Asia', 'Asie', 'Азия', 'Ázsia', 'Asien'),
      place('eeu', 'Eastern Europe'),
      place('eu', 'Europe', 'Европа'),
    ],
  };

  it.each([
    ['en', 'in South and South-East Asia, in Southeast Asia', ['South-East Asia - medium', 'Southeast Asia - medium']],
    ['en', 'in Asia, in Eastern Europe, east of Europe', ['Asia #asia', 'Eastern Europe #eeu', 'Europe #eu']],
    ['fr', 'en Asie du Sud-Est et en Asie', ['Asie du Sud-Est - medium', 'Asie #asia']],
    ['ru', 'в Юго-Восточной Азии и в Азии', ['Юго-Восточной Азии - medium', 'Азии #asia']],
    ['hu', 'Délkelet-Ázsia és Ázsia', ['Délkelet-Ázsia - medium', 'Ázsia #asia']],
  ])('%s: %s', (language, text, expected) => {
    const { found, findings } = recognize(places, [text], { register: continents, language });
    expect(found).toEqual(expected);
    expect(findings.map(({ code }) => code)).toEqual(
      expected.filter((line) => line.includes(' - ')).map(() => 'names/unregistered'),
    );
  });
});

describe('what an organisation’s members signed is not the organisation', () => {
  const pacts = {
    organisations: [
      {
        id: 'pact',
        names: [{ text: 'Warsaw Pact' }, { text: 'Warschauer Pakt', language: 'de' }, { text: 'NATO' }],
        identifiers: {},
      },
    ],
  };

  it.each([
    ['en', 'according to the Warsaw Pact Treaty', []],
    ['en', 'the Warsaw Pact agreement of its members', ['Warsaw Pact #pact']],
    ['de', 'nach dem NATO-Vertrag und dem Warschauer Pakt', ['Warschauer Pakt #pact']],
    ['hu', 'a NATO-szerződés', []],
  ])('%s: %s', (language, text, expected) => {
    const { found } = recognize(organisations, [text], { register: pacts, language });
    expect(found.filter((line) => !line.endsWith(' -'))).toEqual(expected);
  });
});
