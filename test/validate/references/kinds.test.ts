import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { elementsOfFamilies } from '../../../src/validate/references/element-families.js';
import { kindRules } from '../../../src/validate/references/kinds.js';
import { pointersIn } from '../../../src/validate/references/pointer-attributes.js';
import { findingsOf, underlined } from './archive.js';

const told = (body: string): string[] =>
  findingsOf({ 'a.xml': body }).map(
    (finding) => `${finding.code} [${underlined(finding, { 'a.xml': body })}] ${finding.message}`,
  );

/** A body in which an attribute points to an element. */
const pointing = (element: string, attribute: string, target: string): string =>
  `<${element} ${attribute}="#x"/><${target} xml:id="x"/>`;

describe('the kind of element that a pointer leads to', () => {
  it.each([
    ['sp', 'who', 'person personGrp org castItem role listPerson persName item note p label cell char'],
    ['change', 'who', 'respStmt editor person name'],
    ['corr', 'resp', 'respStmt editor author person org name persName bibl handNote application'],
    ['persName', 'ref', 'person personGrp org nym item note p'],
    ['placeName', 'ref', 'place listPlace settlement item'],
    ['orgName', 'ref', 'org listOrg personGrp'],
    ['rs', 'ref', 'person place org object event category taxonomy bibl p'],
    ['rdg', 'wit', 'witness listWit bibl msDesc biblStruct item'],
    ['div', 'decls', 'bibl sourceDesc editorialDecl langUsage textClass'],
    ['w', 'ana', 'interp category fs person place note'],
    ['p', 'corresp', 'person place category surface u pb'],
    ['q', 'source', 'bibl biblStruct msDesc person witness note p div'],
    ['add', 'hand', 'handNote'],
    ['catRef', 'target', 'category taxonomy item'],
    ['catRef', 'scheme', 'taxonomy bibl'],
    ['hi', 'rendition', 'rendition'],
    ['pb', 'facs', 'surface zone graphic facsimile media'],
    ['g', 'ref', 'char glyph'],
    ['u', 'start', 'when anchor'],
    ['zone', 'start', 'p l'],
    ['date', 'calendar', 'calendar'],
    ['measure', 'unitRef', 'unitDef'],
    ['l', 'change', 'change'],
    ['ptr', 'target', 'person place category surface u pb'],
  ])('%s/@%s may be %s', (element, attribute, targets) => {
    for (const target of targets.split(' ')) expect(told(pointing(element, attribute, target)), target).toEqual([]);
  });

  it.each([
    ['sp', 'who', 'place category surface witness u pb div'],
    ['corr', 'resp', 'place surface category div'],
    ['persName', 'ref', 'place category witness surface handNote div'],
    ['placeName', 'ref', 'person witness surface div'],
    ['orgName', 'ref', 'person surface'],
    ['rdg', 'wit', 'person place category'],
    ['div', 'decls', 'person place surface'],
    ['add', 'hand', 'place bibl surface org'],
    ['catRef', 'target', 'person place surface'],
    ['hi', 'rendition', 'p person category'],
    ['g', 'ref', 'person p'],
    ['date', 'calendar', 'p'],
    ['pb', 'facs', 'person place category'],
  ])('%s/@%s cannot be %s', (element, attribute, targets) => {
    for (const target of targets.split(' ')) {
      expect(
        told(pointing(element, attribute, target)).map((line) => line.slice(0, 26)),
        target,
      ).toEqual(['references/wrong-kind [#x]']);
    }
  });

  it.each([
    ['sp', 'who', 'bibl event'],
    ['persName', 'ref', 'bibl object event'],
    ['orgName', 'ref', 'place category'],
    ['add', 'hand', 'person'],
    ['q', 'source', 'place category'],
    ['rdg', 'wit', 'surface handNote'],
    ['pb', 'facs', 'pb'],
    ['seg', 'next', 'p'],
  ])('%s/@%s can hardly be %s', (element, attribute, targets) => {
    for (const target of targets.split(' ')) {
      expect(
        told(pointing(element, attribute, target)).map((line) => line.slice(0, 28)),
        target,
      ).toEqual(['references/unusual-kind [#x]']);
    }
  });

  it('is said with the place of the element', () => {
    expect(told('<persName ref="#budapest"/>\n<persName ref="#budapest"/>\n<place xml:id="budapest"/>')).toEqual([
      'references/wrong-kind [#budapest] @ref on <persName> points to #budapest (2 times in this file), which is <place> (line 4), not a person or group (person, personGrp, org).',
    ]);
    expect(
      findingsOf({ 'a.xml': '<sp who="b.xml#b"/>', 'b.xml': '<place xml:id="b"/>' }).map(({ message }) => message),
    ).toEqual([
      '@who on <sp> points to b.xml#b, which is <place> (b.xml, line 2), not a person or group (person, personGrp, org, castItem, role).',
    ]);
  });
});

const specifications = join(process.env['EDITIO_TEI'] ?? '../shared/tei', 'p5subset.xml');
const isThere = existsSync(specifications);
const compare = it.skipIf(!isThere && process.env['CI'] !== 'true');
const skipped = isThere ? '' : ` [needs ${specifications} (EDITIO_TEI names its folder)]`;

describe('the rules', () => {
  it('are about pointers', () => {
    for (const { attributes, on } of kindRules) {
      for (const attribute of attributes.split(' ')) {
        for (const element of (on ?? '').split(' ')) {
          const isPointer = [
            'p',
            'rdg',
            'handNote',
            'relation',
            'conversion',
            'nym',
            'move',
            'post',
            'pb',
            'when',
            'timeline',
            'div',
            'sp',
            'u',
            'add',
            'measure',
            'handShift',
            'date',
            'name',
          ].some((any) => pointersIn(element === '' ? any : element, attribute) !== undefined);
          expect(isPointer, `${element}/@${attribute}`).toBe(true);
        }
      }
    }
  });

  compare(`name elements that TEI has, and as declarable those that are${skipped}`, () => {
    const text = readFileSync(specifications, 'utf8');
    const elements = new Set([...text.matchAll(/<elementSpec [^>]*\bident="(\w+)"/gu)].map((match) => match[1] ?? ''));
    const named = [
      ...elementsOfFamilies(),
      ...kindRules.flatMap(({ elements: wanted = '', on = '' }) => `${wanted} ${on}`.trim().split(/\s+/u)),
    ].filter((element) => element !== '');
    expect(named.filter((element) => !elements.has(element))).toEqual([]);

    const declarable = [...text.matchAll(/<elementSpec [^>]*\bident="(\w+)"[\s\S]*?<\/elementSpec>/gu)]
      // Examples show specifications of other elements.
      .filter(([specification]) => specification.split('<exemplum')[0]?.includes('<memberOf key="att.declarable"/>'))
      .map((match) => match[1] ?? '');
    const rule = kindRules.find(({ attributes }) => attributes === 'decls');
    expect(rule?.elements?.split(/\s+/u).sort()).toEqual(declarable.sort());
  });
});
