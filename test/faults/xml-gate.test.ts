import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { gzipSync } from 'node:zlib';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SaxesParser } from 'saxes';
import { validateXML } from 'xmllint-wasm';
import { compileStylesheets } from '../transform/sample.js';
import { headerWith, refused, tei, transformed, validated, XMLNS } from './faulty-tei.js';

const CANARY = 'THE-CANARY-SANG';
const folder = mkdtempSync(join(tmpdir(), 'editio-canary-'));
const canary = join(folder, 'canary.txt');
let connections = 0;
const server = createServer((_, response) => response.end(CANARY)).on('connection', () => connections++);
let port = 0;

beforeAll(async () => {
  compileStylesheets();
  writeFileSync(canary, CANARY);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

const withDoctype = (doctype: string, body = '<p>Text</p>'): string =>
  tei(body).replace('?>\n', `?>\n<!DOCTYPE TEI ${doctype}>`);
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string, mark = '\uFEFF'): Uint8Array => new Uint8Array(Buffer.from(mark + text, 'utf16le'));
const latin1 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));
const wide = (text: string, little: boolean): Uint8Array =>
  Uint8Array.from(
    Array.from(text).flatMap((each) => (little ? [each.charCodeAt(0), 0, 0, 0] : [0, 0, 0, each.charCodeAt(0)])),
  );

describe('40: external entities', () => {
  it.each<[string, () => string]>([
    ['a file', () => withDoctype(`[<!ENTITY x SYSTEM "file://${canary}">]`, '<p>&x;</p>')],
    ['an address', () => withDoctype(`[<!ENTITY x SYSTEM "http://127.0.0.1:${port}/x">]`, '<p>&x;</p>')],
    ['a parameter entity', () => withDoctype(`[<!ENTITY % p SYSTEM "http://127.0.0.1:${port}/p.dtd"> %p;]`)],
    ['an external subset', () => withDoctype(`SYSTEM "http://127.0.0.1:${port}/x.dtd"`)],
    ['a public one', () => withDoctype(`PUBLIC "-//X//Y" "file://${canary}"`)],
  ])('40: %s is refused before any parser; nothing is read, nobody is asked', async (_, file) => {
    const { result, findings } = await refused(file());
    expect(result).toEqual([1, 'gate/doctype-not-allowed 2:1']);
    expect(JSON.stringify(findings)).not.toContain(CANARY);
    expect(connections).toBe(0);
  });
});

const laughs = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('');

it.each([
  ['a billion laughs', withDoctype(`[<!ENTITY l0 "ha">${laughs}]`, '<p>&l9;</p>')],
  ['quadratic growth', withDoctype(`[<!ENTITY a "${'a'.repeat(100_000)}">]`, `<p>${'&a;'.repeat(100_000)}</p>`)],
  ['a million declarations', '<!DOCTYPE a>'.repeat(1_000_000)],
  ['one without an end', `<!DOCTYPE TEI [${'<!ENTITY a "b">'.repeat(100_000)}`],
])('41: %s ends before anything is expanded', async (_, file) => {
  await validated(tei('<p/>'));
  const { result, time } = await validated(file);
  expect(result[1]).toMatch(/^gate\/doctype-not-allowed \d:1$/u);
  // Far from what expanding would take; how fast it is, the benchmark tells.
  expect(time).toBeLessThan(3_000);
});

it('41: a declaration within the document is refused, too', async () => {
  const { result, findings } = await refused(tei('<p><!DOCTYPE a></p>'));
  expect(result).toEqual([1, 'gate/not-well-formed 4:12']);
  expect(findings[0]?.help).toContain('Remove it');
});

it('42: an entity that nothing defines is told with its number', async () => {
  const { result, findings } = await refused(tei('<p>a&nbsp;b</p>'));
  expect(result).toEqual([1, 'gate/undefined-entity 4:5']);
  expect(findings[0]?.help).toContain('Write &#160;');
});

const illFormed: readonly (readonly [string, string, string])[] = [
  ['an element that does not end', '<p>', '5:1'],
  ['crossed tags', '<p><hi></p></hi>', '4:8'],
  ['an attribute twice', '<p n="1" n="2"/>', '4:16'],
  ['"<" in an attribute', '<p n="a<b"/>', '4:8'],
  ['hyphens in a comment', '<!-- a -- b -->', '4:10'],
  ['a control character', '<p>\u0001</p>', '4:4'],
  ['U+FFFE', '<p>\uFFFE</p>', '4:4'],
  ['an ampersand', '<p>a & b</p>', '4:6'],
  ['a prefix without namespace', '<x:p/>', '4:6'],
  ['"]]>"', '<p>]]></p>', '4:6'],
  ['a number of no character', '<p>&#0;</p>', '4:4'],
];

