import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { tagNameSpan } from '../../../src/tei/start-tag.js';
import { findAttribute, writtenAttributes } from '../../../src/validate/explain/start-tag.js';

const slice = (text: string, span: { start: number; end: number }): string => text.slice(span.start, span.end);

describe('a tag’s name', () => {
  it.each([
    ['<p>', '<p'],
    ['<p/>', '<p'],
    ['<p\n n="1">', '<p'],
    ['<tei:persName>', '<tei:persName'],
    ['</list>', '</list'],
    ['</list >', '</list'],
  ])('in %j is %j', (text, name) => {
    expect(slice(`ab${text}`, tagNameSpan(`ab${text}`, 2))).toBe(name);
  });
});

describe('attributes as written', () => {
  it.each([
    ['<p>', []],
    ['<p />', []],
    ['<p a="1">n="2"', ['a=1']],
    [`<p a='"' b="'>/"/>`, [`a="`, `b='>/`]],
    ['<p\r\n\ta\n=\n"1"\nb="">', ['a=1', 'b=']],
    ['<p xml:id="a" x:b="c">', ['xml:id=a', 'x:b=c']],
  ])('in %j', (text, expected) => {
    const found = [...writtenAttributes(`<x/>${text}`, 4).values()];
    expect(
      found.map(({ nameSpan, valueSpan }) =>
        [slice(`<x/>${text}`, nameSpan), slice(`<x/>${text}`, valueSpan)].join('='),
      ),
    ).toEqual(expected);
  });

  const name = fc.stringMatching(/^[a-z]{1,5}$/);
  const blank = fc.stringMatching(/^[ \t\n]{1,3}$/);
  const attribute = fc.tuple(
    blank,
    name,
    fc.constantFrom('=', ' = ', '\n='),
    fc.string().map((text) => text.replace(/[<"]/g, '')),
  );
  test.prop([fc.uniqueArray(attribute, { selector: ([, key]) => key })])(
    'are found again, whatever stands between them',
    (attributes) => {
      const text = `<p${attributes.map(([space, key, mark, value]) => `${space}${key}${mark}"${value}"`).join('')}/>`;
      expect([...writtenAttributes(text, 0).values()].map((each) => [each.name, slice(text, each.valueSpan)])).toEqual(
        attributes.map(([, key, , value]) => [key, value]),
      );
    },
  );

  it('are told apart by prefix', () => {
    const text = '<p id="1" xml:id="2" y:lang="3" lang="4">';
    const xml = 'http://www.w3.org/XML/1998/namespace';
    const valueOf = (namespace: string, local: string): string | undefined => {
      const found = findAttribute(text, 0, { namespace, local });
      return found === undefined ? undefined : slice(text, found.valueSpan);
    };
    expect(valueOf('', 'id')).toBe('1');
    expect(valueOf(xml, 'id')).toBe('2');
    expect(valueOf('urn:y', 'lang')).toBe('3');
    expect(valueOf('', 'lang')).toBe('4');
    expect(valueOf('', 'href')).toBeUndefined();
  });

  it('are read in time that grows with their number', () => {
    const count = 20_000;
    const text = `<p${Array.from({ length: count }, (_, index) => ` a${index}="${index}"`).join('')}/>`;
    const start = performance.now();
    for (let index = 0; index < count; index++) {
      expect(findAttribute(text, 0, { namespace: '', local: `a${index}` })).toBeDefined();
    }
    expect(performance.now() - start).toBeLessThan(3000);
  });
});
