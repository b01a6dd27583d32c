import { describe, expect, it } from 'vitest';
import { organisations } from '../../../src/annotate/recognizers/names/organisation.js';
import { places } from '../../../src/annotate/recognizers/names/place.js';
import { recognize } from './document.js';

describe('the place of a dateline', () => {
  it.each([
    ['de', 'Zürich, den 3. Mai 1848', 'Zürich - medium'],
    ['de', 'Ilmtal. Gasthof zum Stern d. 3. Mai', 'Ilmtal - medium'],
    ['en', 'New Haven, 17 April 1958', 'New Haven - medium'],
    ['en', 'CONFIDENTIAL          Belgrade, November 8, 1956', 'Belgrade - medium'],
    ['fr', 'Fait à Rouen, le 14 mai 1871', 'Rouen - medium'],
    ['ru', 'Ялта, 12 марта 1904 г.', 'Ялта - medium'],
    ['hu', 'Pest, 1848. szeptember 12-én', 'Pest - medium'],
  ])('%s: %s', (language, text, expected) => {
    const { found, findings } = recognize(places, [['dateline', text]], { language });
    expect(found).toEqual([expected]);
    expect(findings.map(({ code }) => code)).toEqual(['names/unregistered']);
  });

  it.each([
    ['en', '17 April 1958'],
    ['en', 'October 30, 1956'],
    ['de', 'den 19. VIII.'],
    ['de', 'Montag, den 3. Mai'],
    ['hu', 'A bizottság ülése, 1956. október 20.'],
  ])('%s: none in %s', (language, text) => {
    expect(recognize(places, [['dateline', text]], { language }).found).toEqual([]);
  });

  it('leaves a place of the register and other parts alone', () => {
    const register = { places: [{ id: 'rouen', names: [{ text: 'Rouen' }], identifiers: {} }] };
    expect(recognize(places, [['dateline', 'Rouen, le 14 mai']], { register, language: 'fr' }).found).toEqual([
      'Rouen #rouen',
    ]);
    expect(recognize(places, ['Zürich, den 3. Mai 1848'], { language: 'de' }).found).toEqual([]);
  });
});

describe('long names of organisations', () => {
  const register = {
    organisations: [
      { id: 'party', names: [{ text: 'Farmers’ Party of the Northern Isles' }], identifiers: {} },
      {
        id: 'committee',
        names: [{ text: 'Central Committee of the Farmers’ Party of the Northern Isles' }],
        identifiers: {},
      },
    ],
  };

  it.each([
    ['TO THE CENTRAL COMMITTEE OF THE FARMERS’ PARTY OF THE NORTHERN ISLES', 'committee'],
    ['the Central Committee of the Farmers’ Party of the Northern Isles', 'committee'],
    ['the Farmers’ Party of the Northern Isles', 'party'],
  ])('%s', (text, id) => {
    const { found } = recognize(organisations, [text], { register });
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(`#${id}`);
  });
});
