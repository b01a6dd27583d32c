import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { findIllegalCharacter, replaceIllegalCharacters } from '../../src/xml/characters.js';
import { escapeAttribute, escapeText } from '../../src/xml/escape.js';

/** The attribute and the content of an element, as an XML parser hands them on. */
function read(xml: string): { attribute: string; content: string } {
  let attribute = '';
  let content = '';
  const parser = new SaxesParser();
  parser.on('opentag', (tag) => (attribute = tag.attributes['a'] ?? ''));
  parser.on('text', (text) => (content += text));
  parser.write(xml).close();
  return { attribute, content };
}

/** Texts with many of the characters that matter. */
const texts = fc
  .array(
    fc.oneof(fc.constantFrom('&', '<', '>', '"', "'", '\t', '\n', '\r', ']]>', '&amp;'), fc.string({ unit: 'binary' })),
  )
  .map((parts) => replaceIllegalCharacters(parts.join('')));

describe('escaping', () => {
  it('lets a parser read every text as it was', () => {
    fc.assert(
      fc.property(texts, texts, (attribute, content) => {
        expect(read(`<e a="${escapeAttribute(attribute)}">${escapeText(content)}</e>`)).toEqual({ attribute, content });
        expect(read(`<e>${escapeAttribute(content)}</e>`).content).toBe(content);
      }),
    );
  });

  it('leaves quotes and line ends of a content as they are', () => {
    expect(escapeText('"a"\n\t& <b> \r')).toBe('"a"\n\t&amp; &lt;b&gt; &#13;');
    expect(escapeAttribute('"a"\n\t&')).toBe('&quot;a&quot;&#10;&#9;&amp;');
  });
});

describe('characters that no XML 1.0 document can hold', () => {
  it('are replaced one by one, lone surrogates too; pairs and spaces stay', () => {
    expect(replaceIllegalCharacters('a\u0000b\uFFFE\uD800c\uDC00\u{1F600}\t\n\r')).toBe(
      'a\uFFFDb\uFFFD\uFFFDc\uFFFD\u{1F600}\t\n\r',
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => findIllegalCharacter(replaceIllegalCharacters(text)) === -1),
    );
  });
});
