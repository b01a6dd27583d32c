import { expect, test } from 'vitest';
import { buildSite } from '../../src/site/site.js';
import { DOCUMENTS, largeEdition, PERSONS } from './large-edition.js';

const site = await buildSite(largeEdition());
const files = new Map(site.files.map(({ path, content }) => [path, content]));
const pages = new Map(
  [...files].filter(([path]) => path.endsWith('.html')).map(([path, html]) => [path, String(html)]),
);

function page(path: string): string {
  return pages.get(path) ?? expect.fail(`There is no ${path}.`);
}

/** The ids of entries on a page, and whether the page has them in full. */
function entriesOf(html: string, element: 'article' | 'li'): string[] {
  return [...html.matchAll(new RegExp(`<${element} class="register-entry[^"]*" id="([^"]*)"`, 'g'))].map(
    (match) => match[1] ?? '',
  );
}

test('no link is dead, no id stands twice', () => {
  expect(site.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
});

test('no page is too large to be read on the way', () => {
  const large = [...pages].filter(([, html]) => Buffer.byteLength(html) > 300_000).map(([path]) => path);
  expect(large).toEqual([]);
});

test('every entry stands in full on the page of its letter, and as a name on the first page', () => {
  const parts = [...pages.keys()].filter((path) => /^persons\/[^/]+\.html$/.test(path));
  expect(parts).toEqual(
    expect.arrayContaining(['persons/other.html', 'persons/cs.html', 'persons/zs.html', 'persons/u00f6.html']),
  );
  const full = parts.flatMap((path) => entriesOf(page(path), 'article'));
  const ids = Array.from({ length: PERSONS }, (_, index) => `p${index}`);
  expect(full.toSorted()).toEqual(ids.toSorted());
  expect(entriesOf(page('persons.html'), 'li').toSorted()).toEqual(ids.toSorted());
});

test('every mention stands once, with who is named and with those whom nobody knows', () => {
  const lines = [...pages]
    .filter(([path]) => path.startsWith('persons'))
    .flatMap(([, html]) => [
      ...html.matchAll(/<li><span>[^<]*<\/span><a href="[^"]*documents\/d\d+\.html#d\d+-p1">([^<]*)<\/a>/g),
    ])
    .map((match) => match[1] ?? '');
  expect(lines).toHaveLength(DOCUMENTS * 36);
  expect(lines.filter((form) => form === 'the first')).toHaveLength(DOCUMENTS * 12);
  expect(new Set(lines.filter((form) => form.startsWith('Unknown'))).size).toBe(DOCUMENTS * 12);
});

test('who is named often has pages of their own, which lead back', () => {
  expect(page('persons/mentions/p0.html')).toMatch(/href="\.\.\/\.\.\/persons\/n\.html#p0"/);
  expect(page('persons/mentions-2/p0.html')).toContain('aria-current="page">2</a>');
  expect(page('persons/n.html')).toContain('href="../persons/mentions/p0.html"');
});

test('the documents stand on pages of a hundred, and by year, kind and person', () => {
  const listed = (path: string): number => page(path).split('<h3><a href=').length - 1;
  expect(listed('index.html') + listed('list/2.html')).toBe(DOCUMENTS);
  for (const [facet, lists] of Object.entries({ year: 6, genre: 2, person: 2 })) {
    const paths = [...pages.keys()].filter((path) => path.startsWith(`list/${facet}/`));
    expect(paths).toHaveLength(lists);
    expect(paths.reduce((sum, path) => sum + listed(path), 0)).toBe(DOCUMENTS);
  }
});
