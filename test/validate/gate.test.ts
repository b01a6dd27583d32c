import { describe, expect, it } from 'vitest';
import { passGate } from '../../src/validate/gate/gate.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';

const NS = 'xmlns="http://www.tei-c.org/ns/1.0"';
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const tei = (inner: string): string => `<TEI ${NS}>${inner}</TEI>`;

function refusal(input: string | Uint8Array): Diagnostic {
  const { passed, diagnostics } = passGate('x.xml', typeof input === 'string' ? bytes(input) : input);
  expect(passed).toBeUndefined();
  expect(diagnostics).toHaveLength(1);
  const [finding] = diagnostics;
  if (finding === undefined) throw new Error('no finding');
  expect(finding.file).toBe('x.xml');
  expect(finding.help).toBeTruthy();
  return finding;
}

describe('a document type declaration is refused before any parser', () => {
  const lol = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('');
  it.each([
    [
      'an external entity',
      `<?xml version="1.0"?>\n<!DOCTYPE TEI [<!ENTITY x SYSTEM "file:///etc/passwd">]>${tei('&x;')}`,
    ],
    ['an external subset', `<!-- c --><?p?><!DOCTYPE TEI SYSTEM "http://127.0.0.1:9/x.dtd">${tei('')}`],
    ['a parameter entity', `\n<!DOCTYPE TEI [<!ENTITY % p SYSTEM "x"> %p;]>${tei('')}`],
    ['a billion laughs', `<!DOCTYPE TEI [<!ENTITY l0 "lol">${lol}]>${tei('&l9;')}`],
    ['lower case', `<!doctype html><html/>`],
  ])('%s', (_, xml) => {
    const start = performance.now();
    expect(refusal(xml).code).toBe('gate/doctype-not-allowed');
    expect(performance.now() - start).toBeLessThan(3_000);
  });

  it('but a comment, an instruction or CDATA may speak of one', () => {
    const xml = `<!-- <!DOCTYPE x> --><?p <!DOCTYPE x>?>${tei('<![CDATA[<!DOCTYPE x>]]>')}`;
    expect(passGate('x.xml', bytes(xml)).passed?.root).toBe('TEI');
  });
});

describe('encoding', () => {
  const withDeclaration = (encoding: string, text = 'é'): string =>
    `<?xml version="1.0" encoding="${encoding}"?>${tei(text)}`;
  const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));
  const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'));

  it('names both where the bytes are not what the file says, with the place', () => {
    const finding = refusal(latin1(withDeclaration('UTF-8', '\n\u00E9')));
    expect(finding).toMatchObject({ code: 'gate/encoding-mismatch', position: { line: 2, column: 1 } });
    expect(finding.message).toContain('UTF-8');
    expect(finding.message).toContain('0xE9');
  });

  it.each([
    ['UTF-8 declared as windows-1252', bytes(withDeclaration('windows-1252'))],
    ['UTF-16 declared as UTF-8', utf16(withDeclaration('UTF-8'))],
    ['one-byte text declared as UTF-16', bytes(withDeclaration('UTF-16', 'e'))],
    ['a UTF-8 mark and another declaration', bytes(`\uFEFF${withDeclaration('koi8-r', 'e')}`)],
  ])('refuses %s', (_, input) => {
    expect(refusal(input).code).toBe('gate/encoding-mismatch');
  });

  it('refuses an unknown encoding', () => {
    expect(refusal(withDeclaration('x-martian')).code).toBe('gate/encoding-unknown');
  });

  it('reads UTF-8 and UTF-16 with their marks, and windows-1252 with a warning', () => {
    expect(passGate('x', bytes(`\uFEFF${withDeclaration('UTF-8')}`))).toMatchObject({
      passed: { root: 'TEI' },
      diagnostics: [],
    });
    expect(passGate('x', utf16(withDeclaration('UTF-16'))).passed?.text).toContain('>é<');
    const { passed, diagnostics } = passGate('x', latin1(withDeclaration('windows-1252', '\u00E9')));
    expect(passed?.text).toContain('>é<');
    expect(diagnostics.map(({ code }) => code)).toEqual(['gate/encoding-not-unicode']);
  });
});

