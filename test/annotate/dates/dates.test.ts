import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { dates, documentDateOf, parseDate } from '../../../src/annotate/recognizers/dates/index.js';
import {
  addDays,
  dayNumber,
  dayOfNumber,
  daysInMonth,
  fromJulian,
  isoDate,
  parseIsoDate,
  weekdayOf,
} from '../../../src/annotate/recognizers/dates/day.js';
import { emptyRegister } from '../../../src/edition/register.js';
import { datesIn, found, passage } from './passages.js';

describe('parseDate: one date standing alone', () => {
  test.each([
    ['November 04, 1956', 'en', { when: '1956-11-04' }],
    ['17.04.1958', 'en', { when: '1958-04-17' }],
    ['1956-10-30', 'en', { when: '1956-10-30' }],
    ['d. 3. Mai 1848', 'de', { when: '1848-05-03' }],
    ['1956', 'en', { when: '1956' }],
    ['October 1956', 'en', { when: '1956-10' }],
    ['(1955-1958)', 'en', { from: '1955', to: '1958' }],
    ['2004年3月5日', 'ja', { when: '2004-03-05' }],
  ])('%s', (text, language, attributes) => {
    expect(parseDate(text, language)?.attributes).toEqual(attributes);
  });

  test.each([
    ['', 'en'],
    ['Wilson Center', 'en'],
    ['31 April 1956', 'en'],
    ['29 February 1900', 'en'],
    ['30 October', 'en'],
    ['3/4/1956', 'en'],
    ['30 October 1956 and 31 October 1956', 'en'],
    ['Published on 30 October 1956', 'en'],
    ['yesterday', 'en'],
  ])('%s gives nothing', (text, language) => {
    expect(parseDate(text, language)).toBeUndefined();
  });
});

describe('documentDateOf', () => {
  test('takes a year from outside the text, and the whole date where the text has none', () => {
    const dateline = [passage('Hersfeld, den 19. VIII.', 'dateline')];
    expect(documentDateOf(dateline, 'de', '1906-03')).toBe('1906-08-19');
    expect(documentDateOf(dateline, 'de')).toBeUndefined();
    expect(documentDateOf([passage('Ein Text.')], 'de', '1906-03-02')).toBe('1906-03-02');
  });

  test('reads a title that was not set apart, but no story', () => {
    expect(documentDateOf([passage('Minutes of a meeting held on 14th April, 1921, at noon.')], 'en')).toBe(
      '1921-04-14',
    );
    expect(documentDateOf([passage('We met on 14 April 1921.')], 'en')).toBeUndefined();
  });

  test('a dateline counts before a head, and a day before a year', () => {
    const passages = [
      passage('Stenographic record of 1956', 'head'),
      passage('Moscow, 17 April 1958', 'dateline'),
      passage('On 3 May 1960 he left.'),
    ];
    expect(documentDateOf(passages, 'en')).toBe('1958-04-17');
  });
  test('a dateline without a year takes it from the head', () => {
    expect(
      documentDateOf([passage('Letters of 1906', 'head'), passage('Hersfeld, den 19. VIII.', 'dateline')], 'de'),
    ).toBe('1906-08-19');
  });
  test('body text and notes give no date', () => {
    expect(documentDateOf([passage('On 3 May 1960'), passage('3 May 1960', 'head', '1')], 'en')).toBeUndefined();
  });
});

