import { describe, expect, test } from 'vitest';
import { transformDocuments } from '../../src/transform/transform.js';

/** A document with this in its body, as HTML and as text. */
async function outputsOf(body: string, rest = ''): Promise<{ html: string; text: string }> {
  const header =
    '<teiHeader><fileDesc><titleStmt><title>T</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader>';
  const xml = `<TEI xmlns="http://www.tei-c.org/ns/1.0">${header}${rest}<text><body>${body}</body></text></TEI>`;
  const [[html], [text]] = await Promise.all([
    transformDocuments([{ id: 'x', xml }], 'html'),
    transformDocuments([{ id: 'x', xml }], 'text'),
  ]);
  expect([html?.diagnostics, text?.diagnostics]).toEqual([[], []]);
  return { html: html?.output ?? '', text: text?.output ?? '' };
}

/** The entries at the foot, as they read: kind, a colon, words. */
function entriesOf(html: string): string[] {
  return [...html.matchAll(/<p class="tei-entry" data-kind="(\w+)"[^>]*>(.*?)<\/p>/gu)].map(
    ([, kind = '', inner = '']) =>
      `${kind}: ${inner
        .replace(/<a class="tei-entry-sign".*?<\/a>/gu, '')
        .replace(/<[^>]*>/gu, '')
        .replace(/\s+/gu, ' ')
        .trim()}`,
  );
}

/** The lines under the heading in the plain text. */
const linesOf = (text: string): string[] => text.slice(text.indexOf('Variant readings')).trimEnd().split('\n').slice(2);

describe('an entry of the apparatus', () => {
  test.each([
    [
      'another word',
      'the <app><lem wit="#A">black</lem><rdg wit="#B">white</rdg></app> cat',
      ['substantive: black A] white B'],
      ['black] white B'],
    ],
    ['an omission', 'the <app><lem>black</lem><rdg wit="#B"/></app> cat', ['omission: black] om. B'], ['black] om. B']],
    [
      'an addition, with the word before it',
      'the cat<app><lem/><rdg wit="#B"> again</rdg></app>',
      ['addition: cat] add. again B'],
      ['cat] add. again B'],
    ],
    [
      'marks, with the word before them',
      'the cat<app><lem wit="#A">,</lem><rdg wit="#B">;</rdg></app> too',
      ['substantive: cat, A] cat; B'],
      ['cat,] cat; B'],
    ],
    [
      'groups of readings and what is said of them',
      '<app><lem xml:id="l" wit="#A">novum</lem><note target="#l">edd.</note><rdgGrp type="orthographic"><rdg xml:id="r" wit="#B">nouum</rdg></rdgGrp><witDetail wit="#B" target="#r">in margin</witDetail></app>',
      ['orthographic: novum A (edd.)] nouum B (B: in margin)'],
      ['novum (edd.)] nouum B (B: in margin)'],
    ],
    [
      'the number of a line',
      '<l n="12">Of arms <app><lem>and</lem><rdg wit="#B" source="#Ed">&amp;</rdg></app></l>',
      ['substantive: 12 and] &amp; B Ed'],
      ['12 and] & B Ed'],
    ],
    [
      'a long lemma by its ends',
      '<app><lem>one two three four five six seven eight nine ten</lem><rdg wit="#B">no</rdg></app>',
      ['substantive: one two three … eight nine ten] no B'],
      ['one two three four five six seven eight nine ten] no B'],
    ],
  ])('tells of %s', async (_, inner, entries, lines) => {
    const { html, text } = await outputsOf(inner.startsWith('<l ') ? `<lg>${inner}</lg>` : `<p>${inner}</p>`);
    expect(entriesOf(html)).toEqual(entries);
    expect(linesOf(text)).toEqual(lines);
  });

  test('within a reading stands in brackets there', async () => {
    const { html } = await outputsOf(
      '<p><app><lem>a</lem><rdg wit="#B">b <app><lem>c</lem><rdg wit="#C">d</rdg></app></rdg></app></p>',
    );
    expect(entriesOf(html)).toEqual(['substantive: a] b c (d C) B']);
  });

  test('that stands apart has a sign at its place in the text', async () => {
    const { html } = await outputsOf(
      '<p>one <anchor xml:id="k"/>two</p>',
      '<standOff><listApp><app from="#k" to="#k"><lem/><rdg wit="#B" type="layout"><milestone unit="paragraph"/></rdg></app></listApp></standOff>',
    );
    expect(html).toContain('<a href="#k~entry"');
    expect(html).toContain('<a class="tei-entry-sign" href="#k"');
    expect(entriesOf(html)).toEqual(['layout: two] new paragraph B']);
  });

  test('in a list of its own is printed there, by its location', async () => {
    const { html, text } = await outputsOf(
      '<p>arma</p><listApp><app loc="1"><lem>arma</lem><rdg wit="#B">alma</rdg></app></listApp>',
    );
    expect(entriesOf(html)).toEqual(['substantive: 1 arma] alma B']);
    expect(linesOf(text)).toEqual(['1 arma] alma B']);
  });

  test('says where a witness begins', async () => {
    const { html } = await outputsOf('<p>one <app><lem wit="#A"/><rdg wit="#B"><witStart/></rdg></app>two three</p>');
    expect(entriesOf(html)).toEqual(['extent: two three] B begins']);
  });
});
