import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readManual } from '../../../src/site/manual/manual-view.js';

const odd = (body: string): string =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en"><teiHeader/><text><body>${body}</body></text></TEI>`;

test('paragraphs, lists, examples, rules, values and links of a chapter', () => {
  const manual = readManual(
    odd(`<head>Manual</head><div xml:id="dates"><head>Dates</head>
      <p>A <gi>date</gi> has <att>when</att>,  see <ref target="#dates">here</ref>, <ref target="#no">not</ref>
        and <ref target="javascript:alert(1)">x</ref>.</p>
      <list rend="numbered"><item>one</item></list>
      <list type="gloss"><label><gi>date</gi></label><item>a day</item></list>
      <egXML xmlns="http://www.tei-c.org/ns/Examples">
        <date when="1850">a &lt; b</date>
          <lb/>
      </egXML>
      <specGrp><elementSpec ident="date"><constraintSpec><sch:assert xmlns:sch="s" id="d" role="error">This <sch:name/> says <sch:value-of select="."/>.</sch:assert></constraintSpec>
        <attList><attDef ident="type"><valList type="closed"><valItem ident="a"><desc>first</desc></valItem></valList></attDef></attList></elementSpec></specGrp>
      <div><head>Inner</head><p>Deep.</p></div></div>`),
  );
  expect(manual?.title).toBe('Manual');
  const [chapter] = manual?.sections ?? [];
  expect([chapter?.id, chapter?.href, chapter?.heading]).toEqual(['manual:dates', '#manual:dates', 'Dates']);
  const [paragraph, numbered, gloss, example] = chapter?.blocks ?? [];
  expect(paragraph?.paragraph.map(({ text, isCode, href }) => [text, isCode, href])).toEqual([
    ['A ', false, null],
    ['<date>', true, null],
    [' has ', false, null],
    ['@when', true, null],
    [', see ', false, null],
    ['here', false, '#manual:dates'],
    [', not and x.', false, null],
  ]);
  expect([numbered?.isNumbered, numbered?.items.length, gloss?.glosses.length]).toEqual([true, 1, 1]);
  expect(example?.code).toBe('<date when="1850">a &lt; b</date>\n  <lb/>');
  expect(chapter?.rules).toEqual([{ id: 'd', role: 'error', message: 'This element says ….' }]);
  expect(chapter?.values).toEqual([
    { element: 'date', attribute: 'type', isClosed: true, values: [{ value: 'a', meaning: 'first' }] },
  ]);
  expect(chapter?.sections.map(({ heading }) => heading)).toEqual(['Inner']);
});

test('an ODD without prose, and what is no XML', () => {
  expect(readManual(odd('<head>x</head>'))).toBeUndefined();
  expect(readManual('<TEI><text')).toBeUndefined();
  expect(readManual('')).toBeUndefined();
});

test('the manual of Editio itself: every chapter has a heading and something in it, ids are unique', () => {
  const manual = readManual(readFileSync(new URL('../../../schema/editio.odd', import.meta.url), 'utf8'));
  const sections = (manual?.sections ?? []).flatMap((section) => [section, ...section.sections]);
  expect(sections.length).toBeGreaterThan(20);
  expect(sections.filter(({ heading }) => heading === '')).toEqual([]);
  expect(new Set(sections.map(({ id }) => id)).size).toBe(sections.length);
});