describe('what has no value is marked and reported', () => {
  const reportsOf = (text: string, language = 'en', documentDate?: string): unknown => {
    const { found: dates, reported } = datesIn(text, [passage(text)], language, documentDate);
    return [dates, reported.map(({ code, span }) => [code, span])];
  };
  test('a day that does not exist', () => {
    expect(reportsOf('on 31 April 1956')).toEqual([
      [['31 April 1956', { cert: 'low' }]],
      [['dates/impossible', { start: 3, end: 16 }]],
    ]);
    expect(reportsOf('on 29 February 1900')).toEqual([
      [['29 February 1900', { cert: 'low' }]],
      [['dates/impossible', { start: 3, end: 19 }]],
    ]);
    expect(reportsOf('am 31.04.', 'de', '1956')).toMatchObject([[], []]);
  });
  test('a day and month without a year anywhere', () => {
    expect(reportsOf('on 30 October')).toEqual([
      [['30 October', { cert: 'low' }]],
      [['dates/unresolved', { start: 3, end: 13 }]],
    ]);
  });
  test('a numeric date that two customs read differently', () => {
    expect(reportsOf('on 3/4/1956')).toEqual([
      [['3/4/1956', { cert: 'low' }]],
      [['dates/ambiguous', { start: 3, end: 11 }]],
    ]);
  });
  test('a weekday that the day did not have', () => {
    expect(reportsOf('on Monday, 30 October 1956')).toEqual([
      [['Monday, 30 October 1956', { when: '1956-10-30', cert: 'low' }]],
      [['dates/weekday-differs', { start: 3, end: 26 }]],
    ]);
  });
});

describe('context', () => {
  test('a diary goes on from entry to entry, and "yesterday" counts from the entry', () => {
    const text = 'Friday 4th. Fine.\n\nSaturday 6th. Rain; came yesterday.\n\nSunday 7th. Snow.';
    const entries = text.split('\n\n').map((entry) => ({ entry, start: text.indexOf(entry) }));
    const passages = entries.map(({ entry, start }) => {
      const read = passage(entry);
      return { ...read, spanOf: (from: number, to: number) => ({ start: start + from, end: start + to }) };
    });
    expect(datesIn(text, passages, 'en', '1820-08').found).toEqual([
      ['Friday 4th', { when: '1820-08-04' }],
      ['Saturday 6th', { when: '1820-08-05', cert: 'low' }],
      ['yesterday', { when: '1820-08-04', cert: 'medium' }],
      ['Sunday 7th', { when: '1820-08-06', cert: 'low' }],
    ]);
  });
  test('a passage’s own date goes before the document’s', () => {
    expect(found('He came on 3 May 1848 and left on 7 May.', 'en', '1860-02-01')[1]).toEqual([
      '7 May',
      { when: '1848-05-07', cert: 'medium' },
    ]);
  });
  test('a document without a date takes the year that it named last', () => {
    expect(found('It began in 1848. On 7 May he left.')[1]).toEqual(['7 May', { when: '1848-05-07', cert: 'medium' }]);
    expect(found('From December 1848 on; on 3 January it ended.')[1]).toEqual([
      '3 January',
      { when: '1849-01-03', cert: 'medium' },
    ]);
  });
  test('two digits take the century of the document', () => {
    expect(found('Bremen, 24.VI.22.', 'de', '1922')).toEqual([['24.VI.22.', { when: '1922-06-24' }]]);
    expect(found('Bremen, 24.VI.22.', 'de', '1822')).toEqual([['24.VI.22.', { when: '1822-06-24' }]]);
    expect(found('Bremen, 24.VI.22.', 'de')).toEqual([['24.VI.22.', { cert: 'low' }]]);
  });
});

describe('the calendar', () => {
  const days = fc.integer({ min: 2086303, max: 2488069 });
  property.prop([days])('a day’s number and the day are inverse, and as JavaScript counts them', (number) => {
    const day = dayOfNumber(number);
    expect(dayNumber(day)).toBe(number);
    const utc = new Date(0);
    utc.setUTCFullYear(day.year, day.month - 1, day.day);
    expect([utc.getUTCFullYear(), utc.getUTCMonth() + 1, utc.getUTCDate()]).toEqual([day.year, day.month, day.day]);
    expect(weekdayOf(day) % 7).toBe(utc.getUTCDay());
    expect(addDays(day, 1)).toEqual(dayOfNumber(number + 1));
  });
  test('Old Style', () => {
    expect(fromJulian({ year: 1917, month: 10, day: 25 })).toEqual({ year: 1917, month: 11, day: 7 });
    expect(fromJulian({ year: 1582, month: 10, day: 5 })).toEqual({ year: 1582, month: 10, day: 15 });
    expect(fromJulian({ year: 1900, month: 2, day: 29 })).toEqual({ year: 1900, month: 3, day: 13 });
  });
  test('the length of February', () => {
    expect([1900, 1904, 2000, undefined].map((year) => daysInMonth(2, year))).toEqual([28, 29, 29, 29]);
  });
});

