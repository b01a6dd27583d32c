import { expect, test } from 'vitest';
import { archiveOf } from '../../../src/site/citation/archive.js';
import { cslDate, edtf } from '../../../src/site/citation/csl-date.js';
import { cslName, knownNames, spokenName, type KnownNames } from '../../../src/site/citation/csl-name.js';
import type { RecordedName } from '../../../src/site/reading/bibliographic-record.js';
import { plain } from '../../../src/site/reading/prose.js';
import { register } from '../sample-edition.js';

const known: KnownNames = knownNames({
  ...register,
  persons: [
    ...register.persons,
    {
      id: 'nagy-imre',
      names: [{ text: 'Nagy Imre', surname: 'Nagy', forename: 'Imre' }],
      roles: [],
      identifiers: {},
      group: false,
    },
    { id: 'smith-1', names: [{ text: 'J. Smith', surname: 'Smith' }], roles: [], identifiers: {}, group: false },
    { id: 'smith-2', names: [{ text: 'J. Smith', surname: 'Smith' }], roles: [], identifiers: {}, group: false },
  ],
});

function name(text: string, more: Partial<RecordedName> = {}): RecordedName {
  return { text, surname: '', forename: '', kind: '', reference: '', ...more };
}

test('names that must not be turned round', () => {
  expect(cslName(name('The Editio project'), known, 'en')).toEqual({ literal: 'The Editio project' });
  expect(cslName(name('Council, First', { kind: 'organisation' }), known, 'en')).toEqual({ literal: 'Council, First' });
  expect(cslName(name('Nagy Imre', { reference: 'nagy-imre' }), known, 'en')).toEqual({ literal: 'Nagy Imre' });
  expect(cslName(name('Kovács Béla', { kind: 'person' }), known, 'hu')).toEqual({ literal: 'Kovács Béla' });
  // Two people are called so: nobody knows which is meant.
  expect(cslName(name('J. Smith'), known, 'en')).toEqual({ literal: 'J. Smith' });
  expect(cslName(name('Voltaire', { kind: 'person' }), known, 'fr')).toEqual({ literal: 'Voltaire' });
});

test('names in parts', () => {
  expect(cslName(name('Ada Byron'), known, 'en')).toEqual({ family: 'Byron', given: 'Ada' });
  expect(cslName(name('Mr Babbage', { reference: 'babbage-charles' }), known, 'en')).toEqual({
    family: 'Babbage',
    given: 'Charles',
  });
  expect(cslName(name('Byron, Ada'), known, 'en')).toEqual({ family: 'Byron', given: 'Ada' });
  expect(cslName(name('x', { surname: 'Gogh', forename: 'Vincent' }), known, 'en')).toEqual({
    family: 'Gogh',
    given: 'Vincent',
  });
  const gogh = cslName(name('Vincent van Gogh', { kind: 'person' }), known, 'nl');
  expect(gogh).toEqual({ family: 'van Gogh', given: 'Vincent' });
  expect(spokenName(gogh)).toBe('Vincent van Gogh');
});

test('dates', () => {
  const date = (start: string, end = '', certainty = '') => ({ text: '', start, end, certainty });
  expect(cslDate(undefined)).toBeUndefined();
  expect(cslDate({ text: 'long ago', start: '', end: '', certainty: '' })).toEqual({ literal: 'long ago' });
  expect(cslDate(date('1956-10-30'))).toEqual({ 'date-parts': [[1956, 10, 30]] });
  expect(cslDate(date('1848-05', '1848-06', 'low'))).toEqual({
    'date-parts': [
      [1848, 5],
      [1848, 6],
    ],
    circa: true,
  });
  expect(cslDate(date('', '1848'))).toEqual({ 'date-parts': [[1848]] });
  expect(cslDate(date('-0043'))).toEqual({ 'date-parts': [[-44]] });
  expect(edtf(date('1956-10-30T10:00:00Z'))).toBe('1956-10-30');
  expect(edtf(date('1848-05', '1848-06'))).toBe('1848-05/1848-06');
  expect(edtf(date('', '1848', 'low'))).toBe('../1848?');
  expect(edtf(undefined)).toBe('');
});

test('archives', () => {
  const parts = (...list: [string, string][]) => [
    { shelfmark: list.map(([kind, text]) => ({ kind, value: plain(text) })), contents: [] },
  ];
  expect(archiveOf([])).toEqual({});
  // The archive's name at the beginning of the shelfmark is not said twice, nor is what the shelfmark contains.
  expect(
    archiveOf(
      parts(['repository', 'National Archives'], ['collection', 'Fund 3'], ['idno', 'National Archives, Fund 3, p. 7']),
    ),
  ).toEqual({ archive: 'National Archives', archive_location: 'Fund 3, p. 7' });
  expect(
    archiveOf(parts(['settlement', 'London'], ['repository', 'BL'], ['collection', 'Egerton'], ['idno', '12'])),
  ).toEqual({
    archive: 'BL',
    'archive-place': 'London',
    archive_collection: 'Egerton',
    archive_location: '12',
  });
  // Without a shelfmark the levels stand in their order.
  expect(archiveOf(parts(['institution', 'RGANI'], ['fond', 'F. 3'], ['opis', 'Op. 12']))).toEqual({
    archive: 'RGANI',
    archive_location: 'F. 3, Op. 12',
  });
});
