import { beforeAll, describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.js';
import { defaultSiteSettings, type SiteSettings } from '../../../src/edition/site-settings.js';
import { buildSite } from '../../../src/site/site.js';
import type { Site, SiteInput } from '../../../src/site/site-input.js';
import { loadTheme, type ThemeChanges } from '../../../src/site/theme/theme.js';
import { sampleEdition } from '../sample-edition.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function changes(
  files: Readonly<Record<string, string>>,
  colours: Partial<ThemeChanges['colours']> = {},
): ThemeChanges {
  const entries = Object.entries(files).map(([path, text]) => [path, bytes(text)] as const);
  return { files: new Map(entries), colours: { light: {}, dark: {}, ...colours } };
}

/** What is said of an edition's own files, the theme alone being made: code, place, and the word that was meant. */
function findings(files: Readonly<Record<string, string>>, language = 'en'): string[] {
  const found: Diagnostic[] = [];
  loadTheme(language, changes(files), (finding) => found.push(finding));
  return found.map(({ code, file, position, help }) =>
    [code, `${file ?? ''}${position === undefined ? '' : `:${position.line}:${position.column}`}`, help]
      .filter((part) => part !== undefined)
      .join(' '),
  );
}

describe('templates that cannot be used', () => {
  test.each([
    ['{{#if page.title}}<p>', 'template-error', ':1:1'],
    ['<p>\n{{page.title}\n</p>', 'template-error', ':2:1'],
    ['<p>\n{{#each x}}{{/if}}', 'template-error', ':2:4'],
    ['<p>{{{page.title}}}</p>', 'unescaped-output', ':1:4'],
    ['{{&page.title}}', 'unescaped-output', ':1:1'],
    ['{{#if page.title}}\n{{~{page.title}~}}{{/if}}', 'unescaped-output', ':2:1'],
    ['{{t "index.documnets"}}', 'template-error', ':1:5'],
    ['<a title="{{t (t "no.such.message")}}">', 'template-error', ':1:18'],
    ['{{> layuot}}', 'template-error', ':1:1'],
    ['{{#> nothing}}{{/nothing}}', 'template-error', ':1:1'],
    ['{{numbr 3}}', 'template-error', ':1:1'],
    ['{{log page.title}}', 'template-error', ':1:1'],
  ])('%s', (text, code, place) => {
    expect(findings({ 'pages/404.hbs': text })[0]).toMatch(
      new RegExp(`^site/${code} templates/pages/404\\.hbs${place.replace(':', ':')}`),
    );
  });

  test('the word that was meant', () => {
    expect(findings({ 'pages/404.hbs': '{{t "index.documnets"}}{{> layuot}}{{numbr 3}}' })).toEqual([
      expect.stringContaining('“index.documents”'),
      expect.stringContaining('“layout”'),
      expect.stringContaining('“number”'),
    ]);
  });
});

describe('messages', () => {
  test('only the changed ones, over those of the language', () => {
    const theme = loadTheme('de', changes({ 'messages/de.yaml': 'navigation:\n  index: Briefe\n' }));
    expect(theme.messages.text('navigation.index')).toBe('Briefe');
    expect(theme.messages.language).toBe('de');
    expect(theme.messages.text('navigation.places')).not.toBe('');
  });

  test('what is no message, or is given other values', () => {
    expect(
      findings({ 'messages/en.yaml': 'navigaton:\n  index: A\nnavigation: B\nindex:\n  editedBy: "{editor}"\n' }),
    ).toEqual([
      expect.stringMatching(/^site\/unused-override templates\/messages\/en\.yaml:1:1/),
      expect.stringMatching(/^site\/message-not-allowed templates\/messages\/en\.yaml:3/),
      expect.stringMatching(/^site\/message-not-allowed templates\/messages\/en\.yaml:5.*\{editors\}/),
    ]);
    expect(findings({ 'messages/en.yaml': 'index:\n  documentCount: {one: a}\n' })[0]).toContain('“other”');
    expect(findings({ 'messages/en.yaml': '__proto__:\n  x: a\nconstructor: b\n' })).toHaveLength(2);
    expect(findings({ 'messages/en.yaml': 'a: [b' })[0]).toContain('messages/en.yaml');
  });

  test('a language of its own, the rest in English', () => {
    const found: Diagnostic[] = [];
    const files = changes({ 'messages/cs.yaml': 'navigation:\n  index: Dokumenty\n' });
    const { messages } = loadTheme('cs', files, (finding) => found.push(finding));
    expect(messages.language).toBe('cs');
    expect([messages.text('navigation.index'), messages.text('navigation.places')]).toEqual(['Dokumenty', 'Places']);
    expect(found.map(({ code }) => code)).toEqual(['site/message-missing']);
  });

  test('plural forms replace those of the message whole', () => {
    const theme = loadTheme('en', changes({ 'messages/en.yaml': 'document:\n  words: "{count} w."\n' }));
    expect(theme.messages.text('document.words', { count: 1 })).toBe('1 w.');
  });
});

