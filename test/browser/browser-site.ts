import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { SiteFile } from '../../src/site/site-input.js';

const CHROMIUM = '/usr/bin/chromium';

/** True where there is no browser to test with. */
export const isBrowserMissing = !existsSync(CHROMIUM);

/** Tells by name that the browser tests of a file are left out; in continuous integration they have to run. */
export function browserNeeded(): void {
  test(`a browser stands at ${CHROMIUM}`, (context) => {
    if (!isBrowserMissing) return;
    if (process.env['CI'] === 'true') expect.fail('The browser tests have to run in continuous integration.');
    context.skip(`There is no ${CHROMIUM}: the browser tests were left out.`);
  });
}

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css',
  js: 'text/javascript',
  json: 'application/json',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
  xml: 'application/xml',
  atom: 'application/atom+xml',
  txt: 'text/plain; charset=utf-8',
};

/** A site that a server of its own serves to a browser of its own. */
export interface BrowserSite {
  /** The address of the site, with a slash at its end. */
  readonly origin: string;
  readonly browser: Browser;
  /** Opens pages one after another in one window. */
  visit(
    paths: readonly string[],
    settings: BrowserContextOptions,
    look: (page: Page, path: string) => Promise<void>,
  ): Promise<void>;
  close(): Promise<void>;
}

/** Serves a site as it was built, and starts a browser that asks nobody else. */
export async function serveSite(files: readonly SiteFile[]): Promise<BrowserSite> {
  const byPath = new Map(files.map(({ path, content }) => [`/${path}`, content]));
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://site.invalid');
    const path = decodeURIComponent(pathname);
    // Browsers ask for it unasked.
    if (path === '/favicon.ico') {
      response.writeHead(204).end();
      return;
    }
    const content = byPath.get(path);
    response.writeHead(content === undefined ? 404 : 200, {
      'content-type': TYPES[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream',
    });
    response.end(content);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const browser = await launch();
  return {
    origin,
    browser,
    visit: async (paths, settings, look) => {
      const context = await browser.newContext({ reducedMotion: 'reduce', ...settings });
      const page = await context.newPage();
      for (const path of paths) {
        await page.goto(origin + path);
        await look(page, path);
      }
      await context.close();
    },
    close: async () => {
      await browser.close();
      await closed(server);
    },
  };
}

/** Starts a browser that asks nobody else. */
export function launch(): Promise<Browser> {
  return chromium.launch({
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
}

async function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The rules of axe whose answer changes with the width of the window and with its colours. */
export const RULES_OF_LOOKS: readonly string[] = [
  'color-contrast',
  'link-in-text-block',
  'scrollable-region-focusable',
  'target-size',
];

/** WCAG 2.2, levels A and AA, and good practice. */
const ALL_RULES: readonly string[] = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds on a page, by all its rules or some: the rule and the element. */
export async function barriers(page: Page, rules: readonly string[] = ALL_RULES): Promise<string[]> {
  if ((await page.evaluate('typeof axe')) === 'undefined') await page.evaluate(axeSource);
  return page.evaluate(
    `axe.run({ runOnly: ${JSON.stringify(rules)}, resultTypes: ['violations'], selectors: false }).then((result) =>
      result.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ' ' + html.slice(0, 120))))`,
  );
}
