import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { attributeValuePlace, tokenPlace } from '../../../src/validate/references/attribute-place.js';
import { collect, teiFile } from './archive.js';

describe('what is collected from a file', () => {
  it('the pointers of TEI elements, whatever their prefix, with the base in scope and the element’s id', () => {
    const text = `<t:TEI xmlns:t="http://www.tei-c.org/ns/1.0" xml:base="x/"><t:name ref="#a b" xml:id="n"/><p ref="#c"/></t:TEI>`;
    const offset = text.indexOf('<t:name');
    const place = { element: 'name', attribute: 'ref', count: 'list', offset, owner: 'n', base: 'x/' };
    expect(collect('a.xml', text)).toEqual({
      path: 'a.xml',
      text,
      root: 'TEI',
      ids: [{ id: 'n', element: 'name', offset }],
      pointers: [
        { ...place, token: '#a', index: 0 },
        { ...place, token: 'b', index: 1 },
      ],
      prefixes: [],
      inclusions: [],
    });
  });

  it('a base inside another, and none after its element', () => {
    const body =
      '<div xml:base="a/b.xml"><p xml:base="c/d.xml"><ptr target="x"/></p><ptr target="x"/></div><ptr target="x"/>';
    expect(collect('a.xml', teiFile(body)).pointers.map(({ base }) => base)).toEqual([
      'a/c/d.xml',
      'a/b.xml',
      undefined,
    ]);
  });
});

describe('the place of an attribute', () => {
  it.each([
    ['<a b="c"/>', 'b', 'c'],
    ["<a  x = '1'\n b\t=\n'c d'>", 'b', 'c d'],
    ['<a x="b=&quot;no&quot; > />" b="c"/>', 'b', 'c'],
    ['<a bb="no" b="c"/>', 'b', 'c'],
    ['<a b=""/>', 'b', ''],
  ])('%s', (text, attribute, value) => {
    const place = attributeValuePlace(text, 0, attribute);
    expect(text.slice(place?.start, place?.end)).toBe(value);
    expect(attributeValuePlace(text, 0, 'missing')).toBeUndefined();
  });

  const space = fc
    .array(fc.constantFrom(' ', '\t', '\n', '\r', '&#10;', '&#xA;', '&#x00a;', '&#32;'), { minLength: 1, maxLength: 3 })
    .map((parts) => parts.join(''));
  const token = fc.stringMatching(/^(?:[^\s"<>&']|&amp;|&#233;){1,6}$/u);

  property.prop([fc.array(fc.tuple(space, token), { minLength: 1, maxLength: 6 }), fc.constantFrom('', ' ', '\n')], {
    numRuns: 300,
  })('of a token is where the parser saw it', (pairs, end) => {
    const value = pairs.map(([before, word]) => before + word).join('') + end;
    const text = teiFile(`<p n="x" target='no'/><ref type="#a" target="${value}"/>`);
    const pointers = collect('a.xml', text).pointers.slice(1);
    expect(pointers).toHaveLength(pairs.length);
    for (const [index, pointer] of pointers.entries()) {
      const span = tokenPlace(text, pointer.offset, 'target', pointer.index);
      expect(text.slice(span.start, span.end)).toBe(pairs[index]?.[1]);
    }
  });
});
