import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sampleSite } from '../site/quality/built-site.js';
import { barriers, browserNeeded, isBrowserMissing, serveSite, type BrowserSite } from './browser-site.js';

browserNeeded();

describe.skipIf(isBrowserMissing)('the site in a browser', () => {
  let site: BrowserSite;

  beforeAll(async () => {
    site = await serveSite(await sampleSite());
  });

  afterAll(async () => {
    await site.close();
  });

  test('axe finds what is there to be found', async () => {
    const page = await site.browser.newPage();
    await page.setContent(
      '<html lang="en"><title>x</title><main><h1>x</h1><p style="color:#ccc">pale</p></main></html>',
    );
    expect(await barriers(page)).toEqual(['color-contrast <p style="color:#ccc">pale</p>']);
    await page.close();
  });

  test('styles apply', async () => {
    await site.visit(['index.html'], { colorScheme: 'light' }, async (page) => {
      expect(await page.evaluate('getComputedStyle(document.documentElement).backgroundColor')).toBe(
        'rgb(251, 249, 244)',
      );
    });
  });

  test('the first tab stop is the skip link, and it shows', async () => {
    await site.visit(['index.html'], {}, async (page) => {
      await page.keyboard.press('Tab');
      expect(await page.evaluate('document.activeElement.className')).toBe('skip');
      expect(Number(await page.evaluate('document.activeElement.getBoundingClientRect().height'))).toBeGreaterThan(24);
    });
  });

  test('a mention leads to its place', async () => {
    await site.visit(['persons.html'], {}, async (page) => {
      await page.click('#babbage-charles details:has(a[href*="letter-1850-n1"]) summary');
      await page.click('#babbage-charles a[href*="letter-1850-n1"]');
      await page.waitForSelector(':target');
      expect(page.url()).toBe(`${site.origin}documents/letter-1850.html#letter-1850-n1`);
      expect(await page.evaluate("document.querySelector(':target').textContent.replace(/\\s+/g, ' ')")).toBe(
        'Mr Babbage',
      );
    });
  });
});
