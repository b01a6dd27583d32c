import { beforeAll, describe, expect, it } from 'vitest';
import { join } from 'node:path';
import { validate } from '../../src/commands/validate.js';
import { compileStylesheets } from '../transform/sample.js';
import { editionOf } from './edition-of-files.js';
import { headerWith, tei, transformed, validated } from './faulty-tei.js';

beforeAll(compileStylesheets);

describe('46: ids', () => {
  it('46: one id twice, or no name, is told with both places', async () => {
    const { result, findings } = await validated(tei('<p xml:id="a">1</p>\n<p xml:id="a">2</p><p xml:id="1 b">3</p>'));
    expect(result).toEqual([1, 'references/duplicate-id 5:12', 'references/id-not-a-name 5:31']);
    expect(findings[0]?.message).toContain('line 4');
  });

  it('46: an id begins with no combining mark; two that look alike are two', async () => {
    const body = '<p xml:id="\u0301a">1</p><p xml:id="e\u0301">2</p><p xml:id="\u00e9">3</p>';
    expect((await validated(tei(body))).result).toEqual([1, 'references/id-not-a-name 4:12']);
  });

  it('46: an id that two files of an edition have is told, and where the other is', async () => {
    const file = tei('<p xml:id="a">1</p>');
    const root = editionOf({ 'tei/a.xml': file, 'tei/b.xml': file });
    const { diagnostics } = await validate([join(root, 'tei')], {
      editionFolder: root,
      checks: new Set(['gate', 'references']),
    });
    expect(diagnostics.map(({ code }) => code)).toEqual(['references/duplicate-id']);
    expect(diagnostics[0]).toMatchObject({ file: join(root, 'tei/b.xml'), position: { line: 4, column: 12 } });
    expect(diagnostics[0]?.message).toContain('a.xml');
  });

  it('46: what has no id gets none that moves with what stands before it', async () => {
    const ids = async (body: string): Promise<string[]> =>
      [...(await transformed(tei(body))).output.matchAll(/ id="([^"]*)"/gu)].map((match) => match[1] ?? '');
    const kept = '<p>b<note xml:id="n1">n</note></p><p xml:id="c">c</p>';
    const before = await ids(kept);
    expect(await ids(`<p>new</p>${kept}`)).toEqual(before);
  });
});

describe('47: pointers', () => {
  it.each(['ref', 'target', 'corresp', 'ana', 'source', 'sameAs', 'resp', 'hand', 'wit', 'facs', 'next'])(
    '47: a dangling @%s is told, each token of it with its place and the nearest id',
    async (attribute) => {
      const element = { target: 'ref', hand: 'add', wit: 'rdg' }[attribute] ?? 'seg';
      const { findings } = await validated(
        tei(`<p xml:id="chapter-one"><${element} ${attribute}="#chapter-ome">x</${element}></p>`),
      );
      const column = `<p xml:id="chapter-one"><${element} ${attribute}="`.length + 1;
      expect(findings[0]).toMatchObject({
        code: 'references/target-missing',
        position: { line: 4, column },
        expected: ['chapter-one'],
      });
    },
  );

  it('47: of several tokens each is looked up', async () => {
    const { result } = await validated(tei('<p xml:id="a"><ref target="#a #b\n#c x:y gone.xml#d">x</ref></p>'));
    expect(result).toEqual([
      1,
      'references/target-missing 4:31',
      'references/target-missing 5:1',
      'references/prefix-undefined 5:4',
      'references/file-not-here 5:8',
    ]);
  });

  it('47: a private prefix is followed where the header explains it, and code is never an address', async () => {
    const rule = '<prefixDef ident="psn" matchPattern="(\\w+)" replacementPattern="#$1"/>';
    const header = headerWith(`<encodingDesc><listPrefixDef>${rule}</listPrefixDef></encodingDesc>`);
    expect((await validated(tei('<p xml:id="a"><rs ref="psn:a">x</rs></p>', header))).result).toEqual([0]);
    expect((await validated(tei('<p><rs ref="psn:b">x</rs></p>', header))).result[1]).toBe(
      'references/target-missing 4:13',
    );
    const { findings } = await validated(tei('<p><ref target="javascript:alert(1)">x</ref></p>'));
    expect(findings[0]).toMatchObject({
      code: 'references/prefix-undefined',
      help: expect.stringContaining('Take it out') as string,
    });
  });

  it('47: a speaker is no place', async () => {
    const { result } = await validated(tei('<p><placeName xml:id="a">x</placeName></p><sp who="#a"><p>x</p></sp>'));
    expect(result[1]).toMatch(/^references\/(?:wrong|unusual)-kind 4:/u);
  });
});

