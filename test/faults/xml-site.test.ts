import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SaxesParser } from 'saxes';
import { beforeAll, describe, expect, it } from 'vitest';
import { build } from '../../src/commands/build.js';
import type { Outcome } from '../../src/commands/outcome.js';
import { scanHtml } from '../../src/site/checks/html-scan.js';
import { quickFileSystem } from '../storage/faulty-file-system.js';
import { compileStylesheets } from '../transform/sample.js';
import { editionOf, person, registerOf } from './edition-of-files.js';
import { filesIn } from './small-edition.js';
import { headerWith, tei, XMLNS } from './faulty-tei.js';

beforeAll(compileStylesheets);

const EVIL = '</title></script><script>alert(1)</script>"><img src=x onerror=alert(2)>]]><!--{{x}}${y}';
const escaped = EVIL.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;').replace(/"/gu, '&quot;');
const run = (root: string): Promise<Outcome> => build(quickFileSystem, root, {});
const errors = ({ diagnostics }: Outcome): string[] =>
  diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ code, file, position }) => `${code} ${file ?? ''}:${position?.line ?? 0}:${position?.column ?? 0}`);

describe('a site of hostile TEI', () => {
  let root = '';
  const site = (): ReadonlyMap<string, string> =>
    new Map(
      [...filesIn(join(root, 'dist/edition'))].map(([path, text]) => [path, Buffer.from(text, 'latin1').toString()]),
    );

  /** Built once, in the first test that asks. */
  async function built(): Promise<Outcome> {
    const header = headerWith(
      `<profileDesc><langUsage><language ident="en">${escaped}</language></langUsage><textClass><keywords><term>${escaped}</term></keywords></textClass></profileDesc>`,
    ).replace('>T<', `>${escaped}<`);
    const body = `<head>${escaped}</head><p xml:id="../../../escape" rend="${escaped}" n="${escaped}" xml:lang="${escaped}">${escaped} <persName ref="register/persons.xml#evil">${escaped}</persName><note n="${escaped}">${escaped}</note> <date when="${escaped}">${escaped}</date> <graphic url="../../../../canary.png"/> <ref xml:base="file:///" target="etc/passwd">x</ref></p>`;
    root = editionOf({
      'canary.png': 'CANARY',
      'edition/edition.yaml': `title: ${JSON.stringify(EVIL)}\nbaseUrl: https://example.org/\neditors:\n  - name: ${JSON.stringify(EVIL)}\n`,
      'edition/tei/evil.xml': tei(body, header).replace(`<TEI ${XMLNS}>`, `<TEI ${XMLNS} xml:id="../../evil">`),
      'edition/tei/register/persons.xml': registerOf(person('evil', escaped, escaped)),
    });
    root = join(root, 'edition');
    return run(root);
  }

  it('50 and 52: the words are words on every page, in every feed and index; nothing is written or read outside', async () => {
    const outcome = await built();
    const before = readdirSync(join(root, '..'));
    const faults = errors(outcome);
    const files = site();
    if (files.size === 0) expect.fail(`Nothing was published: ${faults.join(', ')}`);
    for (const [path, content] of files) {
      if (path.endsWith('.html')) {
        const { active, links } = scanHtml(content);
        expect(active, path).toEqual([]);
        expect(
          links.filter(({ address }) => /^(?:(?:javascript|data|file):|\/\/)/iu.test(address)),
          path,
        ).toEqual([]);
        expect(content, path).toMatch(/<meta http-equiv="Content-Security-Policy"/u);
        for (const [, json = ''] of content.matchAll(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/gu)) {
          expect(() => JSON.parse(json) as unknown, path).not.toThrow();
        }
      } else if (/\.(?:xml|atom|rss|svg|opf|xhtml)$/u.test(path)) {
        expect(() => new SaxesParser().write(content).close(), path).not.toThrow();
        if (!path.startsWith('tei/')) expect(content, path).not.toContain('<script');
      } else if (/\.(?:json|jsonld)$/u.test(path)) {
        expect(() => JSON.parse(content) as unknown, path).not.toThrow();
      }
    }
    expect(files.get('documents/evil.html')).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect([...files.keys()].filter((path) => path.includes('..') || path.includes('escape'))).toEqual([]);
    expect([...files.values()].filter((content) => content.includes('CANARY'))).toEqual([]);
    expect(before.sort()).toEqual(['canary.png', 'edition']);
  });
});

