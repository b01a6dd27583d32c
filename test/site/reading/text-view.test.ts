import { describe, expect, test } from 'vitest';
import { readText } from '../../../src/site/reading/text-view.js';
import { sampleTei } from '../sample-edition.js';

const tei = (body: string): string =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><persName>No</persName></teiHeader><text><body>${body}</body></text></TEI>`;

describe('mentions', () => {
  test('none in the header, none without a name', () => {
    expect(readText(tei('<p>A <persName/> b</p>'), 'en').mentions).toEqual([]);
  });

  test('the words around a name, without a note, with the reading that is shown', () => {
    const { mentions } = readText(sampleTei('letter-1850'), 'en');
    expect(mentions.map(({ form, references, anchors }) => [form, references, anchors[0]])).toEqual([
      ['London', ['london'], 'letter-1850-d1'],
      ['Mr Babbage', ['babbage-charles'], 'letter-1850-n1'],
      ['Babbage', ['babbage-charles'], 'letter-1850-note1'],
      ['Menabrea', [], 'letter-1850-p1'],
      ['Royal Society', ['royal-society'], 'letter-1850-p2'],
      ['A. A. L.', ['byron-ada'], 'letter-1850-d1'],
    ]);
    expect(mentions[1]).toMatchObject({ before: 'I have seen ', after: "'s engine and the the notes of Menabrea." });
    expect(mentions[3]).toMatchObject({ certainty: 'low', after: '.' });
  });

  test('long surroundings are cut between words', () => {
    const [mention] = readText(
      tei(`<p>${'word '.repeat(40)}<persName>Ada</persName>${' word'.repeat(40)}</p>`),
      'en',
    ).mentions;
    expect(mention?.before).toMatch(/^…( word){10,11} $/);
    expect(mention?.after).toMatch(/^( word){10,11} …$/);
  });

  test('several references, a key, the Guidelines’ rs', () => {
    const { mentions } = readText(
      tei(
        '<p><persName ref="#a x.xml#b">A</persName> <placeName key="c">C</placeName> <rs type="org" ref="#d">D</rs> <rs>E</rs></p>',
      ),
      'en',
    );
    expect(mentions.map(({ kind, references }) => [kind, references])).toEqual([
      ['person', ['a', 'b']],
      ['place', ['c']],
      ['organisation', ['d']],
    ]);
  });

  test('a speaker is named by who, with or without a name in the label', () => {
    const { mentions } = readText(sampleTei('minutes-1848'), 'de');
    expect(mentions.map(({ form, references }) => [form, references])).toEqual([
      ['BABBAGE', ['babbage-charles']],
      ['STIMMEN', ['minutes-1848-voices']],
      ['Meyer', []],
      ['Jena', []],
    ]);
  });
});

test('headings for the table of contents, without their notes', () => {
  expect(readText(sampleTei('minutes-1848'), 'de').sections).toEqual([
    { id: 'minutes-1848-d1', label: 'Eröffnung', depth: 1 },
    { id: 'minutes-1848-d2', label: 'Kasse', depth: 1 },
    { id: 'minutes-1848-d3', label: 'Schluß', depth: 1 },
  ]);
});

test('words are those of the reading text: notes apart, a choice once, in any script', () => {
  expect(
    readText(
      tei('<p>One<note>two three</note> <choice><sic>fuor</sic><corr>four</corr></choice><lb/>five don’t</p>'),
      'en',
    ).words,
  ).toBe(4);
  expect(readText(tei('<p>un<hi>divided</hi></p><p>two</p>'), 'en').words).toBe(2);
  expect(readText(tei('<p>我們今天去北京</p>'), 'zh').words).toBeGreaterThan(2);
  expect(readText(tei('<p>a b</p>'), 'no tag at all').words).toBe(2);
});

test('notes, dates, elements, type', () => {
  const view = readText(sampleTei('letter-1850'), 'en');
  expect([view.notes, view.dates, view.type]).toEqual([1, 1, 'letter']);
  expect(view.elements.has('supplied')).toBe(true);
  expect(view.elements.has('msDesc')).toBe(false);
});

test('a large text is read in linear time', () => {
  const xml = tei('<p>Some words of <persName ref="#a">Ada</persName> and more words after it.</p>'.repeat(20_000));
  const start = performance.now();
  expect(readText(xml, 'en').mentions).toHaveLength(20_000);
  expect(performance.now() - start).toBeLessThan(8000);
});