describe('properties', () => {
  const written = fc.record({
    year: fc.integer({ min: 1500, max: 2099 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 31 }),
  });
  const monthNames = [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ];
  property.prop([written])('a full date has its value exactly where the day exists', ({ year, month, day }) => {
    const text = `${day} ${monthNames[month - 1] ?? ''} ${year}`;
    const exists = day <= daysInMonth(month, year);
    expect(parseDate(text, 'en')?.attributes).toEqual(exists ? { when: isoDate(year, month, day) } : undefined);
  });
  const words = fc.constantFrom(
    '30',
    '31',
    '4',
    '1956',
    'October',
    'May',
    'on',
    'the',
    'of',
    '-',
    '/',
    '.',
    ',',
    'between',
    'and',
    'Monday',
    'late',
    '1930s',
    '1st',
    'yesterday',
    'last',
    '12.',
    'XII',
    '’56',
    'winter',
  );
  property.prop([fc.array(words, { maxLength: 14 }), fc.constantFrom('en', 'de', 'fr', 'ru', 'hu', 'la')])(
    'whatever the words, spans are in order and values are days that exist',
    (list, language) => {
      const text = list.join(' ');
      let end = 0;
      const { found: all } = datesIn(text, [passage(text)], language, '1956-10-30');
      for (const [mention, attributes] of all) {
        const start = text.indexOf(mention, end);
        expect(start).toBeGreaterThanOrEqual(end);
        end = start + mention.length;
        for (const [name, value] of Object.entries(attributes)) {
          if (name !== 'cert' && name !== 'calendar') expect(parseIsoDate(value), `${text}: ${value}`).toBeDefined();
        }
      }
    },
  );
  test('time is linear: a megabyte of one paragraph', () => {
    const text = 'On 30 October 1956 between 1955 and the late 1940s he came, 1, 2, 3, 4 and 5. '.repeat(13_000);
    const start = performance.now();
    expect(datesIn(text, [passage(text)], 'en', '1956-10-30').found.length).toBeGreaterThan(20_000);
    expect(performance.now() - start).toBeLessThan(20_000);
  });
});

describe('what the document shows of a date', () => {
  const values = (passages: Parameters<typeof documentDateOf>[0], documentDate?: string): string[] =>
    dates
      .recognize({
        file: 'seeds/x.txt',
        passages,
        language: 'de',
        ...(documentDate === undefined ? {} : { documentDate }),
        register: emptyRegister,
        knownPersons: [],
        decided: [],
        report: () => undefined,
      })
      .map(({ attributes, certainty }) => `${attributes['when'] ?? '-'} ${certainty}`);

  test('the century of two digits, where all years that it names agree', () => {
    const dateline = passage('Zürich, 19. April 49', 'dateline');
    expect(values([dateline, passage('Vgl. 1848 und 1851.', 'p', '1')])[0]).toBe('1849-04-19 low');
    expect(values([dateline, passage('Geboren 1811.', 'p', '1')])[0]).toBe('- low');
    expect(values([dateline, passage('Gedruckt 1848 und 1960.', 'p', '1')])[0]).toBe('- low');
  });

  test('"heute" returns to the day of writing', () => {
    expect(values([passage('Am 10. August 1950 war es so. Heute nicht, seit dem 22. Januar.')], '1963-02-21')).toEqual([
      '1950-08-10 high',
      '1963-02-21 medium',
      '1963-01-22 high',
    ]);
  });

  test('a weekday of an entry, from the date that alone heads it', () => {
    const headed = (heading: string, text: string): Parameters<typeof values>[0] => [
      passage('Donnerstag, 30. Juli 1914', 'head'),
      passage(heading, 'head'),
      passage(text),
    ];
    expect(values(headed('3. August', 'Ich reise am Freitag.'))).toContain('1914-08-07 low');
    // A heading that says more is not an entry's.
    expect(values(headed('3. August: Abreise', 'Ich reise am Freitag.'))).toContain('1914-07-31 low');
  });
});
