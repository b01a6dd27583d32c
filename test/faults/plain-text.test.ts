import { describe, expect, it } from 'vitest';
import type { DecodeOptions, Decoded } from '../../src/source/decode.js';
import { decodeSource } from '../../src/source/decode.js';
import { convertText } from '../convert/conversion.js';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const bytes = (...values: readonly number[]): Uint8Array => Uint8Array.from(values);
const utf16 = (text: string, mark: boolean, little: boolean): Uint8Array => {
  const units = Array.from(`${mark ? '\ufeff' : ''}${text}`, (character) => character.charCodeAt(0));
  return Uint8Array.from(units.flatMap((unit) => (little ? [unit & 0xff, unit >> 8] : [unit >> 8, unit & 0xff])));
};
const decode = (content: Uint8Array, options?: DecodeOptions): Decoded => decodeSource('seeds/x.txt', content, options);
const codes = ({ diagnostics }: Decoded): string[] => diagnostics.map(({ code }) => code);
/** The text that the TEI of a source has, without tags; undefined where nothing is written. */
const body = (text: string): string | undefined => /<body>([\s\S]*)<\/body>/u.exec(convertText(text).xml ?? '')?.[1];

/** What a plain text can have wrong with it, and what is right then; the titles count as the fault matrix of the project counts. */
describe('faults of a plain text', () => {
  it.each([
    ['nothing', ''],
    ['blanks', ' \n\t\n'],
    ['a byte order mark alone', '\ufeff'],
  ])('1: an empty file (%s) has no source', (_name, text) => {
    const decoded = decode(utf8(text));
    expect(decoded.source).toBeUndefined();
    expect(codes(decoded)).toContain('source/empty');
  });

  it('2: a byte order mark is taken off and told; offsets count after it', () => {
    const decoded = decode(bytes(0xef, 0xbb, 0xbf, ...utf8('Text')));
    expect(decoded.source?.text).toBe('Text');
    expect(codes(decoded)).toEqual(['source/byte-order-mark']);
  });

  it('3: UTF-16 with its mark is decoded, either way round', () => {
    for (const little of [true, false]) expect(decode(utf16('Nagy – é', true, little)).source?.text).toBe('Nagy – é');
  });

  it('3: UTF-16 without its mark is refused, with the encoding that it looks like', () => {
    for (const little of [true, false]) {
      const decoded = decode(utf16('A text of some length', false, little));
      expect(decoded.source).toBeUndefined();
      expect(codes(decoded)).toEqual(['source/looks-like-utf-16']);
      expect(decoded.diagnostics[0]?.help).toContain(little ? 'utf-16le' : 'utf-16be');
    }
  });

  it('4: all line ends are the same text and the same TEI; a mixture is told once', () => {
    const text = 'A title\n\nA paragraph.\nAnd a line.\n';
    for (const end of ['\r\n', '\r', '\u2028', '\u2029']) {
      const decoded = decode(utf8(text.replaceAll('\n', end)));
      expect(decoded.source?.text).toBe(text);
      expect(codes(decoded)).toEqual([]);
    }
    expect(codes(decode(utf8('a\r\nb\nc\rd\u2028e\r\nf')))).toEqual(['source/mixed-line-ends']);
  });

  it('5: a byte of windows-1252 is an error with its offset and a hint, never a guess', () => {
    const decoded = decode(bytes(...utf8('Text\nof K'), 0xe1, ...utf8('dar')));
    expect(decoded.source).toBeUndefined();
    expect(decoded.diagnostics).toMatchObject([{ code: 'source/wrong-byte', position: { line: 2 } }]);
    expect(decoded.diagnostics[0]?.message).toContain('0xE1 at offset 9');
    expect(decoded.diagnostics[0]?.help).toContain('--encoding');
  });

  it('6: other encodings are read where they are named, and the source remembers them', () => {
    expect(decode(bytes(0xcd, 0xe0, 0xe4, 0xfc), { encoding: 'windows-1251' }).source).toMatchObject({
      text: 'Надь',
      encoding: 'windows-1251',
    });
    expect(decode(bytes(0xee, 0xc1, 0xc4, 0xd8), { encoding: 'koi8-r' }).source?.text).toBe('Надь');
    expect(codes(decode(utf8('Text'), { encoding: 'utf-9' }))).toEqual(['source/unknown-encoding']);
  });

  it('7: UTF-8 that goes over to Latin-1 is an error at the first such byte', () => {
    const good = utf8('Ünïcödé '.repeat(1000));
    const decoded = decode(bytes(...good, 0xe9, 0x20, 0xe9));
    expect(decoded.source).toBeUndefined();
    expect(decoded.diagnostics[0]?.message).toContain(`offset ${good.length}`);
  });

  it('8: each U+FFFD of the input is a warning at its place', () => {
    const decoded = decode(utf8('a\ufffdb\n\ufffd'));
    expect(decoded.diagnostics.map(({ code, position }) => [code, position])).toEqual([
      ['source/replacement-character', { line: 1, column: 2 }],
      ['source/replacement-character', { line: 2, column: 1 }],
    ]);
  });

  it('9: a NUL is no text', () => {
    const decoded = decode(utf8('Text\0'));
    expect(decoded.source).toBeUndefined();
    expect(codes(decoded)).toEqual(['source/binary']);
  });

  it.each(['\u0001', '\u000b', '\u001f', '\ufffe', '\uffff'])(
    '10: %j is refused, or replaced where that is asked for',
    (character) => {
      expect(codes(decode(utf8(`a${character}b`)))).toEqual(['source/control-character']);
      const replaced = decode(utf8(`a${character}b`), { controls: 'replace' });
      expect(replaced.source?.text).toBe('a\ufffdb');
      expect(codes(replaced)).toEqual(['source/control-replaced']);
    },
  );

  it('11: a form feed is a page break, never a character', () => {
    expect(body('A page.\n\fAnother page.')).toMatch(/<p [^>]*>A page\.<\/p>\s*<p [^>]*><pb\/>Another page\.<\/p>/u);
  });

  it('12: tabs, no-break spaces, soft hyphens and joiners stand in the text', () => {
    expect(body('a\tb\u00a0c\u00add\u200de is a text.')).toContain('a\tb\u00a0c\u00add\u200de is a text.');
  });

  it('13: a surrogate without its partner is refused', () => {
    const decoded = decode(bytes(0x41, 0xed, 0xa0, 0x80, 0x42));
    expect(decoded.source).toBeUndefined();
    expect(codes(decoded)).toEqual(['source/wrong-byte']);
  });

  it('14: controls of the direction of writing are kept and told', () => {
    const decoded = decode(utf8('a\u202eb'));
    expect(decoded.source?.text).toBe('a\u202eb');
    expect(codes(decoded)).toEqual(['source/bidi-control']);
  });

  it('15: accents stay composed or decomposed as they are, and the name is the same person', () => {
    for (const form of ['NFC', 'NFD'] as const) {
      const name = 'Kádár János'.normalize(form);
      expect(body(`The letter of ${name} came.`)).toContain(
        `<persName ref="register/persons.xml#kadar-janos">${name}</persName>`,
      );
    }
  });

  it('17: one long line without a blank is converted', () => {
    expect(body('a'.repeat(200_000))?.length).toBeGreaterThan(200_000);
  });

  it('18 and 19: a marker without its note and a note without its marker are kept and told', () => {
    const { xml, diagnostics } = convertText('A session(1) and more(3).\n\nNotes\n\n1 First.\n\n2 Second.\n');
    expect(diagnostics.map(({ code, position }) => [code, position?.line])).toEqual([
      ['notes/marker-without-note', 1],
      ['notes/note-without-marker', 7],
    ]);
    expect(xml).toContain('more(3).');
    expect(xml).toMatch(/<div type="notes">\s*<note [^>]*n="2"[^>]*>\s*<p>Second\.<\/p>/u);
  });

  it('20: two notes of one number have ids of their own', () => {
    const { xml = '', diagnostics } = convertText('A session[1] and more[1].\n\nNotes\n\n[1] First.\n\n[1] Second.\n');
    expect(diagnostics.map(({ code }) => code)).toContain('notes/duplicate-number');
    expect([...xml.matchAll(/<note xml:id="([^"]+)"/gu)].map((match) => match[1])).toEqual(['x-n1', 'x-n1.2']);
  });

  it('21: a marker in a heading or inside a name is a note there', () => {
    expect(body('Minutes of the Session(1)\n\nImre(2) Nagy spoke.\n\nNotes\n\n1 First.\n\n2 Second.\n')).toMatch(
      /<head [^>]*>Minutes of the Session<note [^>]*n="1"[^>]*>.*<persName [^>]*>Imre<note [^>]*n="2"[^>]*>/su,
    );
  });

  it('22: a note goes on over empty lines', () => {
    expect(body('A session(1).\n\nNotes\n\n1 First.\n\nStill the first.\n')).toContain(
      '<p>First.</p><p>Still the first.</p></note>',
    );
  });

  it('23 and 24: what XML and templates mean something by is text', () => {
    const text = 'a & b < c > d " \' ]]> <script>alert(1)</script> &lt; &amp; {{x}} ${y} <!-- z --> <?p?>';
    expect(body(`The text ${text} ends.`)).toContain(
      'a &amp; b &lt; c &gt; d " \' ]]&gt; &lt;script&gt;alert(1)&lt;/script&gt; &amp;lt; &amp;amp; {{x}} ${y} &lt;!-- z --&gt; &lt;?p?&gt;',
    );
  });

  it('25: an impossible date has no value and is told', () => {
    for (const date of ['29 February 1900', '31 April 1956']) {
      const { xml = '', diagnostics } = convertText(`They met on ${date} in the city.`);
      expect(xml).not.toMatch(/<date [^>]*when="19(?:00|56)-0[234]/u);
      expect(diagnostics.map(({ code }) => code)).toEqual(['dates/impossible']);
    }
  });

  it('26: a name with two bearers has no reference, and the finding names both', () => {
    const { xml, diagnostics } = convertText('They spoke of Nagy and left.');
    expect(xml).toContain('<persName cert="low">Nagy</persName>');
    expect(diagnostics.map(({ code }) => code)).toEqual(['names/ambiguous-person']);
    expect(diagnostics[0]?.expected?.join(' ')).toMatch(/nagy-imre.*nagy-ferenc|nagy-ferenc.*nagy-imre/u);
  });
});
