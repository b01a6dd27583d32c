import { describe, expect, it } from 'vitest';
import { convertFiles, convertSeed } from './edition-of-files.js';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const bytes = (...values: readonly number[]): Uint8Array => Uint8Array.from(values);
const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const wide = (text: string, little: boolean): Buffer => {
  const units = Buffer.from(text, 'utf16le');
  return little ? units : units.swap16();
};

/** What bytes can have wrong with them before they are a text; the titles count as the project's fault matrix counts. */
describe('faults of the bytes of a text, by editio convert', () => {
  it.each([
    ['nothing', ''],
    ['blanks', ' \n\t\n\u00a0\n'],
    ['a byte order mark alone', '\ufeff'],
    ['form feeds', '\f\f\n'],
  ])('1: an empty file (%s) makes no TEI', async (_name, text) => {
    const { result, withoutHelp, written } = await convertSeed(text);
    expect([result, withoutHelp, written]).toEqual([[1, 'source/empty seeds/x.txt'], [], []]);
  });

  it('1: an empty file does not keep the others from being converted', async () => {
    const { result, written } = await convertFiles({ 'seeds/x.txt': '', 'seeds/y.txt': 'A text.' });
    expect([result, written]).toEqual([[1, 'source/empty seeds/x.txt'], ['y.xml']]);
  });

  it('2: a byte order mark is taken off and told; places count after it', async () => {
    const { outcome, result, body } = await convertSeed('\ufeffText \ufffd.');
    expect(result).toEqual([0, 'source/replacement-character seeds/x.txt:1:6']);
    expect(outcome.diagnostics.map(({ code }) => code)).toContain('source/byte-order-mark');
    expect(body('x')).toContain('>Text \ufffd.<');
  });

  it('3: UTF-16 with its mark is decoded, either way round', async () => {
    for (const little of [true, false]) {
      const { outcome, result, body } = await convertSeed(wide('\ufeffNagy – é', little));
      expect(result).toEqual([0]);
      expect(outcome.diagnostics).toMatchObject([{ code: 'source/byte-order-mark', severity: 'info' }]);
      expect(body('x')).toContain('>Nagy – é<');
    }
  });

  it.each([
    ['Latin', 'A text of some length'],
    ['Cyrillic', 'Письмо, которое он написал в Москве, не дошло до нас.'],
    ['Chinese', '他在莫斯科写的信 没有到达 我们这里\n'],
  ])('3: UTF-16 without its mark (%s) is refused, with the encoding that it looks like', async (_script, text) => {
    for (const little of [true, false]) {
      const { outcome, result, written } = await convertSeed(wide(text, little));
      expect([result, written]).toEqual([[1, 'source/looks-like-utf-16 seeds/x.txt'], []]);
      const encoding = little ? 'utf-16le' : 'utf-16be';
      expect(outcome.diagnostics[0]?.help).toContain(`--encoding ${encoding}`);
      expect((await convertSeed(wide(text, little), { encoding })).result).toEqual([0]);
    }
  });

  it('3: UTF-32 is refused by its name', async () => {
    for (const mark of [bytes(0xff, 0xfe, 0, 0, 0x41, 0, 0, 0), bytes(0, 0, 0xfe, 0xff, 0, 0, 0, 0x41)]) {
      const { outcome, result } = await convertSeed(mark);
      expect(result).toEqual([1, 'source/unknown-encoding seeds/x.txt']);
      expect(outcome.diagnostics[0]?.message).toContain('UTF-32');
    }
  });

  it('4: all line ends make the same TEI; a mixture is told once', async () => {
    const text = 'A title\n\nA paragraph.\nAnd a line.\n';
    const { body } = await convertSeed(text);
    for (const end of ['\r\n', '\r', '\u2028', '\u2029']) {
      const twin = await convertSeed(text.replaceAll('\n', end));
      expect(twin.outcome.diagnostics).toEqual([]);
      expect(twin.body('x')).toBe(body('x'));
    }
    const mixed = await convertSeed('A title\r\n\nA paragraph.\rAnd a line.\u2028');
    expect(mixed.outcome.diagnostics.map(({ code }) => code)).toEqual(['source/mixed-line-ends']);
    expect(mixed.body('x')).toBe(body('x'));
  });

  it('5: a byte of windows-1252 is an error with its offset and place and a hint, never a guess', async () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const { outcome, result, written } = await convertSeed(bytes(...utf8(`Text${end}of ü K`), 0xe1, ...utf8('dar')));
      expect([result, written]).toEqual([[1, 'source/wrong-byte seeds/x.txt:2:7'], []]);
      expect(outcome.diagnostics[0]?.message).toContain(`0xE1 at offset ${end.length + 11}`);
      expect(outcome.diagnostics[0]?.help).toContain('--encoding');
    }
  });

  it('6: other encodings are read where they are named, and the TEI tells of them', async () => {
    const cyrillic = bytes(0xcd, 0xe0, 0xe4, 0xfc);
    expect((await convertSeed(cyrillic)).result).toEqual([1, 'source/wrong-byte seeds/x.txt:1:1']);
    const { result, body, outcome } = await convertSeed(cyrillic, { encoding: 'windows-1251' });
    expect([result, body('x')]).toEqual([[0], expect.stringContaining('>Надь<')]);
    expect(outcome.textOf?.('tei/x.xml')).toMatch(/<encodingDesc>[\s\S]*windows-1251[\s\S]*<\/encodingDesc>/u);
    const koi8 = await convertFiles({
      'seeds/x.txt': bytes(0xee, 0xc1, 0xc4, 0xd8),
      'seeds/x.yaml': 'encoding: koi8-r\n',
    });
    expect(koi8.body('x')).toContain('>Надь<');
  });

  it('6: an encoding that nobody knows is an error', async () => {
    const { result, withoutHelp, written } = await convertSeed('Text', { encoding: 'utf-9' });
    expect([result, withoutHelp, written]).toEqual([[1, 'source/unknown-encoding seeds/x.txt'], [], []]);
  });

  it('7: UTF-8 that goes over to Latin-1 is an error at the first such byte, and nothing is written', async () => {
    const good = 'Ünïcödé '.repeat(1000);
    const { outcome, result, written } = await convertSeed(bytes(...utf8(good), 0xe9, 0x20, 0xe9));
    expect([result, written]).toEqual([[1, `source/wrong-byte seeds/x.txt:1:${good.length + 1}`], []]);
    expect(outcome.diagnostics[0]?.message).toContain(`offset ${utf8(good).length}`);
  });

  it('8: each U+FFFD of the input is a warning at its place, and stays', async () => {
    const { result, withoutHelp, body } = await convertSeed('a\ufffdb\n\n\ufffd');
    const code = 'source/replacement-character seeds/x.txt';
    expect([result, withoutHelp]).toEqual([[0, `${code}:1:2`, `${code}:3:1`], []]);
    expect(body('x')).toContain('a\ufffdb');
  });

  it('8: of thousands the first hundred are told one by one, the others counted', async () => {
    const { outcome } = await convertSeed(`${'\ufffd'.repeat(30_000)}.`);
    expect(outcome.diagnostics).toHaveLength(101);
    expect(outcome.diagnostics.at(-1)?.message).toContain('29900 more places');
  });

  it('9: a NUL is no text', async () => {
    const { result, withoutHelp, written } = await convertSeed('A\nText\0');
    expect([result, withoutHelp, written]).toEqual([[1, 'source/binary seeds/x.txt:2:5'], [], []]);
  });

  it.each(['\u0001', '\u0008', '\u000b', '\u000e', '\u001f', '\ufffe', '\uffff'])(
    '10: %j is refused, or replaced where that is asked for',
    async (character) => {
      const refused = await convertSeed(`a${character}b`);
      expect([refused.result, refused.withoutHelp, refused.written]).toEqual([
        [1, 'source/control-character seeds/x.txt:1:2'],
        [],
        [],
      ]);
      const name = `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
      expect(refused.outcome.diagnostics[0]?.message).toContain(name);
      const replaced = await convertSeed(`a${character}b`, { controls: 'replace' });
      expect(replaced.result).toEqual([0, 'source/control-replaced seeds/x.txt:1:2']);
      expect(replaced.body('x')).toContain('>a\ufffdb<');
    },
  );

  it('13: a surrogate without its partner is refused, in UTF-8 and in UTF-16', async () => {
    const inUtf8 = await convertSeed(bytes(0x41, 0xed, 0xa0, 0x80, 0x42));
    expect([inUtf8.result, inUtf8.written]).toEqual([[1, 'source/wrong-byte seeds/x.txt:1:2'], []]);
    const inUtf16 = await convertSeed(bytes(0xff, 0xfe, 0x41, 0, 0x00, 0xd8, 0x42, 0));
    expect([inUtf16.result[0], inUtf16.written]).toEqual([1, []]);
  });

  it.each([
    ['PDF', '%PDF-1.4\n%\u00e2\u00e3', 'a PDF file'],
    ['RTF', '{\\rtf1\\ansi Text}', 'RTF'],
    ['Word', 'PK\u0003\u0004\u0014\0\0\0[Content_Types].xml PK\u0003\u0004word/document.xml', 'Word document (.docx)'],
    ['ZIP', 'PK\u0003\u0004\u0014\0\0\0letter.txt', '(ZIP)'],
    ['an old Word', '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1\0\0', 'office program'],
    ['a scan', '\u00ff\u00d8\u00ff\u00e0\0\u0010JFIF', 'picture (JPEG)'],
  ])('beyond the matrix: %s named .txt is refused by its name', async (_name, content, said) => {
    const { outcome, result, withoutHelp, written } = await convertSeed(latin1(content));
    expect([result, withoutHelp, written]).toEqual([[1, 'source/other-format seeds/x.txt'], [], []]);
    expect(outcome.diagnostics[0]?.message).toContain(said);
  });

  it.each([
    ['<!DOCTYPE html>\n<html><body><p>A</p></body></html>', 'a web page (HTML)'],
    ['<?xml version="1.0"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0"/>', 'a TEI file'],
    ['<?xml version="1.0"?>\n<ead/>', 'an XML file'],
  ])('beyond the matrix: %j is kept as text, with a warning', async (text, said) => {
    const { outcome, result, withoutHelp, written } = await convertSeed(text);
    expect([result, withoutHelp, written]).toEqual([[0, 'source/markup seeds/x.txt:1:1'], [], ['x.xml']]);
    expect(outcome.diagnostics[0]?.message).toContain(said);
  });

  it('beyond the matrix: what windows-1252 has at U+0080 to U+009F is kept, with a warning', async () => {
    const { result, withoutHelp, body } = await convertSeed('Hungary\u0092s troops left.');
    expect([result, withoutHelp]).toEqual([[0, 'source/c1-control seeds/x.txt:1:8'], []]);
    expect(body('x')).toContain('Hungary\u0092s');
  });
});
