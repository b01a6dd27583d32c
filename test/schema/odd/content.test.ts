import { describe, expect, it } from 'vitest';
import { compileOdd } from '../../../src/schema/index.js';
import { grammarDifferences } from './grammar-comparison.js';
import { smallTei } from './small-tei.js';

/** The grammar of a small customisation in which TEI has only what is given. */
function grammarOf(specifications: string): string {
  const text = `<TEI xmlns="http://www.tei-c.org/ns/1.0"><schemaSpec ident="x" start="TEI">
    <moduleRef key="tei"/><moduleRef key="core"/><moduleRef key="extra" include="persName placeName item"/>${specifications}</schemaSpec></TEI>`;
  const { rng, diagnostics } = compileOdd({
    odd: { path: 'x.odd', text },
    p5subset: { path: 'tei.xml', text: smallTei },
    documentation: false,
  });
  expect(diagnostics).toEqual([]);
  return rng;
}

/** A grammar of one element TEI with this content, and the others empty. */
function expectedGrammar(content: string): string {
  const empty = ['persName', 'placeName', 'item', 'hi'].map(
    (name) => `<define name="${name}"><element name="${name}"><empty/></element></define>`,
  );
  return `<grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="http://www.tei-c.org/ns/1.0"><start><ref name="TEI"/></start>
    <define name="TEI"><element name="TEI">${content}</element></define>${empty.join('')}</grammar>`;
}

const emptied = ['persName', 'placeName', 'item', 'hi'].map(
  (
    name,
  ) => `<elementSpec ident="${name}" mode="change"><classes mode="change"><memberOf key="att.global" mode="delete"/><memberOf key="att.typed" mode="delete"/></classes>
    <content/>${name === 'hi' ? '<attList><attDef ident="size" mode="delete"/></attList>' : ''}</elementSpec>`,
);

/** What the grammar of TEI with this content and the expected one differ in. */
function differences(content: string, expected: string): string[] {
  const tei = `<elementSpec ident="TEI" mode="replace"><content>${content}</content></elementSpec>`;
  return grammarDifferences(grammarOf(emptied.join('') + tei), expectedGrammar(expected));
}

const many = (count: number): string => '<ref name="item"/>'.repeat(count);

describe('content models in pure ODD', () => {
  it.each([
    [0, 1, '<optional><ref name="item"/></optional>'],
    [0, 'unbounded', '<zeroOrMore><ref name="item"/></zeroOrMore>'],
    [1, 'unbounded', '<oneOrMore><ref name="item"/></oneOrMore>'],
    [2, 2, many(2)],
    [2, 'unbounded', `${many(2)}<zeroOrMore><ref name="item"/></zeroOrMore>`],
    [1, 3, `<choice><group>${many(1)}</group><group>${many(2)}</group><group>${many(3)}</group></choice>`],
    [0, 2, `<choice><empty/><group>${many(1)}</group><group>${many(2)}</group></choice>`],
  ])('an element from %s to %s times', (min, max, expected) => {
    const occurs = `minOccurs="${String(min)}" maxOccurs="${String(max)}"`;
    expect(differences(`<elementRef key="item" ${occurs}/>`, expected)).toEqual([]);
    expect(differences(`<sequence ${occurs}><elementRef key="item"/></sequence>`, expected)).toEqual([]);
    expect(differences(`<alternate ${occurs}><elementRef key="item"/></alternate>`, expected)).toEqual([]);
  });

  const P = '<ref name="persName"/>';
  const L = '<ref name="placeName"/>';
  it.each([
    ['', `<choice>${P}${L}</choice>`],
    ['expand="alternate"', `<choice>${P}${L}</choice>`],
    ['expand="sequence"', `${P}${L}`],
    ['expand="sequenceOptional"', `<optional>${P}</optional><optional>${L}</optional>`],
    ['expand="sequenceRepeatable"', `<oneOrMore>${P}</oneOrMore><oneOrMore>${L}</oneOrMore>`],
    ['expand="sequenceOptionalRepeatable"', `<zeroOrMore>${P}</zeroOrMore><zeroOrMore>${L}</zeroOrMore>`],
    ['include="placeName"', L],
    ['except="placeName"', P],
    ['include="persName placeName" minOccurs="0"', `<optional><choice>${P}${L}</choice></optional>`],
    ['expand="sequence" except="persName" maxOccurs="unbounded"', `<oneOrMore>${L}</oneOrMore>`],
  ])('the members of a class: %s', (how, expected) => {
    expect(differences(`<classRef key="model.name" ${how}/>`, expected)).toEqual([]);
  });

  it('a class that is a member of another stands for its members', () => {
    expect(differences('<classRef key="model.phrase"/>', `<choice><ref name="hi"/>${P}${L}</choice>`)).toEqual([]);
  });

  it('a class that nothing is a member of can be left out, and nothing else', () => {
    expect(differences('<classRef key="model.never" minOccurs="0"/>', '<empty/>')).toEqual([]);
    expect(
      differences('<alternate><classRef key="model.never"/><elementRef key="item"/></alternate>', many(1)),
    ).toEqual([]);
  });

  it.each([
    ['<textNode/>', '<text/>'],
    ['<empty/>', '<empty/>'],
    [
      '<valList type="closed"><valItem ident="a"/><valItem ident="b"/></valList>',
      '<choice><value>a</value><value>b</value></choice>',
    ],
    [
      '<dataRef name="decimal"><dataFacet name="minInclusive" value="0"/></dataRef>',
      '<data type="decimal"><param name="minInclusive">0</param></data>',
    ],
    [
      '<sequence><dataRef name="decimal"/><dataRef name="date"/></sequence>',
      '<list><data type="decimal"/><data type="date"/></list>',
    ],
    [
      '<dataRef key="teidata.enumerated" restriction="[a-z]+"/>',
      '<data type="token"><param name="pattern">[^\\p{C}\\p{Z}]+</param><param name="pattern">[a-z]+</param></data>',
    ],
    [
      '<dataRef key="teidata.numeric" restriction="[0-9]"/>',
      '<choice><data type="double"><param name="pattern">[0-9]</param></data><data type="token"><param name="pattern">many</param><param name="pattern">[0-9]</param></data></choice>',
    ],
    [
      '<zeroOrMore xmlns="http://relaxng.org/ns/structure/1.0"><ref name="model.name_sequenceOptional"/></zeroOrMore>',
      `<zeroOrMore><optional>${P}</optional><optional>${L}</optional></zeroOrMore>`,
    ],
    ['<macroRef key="macro.phraseSeq"/>', `<zeroOrMore><choice><text/><ref name="hi"/>${P}${L}</choice></zeroOrMore>`],
  ])('%s', (content, expected) => {
    expect(differences(content, expected)).toEqual([]);
  });

  it('would be found to differ', () => {
    expect(differences('<elementRef key="item"/>', many(2))).toEqual(['TEI: only left has the content “item”']);
    expect(differences('<textNode/>', '<empty/>')).toEqual(['TEI: only left has the content “(text)”']);
  });

  it('the same ODD gives the same bytes', () => {
    expect(grammarOf(emptied.join(''))).toBe(grammarOf(emptied.join('')));
  });
});
