import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.js';
import { scanHtml } from '../../../src/site/checks/html-scan.js';
import { renderMarkdown } from '../../../src/site/own-pages/markdown.js';
import { buildSite } from '../../../src/site/site.js';
import type { Site, SiteInput } from '../../../src/site/site-input.js';
import { loadTheme } from '../../../src/site/theme/theme.js';
import { sampleEdition } from '../sample-edition.js';

const { messages } = loadTheme('en');

const render = (markdown: string) =>
  renderMarkdown(markdown, messages, { link: (address) => address, picture: (address) => address });

const edition: Promise<SiteInput> = sampleEdition('letter-1850');

async function siteWith(files: Readonly<Record<string, string>>): Promise<Site> {
  const ownPages = new Map(Object.entries(files).map(([path, text]) => [path, new TextEncoder().encode(text)]));
  return buildSite({ ...(await edition), ownPages });
}

function pageOf(site: Site, path: string): string {
  const content = site.files.find((file) => file.path === path)?.content;
  if (typeof content !== 'string') throw new Error(`There is no page ${path}.`);
  return content;
}

/** The findings about the pages; the sample's register has a fault of its own. */
const grave = ({ diagnostics }: Site): Diagnostic[] => diagnostics.filter(({ file }) => file !== undefined);

describe('pages of an edition’s own', () => {
  it('has the page of the documentation', async () => {
    const docs = readFileSync(new URL('../../../docs/site.md', import.meta.url), 'utf8');
    const example = /```markdown\n(.*?)```/s.exec(docs)?.[1] ?? '';
    const site = await siteWith({
      'about.md': example.replace('documents/letter-1.html', 'documents/letter-1850.html'),
      'imprint.md': '# Imprint\n\nA press.',
      'seal.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    });
    expect(grave(site)).toEqual([]);
    const about = pageOf(site, 'about.html');
    expect(about).toContain('<h1>About this edition</h1>');
    expect(about).toContain('<h2 id="sources">Sources</h2>');
    expect(about).toContain('<a href="persons.html#babbage-charles">');
    expect(about).toContain('<a href="imprint.html">');
    expect(about).toContain('<img src="pages/seal.svg"');
    expect(about).toContain('id="note:fn-1"');
    expect(site.files.some(({ path }) => path === 'pages/seal.svg')).toBe(true);
    const index = pageOf(site, 'index.html');
    expect(index.indexOf('about.html')).toBeLessThan(index.indexOf('principles.html'));
    expect(index.slice(index.indexOf('<footer')).includes('imprint.html')).toBe(true);
  });

  it('puts index.md on the first page', async () => {
    const site = await siteWith({ 'index.md': 'Welcome, *reader*.' });
    expect(grave(site)).toEqual([]);
    expect(pageOf(site, 'index.html')).toContain('<p>Welcome, <em>reader</em>.</p>');
  });

  it('tells of dead links, pictures and addresses with their lines', async () => {
    const site = await siteWith({
      'about.md':
        '# A\n\n[x](nowhere.html)\n\n[y](javascript:alert(1))\n\n![z](https://example.org/z.png)\n![w](w.png)\n',
    });
    expect(grave(site).map(({ code, file, position }) => [code, file, position?.line])).toEqual([
      ['site/unsafe-link', 'pages/about.md', 5],
      ['site/dead-link', 'pages/about.md', 7],
      ['site/dead-link', 'pages/about.md', 8],
      ['site/dead-link', 'pages/about.md', 3],
    ]);
    expect(pageOf(site, 'about.html')).not.toContain('javascript:');
  });

  it.each([
    ['a wrong key', { 'about.md': '---\ntitel: X\n---\nText' }, 'edition/unknown-key', 'pages/about.md'],
    ['a wrong order', { 'about.md': '---\norder: first\n---\nText' }, 'edition/value-not-allowed', 'pages/about.md'],
    ['a name that is taken', { 'Data.md': '# Data' }, 'site/duplicate-path', 'pages/Data.md'],
    ['a name that is no path', { 'a b.md': '# Data' }, 'site/unsafe-path', 'pages/a b.md'],
    [
      'a picture that runs code',
      { 'a.md': '![x](x.svg)', 'x.svg': '<svg onload="x()"/>' },
      'site/asset-not-allowed',
      'pages/x.svg',
    ],
  ])('refuses %s', async (_, files, code, file) => {
    expect(grave(await siteWith(files)).map((finding) => [finding.code, finding.file])).toContainEqual([code, file]);
  });
});

describe('Markdown', () => {
  it('prints HTML as text', () => {
    const { html } = render('<script>alert(1)</script>\n\nA <b onclick="x()">b</b> <img src=x onerror=y>');
    expect(scanHtml(html)).toEqual({ ids: [], links: [], active: [] });
    expect(html).toContain('&lt;script&gt;');
  });

  it('has headings in order, with ids that are there once', () => {
    const { html, title } = render('# Title & *more*\n\n### Deep\n\n# Again\n\n#### Deep\n\n## 1.\n\n## !');
    expect(title).toBe('Title & more');
    expect([...html.matchAll(/<h(\d) id="([^"]*)"/g)].map(([, level, id]) => `${level} ${id}`)).toEqual([
      '2 deep',
      '2 again',
      '3 deep-2',
      '3 1',
      '3 section',
    ]);
  });

  it('takes away what may not be linked, and leaves its words', () => {
    const none = { link: () => undefined, picture: () => undefined };
    const { html } = renderMarkdown('[words](x" onclick="y) ![seal "of" wax](y) <https://a.b/>', messages, none);
    expect(scanHtml(html).links).toEqual([]);
    expect(html).toContain('seal &quot;of&quot; wax');
  });

  it('never brings code or unasked addresses into a page', () => {
    const piece = fc.constantFrom(
      '[a](',
      '![',
      '](',
      '<',
      '>',
      '"',
      "'",
      '\n',
      '#',
      '|',
      '-',
      '[^1]',
      ']: ',
      'javascript:',
      ' onx=',
      '&lt;',
      '`',
      '<img ',
      'href="',
      ')',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 4 })), { maxLength: 30 }), (pieces) => {
        const asked = new Set<string>();
        const rule = (): string => 'https://example.org/';
        const { html } = renderMarkdown(pieces.join(''), messages, { link: rule, picture: rule });
        const { links, active } = scanHtml(html);
        for (const { address } of links) asked.add(address);
        expect(active).toEqual([]);
        expect([...asked].filter((address) => address !== 'https://example.org/')).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