describe('well-formedness', () => {
  it.each([
    ['an element that does not end', tei('<p>')],
    ['crossed tags', tei('<p><hi></p></hi>')],
    ['an attribute twice', tei('<p n="1" n="2"/>')],
    ['two roots', `${tei('')}${tei('')}`],
    ['text after the root', `${tei('')}x`],
    ['"<" in an attribute', tei('<p n="<"/>')],
    ['"--" in a comment', tei('<!-- a -- b -->')],
    ['a prefix without namespace', tei('<x:p/>')],
    ['a control character', tei('\u0001')],
    ['a bare ampersand', tei('a & b')],
    ['"]]>" in text', tei(']]>')],
  ])('refuses %s', (_, xml) => {
    const finding = refusal(xml);
    expect(finding.code).toBe('gate/not-well-formed');
    expect(finding.position?.line).toBe(1);
  });

  it('tells the number of a known entity', () => {
    const finding = refusal(tei('\n<p>a&nbsp;b</p>'));
    expect(finding).toMatchObject({ code: 'gate/undefined-entity', position: { line: 2, column: 5 }, actual: 'nbsp' });
    expect(finding.help).toContain('&#160;');
    expect(refusal(tei('&mdash;')).help).toContain('&#8212;');
    expect(refusal(tei('&yuml;')).help).toContain('&#255;');
    expect(refusal(tei('&toString;')).code).toBe('gate/undefined-entity');
  });
});

describe('says what is wrong, where, and what to do', () => {
  const ns = `<TEI ${NS}>`;
  it.each<[string, string, string, string, string]>([
    ['a second mark', `\uFEFF\uFEFF${tei('')}`, '1:1', 'second byte order mark', 'Remove it'],
    ['a bare ampersand', tei('\n<p>Tom & Jerry</p>\n<p/>'), '2:8', '& must be written &amp;', '&amp;'],
    ['one in an address', tei('\n<p n="?a=1&b=2"/>&lt;'), '2:11', '& must be written &amp;', '&amp;'],
    ['one after others', tei('<!-- & --><![CDATA[&]]><?p &?>&amp;&#233;\n&x y;'), '2:1', '& must be', '&amp;'],
    ['a comment', tei('\n<!-- a\n'), '2:1', 'a comment that begins in line 2 is never closed', '-->'],
    ['CDATA', tei('\n<![CDATA[a'), '2:1', 'a CDATA section that begins in line 2 is never closed', ']]>'],
    ['an instruction', tei('\n<?p a'), '2:1', 'a processing instruction that begins in line 2', '?>'],
    ['a comment alone', '\n<!-- a', '2:1', 'a comment that begins in line 2 is never closed', '-->'],
    ['crossed', tei('<p>\n<hi>\n</p>'), '3:1', '</p> stands here, but <hi> of line 2 is still open', '</hi>'],
    ['after others', tei('\n<p><a/><b></b><hi></p>'), '2:19', '</p> stands here, but <hi> of line 2', '</hi>'],
    ['too many', tei('\n</p>'), '2:1', '</p> closes nothing; <TEI> of line 1 is open here', 'Remove it'],
    ['after the root', `${tei('')}\n</p>`, '2:1', '</p> closes nothing', 'Remove it'],
    ['cut off', `${ns}\n<p>\n`, '2:4', 'the file ends, but <p> of line 2 is still open', '</p>'],
    ['"<" in a value', tei('\n<p n="a<b"/>'), '2:8', '"<" stands in the attribute value', '&lt;'],
    ['a missing quote', tei('\n<p n="a>x</p>'), '2:10', 'that begins in line 2', 'quotation mark that is missing'],
    ['"<" in text', tei('\na < b'), '2:3', '"<" begins no tag here', '&lt;'],
    ['a number', tei('\na <3'), '2:3', '"<" begins no tag here', '&lt;'],
    ['curly quotes', tei('\n<p n=“a”/>'), '2:6', 'begins with “', 'straight'],
    ['no quotes', tei('\n<p n=a/>'), '2:6', 'unquoted', 'straight'],
    ['hyphens', tei('<!-- a\n -- b -->'), '2:4', 'the comment that begins in line 1', 'hyphen'],
    ['NUL', tei('\n&#0;'), '2:1', '&#0; is the number of no character', 'Remove it'],
    ['a late declaration', `\n<?xml version="1.0"?>${tei('')}`, '2:1', 'XML declaration', 'Remove what stands before'],
    ['no XML', '\nhello', '2:1', 'this is no XML', 'TEI'],
    ['text before', `\nhello ${tei('')}`, '2:1', 'outside of root', 'Remove the text'],
    ['XInclude', tei('\n<xi:include/>'), '2:13', 'unbound', 'xmlns:xi="http://www.w3.org/2001/XInclude"'],
    ['a prefix', tei('\n<x:p/>'), '2:6', 'unbound', 'xmlns:x='],
    ['an attribute twice', tei('\n<p n="1" n="2"/>'), '2:16', 'duplicate', 'Keep one'],
    ['anything else', tei('\n<p n="1"m="2"/>'), '2:9', 'no whitespace', 'Nothing after this place'],
  ])('%s', (_, xml, place, message, help) => {
    const finding = refusal(xml);
    expect(finding.code).toBe('gate/not-well-formed');
    expect(finding.message).toContain(message);
    expect(finding.help).toContain(help);
    expect(`${finding.position?.line}:${finding.position?.column}`).toBe(place);
  });

  it.each<[string, number[]]>([
    ['PNG', [0x89, 0x50, 0x4e, 0x47, 13, 10]],
    ['JPEG', [0xff, 0xd8, 0xff, 0xe0]],
    ['ZIP', [0x50, 0x4b, 3, 4, 20, 0]],
    ['PDF', [0x25, 0x50, 0x44, 0x46, 0x2d, 0x31]],
    ['UTF-32', [0xff, 0xfe, 0, 0, 0x3c, 0, 0, 0]],
    ['UTF-32', [0, 0, 0xfe, 0xff, 0, 0, 0, 0x3c]],
  ])('a file that is %s', (name, start) => {
    const finding = refusal(Uint8Array.from(start));
    expect(finding.code).toBe('gate/encoding-mismatch');
    expect(finding.message).toContain(name);
  });

  it.each([
    ['HTML', '<!DOCTYPE html><html/>', false],
    ['TEI P4', '<!DOCTYPE TEI.2 SYSTEM "x.dtd"><TEI.2/>', false],
    ['is not closed', '<!DOCTYPE TEI SYSTEM "x.dtd', true],
  ])('a document type declaration: %s', (words, xml, allowDoctype) => {
    const [finding] = passGate('x.xml', bytes(xml), { allowDoctype }).diagnostics;
    expect(finding?.code).toBe('gate/doctype-not-allowed');
    expect(finding?.message).toContain(words);
  });

  it('in time that grows with the file, not with its square', () => {
    const attributes = Array.from({ length: 20_000 }, (_, i) => ` a${i}="1"`).join('');
    const start = performance.now();
    expect(refusal(tei(`<p${attributes}/>${'&amp;'.repeat(200_000)} & `)).message).toContain('&amp;');
    expect(performance.now() - start).toBeLessThan(15_000);
  });
});

