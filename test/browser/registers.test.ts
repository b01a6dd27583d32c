import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromium, type Browser, type Page } from 'playwright-core';
import { buildSite } from '../../src/site/site.js';
import { largeEdition, PERSONS } from '../site/large-edition.js';

const CHROMIUM = '/usr/bin/chromium';
const isMissing = !existsSync(CHROMIUM);
const mustRun = process.env['CI'] === 'true';

/** One page of each kind that a large register or a long list has. */
const KINDS = [
  'list/2.html',
  'persons.html',
  'persons/n.html',
  'persons/mentions/p0.html',
  'persons/unidentified.html',
];

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css',
  js: 'text/javascript',
};

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

test(`a browser stands at ${CHROMIUM}`, (context) => {
  if (!isMissing) return;
  if (mustRun) expect.fail('The browser tests have to run in continuous integration.');
  context.skip(`There is no ${CHROMIUM}: the browser tests were left out.`);
});

describe.skipIf(isMissing)('large registers in a browser', { timeout: 120_000 }, () => {
  let server: Server;
  let browser: Browser;
  let origin = '';

  beforeAll(async () => {
    const { files } = await buildSite(largeEdition());
    const contents = new Map(files.map(({ path, content }) => [`/${path}`, content]));
    server = createServer((request, response) => {
      const path = decodeURIComponent(request.url ?? '/');
      const content = contents.get(path);
      const type = TYPES[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
      response.writeHead(content === undefined ? 404 : 200, { 'content-type': type });
      response.end(content);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] });
  }, 120_000);

  afterAll(async () => {
    await browser.close();
    await new Promise((resolve) => server.close(resolve));
  });

  async function open(path: string, settings: Parameters<Browser['newPage']>[0] = {}): Promise<Page> {
    const page = await browser.newPage({ reducedMotion: 'reduce', ...settings });
    await page.goto(origin + path);
    return page;
  }

  test.each(['light', 'dark'] as const)('no barrier that axe can find, %s', async (colorScheme) => {
    const violations: string[] = [];
    for (const path of KINDS) {
      const page = await open(path, { colorScheme });
      await page.evaluate("document.querySelectorAll('details').forEach((details) => { details.open = true; })");
      await page.evaluate(axeSource);
      const found: string[] = await page.evaluate(
        `axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then((result) =>
          result.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ' ' + html.slice(0, 120))))`,
      );
      violations.push(...found.map((violation) => `${path} ${violation}`));
      await page.close();
    }
    expect(violations).toEqual([]);
  });

  test('no sideways scrolling at 320 pixels', async () => {
    for (const path of KINDS) {
      const page = await open(path, { viewport: { width: 320, height: 800 } });
      expect(await page.evaluate('document.documentElement.scrollWidth'), path).toBe(320);
      await page.close();
    }
  });

  test('an address from a small register leads to the name, and from there to the entry', async () => {
    const page = await open('persons.html#p7');
    await page.click(':target a');
    expect(page.url()).toMatch(/\/persons\/[^/]+\.html#p7$/);
    expect(await page.locator(':target h3').count()).toBe(1);
    await page.close();
  });

  test('the filter shows entries by any letters of their names, whatever the accents, and says how many', async () => {
    const page = await open('persons.html');
    const shown = page.locator('.register-entry:visible');
    await page.fill('#page\\:filter', 'OLVEDI');
    const count = await shown.count();
    expect(count).toBeGreaterThan(30);
    expect(await page.locator('.register-filter output').innerText()).toContain(String(count));
    expect(await page.locator('.register-letter:visible').count()).toBe(1);
    await page.fill('#page\\:filter', '');
    expect(await shown.count()).toBe(PERSONS);
    expect(await page.locator('.register-filter output').innerText()).toBe('');
    await page.close();
  });

  test('without scripts there is no filter, and all entries', async () => {
    const page = await open('persons.html', { javaScriptEnabled: false });
    expect(await page.locator('.register-filter').isVisible()).toBe(false);
    expect(await page.locator('.register-entry').count()).toBe(PERSONS);
    await page.close();
  });
});
