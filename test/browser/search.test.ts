import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SafeHtml } from '../../src/site/safe-html.js';
import { buildSite } from '../../src/site/site.js';
import type { SiteDocument } from '../../src/site/site-input.js';
import { sampleEdition } from '../site/sample-edition.js';
import { barriers, browserNeeded, isBrowserMissing, serveSite, type BrowserSite } from './browser-site.js';

browserNeeded();

/** Waits until an expression holds. Playwright's own waiting would evaluate a text, which the pages forbid. */
async function until(page: Page, expression: string): Promise<void> {
  await expect.poll(() => page.evaluate(expression), { timeout: 10_000 }).toBe(true);
}

const LETTER = 'Letter from Ada Byron to Charles Babbage on the Notes & their printing';

/** A document in one language; the words are its one paragraph, and others stand around it. */
function documentIn(language: string, id: string, date: string, words: string): SiteDocument {
  const filler = Array.from({ length: 30 }, (_, index) => `<p class="tei-p" id="${id}-p${index + 2}">…</p>`).join('');
  return {
    id,
    teiXml: `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="${id}" xml:lang="${language}"><teiHeader><fileDesc><titleStmt><title>${id}</title></titleStmt></fileDesc><profileDesc><creation><date when="${date}"/></creation></profileDesc></teiHeader><text><body><p>${words}</p></body></text></TEI>`,
    htmlFragment: SafeHtml.fromStylesheet(
      `<article class="tei-document" id="${id}" lang="${language}">${filler}<p class="tei-p" id="${id}-p1">${words}</p></article>`,
    ),
    plainText: `${words}\n`,
  };
}