describe('assets', () => {
  test('a file of the same name replaces, another one is added', () => {
    const theme = loadTheme('en', changes({ 'assets/site.css': 'a{}', 'assets/own.css': 'b{}', 'assets/x.png': 'P' }));
    expect([theme.assets.get('site.css'), theme.assets.get('own.css')]).toEqual(['a{}', 'b{}']);
    expect(theme.assets.get('x.png')).toEqual(bytes('P'));
    expect([theme.styles, theme.scripts]).toEqual([['own.css'], []]);
  });

  test.each([
    ['assets/own.css', '@import url(https://example.org/a.css);'],
    ['assets/own.css', '@import "//example.org/a.css";'],
    ['assets/own.css', 'a{background:url( "HTTP://example.org/a.png" )}'],
    ['assets/own.css', 'a{background:url(htt\\70s://example.org/a.png)}'],
    ['assets/own.css', 'a{background:u/**/rl(x)}b{background:url(/**/https://example.org)}'],
    ['assets/x.svg', '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'],
    ['assets/x.svg', '<svg xmlns="http://www.w3.org/2000/svg" onload = "1"/>'],
    ['assets/x.svg', '<svg><a href="javascript:1"/></svg>'],
    ['assets/x.html', '<p>'],
    ['assets/a b.css', 'a{}'],
    ['assets/x.php', ''],
  ])('%s: %s', (path, text) => {
    expect(findings({ [path]: text })).toContainEqual(expect.stringMatching(/^site\/asset-not-allowed/));
    expect(loadTheme('en', changes({ [path]: text })).assets.has(path.slice('assets/'.length))).toBe(false);
  });

  test('addresses of its own files, data and anchors are no fault', () => {
    const own =
      '@import "more.css"; a{background:url(x.png),url("data:image/png;base64,AA=="),url(#a)} /* url(https://e.org) */';
    expect(findings({ 'assets/own.css': own, 'assets/more.css': '', 'assets/x.png': '' })).toEqual([]);
  });

  test('files that nothing uses', () => {
    expect(
      findings({ 'pages/indx.hbs': '', 'assets/sites.css': '', 'partials/fact.hbs': '', 'messages/en.txt': '' }),
    ).toEqual([
      'site/unused-override templates/pages/indx.hbs Did you mean “pages/index.hbs”?',
      'site/unused-override templates/assets/sites.css Did you mean “assets/site.css”?',
      'site/unused-override templates/partials/fact.hbs Did you mean “partials/facts.hbs”?',
      'site/unused-override templates/messages/en.txt',
    ]);
  });

  test('a text that is not in UTF-8', () => {
    const found: Diagnostic[] = [];
    const files = new Map([['pages/404.hbs', Uint8Array.of(0x3c, 0xff)]]);
    loadTheme('en', { files, colours: { light: {}, dark: {} } }, (finding) => found.push(finding));
    expect(found.map(({ code }) => code)).toEqual(['site/asset-not-allowed']);
  });
});

