import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.js';
import { defaultEdition, readEdition } from '../../../src/edition/edition.js';
import { buildSite } from '../../../src/site/site.js';
import { readOverrides, type OverrideFiles } from '../../../src/site/theme/override-files.js';
import { packageFolder } from '../../../src/version.js';
import { diskFileSystem } from '../../../src/storage/file-system.js';
import { sampleEdition } from '../sample-edition.js';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'editio-theme-'));
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

function put(path: string, text = ''): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

function read(folder = root): { files: OverrideFiles; found: string[] } {
  const found: Diagnostic[] = [];
  const files = readOverrides(diskFileSystem, folder, (finding) => found.push(finding));
  return { files, found: found.map(({ code, file, help }) => `${code} ${file ?? ''} ${help ?? ''}`.trim()) };
}

describe('the folder of an edition’s own files', () => {
  test('none, and a file in its place', () => {
    expect(read()).toEqual({ files: new Map(), found: [] });
    put('templates');
    expect(read()).toEqual({ files: new Map(), found: [] });
  });

  test('files of the four kinds, at any depth; hidden ones and copies of editors left out', () => {
    put('templates/pages/index.hbs', 'x');
    put('templates/partials/manual/words.hbs');
    put('templates/assets/fonts/a.woff2');
    put('templates/assets/.DS_Store');
    put('templates/assets/own.css~');
    put('templates/messages/de.yaml');
    const { files, found } = read();
    expect([...files.keys()]).toEqual([
      'assets/fonts/a.woff2',
      'messages/de.yaml',
      'pages/index.hbs',
      'partials/manual/words.hbs',
    ]);
    expect(found).toEqual([]);
  });

  test('a misspelt folder and stylesheets are told of, another program’s are not', () => {
    put('templates/page/index.hbs');
    put('templates/xslt/html.xsl');
    put('templates/site/main.html');
    put('templates/base.html');
    expect(read().found).toEqual([
      'site/unused-override templates/page Did you mean “pages”?',
      'site/unused-override templates/xslt Set them in edition.yaml, under site: parameters:.',
    ]);
  });

  test('a link out of the edition is not followed', () => {
    put('templates/assets/x.txt');
    symlinkSync('/etc/hostname', join(root, 'templates/assets/y.txt'));
    symlinkSync('nowhere', join(root, 'templates/assets/z.txt'));
    const { files, found } = read();
    expect([...files.keys()]).toEqual(['assets/x.txt']);
    expect(found.map((line) => line.split(' ')[0])).toEqual(['edition/outside-folder', 'edition/link-without-target']);
  });

  test('the built-in templates are no changes of themselves', () => {
    expect(read(packageFolder).files.size).toBe(0);
  });
});

describe('the examples of the manual', () => {
  const manual = readFileSync(new URL('../../../docs/site.md', import.meta.url), 'utf8');
  const example = (language: string, index = 0): string =>
    [...manual.matchAll(/```(\w+)\n([\s\S]*?)```/g)].filter((match) => match[1] === language)[index]?.[2] ?? '';

  test('build a site without a fault', async () => {
    const found: Diagnostic[] = [];
    const edition = readEdition('edition.yaml', example('yaml'), 'x', (finding) => found.push(finding));
    expect(found).toEqual([]);
    const { site } = edition ?? defaultEdition('x');
    expect(site.introduction).toEqual(['The first paragraph of the first page.', 'Empty lines divide paragraphs.']);
    put('templates/assets/cover.jpg');
    put('templates/assets/own.css', 'h1 { color: var(--accent); }');
    put('templates/messages/de.yaml', example('yaml', 1));
    put('templates/pages/404.hbs', example('handlebars'));
    const input = await sampleEdition('letter-1850', 'minutes-1848');
    const made = await buildSite({
      ...input,
      edition: { ...input.edition, site },
      theme: { files: read().files, colours: site.colours },
    });
    expect(made.diagnostics.filter(({ code }) => code !== 'site/unsafe-link')).toEqual([]);
    const index = String(made.files.find(({ path }) => path === 'index.html')?.content);
    expect(index).toContain('<html lang="de"');
    expect(index).toContain('The letters');
    expect(index).toContain('assets/colours.css');
  });
});
