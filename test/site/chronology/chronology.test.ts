import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chronologyEntries, type ChronologyEntry } from '../../../src/site/chronology/chronology-entry.js';
import { makeChronology } from '../../../src/site/chronology/chronology.js';
import { withDateLinks } from '../../../src/site/chronology/date-links.js';
import { documentView } from '../../../src/site/reading/document-view.js';
import { emptyRegister } from '../../../src/edition/register.js';
import { SafeHtml } from '../../../src/site/safe-html.js';

const entry = (date: string): ChronologyEntry => ({
  date,
  end: '',
  certainty: '',
  subject: { kind: 'event', label: date },
});

const document = (body: string) =>
  documentView(
    {
      id: 'a',
      teiXml: `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><date when="1900"/></teiHeader><text><body>${body}</body></text></TEI>`,
      htmlFragment: SafeHtml.fromStylesheet('<article></article>'),
      plainText: '',
    },
    'en',
  );

describe('what is dated', () => {
  test('no header, no date without a value or off the calendar, none without words', () => {
    const view = document('<p><date>once</date> <date when="1956-04-31">x</date> <date when="1956"/></p>');
    expect(chronologyEntries([view], emptyRegister)).toEqual([]);
  });

  test('dates of a text with their words, lives in the same years only, events', () => {
    const view = document('<p>On <date when="1956-10-30" cert="low">that day</date> it began.</p>');
    const register = {
      ...emptyRegister,
      persons: [
        { id: 'p', names: [{ text: 'P' }], birth: '1900', death: '1956-12', roles: [], identifiers: {}, group: false },
      ],
      events: [{ id: '', label: 'E', dating: { notBefore: '1957-01', notAfter: '1957-02' } }],
    };
    const entries = chronologyEntries([view], register);
    expect(entries.map(({ date, end, certainty, subject }) => [date, end, certainty, subject.kind])).toEqual([
      ['1956-12', '', '', 'death'],
      ['1957-01', '1957-02', '', 'event'],
      ['1956-10-30', '', 'low', 'mention'],
    ]);
    const [, , mention] = entries;
    expect(mention?.subject).toMatchObject({ mention: { before: 'On ', form: 'that day', after: ' it began.' } });
  });
});

describe('pages of the chronology', () => {
  test('every entry stands on one page, no page is too large, every date has an address', () => {
    const year = fc.integer({ min: 1940, max: 1960 }).map(String);
    const month = fc.integer({ min: 1, max: 12 }).map((value) => String(value).padStart(2, '0'));
    const day = fc.integer({ min: 1, max: 28 }).map((value) => String(value).padStart(2, '0'));
    const date = fc.oneof(
      year,
      fc.tuple(year, month).map((parts) => parts.join('-')),
      fc.tuple(year, month, day).map((parts) => parts.join('-')),
      fc.constant('1956-10-30'),
    );
    fc.assert(
      fc.property(fc.array(date, { minLength: 1, maxLength: 3000, size: 'max' }), (dates) => {
        const chronology = makeChronology(dates.map(entry));
        const { parts } = chronology;
        const shown = parts.flatMap((part) => part.dates.flatMap(({ entries }) => entries.map((each) => each.date)));
        expect(shown.toSorted()).toEqual(dates.toSorted());
        expect(parts.every(({ count }) => count <= 500)).toBe(true);
        expect(new Set(parts.map(({ path }) => path)).size).toBe(parts.length);
        for (const each of new Set(dates)) {
          const part = parts.find((candidate) => candidate.dates.some((dated) => dated.date === each));
          expect(chronology.addressOf(each, '../')).toBe(`../${part?.path ?? ''}#day%3A${each}`);
        }
      }),
      { numRuns: 20, endOnFailure: true },
    );
  });

  test('a year stands before its months, years before our era first', () => {
    const order = makeChronology(['1956-10-30', '1956', '-0044-03-15', '1956-10', '1955'].map(entry)).dates;
    expect(order.map(({ date }) => date)).toEqual(['-0044-03-15', '1955', '1956', '1956-10', '1956-10-30']);
  });

  test('dates of a text lead to the page that has them; without a page the words stay', () => {
    const link = (date: string) => `<a href="../chronology.html#day:${date}">x</a>`;
    const many = makeChronology([...Array<string>(499).fill('1955'), '1956-10-30', '1956'].map(entry));
    const { markup } = withDateLinks(SafeHtml.fromStylesheet(link('1956-10-30') + link('1999')), many);
    expect(markup).toBe('<a href="../chronology/1956.html#day%3A1956-10-30">x</a><a>x</a>');
  });
});
