import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { readHeader } from '../../../src/site/reading/header-view.js';
import { proseText } from '../../../src/site/reading/prose.js';
import { sampleTei } from '../sample-edition.js';

const tei = (header: string): string => `<TEI xmlns="http://www.tei-c.org/ns/1.0">${header}<text/></TEI>`;

describe('headers of every shape', () => {
  test.each(['<TEI/>', '<x/>', '', tei('<teiHeader/>'), tei('<teiHeader><fileDesc/></teiHeader>')])('%s', (xml) => {
    const header = readHeader(xml);
    expect(header.title).toBe('');
    expect(header.date).toBeUndefined();
    expect(header.rights).toEqual([]);
  });

  test('a prefix and a corpus', () => {
    const inner =
      '<t:TEI xml:lang="fr"><t:teiHeader><t:fileDesc><t:titleStmt><t:title>A</t:title></t:titleStmt></t:fileDesc></t:teiHeader></t:TEI>';
    const header = readHeader(`<t:teiCorpus xmlns:t="http://www.tei-c.org/ns/1.0">${inner}</t:teiCorpus>`);
    expect([header.title, header.language]).toEqual(['A', 'fr']);
  });

  property.prop([
    fc.array(
      fc.constantFrom(
        'fileDesc',
        'titleStmt',
        'title',
        'sourceDesc',
        'msDesc',
        'msIdentifier',
        'availability',
        'licence',
        'p',
        'profileDesc',
        'creation',
        'date',
        'textClass',
        'catRef',
        'correspDesc',
        'correspAction',
        'revisionDesc',
        'change',
      ),
      { maxLength: 12 },
    ),
    fc.string({ maxLength: 12 }).map((text) => text.replace(/[<&>]|[^\P{Cc}\t\n]/gu, '')),
  ])('any nesting is read without a throw', (names, text) => {
    const body =
      names.map((name) => `<${name}>`).join(text) +
      text +
      names
        .toReversed()
        .map((name) => `</${name}>`)
        .join('');
    expect(() => readHeader(tei(`<teiHeader>${body}</teiHeader>`))).not.toThrow();
  });
});

describe('the header of a letter', () => {
  const header = readHeader(sampleTei('letter-1850'));

  test('titles, with markup and references', () => {
    expect(header.title).toBe('Letter from Ada Byron to Charles Babbage on the Notes & their printing');
    expect(header.subtitles).toEqual(['With a postscript']);
  });

  test('the shelfmark, each level with its kind', () => {
    const [manuscript] = header.manuscripts;
    expect(manuscript?.shelfmark.map(({ kind, value }) => [kind, proseText(value)])).toEqual([
      ['settlement', 'London'],
      ['repository', 'British Library'],
      ['fond', '37192'],
      ['shelfmark', 'Add MS 37192, f. 45'],
    ]);
  });

  test('the publication, its title set off and its address linked', () => {
    expect(header.publications).toEqual([
      [
        { text: 'Collected Letters', href: null, emphasis: true },
        { text: ', ed. R. Roe (London, 1992), ', href: null, emphasis: false },
        { text: 'pp. 12–14', href: 'https://example.org/book?a=1&b=2', emphasis: false },
        { text: '.', href: null, emphasis: false },
      ],
    ]);
  });

  test('rights by layer, the licence linked', () => {
    expect(header.rights.map(({ layer, paragraphs }) => [layer, paragraphs])).toEqual([
      ['original', [[{ text: 'Out of copyright.', href: null, emphasis: false }]]],
      ['encoding', [[{ text: 'CC BY 4.0', href: 'https://creativecommons.org/licenses/by/4.0/', emphasis: false }]]],
    ]);
  });

  test('responsibility, genre, date, correspondence', () => {
    expect(header.responsibilities).toEqual([{ role: 'translator', names: ['Jane Roe'] }]);
    expect(header.genres).toEqual(['letter']);
    expect(header.date).toEqual({ text: '3 May 1850', start: '1850-05-03', end: '', certainty: '' });
    expect(header.correspondence.map(({ type, names, places }) => [type, names, places])).toEqual([
      ['sent', ['Ada Byron'], ['London']],
      ['received', ['Charles Babbage'], []],
    ]);
  });

  test('declarations, each with its kind', () => {
    expect(header.statements.map(({ kind }) => kind)).toEqual(['correction', 'hyphenation']);
  });
});

describe('parts that stand beside each other without a blank', () => {
  const titleStmt = (inner: string): string =>
    tei(`<teiHeader><fileDesc><titleStmt>${inner}</titleStmt></fileDesc></teiHeader>`);
  const source = (inner: string): string =>
    tei(`<teiHeader><fileDesc><sourceDesc>${inner}</sourceDesc></fileDesc></teiHeader>`);

  test('parts of names are divided; an identifier is no part of a name', () => {
    const header = readHeader(
      titleStmt(
        '<author><persName><forename>Ada</forename><surname>Byron</surname></persName><idno type="wikidata">Q7259</idno></author>' +
          '<author><persName><surname>Byron</surname><forename>Ada</forename></persName></author>',
      ),
    );
    expect(header.authors).toEqual(['Ada Byron', 'Byron, Ada']);
  });

  test('parts of a bibliographic record are divided, pretty-printed or not', () => {
    const record = (blank: string): string =>
      ['<biblFull><titleStmt><title>Notes</title>', '<author>A. Byron</author></titleStmt>', '<editionStmt/>']
        .concat('<publicationStmt><pubPlace>London</pubPlace>', '<date>1843</date></publicationStmt></biblFull>')
        .join(blank);
    for (const blank of ['', '\n   ']) {
      const [publication = []] = readHeader(source(record(blank))).publications;
      expect(proseText(publication)).toBe('Notes, A. Byron, London, 1843');
    }
  });

  test('what is written between parts stands', () => {
    const [publication = []] = readHeader(
      source('<bibl><author>A. Byron</author>: <title>Notes</title></bibl>'),
    ).publications;
    expect(proseText(publication)).toBe('A. Byron: Notes');
  });

  test('records in records are read in linear time', () => {
    const depth = 200;
    const start = performance.now();
    readHeader(source(`${'<bibl>'.repeat(depth)}<title>x</title>${'</bibl>'.repeat(depth)}`));
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

test('hostile words are text, hostile addresses no links', () => {
  const header = readHeader(sampleTei('hostile'));
  expect(header.title).toBe(
    '<script>alert("1")</script> {{page.title}} ${x} "quoted" \'too\' <img src=x onerror=alert(2)>&amp;',
  );
  const runs = [
    ...header.publisher,
    ...header.publications,
    ...header.rights.flatMap((right) => right.paragraphs),
  ].flat();
  expect(runs.map(({ href }) => href)).toEqual(runs.map(() => null));
  expect(header.genres).toEqual(['__proto__']);
});
