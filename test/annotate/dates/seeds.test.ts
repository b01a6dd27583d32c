import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { datesIn, paragraphs, type FoundDate } from './passages.js';

/** Every date of the edition's documents, read by hand, in order. A date without a value is one that its words do not give. */
function datesOf(seed: string, documentDate: string | undefined, notes?: string): readonly FoundDate[] {
  const text = readFileSync(new URL(`../../../seeds/${seed}.txt`, import.meta.url), 'utf8').replace(/\r\n?/g, '\n');
  const notesFrom = notes === undefined ? Infinity : text.indexOf(notes) + notes.length;
  return datesIn(text, paragraphs(text, notesFrom), 'en', documentDate).found;
}

const today: FoundDate = ['today', { when: '1956-11-04', cert: 'medium' }];
const todayFirst: FoundDate = ['Today', { when: '1956-11-04', cert: 'medium' }];
const yesterday: FoundDate = ['yesterday', { when: '1956-11-03', cert: 'medium' }];
const yesterdayFirst: FoundDate = ['Yesterday', { when: '1956-11-03', cert: 'medium' }];
const unresolved = { cert: 'low' };

describe('the dates of the edition’s documents', () => {
  test('the excerpt has none', () => {
    expect(datesOf('declaration-1956-10-30-excerpt', '1956-10-30')).toEqual([]);
  });

  test('declaration', () => {
    expect(datesOf('declaration-1956-10-30', '1956-10-30')).toEqual([
      ['October 30, 1956', { when: '1956-10-30' }],
      ['March of 1953', { when: '1953-03' }],
      ['1956', { when: '1956' }],
      ['October 28', { when: '1956-10-28' }],
      ['October 30', { when: '1956-10-30' }],
      ['Four days after this speech', { when: '1956-11-03', cert: 'medium' }],
    ]);
  });

  test('letter', () => {
    expect(datesOf('letter-1958-04-17', '1958-04-17')).toEqual([
      ['17 April 1958', { when: '1958-04-17' }],
      ['1999-2006', { from: '1999', to: '2006' }],
      ['1958', { when: '1958' }],
      ['1958', { when: '1958' }],
      ['1996', { when: '1996' }],
    ]);
  });

  test('stenographic record', () => {
    expect(datesOf('stenographic-record-1956-11-04', '1956-11-04')).toEqual([
      ['November 04, 1956', { when: '1956-11-04' }],
      ['4 November 1956', { when: '1956-11-04' }],
      ['4 November 1956', { when: '1956-11-04' }],
      ['November 04, 1956', { when: '1956-11-04' }],
      ['2003', { when: '2003' }],
      today,
      ['23 October', { when: '1956-10-23' }],
      yesterday,
      ['two days later', unresolved],
      ['8 November', { when: '1956-11-08' }],
      ['middle of November', { notBefore: '1956-11-10', notAfter: '1956-11-20' }],
      ['next day', unresolved],
      ['1919', { when: '1919' }],
      ['same day', unresolved],
      ['a day earlier', unresolved],
      yesterday,
      yesterdayFirst,
      yesterdayFirst,
      ['1 November 1956', { when: '1956-11-01' }],
      yesterdayFirst,
      yesterdayFirst,
      ['1930s', { notBefore: '1930', notAfter: '1939' }],
      ['same day', unresolved],
      today,
      ['last night', { when: '1956-11-03', cert: 'medium' }],
      today,
      yesterday,
      todayFirst,
      todayFirst,
      yesterday,
      ['tomorrow', { when: '1956-11-05', cert: 'medium' }],
      today,
      todayFirst,
      yesterdayFirst,
      todayFirst,
    ]);
  });

  test('working notes', () => {
    const spoken = { when: '1956-10-30', cert: 'medium' };
    expect(datesOf('working-notes-1956-10-30', '1956-10-30', "Translator's Notes")).toEqual([
      ['October 30, 1956', { when: '1956-10-30' }],
      ['30 October 1956', { when: '1956-10-30' }],
      ['30 October 1956', { when: '1956-10-30' }],
      ['October 30, 1956', { when: '1956-10-30' }],
      ['30 October 1956', { when: '1956-10-30' }],
      ['today', spoken],
      ['Today', spoken],
      ['today', spoken],
      // Note 2
      ['following day', { when: '1956-10-31', cert: 'medium' }],
      ['30 October', { when: '1956-10-30' }],
      ['31 October', { when: '1956-10-31' }],
      // Note 3
      ['morning of 30 October', { when: '1956-10-30' }],
      ['29 October', { when: '1956-10-29' }],
      ['morning of 30 October', { when: '1956-10-30' }],
      ['30 October 1956', { when: '1956-10-30' }],
      ['29th', { when: '1956-10-29', cert: 'medium' }],
      ['that evening', { when: '1956-10-29', cert: 'medium' }],
      ['29 October 1956', { when: '1956-10-29' }],
      ['29th', { when: '1956-10-29', cert: 'medium' }],
      ['29 October', { when: '1956-10-29' }],
      ['29 October 1956', { when: '1956-10-29' }],
      // Note 5
      ['November 1956', { when: '1956-11' }],
      ['morning of 30 October', { when: '1956-10-30' }],
      ['23 October', { when: '1956-10-23' }],
      // Note 7
      ['19 October', { when: '1956-10-19' }],
      ['13 November', { when: '1956-11-13' }],
      // The morning of the session, which only an editor can know: the sidecar corrects the value.
      ['that morning', { when: '1956-11-13', cert: 'medium' }],
      // Notes 8, 9, 12
      ['28 June 1954', { when: '1954-06-28' }],
      ['1949- 1962', { from: '1949', to: '1962' }],
      ['1964', { when: '1964' }],
      ['between 1955 and 1966', { from: '1955', to: '1966' }],
      ['1956', { when: '1956' }],
      // Note 14
      ['1949', { when: '1949' }],
      ['autumn of 1953', { notBefore: '1953-09-01', notAfter: '1953-11-30' }],
      ['October 1956', { when: '1956-10' }],
      ['28 October', { when: '1956-10-28' }],
      ['following day', { when: '1956-10-29', cert: 'medium' }],
      ['late 1940s', { notBefore: '1945', notAfter: '1949' }],
      ['1950s', { notBefore: '1950', notAfter: '1959' }],
      ['1956', { when: '1956' }],
      ['29 October', { when: '1956-10-29' }],
      // Note 18
      ['30 oktyabrya 1956 g.', { when: '1956-10-30' }],
      ['30 October 1956', { when: '1956-10-30' }],
      ['30 October', { when: '1956-10-30' }],
      ['31 October 1956', { when: '1956-10-31' }],
      ['31 October 1956', { when: '1956-10-31' }],
      // Notes 19, 20, 21
      ['31 October', { when: '1956-10-31' }],
      ['30 October', { when: '1956-10-30' }],
      ['That same day', { when: '1956-10-30', cert: 'medium' }],
      ['31 October', { when: '1956-10-31' }],
      ['30 October', { when: '1956-10-30' }],
    ]);
  });
});