describe('limits', () => {
  it('refuses what is too large, too deep, too long, empty or binary', () => {
    const limits = { bytes: 200, nodeLength: 50 };
    const codes = (xml: string): unknown => passGate('x', bytes(xml), { limits }).diagnostics.map(({ code }) => code);
    expect(codes('x'.repeat(201))).toEqual(['gate/too-large']);
    expect(codes(tei('y'.repeat(51)))).toEqual(['gate/node-too-long']);
    expect(codes(tei(`<p n="${'y'.repeat(51)}"/>`))).toEqual(['gate/node-too-long']);
    expect(codes(' \n')).toEqual(['gate/empty']);
    expect(codes(tei('\0'))).toEqual(['gate/null-character']);
  });

  it('refuses the 257th level, and passes the 256th', () => {
    const nested = (levels: number): string => tei('<hi>'.repeat(levels - 1) + '</hi>'.repeat(levels - 1));
    expect(passGate('x', bytes(nested(256))).passed).toBeDefined();
    expect(refusal(nested(257)).code).toBe('gate/too-deep');
    expect(refusal(nested(20_000)).code).toBe('gate/too-deep');
  });
});

describe('the root element', () => {
  it.each([
    ['gate/tei-p4', '<TEI.2/>', 'P5 first'],
    ['gate/namespace-wrong', '<TEI xmlns="http://www.tei-c.org/ns/1.0/"/>', 'character for character'],
    ['gate/namespace-wrong', '<TEI xmlns="https://www.tei-c.org/ns/1.0"/>', 'character for character'],
    ['gate/namespace-missing', '<TEI/>', 'Write <TEI xmlns='],
    ['gate/not-tei', '<html xmlns="http://www.w3.org/1999/xhtml"/>', 'TEI P5'],
    ['gate/xml-version', `<?xml version="1.1"?>${tei('')}`, '1.0'],
  ])('%s for %s', (code, xml, help) => {
    const finding = refusal(xml);
    expect(finding.code).toBe(code);
    expect(finding.help).toContain(help);
  });

  it('says of a slash at the namespace’s end that it is one too many', () => {
    expect(refusal('<TEI xmlns="http://www.tei-c.org/ns/1.0/"/>').message).toContain('no slash');
  });

  it.each(['TEI', 'teiCorpus', 'standOff'])('passes <%s>, and tells its schema associations', (name) => {
    const xml = `<?xml-model href="a.rng"?><?xml-model href='b.sch'?><${name} ${NS}/>`;
    expect(passGate('x', bytes(xml))).toMatchObject({
      passed: { root: name, models: ['href="a.rng"', "href='b.sch'"] },
      diagnostics: [],
    });
  });
});