describe.skipIf(isBrowserMissing)('search', () => {
  let site: BrowserSite;
  let page: Page;
  const said: string[] = [];

  beforeAll(async () => {
    const input = await sampleEdition('letter-1850', 'minutes-1848', 'hostile');
    const { baseUrl, ...edition } = input.edition;
    expect(baseUrl).toBeDefined();
    const others = [
      documentIn('hu', 'jegyzokonyv', '1956-11-04', 'Gerő Ernő az elvtársakkal a csapatok kivonásáról beszélt.'),
      documentIn('ru', 'protokol', '1956-10-30', 'Имре Надь говорил с товарищами о выводе войск.'),
      documentIn('ja', 'kiroku', '1957-01-01', '昨日東京都に行きました。'),
      documentIn('la', 'epistula', '1480', 'Ave Gero, <em>mar</em>chio <b>Germanorum</b>. Gerones non sunt.'),
    ];
    const { files } = await buildSite({ ...input, edition, documents: [...input.documents, ...others] });
    site = await serveSite(files);
    page = await (await site.browser.newContext({ reducedMotion: 'reduce' })).newPage();
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(error.message));
    page.on('request', (request) => {
      if (!request.url().startsWith(site.origin)) said.push(request.url());
    });
  });

  afterAll(async () => {
    await site.close();
  });

  /** Waits until the search has answered, and gives the titles of the results. */
  async function results(): Promise<string[]> {
    await until(page, "/\\d|Nothing/.test(document.getElementById('page:search-count').textContent)");
    return page.locator('#page\\:search-results h2').allTextContents();
  }

  async function searchFor(query: string): Promise<string[]> {
    await page.goto(`${site.origin}search.html?${query}`);
    return results();
  }

  test('accents make no difference, in any language', async () => {
    expect((await searchFor('q=gero')).sort()).toEqual(['epistula', 'jegyzokonyv']);
    expect((await searchFor('q=Ger%C5%91')).sort()).toEqual(['epistula', 'jegyzokonyv']);
  });

  test.each([
    ['csapat', 'jegyzokonyv'],
    ['товарищ', 'protokol'],
    ['東京', 'kiroku'],
    ['engines', LETTER],
  ])('a form of a word finds another: %s', async (words, title) => {
    expect(await searchFor(`q=${encodeURIComponent(words)}`)).toContain(title);
  });

  test('a hit leads to its place, where it is marked', async () => {
    await searchFor('q=csapat');
    const link = page.locator('#page\\:search-results .search-places a');
    expect(await link.locator('mark').allTextContents()).toEqual(['csapatok']);
    expect(await link.getAttribute('lang')).toBe('hu');
    await link.click();
    await page.waitForURL(/jegyzokonyv/, { waitUntil: 'load' });
    expect(page.url()).toBe(`${site.origin}documents/jegyzokonyv.html?highlight=csapatok#jegyzokonyv-p1`);
    expect(await page.evaluate("[...CSS.highlights.get('search')].map(String)")).toEqual(['csapatok']);
    expect(
      await page.evaluate("document.getElementById('jegyzokonyv-p1').getBoundingClientRect().top < innerHeight"),
    ).toBe(true);
  });

  test('what is marked are whole words, over elements, with accents folded', async () => {
    await page.goto(`${site.origin}documents/epistula.html?highlight=marchio&highlight=gero&highlight=german`);
    expect(await page.evaluate("[...CSS.highlights.get('search')].map(String)")).toEqual(['Gero', 'marchio']);
    await page.goto(`${site.origin}documents/jegyzokonyv.html?highlight=gero`);
    expect(await page.evaluate("[...CSS.highlights.get('search')].map(String)")).toEqual(['Gerő']);
  });

  test('the search box of another page', async () => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(`${site.origin}documents/protokol.html`);
    await page.fill('.search-box input', 'babbage');
    await page.keyboard.press('Enter');
    expect(await results()).toContain('Babbage, Charles');
    expect(page.url()).toBe(`${site.origin}search.html?q=babbage`);
  });

  test('filters narrow, the address follows, the back button leads back', async () => {
    const all = await searchFor('q=babbage');
    expect(all.length).toBeGreaterThan(1);
    await page.check('[data-facet="kind"] input[value="person"]');
    await until(page, "document.querySelectorAll('#page\\\\:search-results > li').length === 1");
    expect(page.url()).toBe(`${site.origin}search.html?q=babbage&kind=person`);
    expect(await page.evaluate('document.activeElement.value')).toBe('person');
    await page.goBack();
    await until(page, `document.querySelectorAll('#page\\\\:search-results > li').length === ${all.length}`);
    expect(await page.isChecked('[data-facet="kind"] input[value="person"]')).toBe(false);
  });

  test('counts say what each choice would leave', async () => {
    await searchFor('kind=document');
    const counts = page.locator('[data-facet="language"] label');
    const total = (await counts.allTextContents()).map((text) => Number(/\d+$/.exec(text)?.[0]));
    expect(total.reduce((sum, count) => sum + count, 0)).toBe(7);
    await counts.filter({ hasText: 'Hungarian' }).locator('input').check();
    await until(page, "document.querySelectorAll('#page\\\\:search-results > li').length === 1");
    expect((await counts.allTextContents()).length).toBe(total.length);
    await page.click('#page\\:search-clear');
    await until(page, "/can be searched/.test(document.getElementById('page:search-count').textContent)");
    expect(page.url()).toBe(`${site.origin}search.html`);
  });

  test('by date over all languages, the undated at the end', async () => {
    expect(await searchFor('kind=document&sort=date')).toEqual([
      ...['epistula', 'Protokoll der Sitzung', LETTER, 'protokol', 'jegyzokonyv'],
      ...['kiroku', expect.stringContaining('<script>alert("1")</script>') as unknown as string],
    ]);
  });

  test('hostile words are words in results too', async () => {
    expect(await searchFor('q=mallory')).toContainEqual(expect.stringContaining('<script>alert("1")</script>'));
    await searchFor(`q=${encodeURIComponent('<img src=x onerror=alert(1)>')}&genre=${encodeURIComponent('"><b>')}`);
    expect(await page.locator('main img, main b').count()).toBe(0);
  });

  test('a word that no text has finds nothing, its beginnings neither', async () => {
    for (const word of ['csapatszel', 'nagyonx', 'germani']) expect(await searchFor(`q=${word}`), word).toEqual([]);
    expect(await searchFor('q=marchi')).toEqual(['epistula']);
    expect(await searchFor('q=marchio+xyzzyx')).toEqual([]);
  });

  test('words in quotation marks as they stand', async () => {
    expect(await searchFor(`q=${encodeURIComponent('"marchio Germanorum"')}`)).toEqual(['epistula']);
    expect(await searchFor(`q=${encodeURIComponent('"Germanorum marchio"')}`)).toEqual([]);
  });

  test('nothing found: a way on', async () => {
    expect(await searchFor('q=xyzzyx')).toEqual([]);
    expect(await page.locator('#page\\:search-none a').count()).toBeGreaterThan(2);
    expect(await page.isVisible('#page\\:search-none')).toBe(true);
  });

  test('an index that cannot be loaded is told', async () => {
    const context = await site.browser.newContext();
    await context.route('**/search/**', (route) => route.abort());
    const broken = await context.newPage();
    await broken.goto(`${site.origin}search.html?q=gero`);
    await until(broken, "/could not be loaded/.test(document.getElementById('page:search-count').textContent)");
    await context.close();
  });

  test('without scripts, and from a disk, the page says where to look', async () => {
    const context = await site.browser.newContext({ javaScriptEnabled: false });
    const plain = await context.newPage();
    await plain.goto(`${site.origin}search.html?q=gero`);
    expect(await plain.isVisible('#page\\:search')).toBe(false);
    expect(await plain.isVisible('text=needs JavaScript')).toBe(true);
    expect(await plain.locator('#page\\:search-elsewhere a').count()).toBeGreaterThan(2);
    await context.close();
  });

  test.each(['light', 'dark'] as const)('no barrier that axe can find among results, %s', async (scheme) => {
    await page.emulateMedia({ colorScheme: scheme });
    for (const query of ['q=babbage', 'q=xyzzyx', 'genre=Letter', '']) {
      await searchFor(query);
      expect(await barriers(page), query).toEqual([]);
    }
  });

  test('no sideways scrolling at 320 pixels', async () => {
    await page.setViewportSize({ width: 320, height: 700 });
    await searchFor('q=babbage');
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
  });

  test('all by keyboard: type, go to a result, open it', async () => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(`${site.origin}search.html`);
    await page.focus('#page\\:search-words');
    await page.keyboard.type('csapatok');
    await page.waitForSelector('#page\\:search-results h2');
    await page.focus('#page\\:search-words');
    for (let stops = 0; stops < 12; stops++) {
      await page.keyboard.press('Tab');
      if (await page.evaluate("document.activeElement.closest('.search-places') !== null")) break;
    }
    await page.keyboard.press('Enter');
    await page.waitForURL(/jegyzokonyv\.html/);
  });

  test('nothing was said on the console, and nobody else was asked', () => {
    expect(said).toEqual([]);
  });
});
