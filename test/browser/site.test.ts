import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromium, type Browser, type Page } from 'playwright-core';
import { buildSite } from '../../src/site/site.js';
import { sampleEdition } from '../site/sample-edition.js';

const CHROMIUM = '/usr/bin/chromium';
const isMissing = !existsSync(CHROMIUM);
const mustRun = process.env['CI'] === 'true';

/** One page of each kind. */
const KINDS = [
  'index.html',
  'documents/letter-1850.html',
  'documents/minutes-1848.html',
  'documents/hostile.html',
  'persons.html',
  'places.html',
  'organisations.html',
  'principles.html',
  'data.html',
  '404.html',
] as const;

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css',
  xml: 'application/xml',
  txt: 'text/plain; charset=utf-8',
};

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

test(`a browser stands at ${CHROMIUM}`, (context) => {
  if (!isMissing) return;
  if (mustRun) expect.fail('The browser tests have to run in continuous integration.');
  context.skip(`There is no ${CHROMIUM}: the browser tests were left out.`);
});

describe.skipIf(isMissing)('the site in a browser', () => {
  let server: Server;
  let browser: Browser;
  let origin = '';

  beforeAll(async () => {
    const input = await sampleEdition('letter-1850', 'minutes-1848', 'hostile');
    const { baseUrl, ...edition } = input.edition;
    expect(baseUrl).toBeDefined();
    const files = new Map(
      (await buildSite({ ...input, edition })).files.map(({ path, content }) => [`/${path}`, content]),
    );
    server = createServer((request, response) => {
      const path = decodeURIComponent(request.url ?? '/');
      const content = files.get(path);
      response.writeHead(content === undefined ? 404 : 200, {
        'content-type': TYPES[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream',
      });
      response.end(content);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    browser = await chromium.launch({
      executablePath: CHROMIUM,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    });
  });

  afterAll(async () => {
    await browser.close();
    await new Promise((resolve) => server.close(resolve));
  });

  async function withPage(
    settings: { readonly width: number; readonly scheme: 'light' | 'dark' },
    look: (page: Page, path: string) => Promise<void>,
  ): Promise<void> {
    const context = await browser.newContext({
      viewport: { width: settings.width, height: 900 },
      colorScheme: settings.scheme,
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    for (const path of KINDS) {
      await page.goto(origin + path);
      await look(page, path);
    }
    await context.close();
  }

  /** What axe finds on the page: the rule and the element. */
  async function barriers(page: Page): Promise<string[]> {
    await page.evaluate(axeSource);
    return page.evaluate(
      `axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then((result) =>
        result.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ' ' + html.slice(0, 120))))`,
    );
  }

  test('axe finds what is there to be found', async () => {
    const page = await browser.newPage();
    await page.setContent(
      '<html lang="en"><title>x</title><main><h1>x</h1><p style="color:#ccc">pale</p></main></html>',
    );
    expect(await barriers(page)).toEqual(['color-contrast <p style="color:#ccc">pale</p>']);
    await page.close();
  });

  test.each(['light', 'dark'] as const)('no barrier that axe can find, %s', { timeout: 120_000 }, async (scheme) => {
    const violations: string[] = [];
    await withPage({ width: 1280, scheme }, async (page, path) => {
      await page.evaluate("document.querySelectorAll('details').forEach((details) => { details.open = true; })");
      const found = await barriers(page);
      violations.push(...found.map((violation) => `${path} ${violation}`));
    });
    expect(violations).toEqual([]);
  });

  test('no sideways scrolling at 320 pixels', async () => {
    const wide: string[] = [];
    await withPage({ width: 320, scheme: 'light' }, async (page, path) => {
      if (Number(await page.evaluate('document.documentElement.scrollWidth')) > 320) wide.push(path);
    });
    expect(wide).toEqual([]);
  });

  test('no request leaves, nothing is said on the console, styles apply', async () => {
    const away: string[] = [];
    const said: string[] = [];
    await withPage({ width: 1280, scheme: 'light' }, async (page, path) => {
      page.removeAllListeners();
      page.on('request', (request) => {
        if (!request.url().startsWith(origin)) away.push(request.url());
      });
      page.on('console', (message) => said.push(`${path} ${message.text()}`));
      page.on('dialog', (dialog) => {
        said.push(`${path} ${dialog.message()}`);
        void dialog.dismiss();
      });
      await page.reload();
      expect(await page.evaluate('getComputedStyle(document.documentElement).backgroundColor')).toBe(
        'rgb(251, 249, 244)',
      );
    });
    expect(away).toEqual([]);
    expect(said).toEqual([]);
  });

  test('the first tab stop is the skip link, and it shows', async () => {
    const page = await browser.newPage();
    await page.goto(`${origin}index.html`);
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.className')).toBe('skip');
    expect(Number(await page.evaluate('document.activeElement.getBoundingClientRect().height'))).toBeGreaterThan(24);
    await page.close();
  });

  test('a mention leads to its place', async () => {
    const page = await browser.newPage();
    await page.goto(`${origin}persons.html`);
    await page.click('#babbage-charles details:has(a[href*="letter-1850-n1"]) summary');
    await page.click('#babbage-charles a[href*="letter-1850-n1"]');
    expect(page.url()).toBe(`${origin}documents/letter-1850.html#letter-1850-n1`);
    expect(await page.evaluate("document.querySelector(':target').textContent.replace(/\\s+/g, ' ')")).toBe(
      'Mr Babbage',
    );
    await page.close();
  });
});