describe('48: circles', () => {
  it.each([
    [
      'next',
      '<seg xml:id="a" next="#b">1</seg><seg xml:id="b" next="#c">2</seg><seg xml:id="c" next="#a">3</seg>',
      '#a → #b → #c → #a',
    ],
    ['sameAs', '<seg xml:id="a" sameAs="#a">1</seg>', '#a → #a'],
    ['copyOf', '<seg xml:id="a" copyOf="#b">1</seg><seg xml:id="b" copyOf="#a">2</seg>', '#a → #b → #a'],
    ['target', '<note xml:id="a" target="#b">1</note><note xml:id="b" target="#a">2</note>', '#a → #b → #a'],
  ])('48: @%s in a circle is told as a path, and the stylesheets come to an end', async (attribute, body, path) => {
    const { findings } = await validated(tei(`<p>${body}</p>`));
    expect(findings.map(({ code }) => code)).toContain('references/cycle');
    expect(findings.find(({ code }) => code === 'references/cycle')?.message).toBe(
      `@${attribute} leads in a circle: ${path}.`,
    );
    for (const format of ['html', 'text'] as const) {
      const { output } = await transformed(tei(`<p>${body}</p>`), format);
      for (const number of body.match(/\d(?=<)/gu) ?? []) expect(output).toContain(number);
    }
  });

  it('48: a circle of ten thousand is told in a line', async () => {
    const body = Array.from(
      { length: 10_000 },
      (_, i) => `<seg xml:id="a${i}" next="#a${(i + 1) % 10_000}">x</seg>`,
    ).join('');
    const { findings } = await validated(tei(`<p>${body}</p>`));
    expect(findings.map(({ code }) => code)).toEqual(['references/cycle']);
    expect(findings[0]?.message.length).toBeLessThan(200);
  });

  it('48: prefixes that explain each other in a circle are told', async () => {
    const rule = (from: string, to: string): string =>
      `<prefixDef ident="${from}" matchPattern="(.*)" replacementPattern="${to}:$1"/>`;
    const header = headerWith(
      `<encodingDesc><listPrefixDef>${rule('a', 'b')}${rule('b', 'a')}</listPrefixDef></encodingDesc>`,
    );
    const { findings } = await validated(tei('<p><ref target="a:x">x</ref></p>', header));
    expect(findings[0]?.message).toContain('a: → b: → a:');
  });
});

describe('49: inclusions', () => {
  const include = (href: string, more = ''): string =>
    `<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="${href}"${more}/>`;

  it('49: a file that includes itself is told; nothing is expanded, and the output says so', async () => {
    const file = tei(`<p>Kept.</p>${include('x.xml')}`);
    const { findings } = await validated(file);
    expect(findings[0]?.message).toMatch(/@href leads in a circle: .*x\.xml → .*x\.xml\./u);
    const { output, result } = await transformed(file, 'text');
    expect(result).toEqual([0, 'transform/not-included 4:13']);
    expect(output.match(/Kept/gu)).toHaveLength(1);
  });

  it.each(['/etc/passwd', '../../../../../../etc/passwd', 'file:///etc/passwd', 'http://127.0.0.1:9/x'])(
    '49: %s is included by nobody',
    async (href) => {
      const { output } = await transformed(tei(`<p>Kept.</p>${include(href, ' parse="text"')}`), 'text');
      expect(output).toMatch(/Kept\.\s*$/u);
    },
  );

  it('49: files that include each other are told as a circle', async () => {
    const root = editionOf({ 'a.xml': tei(include('b.xml')), 'b.xml': tei(include('a.xml')) });
    const { diagnostics } = await validate([join(root, 'a.xml'), join(root, 'b.xml')]);
    expect(diagnostics.filter(({ code }) => code === 'references/cycle')).toHaveLength(1);
  });
});
