import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SiteFile } from '../../src/site/site-input.js';
import { editionSite, examplePages, pagesOf, sampleSite } from '../site/quality/built-site.js';
import { barriers, browserNeeded, isBrowserMissing, serveSite, type BrowserSite } from './browser-site.js';
import { crawl, isTooWide, keyboardFaults, movements, printFaults, smallTargets, wordsShown } from './page-checks.js';

browserNeeded();

describe.skipIf(isBrowserMissing).each([
  { name: 'the samples', make: sampleSite },
  { name: 'the edition', make: editionSite },
])('$name', { timeout: 180_000 }, ({ make }) => {
  let files: readonly SiteFile[];
  let site: BrowserSite;
  let examples: string[];

  beforeAll(async () => {
    files = await make();
    site = await serveSite(files);
    examples = examplePages(files);
  });

  afterAll(async () => {
    await site.close();
  });

  /** What a check finds wrong on the example pages. */
  async function faultsOf(
    settings: { readonly width?: number; readonly scheme?: 'light' | 'dark'; readonly media?: 'print' },
    check: (page: Page, path: string) => Promise<readonly string[]>,
  ): Promise<string[]> {
    const faults: string[] = [];
    const { width = 1280, scheme = 'light', media } = settings;
    await site.visit(examples, { viewport: { width, height: 900 }, colorScheme: scheme }, async (page, path) => {
      if (media !== undefined) await page.emulateMedia({ media });
      faults.push(...(await check(page, path)).map((fault) => `${path}: ${fault}`));
    });
    return faults;
  }

  const openAll = (page: Page): Promise<unknown> =>
    page.evaluate("document.querySelectorAll('details').forEach((details) => { details.open = true; })");

  test.each([
    ['light', 1280],
    ['dark', 1280],
    ['light', 390],
  ] as const)('no barrier that axe can find, %s, %i pixels', async (scheme, width) => {
    const found = await faultsOf({ scheme, width }, async (page) => {
      await openAll(page);
      return barriers(page);
    });
    expect(found).toEqual([]);
  });

  // A window of 1280 pixels at 400 % is one of 320.
  test('no sideways scrolling at 320 pixels, which is 400 %', async () => {
    const found = await faultsOf({ width: 320 }, async (page) => {
      const folded = await isTooWide(page);
      await openAll(page);
      return folded || (await isTooWide(page)) ? ['too wide'] : [];
    });
    expect(found).toEqual([]);
  });

  test.each([1280, 390])('by keyboard, %i pixels: every stop is reached, seen, and free', async (width) => {
    expect(await faultsOf({ width }, keyboardFaults)).toEqual([]);
  });

  test('focus is seen in forced colours too', async () => {
    const found = await faultsOf({}, async (page) => {
      await page.emulateMedia({ forcedColors: 'active' });
      return keyboardFaults(page);
    });
    expect(found).toEqual([]);
  });

  test.each([1280, 390])('targets have 24 pixels or room around them, %i pixels', async (width) => {
    expect(await faultsOf({ width }, smallTargets)).toEqual([]);
  });

  test('printed without navigation, with notes', async () => {
    expect(await faultsOf({ media: 'print' }, printFaults)).toEqual([]);
  });

  test('nothing moves where the reader wants it still', async () => {
    expect(await faultsOf({}, movements)).toEqual([]);
  });

  test('without scripts every word is there that scripts show', async () => {
    const settings = { viewport: { width: 1280, height: 900 } };
    const withScripts = new Map<string, Set<string>>();
    await site.visit(pagesOf(files), settings, async (page, path) => {
      if (path !== 'search.html') withScripts.set(path, new Set(await wordsShown(page)));
    });
    const missing: string[] = [];
    await site.visit([...withScripts.keys()], { ...settings, javaScriptEnabled: false }, async (page, path) => {
      const words = new Set(await wordsShown(page));
      const lost = [...(withScripts.get(path) ?? [])].filter((word) => !words.has(word));
      // A script may bring a label of its own, never a sentence of the edition.
      if (lost.length > 12) missing.push(`${path}: ${lost.slice(0, 20).join(' ')}`);
    });
    expect(missing).toEqual([]);
  });

  test('nobody else is asked, the policy is kept, nothing is said on the console', async () => {
    const said: string[] = [];
    const context = await site.browser.newContext();
    const page = await context.newPage();
    page.on('request', (request) => {
      if (!request.url().startsWith(site.origin)) said.push(request.url());
    });
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(error.message));
    page.on('dialog', (dialog) => {
      said.push(dialog.message());
      void dialog.dismiss();
    });
    for (const path of pagesOf(files)) await page.goto(site.origin + path);
    expect(said).toEqual([]);
    await context.close();
  });

  test('what a page may not run does not run', async () => {
    await site.visit(examples, {}, async (page, path) => {
      await page.evaluate(`(() => {
        const script = document.createElement('script');
        script.textContent = 'window.ran = 1';
        document.body.append(script);
        document.body.insertAdjacentHTML('beforeend', '<img src="data:," onerror="window.ran = 2"><p style="display: none" class="styled">x</p>');
      })()`);
      await page.evaluate('new Promise((resolve) => setTimeout(resolve, 30))');
      expect(
        await page.evaluate("[window.ran ?? 0, getComputedStyle(document.querySelector('.styled')).display]"),
        path,
      ).toEqual([0, 'block']);
    });
  });

  test('a crawler of its own finds every page and no dead link', async () => {
    const context = await site.browser.newContext();
    const page = await context.newPage();
    await page.goto(`${site.origin}index.html`);
    const { dead, found } = await crawl(page);
    expect(dead).toEqual([]);
    expect(pagesOf(files).filter((path) => !found.includes(path) && path !== '404.html')).toEqual([]);
    await context.close();
  });

  test('the largest page is ready soon', async () => {
    const [largest = ''] = examples.toSorted((a, b) => sizeOf(b) - sizeOf(a));
    const context = await site.browser.newContext({ viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Performance.enable');
    const times: number[] = [];
    for (let run = 0; run < 3; run++) {
      await page.goto(site.origin + largest);
      const { metrics } = await session.send('Performance.getMetrics');
      times.push((metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN) * 1000);
    }
    // Two hundred milliseconds on a machine that does nothing else; test machines do.
    expect(Math.min(...times)).toBeLessThan(1000);
    await context.close();
  });

  function sizeOf(path: string): number {
    return files.find((file) => file.path === path)?.content.length ?? 0;
  }
});