describe('hand-made faults in the files of an edition', () => {
  const seeds = { 'seeds/a.txt': 'About a\n\nThe first paragraph is long enough to be one.\n' };

  /** Builds an edition, breaks a file of it by hand, builds again. */
  async function brokenBy(path: string, change: (text: string) => string, more = {}): Promise<[Outcome, boolean]> {
    const root = editionOf({ ...seeds, ...more });
    const first = await run(root);
    if (errors(first).length > 0) throw new Error(errors(first).join(', '));
    const published = filesIn(join(root, 'dist/edition'));
    const file = join(root, path);
    writeFileSync(file, change(existsSync(file) ? readFileSync(file, 'utf8') : ''));
    const broken = readFileSync(file, 'utf8');
    const outcome = await run(root);
    expect(readFileSync(file, 'utf8')).toBe(broken);
    const after = filesIn(join(root, 'dist/edition'));
    return [
      outcome,
      [...published].every(([name, content]) => after.get(name) === content) && after.size === published.size,
    ];
  }

  it.each<[string, (text: string) => string, string]>([
    ['an end tag lost', (text) => text.replace('</body>', ''), 'gate/not-well-formed tei/a.xml'],
    ['an entity of HTML', (text) => text.replace('long enough', 'long&nbsp;enough'), 'gate/undefined-entity tei/a.xml'],
    ['a namespace lost', (text) => text.replace(` ${XMLNS}`, ''), 'gate/namespace-missing tei/a.xml'],
    [
      'a document type',
      (text) => text.replace('<TEI', '<!DOCTYPE TEI [<!ENTITY a "b">]><TEI'),
      'gate/doctype-not-allowed tei/a.xml',
    ],
    ['an attribute twice', (text) => text.replace('<body>', '<body n="1" n="2">'), 'gate/not-well-formed tei/a.xml'],
    ['nothing left', () => '', 'gate/empty tei/a.xml'],
  ])(
    '43 and 45: %s in the edition’s own TEI: told with its place, the site of before stays',
    async (_, change, fault) => {
      const [outcome, isKept] = await brokenBy('tei/a.xml', change);
      expect(outcome.exitCode).toBeGreaterThan(0);
      expect(new Set(errors(outcome).filter((error) => error.startsWith(fault))).size).toBe(1);
      expect(errors(outcome)[0]).toMatch(/^[\w/-]+ tei\/a\.xml:/u);
      expect(isKept).toBe(true);
    },
  );

  it('43: a register that is broken is told with its place, and nothing is published', async () => {
    const register = { 'tei/register/persons.xml': registerOf(person('ada', 'Ada', 'Byron')) };
    const [outcome, isKept] = await brokenBy(
      'tei/register/persons.xml',
      (text) => text.replace('</person>', ''),
      register,
    );
    expect(outcome.exitCode).toBeGreaterThan(0);
    expect(errors(outcome)[0]).toMatch(/^(?:register|gate)\/not-well-formed tei\/register\/persons\.xml:[34]:\d+$/u);
    expect(isKept).toBe(true);
  });

  it('43: an apparatus that is broken is told with its place, and nothing is published', async () => {
    const root = editionOf({ ...seeds, 'tei/apparatus/w.xml': `<TEI ${XMLNS}>\n<text>\n</TEI>` });
    const outcome = await run(root);
    expect(outcome.exitCode).toBe(1);
    expect(errors(outcome)[0]).toBe('gate/not-well-formed tei/apparatus/w.xml:3:1');
    expect(existsSync(join(root, 'dist/edition'))).toBe(false);
  });

  it('a folder that is named like a file is passed over', async () => {
    const root = editionOf(seeds);
    mkdirSync(join(root, 'tei/b.xml'), { recursive: true });
    const outcome = await run(root);
    expect(outcome.exitCode).toBeLessThan(2);
    expect(JSON.stringify(outcome.diagnostics)).not.toContain('stack');
  });
});
