import { SaxesParser } from 'saxes';
import { beforeAll, expect, test } from 'vitest';
import { scanHtml } from '../../../src/site/checks/html-scan.js';
import { SafeHtml } from '../../../src/site/safe-html.js';
import { buildSite } from '../../../src/site/site.js';
import type { SiteFile } from '../../../src/site/site-input.js';
import { transformDocuments } from '../../../src/transform/transform.js';
import { sampleEdition, sampleTei } from '../sample-edition.js';
import { pagesOf, textOf } from './built-site.js';

let files: readonly SiteFile[];

beforeAll(async () => {
  const input = await sampleEdition('letter-1850', 'hostile');
  const title = '</title></script><script>alert(1)</script>]]><!-- {{page.title}}';
  const edition = { ...input.edition, title, description: `"${title}'`, editors: [title], publisher: title };
  files = (await buildSite({ ...input, edition })).files;
});

/** What is published for machines: feeds, maps, data, citations. */
const made = (...endings: string[]): SiteFile[] =>
  files.filter(({ path }) => endings.some((ending) => path.endsWith(ending)) && !path.startsWith('tei/'));

test('no page runs anything, and its data can be read', () => {
  let data = 0;
  for (const path of pagesOf(files)) {
    const html = textOf(files.find((file) => file.path === path) ?? { path, content: '' });
    expect(scanHtml(html).active, path).toEqual([]);
    expect(html, path).not.toContain('<script>');
    for (const [, json = ''] of html.matchAll(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/g)) {
      data++;
      expect(() => JSON.parse(json) as unknown, path).not.toThrow();
    }
  }
  expect(data).toBeGreaterThan(0);
});

test('feeds and maps are well-formed, with the words as words', () => {
  const documents = made('.xml', '.atom', '.rss', '.svg');
  for (const file of documents) {
    const elements = new Set<string>();
    const parser = new SaxesParser();
    parser.on('opentag', ({ name }) => elements.add(name));
    expect(() => parser.write(textOf(file)).close(), file.path).not.toThrow();
    expect(elements, file.path).not.toContain('script');
  }
  expect(documents.length).toBeGreaterThan(0);
});

test('JSON can be read', () => {
  for (const file of made('.json', '.jsonld')) {
    expect(() => JSON.parse(textOf(file)) as unknown, file.path).not.toThrow();
  }
});

test('no id changes when a paragraph is added elsewhere', async () => {
  const ids = async (xml: string): Promise<readonly string[]> => {
    const [page] = await transformDocuments([{ id: 'letter-1850', xml }], 'html');
    return scanHtml(SafeHtml.fromStylesheet(page?.output ?? '').markup).ids;
  };
  const xml = sampleTei('letter-1850');
  const before = await ids(xml);
  const after = new Set(
    await ids(
      xml.replace('<p xml:id="letter-1850-p1">', '<p>New.<note n="0">New.</note></p><p xml:id="letter-1850-p1">'),
    ),
  );
  expect(before.length).toBeGreaterThan(3);
  expect(before.filter((id) => !after.has(id))).toEqual([]);
});
