import { execFileSync } from 'node:child_process';
import { truncateSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { transform } from '../../src/commands/transform.js';
import { validate } from '../../src/commands/validate.js';
import { diskFileSystem } from '../../src/storage/file-system.js';
import { readXml } from '../../src/site/reading/xml-view.js';
import { parseTei } from '../../src/tei/parse.js';
import { compileStylesheets } from '../transform/sample.js';
import { temporaryFolder } from '../storage/temporary-folder.js';
import { fileOf, refused, tei, transformed, validated } from './faulty-tei.js';

beforeAll(compileStylesheets);

const nested = (levels: number): string => tei(`${'<hi>'.repeat(levels)}x${'</hi>'.repeat(levels)}`);
const repeated = (count: number, of: (index: number) => string): string =>
  Array.from({ length: count }, (_, i) => of(i)).join('\n');

describe('54: nesting', () => {
  it.each([254, 20_000])('54: %i levels within three are one too many: a clean error at the 257th', async (levels) => {
    expect((await refused(nested(levels))).result).toEqual([1, 'gate/too-deep 4:1013']);
  });

  it('54: 256 levels are read by all: the gate, the tree, the readers of the pages, the stylesheets', async () => {
    const file = nested(253);
    expect((await validated(file)).result).toEqual([0]);
    expect(parseTei(file).fault).toBeUndefined();
    expect(parseTei(nested(254)).fault?.reason).toBe('too-deep');
    expect(() => readXml(file)).not.toThrow();
    for (const format of ['html', 'text'] as const) expect((await transformed(file, format)).result).toEqual([0]);
  });
});

it.each([
  ['an attribute', tei(`<p n="${'x'.repeat(11_000_000)}">a</p>`)],
  ['a text', tei(`<p>${'x'.repeat(11_000_000)}</p>`)],
  ['a comment', tei(`<p><!--${'x'.repeat(11_000_000)}--></p>`)],
  ['a CDATA section', tei(`<p><![CDATA[${'<'.repeat(4_000_000)}]]></p>`)],
])('55: %s of 11 MB is refused before a parser gathers it', async (_, file) => {
  const { result, time } = await refused(file);
  expect(result[1]).toMatch(/^gate\/node-too-long 4:[14]$/u);
  expect(time).toBeLessThan(20_000);
});

/** Median of how much longer a file of four times the size takes. */
async function growth(make: (count: number) => string, count: number): Promise<number> {
  const seconds = async (size: number): Promise<number> => {
    const times: number[] = [];
    for (let round = 0; round < 2; round++) times.push((await validated(make(size))).time);
    return Math.min(...times);
  };
  await validated(make(100));
  const small = await seconds(count);
  return (await seconds(count * 4)) / small;
}

describe('56: many of a kind', () => {
  it.each<[string, (count: number) => string]>([
    ['ids', (count) => tei(repeated(count, (i) => `<p xml:id="p${i}">a</p>`))],
    ['references', (count) => tei(`<p xml:id="x">${repeated(count, (i) => `<ref target="#x">a${i}</ref>`)}</p>`)],
    [
      'dangling references',
      (count) => tei(`<p xml:id="q1">${repeated(count, (i) => `<ref target="#p${i}">a</ref>`)}</p>`),
    ],
    ['notes', (count) => tei(`<p>${repeated(count, (i) => `w<note xml:id="n${i}" n="${i}">note</note>`)}</p>`)],
  ])('56: the time of %s grows with their number', async (_, make) => {
    expect(await growth(make, 5_000)).toBeLessThan(12);
  });

  it('56: 100,000 ids, references and notes are validated in a few seconds', async () => {
    const body = repeated(
      100_000,
      (i) => `<p xml:id="p${i}">a<ref target="#n${i}">r</ref><note xml:id="n${i}">b</note></p>`,
    );
    const { result, time } = await validated(tei(body));
    expect(result).toEqual([0]);
    expect(time).toBeLessThan(60_000);
  });

  it.each<[string, (count: number) => string]>([
    ['notes of one paragraph', (count) => tei(`<p>${repeated(count, (i) => `w<note n="${i}">note ${i}</note>`)}</p>`)],
    ['lines of one paragraph', (count) => tei(`<p>${repeated(count, (i) => `line ${i}<lb/>`)}</p>`)],
  ])('56: the stylesheets take time with the number of %s', async (_, make) => {
    await transformed(make(50));
    const { time: small } = await transformed(make(400));
    const { time: large, result } = await transformed(make(2_000));
    expect(result).toEqual([0]);
    expect(large / small).toBeLessThan(15);
  });
});

describe('beyond the matrix: sizes of other things', () => {
  const million = 'a'.repeat(1_000_000);
  it.each([
    ['the name of an element', tei(`<${million}>x</${million}>`), 'gate/node-too-long'],
    ['the name of an attribute', tei(`<p ${million}="1"/>`), 'gate/node-too-long'],
    ['the name of the root', `<${million}/>`, 'gate/not-tei'],
    ['a namespace', `<TEI xmlns="http://www.tei-c.org/${million}"/>`, 'gate/namespace-wrong'],
    ['an entity', tei(`<p>&${million};</p>`), 'gate/undefined-entity'],
    ['a prefix', tei(`<${million}:p/>`), 'gate/not-well-formed'],
    ['the number of a character', tei(`<p>&#${'9'.repeat(1_000_000)};</p>`), 'gate/not-well-formed'],
    ['an element that is not closed', tei(`<p><${million}></p>`), 'gate/not-well-formed'],
    ['a version', `<?xml version="${million}"?><TEI/>`, 'gate/xml-version'],
  ])('%s of a million letters is refused in words that can be read', async (_, file, code) => {
    const { result, findings } = await refused(file);
    expect(result[1]?.split(' ')[0]).toBe(code);
    expect(JSON.stringify(findings).length).toBeLessThan(3_000);
  });

  it('an id of a million letters is compared with no other', async () => {
    const { result, findings } = await validated(tei(`<p xml:id="${million}"><ref target="#${million}b">x</ref></p>`));
    expect(result[1]).toMatch(/^references\/target-missing/u);
    expect(JSON.stringify(findings).length).toBeLessThan(3_000);
  });

  it('attributes by the thousand, and namespaces in force, are refused', async () => {
    const attributes = repeated(10_000, (i) => `a${i}="1"`);
    expect((await refused(tei(`<p ${attributes}/>`))).result).toEqual([1, 'gate/too-many-attributes 4:1']);
    const scopes = repeated(10, (level) => `<hi ${repeated(200, (i) => `xmlns:n${level}-${i}="urn:x"`)}>`);
    const { result } = await refused(tei(`${scopes}x${'</hi>'.repeat(10)}`));
    expect(result[1]).toMatch(/^gate\/too-many-attributes/u);
    const again = repeated(10_000, (i) => `<hi xmlns:n="urn:${i}">x</hi>`);
    expect((await validated(tei(`<p>${again}</p>`))).result).toEqual([0]);
  });

  it('a pipe, a device and a file of many gigabytes are not opened', async () => {
    const folder = temporaryFolder();
    const pipe = join(folder, 'pipe.xml');
    execFileSync('mkfifo', [pipe]);
    const large = fileOf('<TEI/>');
    truncateSync(large, 20 * 2 ** 30);
    for (const [path, code, other] of [
      [pipe, 'gate/unreadable', 'storage/read-failed'],
      ['/dev/zero', 'gate/unreadable', 'storage/read-failed'],
      [large, 'gate/too-large', 'gate/too-large'],
    ] as const) {
      expect(await validate([path])).toMatchObject({ exitCode: 1, diagnostics: [{ code }] });
      const out = join(folder, 'out');
      const outcome = await transform(diskFileSystem, [path], { format: 'text', out, parameters: {} });
      expect(outcome).toMatchObject({ exitCode: 1, diagnostics: [{ code: other }] });
    }
  });
});
