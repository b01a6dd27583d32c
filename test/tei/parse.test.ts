import { describe, expect, it } from 'vitest';
import { element, textOf, type TeiElement } from '../../src/tei/node.js';
import { parseTei, type ParsedTei } from '../../src/tei/parse.js';

function read(xml: string): ParsedTei {
  const { document, fault } = parseTei(xml);
  if (document === undefined) throw new Error(fault.message);
  return document;
}
const first = (node: TeiElement): TeiElement | undefined => node.children.find((child) => child.kind === 'element');

describe('parseTei', () => {
  it('tells where a text is not well-formed', () => {
    expect(parseTei('<p>a</q>').fault).toMatchObject({ reason: 'not-well-formed', offset: 7 });
    expect(parseTei('').fault?.reason).toBe('not-well-formed');
    expect(parseTei('<a><b/>').fault?.reason).toBe('not-well-formed');
    expect(parseTei('<p>&constructor;</p>').fault).toMatchObject({ reason: 'undefined-entity', offset: 3 });
  });

  it('reads entities and CDATA as text, and keeps comments and instructions', () => {
    const { root, prolog, epilog } = read('<?a b?><!--c--><p>x&amp;<![CDATA[<y>]]>&#228;<?d?><!--e--></p><!--f-->');
    expect(root.children).toEqual([
      { kind: 'text', text: 'x&<y>ä' },
      { kind: 'instruction', target: 'd', data: '' },
      { kind: 'comment', text: 'e' },
    ]);
    expect(prolog).toEqual([
      { kind: 'instruction', target: 'a', data: 'b' },
      { kind: 'comment', text: 'c' },
    ]);
    expect(epilog).toEqual([{ kind: 'comment', text: 'f' }]);
  });

  it('keeps the blank between two elements', () => {
    expect(textOf(read('<p>Dear <persName>Ada</persName> <date>May</date></p>').root)).toBe('Dear Ada May');
  });

  it('names TEI elements without prefix, and others by prefix or xmlns', () => {
    const { root } = read('<t:TEI xmlns:t="http://www.tei-c.org/ns/1.0" xmlns:m="urn:m"><t:p/><m:math/><x/></t:TEI>');
    expect(root.name).toBe('TEI');
    expect(root.children).toEqual([element('p'), element('m:math'), element('x', { xmlns: '' })]);
  });

  it('knows places after line ends of any kind', () => {
    const document = read('<TEI xmlns="http://www.tei-c.org/ns/1.0">\r\n  <text\r\n n="1">a</text>\n</TEI>');
    const inner = first(document.root);
    expect(inner && document.positionOf(inner)).toEqual({ line: 2, column: 3 });
    expect(inner && document.spanOf(inner)).toEqual({ start: 45, end: 67 });
  });

  it('finds places beyond the first piece that the parser is fed', () => {
    const document = read(`<p>${'x'.repeat(65_530)}\r\n😀<hi>y</hi></p>`);
    const inner = first(document.root);
    expect(inner && document.positionOf(inner)).toEqual({ line: 2, column: 3 });
  });
});
