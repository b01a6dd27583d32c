import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { describeDatatypes } from '../../../src/validate/explain/values/datatypes.js';
import { diagnoseDate } from '../../../src/validate/explain/values/dates.js';
import { diagnoseWord } from '../../../src/validate/explain/values/words.js';

describe('dates', () => {
  it.each([
    ['30.10.1956', '1956-10-30'],
    ['30. 10. 1956', '1956-10-30'],
    ['3.10.1956', '1956-10-03'],
    ['30/10/1956', '1956-10-30'],
    ['10/30/1956', '1956-10-30'],
    ['30-10-1956', '1956-10-30'],
    ['10.1956', '1956-10'],
    ['1956.10.30', '1956-10-30'],
    ['1956/10/30', '1956-10-30'],
    ['1956-1-3', '1956-01-03'],
    ['1956-9', '1956-09'],
    ['1956-30-10', '1956-10-30'],
    ['1956-13-01', '1956-01-13'],
    ['19561030', '1956-10-30'],
    ['956', '0956'],
    ['44 BC', '-0044'],
    ['30 October 1956', '1956-10-30'],
    ['October 30, 1956', '1956-10-30'],
    ['30. Oktober 1956', '1956-10-30'],
    ['октября 1956', '1956-10'],
    ['ca. 1956', '1956'],
    ['1956?', '1956'],
    ['18:30', '18:30:00'],
    ['8.30', '08:30:00'],
    ['1956-10-30 18:30', '1956-10-30T18:30:00'],
  ])('%j was meant to be %j', (written, meant) => {
    expect(diagnoseDate(written).meant).toBe(meant);
  });

  it.each([
    ['1956-13', 'there is no month 13'],
    ['1956-13-31', 'there is no month 13'],
    ['1956-00-10', 'there is no month 00'],
    ['1956-11-31', '1956-11 has 30 days'],
    ['1900-02-29', '1900-02 has 28 days'],
    ['3/4/1956', 'a date is year-month-day'],
    ['40.40.1956', 'a date is year-month-day'],
    ['1956-1957', 'these are two dates'],
    ['1956/57', 'these are two dates'],
    ['1956-10-30/1956-11-04', 'these are two dates'],
    ['undated', 'a date is written in numbers'],
    ['***', undefined],
  ])('%j is not guessed at', (written, reason) => {
    expect(diagnoseDate(written)).toMatchObject(reason === undefined ? {} : { reason });
    expect(diagnoseDate(written).meant).toBeUndefined();
  });

  it('shows how two dates are written', () => {
    expect(diagnoseDate('1956/57').advice).toContain('from="1956" to="1957"');
  });

  const written = fc.oneof(fc.string(), fc.stringMatching(/^\d{1,4}[-./ ]\d{1,4}([-./ ]\d{1,4})?$/));
  test.prop([written])('proposes only dates that there are', (value) => {
    const { meant } = diagnoseDate(value);
    if (meant === undefined || meant.includes(':')) return;
    expect(meant).toMatch(/^-?\d{4}(-\d\d){0,2}$/);
    if (/^\d{4}-\d\d-\d\d$/.test(meant)) expect(new Date(`${meant}T00:00:00Z`).toISOString().slice(0, 10)).toBe(meant);
  });
});

describe('other values', () => {
  it.each([
    ['name', '1a', '_1a'],
    ['name', 'Nagy Imre', 'Nagy-Imre'],
    ['name', '#nagy', 'nagy'],
    ['name', 'a:b', 'a-b'],
    ['word', 'to be', 'to-be'],
    ['address', 'my page.jpg', 'my%20page.jpg'],
    ['language', 'Hungarian', 'hu'],
    ['language', 'magyar', 'hu'],
    ['language', 'en_GB', 'en-GB'],
    ['truth', 'Yes', 'true'],
    ['truth', 'no', 'false'],
    ['number', '1,5', '1.5'],
    ['whole-number', '12 lines', '12'],
    ['whole-number', '12 000', '12000'],
    ['address', '#a #b', undefined],
    ['number', 'twelve', undefined],
    ['other', 'x', undefined],
  ] as const)('a %s %j was meant to be %j', (kind, value, meant) => {
    expect(diagnoseWord(kind, value).meant).toBe(meant);
  });

  const xmlName = /^[\p{L}_][\p{L}\p{N}\p{M}._-]*$/u;
  test.prop([fc.string({ unit: 'grapheme' })])('proposes only identifiers that XML allows', (value) => {
    const { meant } = diagnoseWord('name', value);
    if (meant !== undefined) expect(meant).toMatch(xmlName);
  });
});

describe('datatypes in words', () => {
  const temporal = ['date', 'gYear', 'gMonth', 'gDay', 'gYearMonth', 'gMonthDay', 'time', 'dateTime'];
  const of = (...types: (string | readonly [string, string, string])[]): string =>
    describeDatatypes({
      values: [],
      list: false,
      datatypes: types.map((type) =>
        typeof type === 'string' ? { name: type, facets: [] } : { name: type[0], facets: [[type[1], type[2]]] },
      ),
    });
  it.each([
    [of(...temporal), 'a date such as "1956-10-30", "1956-10" or "1956"'],
    [of('date'), 'a day such as "1956-10-30"'],
    [of('double', ['token', 'pattern', '(\\-?[\\d]+/\\-?[\\d]+)'], 'decimal'), 'a number such as "2" or "1.5"'],
    [of('nonNegativeInteger'), 'a whole number (at least 0)'],
    [of(['double', 'minInclusive', '0']), 'a number (at least 0)'],
    [of(['token', 'pattern', '[^\\p{C}\\p{Z}]+']), 'one word without blanks'],
    [of(['token', 'pattern', '[ab]+']), 'text of the form [ab]+'],
    [of('ID'), 'a name without blanks that begins with a letter or "_"'],
    [of('boolean', 'nonNegativeInteger'), '"true" or "false" or a whole number (at least 0)'],
  ])('%j', (words, expected) => {
    expect(words).toBe(expected);
  });
});
