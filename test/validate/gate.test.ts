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
    expect(performance.now() - start).toBeLessThan(100);
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
