import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collateWitnesses, type CollatedDocument } from '../../src/collate/document.js';
import { textElementsOf, type Reading } from '../../src/collate/reading-text.js';
import { textOfPlain } from '../../src/collate/witness.js';
import { parseTei } from '../../src/tei/parse.js';
import { validateFiles } from '../../src/validate/validate.js';
import { jing } from '../schema/jing.js';
import { needsJing, teiPath, withJing } from '../schema/odd/tei-data.js';
import { bodyOf, collatePlain } from './plain.js';
import { witnessTexts } from './variants.js';

const header = `<teiHeader><fileDesc>
  <titleStmt><title>A letter</title><respStmt xml:id="letter-ed"><resp>editor</resp><name>N. N.</name></respStmt></titleStmt>
  <publicationStmt><publisher>An archive</publisher><date when="2026">2026</date><idno type="document">letter</idno>
    <availability><licence target="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</licence></availability></publicationStmt>
  <sourceDesc><p>A sheet.</p></sourceDesc></fileDesc>
  <profileDesc><langUsage><language ident="en">English</language></langUsage></profileDesc></teiHeader>`;

/** A letter with a body, collated with a plain text. */
function collateLetter(body: string, other: string, reading: Reading = 'edited'): CollatedDocument {
  const tei = `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="letter" xml:lang="en">${header}<text><body>${body}</body></text></TEI>`;
  const root = parseTei(tei).document?.root;
  if (root === undefined) throw new Error('the letter is not well-formed');
  return collateWitnesses({
    id: 'x',
    witnesses: [
      { siglum: 'A', title: 'A letter', href: 'letter.xml', root, texts: textElementsOf(root) },
      { siglum: 'B', title: 'b.txt', href: 'b.txt', texts: [textOfPlain(other)] },
    ],
    reading,
    relocate: (address) => `../${address}`,
    toolVersion: '1.0.0',
  });
}

describe('the markup of the base', () => {
  it.each([
    [
      'stays around an entry and inside a lemma',
      '<p>Dear <persName>Nagy <forename>Imre</forename></persName>, come</p>',
      'Dear Nagy Ferenc, come',
      '<p>Dear <persName>Nagy <app type="substantive"><lem wit="A"><forename>Imre</forename></lem><rdg wit="B" type="substantive">Ferenc</rdg></app></persName>, come</p>',
    ],
    [
      'is dissolved where an entry crosses its border',
      '<p>the <hi>red fox</hi> jumps over</p>',
      'the red wolf leaps over',
      '<p>the red <app type="substantive"><lem wit="A">fox jumps</lem><rdg wit="B" type="substantive">wolf leaps</rdg></app> over</p>',
    ],
    [
      'keeps its page breaks',
      '<p>one <pb n="2"/>two three</p>',
      'one two four',
      '<p>one <pb n="2"/>two <app type="substantive"><lem wit="A">three</lem><rdg wit="B" type="substantive">four</rdg></app></p>',
    ],
    [
      'joins a word that a line break divides',
      '<p>the coun<lb break="no"/>tries met</p>',
      'the countries met',
      '<p>the coun<lb break="no"/>tries met</p>',
    ],
    ['loses its notes', '<p>one<note n="1">No.</note> two</p>', 'one two', '<p>one two</p>'],
  ])('%s', (_, base, other, expected) => {
    const document = collateLetter(base, other);
    expect(bodyOf(document)).toBe(expected);
    expect(document.lost).toEqual([]);
  });

  it('is divided at every block', () => {
    const document = collateLetter(
      '<sp><speaker>KÁDÁR</speaker><p>I agree.</p></sp><list><item>one</item><item>two</item></list>',
      'I agree. two',
    );
    expect(bodyOf(document).match(/<app /gu)).toHaveLength(2);
    expect(bodyOf(document)).toContain('<speaker><app type="substantive"><lem wit="A">KÁDÁR</lem>');
  });

  it('says in the header what was dissolved', () => {
    expect(collateLetter('<p>the <hi>red fox</hi> jumps over</p>', 'the red wolf leaps over').xml).toContain(
      'One element of the base was dissolved',
    );
  });
});

describe('a correction', () => {
  const base = '<p>World War <choice><sic>11</sic><corr>II</corr></choice> ended</p>';

  it('is compared', () => {
    expect(bodyOf(collateLetter(base, 'World War II ended'))).toBe('<p>World War II ended</p>');
  });

  it('is put aside where the source is asked for', () => {
    expect(bodyOf(collateLetter(base, 'World War 11 ended', 'source'))).toBe('<p>World War 11 ended</p>');
  });
});

describe('ids and pointers of the base', () => {
  const { xml } = collateLetter(
    '<p xml:id="letter-p1" resp="#letter-ed">See <ref target="#letter-n1">1</ref><note xml:id="letter-n1">A note</note>, <persName ref="register/persons.xml#nagy" source="https://example.org/a">Nagy</persName> <ref target="#letter-p1">above</ref></p><p xml:id="other">End</p>',
    'See 1, Nagy above End',
  );

  it.each([
    ['ids are those of the new document', '<p xml:id="x-p1" resp="#x-ed">'],
    ['an id that does not begin with that of the base', '<p xml:id="x-other">'],
    ['a pointer to what was left out', '<ref target="letter.xml#letter-n1">'],
    ['a pointer that stays inside', '<ref target="#x-p1">'],
    ['a relative address, and an absolute one', 'ref="../register/persons.xml#nagy" source="https://example.org/a"'],
    ['the document’s own number', '<idno type="document">x</idno>'],
  ])('%s', (_, expected) => {
    expect(xml).toContain(expected);
  });
});

describe('the TEI of an apparatus', () => {
  const samples = fc.sample(witnessTexts, { numRuns: 12, seed: 5 });
  const long = Array.from({ length: 150 }, (_, index) => `w${index}x`).join(' ');
  const documents = [
    ...samples.map((texts) => collatePlain(...texts)),
    collatePlain(long, 'w20x w21x', `w0x w1x w148x w149x`),
    collateLetter(
      '<opener><dateline>Budapest, <date when="1956-10-30">30 October</date></dateline><salute>Dear <persName>Imre</persName></salute></opener><p>one <gap reason="editorial"/> two</p><lg><l>three</l></lg>',
      'Budapest 30 October\n\nDear Ferenc\n\none and two four',
    ),
  ];

  it('keeps to the grammar of the edition', async () => {
    const files = documents.map(({ xml }, index) => ({ path: `${index}.xml`, bytes: new TextEncoder().encode(xml) }));
    const checks = new Set(['gate', 'relax-ng', 'references'] as const);
    const findings = await validateFiles(files, { schema: 'schema/editio.rng', checks });
    // The witnesses' files are not on the disk.
    expect(findings.filter(({ actual }) => !/^\d+\.txt$|letter\.xml|b\.txt/u.test(actual ?? ''))).toEqual([]);
  });

  withJing(`is valid by jing: tei_all and the edition’s own${needsJing}`, () => {
    const folder = mkdtempSync(join(tmpdir(), 'editio-collate-'));
    try {
      const paths = documents.map(({ xml }, index) => {
        const path = join(folder, `${index}.xml`);
        writeFileSync(path, xml);
        return path;
      });
      expect(jing(teiPath('tei_all.rng'), paths)).toBe('');
      expect(jing('schema/editio.rng', paths)).toBe('');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