describe('43: what is not well-formed', () => {
  it.each(illFormed)('43: %s is told with its place', async (_, body, place) => {
    const { result } = await refused(tei(body));
    expect(result).toEqual([1, `gate/not-well-formed ${place}`]);
  });

  it('43: two roots and words after the root are told', async () => {
    const file = tei('<p/>').trimEnd();
    expect((await refused(`${file}\n<TEI ${XMLNS}/>`)).result).toEqual([1, 'gate/not-well-formed 6:1']);
    expect((await refused(`${file}\nmore`)).result).toEqual([1, 'gate/not-well-formed 6:1']);
  });

  it('43: the forbidden character is named', async () => {
    expect((await refused(tei('<p>\u000b</p>'))).findings[0]?.message).toContain('U+000B');
  });

  it('43: libxml2 and our parser refuse the same, but for a prefix without namespace, which libxml2 lets pass', async () => {
    const files = illFormed.map(([, body], index) => ({ fileName: `f${index}.xml`, contents: tei(body) }));
    const { errors } = await validateXML({ xml: files, normalization: 'format' });
    const refusedBy = new Set(errors.map(({ loc }) => loc?.fileName));
    for (const [index, { contents, fileName }] of files.entries()) {
      const parser = new SaxesParser({ xmlns: true });
      let fault = false;
      parser.on('error', () => (fault = true));
      parser.write(contents).close();
      expect(fault, illFormed[index]?.[0]).toBe(true);
      expect(refusedBy.has(fileName), illFormed[index]?.[0]).toBe(true);
    }
  });
});

describe('44: encodings', () => {
  const declared = (name: string, body: string): string => tei(body).replace('UTF-8', name);
  it.each<[string, Uint8Array, string, string]>([
    ['windows-1252 that says UTF-8', latin1(tei('<p>\u00e9</p>')), '4:4', '0xE9'],
    ['UTF-8 that says windows-1252', bytes(declared('windows-1252', '<p>é</p>')), '1:1', 'utf-8'],
    ['UTF-16 that says UTF-8', utf16(tei('<p/>')), '1:1', 'utf-16le'],
    ['one byte a character that says UTF-16', bytes(declared('UTF-16', '<p/>')), '1:1', 'one byte a character'],
    ['UTF-32 with its mark', wide(`\uFEFF${tei('<p/>')}`, true).map((b, i) => (i === 1 ? 0xfe : b)), '1:1', 'UTF-32'],
    ['UTF-32 without, either way round', wide(tei('<p/>'), true), '1:1', 'UTF-32'],
    ['UTF-32 the other way round', wide(tei('<p/>'), false), '1:1', 'UTF-32'],
    ['EBCDIC', Uint8Array.of(0x4c, 0x6f, 0xa7, 0x94, 0x93, 0x40), '1:1', 'EBCDIC'],
    ['a packed file', gzipSync(tei('<p/>')), '1:1', 'gzip'],
  ])('44: %s is refused, with both named', async (_, file, place, named) => {
    const { result, findings } = await refused(file);
    expect(result).toEqual([1, `gate/encoding-mismatch ${place}`]);
    expect(findings[0]?.message).toContain(named);
  });

  it('44: an encoding that nobody knows is refused; windows-1252 that is it is read, with a warning', async () => {
    expect((await refused(declared('x-martian', '<p/>'))).result).toEqual([1, 'gate/encoding-unknown 1:1']);
    const { result, output } = await transformed(latin1(declared('windows-1252', '<p>\u00e9</p>')));
    expect(result).toEqual([0, 'gate/encoding-not-unicode 1:1']);
    expect(output).toContain('>é</p>');
    expect((await transformed(utf16(declared('UTF-16', '<p>é</p>')))).output).toContain('>é</p>');
  });
});

describe('45: what is no TEI P5', () => {
  it.each([
    ['TEI P4', '<TEI.2><text><body><p>a</p></body></text></TEI.2>', 'gate/tei-p4', 'P5 first'],
    ['a slash too many', tei('<p>a</p>').replace('1.0">', '1.0/">'), 'gate/namespace-wrong', 'character for character'],
    ['no namespace', tei('<p>a</p>').replace(` ${XMLNS}`, ''), 'gate/namespace-missing', 'Write <TEI xmlns='],
    ['XML 1.1', tei('<p>a</p>').replace('version="1.0"', 'version="1.1"'), 'gate/xml-version', 'version="1.0"'],
    ['HTML', '<!DOCTYPE html><html><body>x</body></html>', 'gate/doctype-not-allowed', 'TEI file'],
    ['HTML without doctype', '<html><body><p>x</p></body></html>', 'gate/not-tei', 'TEI P5'],
    ['JSON', '{"a": 1}', 'gate/not-well-formed', 'Give a TEI file'],
    ['nothing', ' \n', 'gate/empty', '<TEI>'],
    ['a mark alone', '\uFEFF', 'gate/empty', '<TEI>'],
  ])('45: %s has a message of its own', async (_, file, code, help) => {
    const { result, findings } = await refused(file);
    expect(result[1]).toMatch(new RegExp(`^${code}`, 'u'));
    expect(findings[0]?.help).toContain(help);
  });

  it('45: a corpus and the prefix tei: are read like any other TEI', async () => {
    const one = `<TEI>${headerWith()}<text><body><p>One</p></body></text></TEI>`;
    const corpus = `<teiCorpus ${XMLNS}>${headerWith()}${one}${one.replace('One', 'Two')}</teiCorpus>`;
    expect((await transformed(corpus)).output).toMatch(/>One<[\s\S]*>Two</u);
    const prefixed = corpus.replace(XMLNS, XMLNS.replace('xmlns', 'xmlns:tei')).replace(/<(\/?)(?=\w)/gu, '<$1tei:');
    expect((await transformed(prefixed)).output).toBe((await transformed(corpus)).output);
  });

  it('45: an output without any word is an error, since nobody wants an empty page', async () => {
    expect((await transformed(tei('<p/>'))).result).toEqual([1, 'transform/no-text']);
  });
});
