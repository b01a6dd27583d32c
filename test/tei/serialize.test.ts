import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { element, text, type TeiElement, type TeiNode } from '../../src/tei/node.js';
import { parseTei } from '../../src/tei/parse.js';
import { originAt, serializeTei, xmlModel } from '../../src/tei/serialize.js';

const xmlOf = (root: TeiElement): string => serializeTei(root).xml;
const body = (...children: (TeiNode | string)[]): TeiElement => element('p', {}, children);

describe('what cannot be XML is a fault of the caller', () => {
  it.each([
    ['a control character', body('a\u0001b'), 'U+0001'],
    ['a lone surrogate', body('a\uD800b'), 'U+D800'],
    ['U+FFFE in an attribute', element('p', { n: '\uFFFE' }), 'U+FFFE'],
    ['an element name with a blank', element('p q'), '"p q" is no name'],
    ['an attribute name that starts with a digit', element('p', { '1a': 'x' }), '"1a" is no name'],
    ['two hyphens in a comment', body({ kind: 'comment', text: 'a--b' }), '"--"'],
    ['an end of instruction in an instruction', body({ kind: 'instruction', target: 'x', data: 'a?>b' }), '"?>"'],
    ['an instruction named xml', body({ kind: 'instruction', target: 'XML', data: '' }), 'no target'],
  ])('%s', (_, root, message) => {
    expect(() => xmlOf(root)).toThrow(message);
  });
});

describe('escaping', () => {
  it('writes markup characters in text as references, "]]>" among them', () => {
    expect(xmlOf(body('a & b < c > d ]]> "e" \r'))).toContain('>a &amp; b &lt; c &gt; d ]]&gt; "e" &#13;</p>');
  });

  it('keeps tabs and line ends of attributes as references', () => {
    expect(xmlOf(element('p', { n: '"\t\n\r<&' }))).toContain('n="&quot;&#9;&#10;&#13;&lt;&amp;"');
  });
});

describe('layout', () => {
  it('breaks lines between elements, never in running text', () => {
    const root = element('TEI', { 'xml:id': 'a' }, [
      element('text', {}, [
        element('body', {}, [
          element('div', {}, [body('Dear ', element('persName', {}, ['Ada']), ' ', element('date', {}, ['May']))]),
        ]),
      ]),
    ]);
    expect(xmlOf(root)).toBe(
      `<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="a">
  <text>
    <body>
      <div>
        <p>Dear <persName>Ada</persName> <date>May</date></p>
      </div>
    </body>
  </text>
</TEI>
`,
    );
  });

  it('adds no blank to a paragraph that holds elements only, nor to anything inside it', () => {
    const name = element('persName', {}, [element('forename', {}, ['A']), element('surname', {}, ['B'])]);
    const list = element('list', {}, [element('item', {}, ['x']), element('item', {}, ['y'])]);
    expect(xmlOf(element('div', {}, [body(name), body('see ', list)]))).toContain(
      '<p><persName><forename>A</forename><surname>B</surname></persName></p>\n  <p>see <list><item>x</item><item>y</item></list></p>',
    );
  });

  it('leaves an element with xml:space="preserve" as it is', () => {
    expect(xmlOf(element('div', { 'xml:space': 'preserve' }, [body('a'), body('b')]))).toContain(
      '><p>a</p><p>b</p></div>',
    );
  });

  it('writes schema associations before the root', () => {
    const { xml } = serializeTei(body('a'), { prolog: [xmlModel('../schema/editio.rng', 'relaxng')] });
    expect(xml.split('\n')[1]).toBe(
      '<?xml-model href="../schema/editio.rng" type="application/xml" schematypens="http://relaxng.org/ns/structure/1.0"?>',
    );
  });
});

describe('origins', () => {
  it('lead from a place in the XML to the source', () => {
    const origin = { start: 10, end: 30 };
    const name = { start: 15, end: 18 };
    const { xml, origins } = serializeTei(
      element('div', {}, [
        element('head'),
        element('p', {}, ['see ', element('persName', {}, [text('Ada', name)], name), ' now'], origin),
      ]),
    );
    const at = (needle: string): unknown => originAt(origins, xml.indexOf(needle));
    expect(at('<head')).toBeUndefined();
    expect(at('<p>')).toEqual(origin);
    expect(at('Ada')).toEqual(name);
    expect(at(' now')).toEqual(origin);
    expect(at('</div>')).toBeUndefined();
  });
});

const lawfulText = fc
  .string({ unit: 'binary' })
  .map((value) => value.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '?'));
const name = fc.constantFrom('p', 'hi', 'div', 'list', 'item', 'head', 'note', 'persName');
const attributes = fc.dictionary(fc.constantFrom('n', 'type', 'xml:id', 'rend', 'ref'), lawfulText, {
  noNullPrototype: true,
});
const { tree } = fc.letrec<{ tree: TeiElement; node: TeiNode }>((tie) => ({
  tree: fc.record({
    kind: fc.constant('element' as const),
    name,
    attributes,
    children: fc.array(tie('node'), { maxLength: 5, depthIdentifier: 'tree' }).map(joined),
  }),
  node: fc.oneof(
    { depthIdentifier: 'tree', maxDepth: 5 },
    lawfulText.map((value): TeiNode => ({ kind: 'text', text: value })),
    fc.constant<TeiNode>({ kind: 'comment', text: ' c ' }),
    fc.constant<TeiNode>({ kind: 'instruction', target: 'pi', data: 'x="y"' }),
    tie('tree'),
  ),
}));

/** Neighbouring texts as one, empty ones away: what a parser can know of them. */
function joined(nodes: readonly TeiNode[]): TeiNode[] {
  const result: TeiNode[] = [];
  for (const node of nodes) {
    const last = result.at(-1);
    if (node.kind === 'text' && last?.kind === 'text')
      result[result.length - 1] = { kind: 'text', text: last.text + node.text };
    else if (node.kind !== 'text' || node.text !== '') result.push(node);
  }
  return result;
}

/** A tree without the white space between elements. */
function withoutLayout(node: TeiElement): TeiElement {
  const hasText = node.children.some((child) => child.kind === 'text' && child.text.trim() !== '');
  const kept = hasText ? node.children : node.children.filter((child) => child.kind !== 'text');
  return { ...node, children: kept.map((child) => (child.kind === 'element' ? withoutLayout(child) : child)) };
}

describe('what was written is read again', () => {
  test.prop([tree])('exactly, without indentation', (root) => {
    expect(parseTei(serializeTei(root, { indent: false }).xml).document?.root).toEqual(root);
  });

  test.prop([tree])('but for white space between elements, with it; and the second writing changes nothing', (root) => {
    const { xml } = serializeTei(root);
    const read = parseTei(xml).document?.root;
    expect(read && withoutLayout(read)).toEqual(withoutLayout(root));
    expect(read && serializeTei(read).xml).toBe(xml);
  });
});