describe('a site with changes', () => {
  let input: SiteInput;
  beforeAll(async () => {
    input = await sampleEdition('letter-1850');
  });
  const built = async (theme: ThemeChanges, site: Partial<SiteSettings> = {}, language = 'en'): Promise<Site> =>
    buildSite({ ...input, theme, edition: { ...input.edition, language, site: { ...defaultSiteSettings, ...site } } });
  const page = (site: Site, path: string): string => String(site.files.find((file) => file.path === path)?.content);
  const errors = (site: Site): Diagnostic[] => site.diagnostics.filter(({ severity }) => severity === 'error');

  test('a page, a partial, own styles and colours, last in their order', async () => {
    const site = await built(
      changes(
        {
          'pages/404.hbs': '{{#> layout}}<main id="page:main"><h1>Gone: {{page.title}}</h1></main>{{/layout}}',
          'partials/signs.hbs': '<p class="no-signs">{{#each this}}{{sign}} {{/each}}</p>',
          'assets/own.css': '.no-signs{}',
          'assets/own.js': '',
        },
        { light: { accent: '#123456' } },
      ),
    );
    expect(errors(site)).toEqual([]);
    expect(page(site, '404.html')).toContain('<h1>Gone: ');
    expect(page(site, 'documents/letter-1850.html')).toContain('class="no-signs"');
    const styles = [...page(site, 'index.html').matchAll(/rel="stylesheet" href="assets\/([^"]*)"/g)].map(
      (match) => match[1],
    );
    expect(styles.slice(-2)).toEqual(['colours.css', 'own.css']);
    expect(page(site, 'index.html')).toMatch(/<script src="assets\/own\.js" defer><\/script>\s*<\/head>/);
    expect(page(site, 'assets/colours.css')).toContain('--accent: #123456;');
  });

  test('a fault that shows when a page is filled: its file and place, once, and no flood of dead links', async () => {
    const site = await built(changes({ 'partials/facts.hbs': '<dl>\n{{#each this}}{{trem}}{{/each}}</dl>' }));
    expect(
      site.diagnostics
        .map(({ code, file, position, help }) => [code, file, position, help])
        .filter(([code]) => code === 'site/template-error'),
    ).toEqual([
      ['site/template-error', 'templates/partials/facts.hbs', { line: 2, column: 17 }, 'Did you mean “term”?'],
    ]);
    expect(site.files).toEqual([]);
  });

  test('a fault inside what a page puts into the frame is the page’s', async () => {
    const site = await built(changes({ 'pages/404.hbs': '{{#> layout}}\n  {{nothing}}\n{{/layout}}' }));
    expect(errors(site).map(({ file, position }) => [file, position])).toEqual([
      ['templates/pages/404.hbs', { line: 2, column: 5 }],
    ]);
  });

  test('a partial that includes itself', async () => {
    const site = await built(changes({ 'partials/facts.hbs': '{{> facts}}' }));
    expect(errors(site)[0]).toMatchObject({ code: 'site/template-error', file: 'templates/partials/facts.hbs' });
  });

  test('markup, handlers and scripts of a template do not pass the site’s checks', async () => {
    const text = '{{#> layout}}<main id="page:main"><h1 onclick="x()">A</h1><script>1</script><p style="a">{{/layout}}';
    const site = await built(changes({ 'pages/404.hbs': text }));
    expect(errors(site).map(({ code, actual }) => [code, actual])).toEqual([
      ['site/active-content', '@onclick'],
      ['site/active-content', '<script>'],
      ['site/active-content', '@style'],
    ]);
    const address = await built(changes({ 'pages/404.hbs': '<a href="{{href page.title}}">' }));
    expect(errors(address)).not.toEqual([]);
  });

  test('settings: introduction, picture, navigation, and what they misspell', async () => {
    const site = await built(changes({ 'assets/cover.png': '' }), {
      introduction: ['One <b>', 'Two'],
      picture: { file: 'cover.png', alt: 'A "seal"' },
      navigation: ['data', 'index', 'persns'],
      parameters: { reading: 'raw', language: 'de', redaing: 'source' },
    });
    const index = page(site, 'index.html');
    expect(index).toContain('<p>One &lt;b&gt;</p>\n<p>Two</p>');
    expect(index).toContain('<img src="assets/cover.png" alt="A &quot;seal&quot;">');
    const nav = /<nav[^>]*id="page:menu"[\s\S]*?<\/nav>/.exec(index)?.[0] ?? '';
    expect([...nav.matchAll(/<a href="([^"]*)"/g)].map((match) => match[1])).toEqual([
      'data.html',
      'index.html',
      'search.html',
    ]);
    expect(
      site.diagnostics.map(({ code, actual }) => [code, actual]).filter(([code]) => code !== 'site/unsafe-link'),
    ).toEqual([
      ['site/parameter-not-allowed', 'raw'],
      ['site/parameter-not-allowed', 'language'],
      ['site/parameter-not-allowed', 'redaing'],
      ['site/unused-override', 'persns'],
    ]);
  });

  test('a language from right to left', async () => {
    const site = await built(changes({ 'messages/he.yaml': 'skip: דלג\n' }), { language: 'he' });
    expect(page(site, 'index.html')).toContain('<html lang="he" dir="rtl">');
  });

  test.each(['en', 'de', 'fr', 'hu', 'ru'])('in %s', async (language) => {
    const site = await built(changes({}), { language });
    expect(errors(site)).toEqual([]);
    expect(page(site, 'index.html')).toContain(`<html lang="${language}" dir="ltr">`);
  });
});
