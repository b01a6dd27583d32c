import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serve } from '../../src/commands/serve.js';
import { diskFileSystem } from '../../src/storage/file-system.js';
import { barriers, browserNeeded, isBrowserMissing, launch, RULES_OF_LOOKS } from './browser-site.js';
import { focusFaults, isTooWide, keyboardFaults, smallTargets } from './page-checks.js';

browserNeeded();

class Ended extends Error {}

describe.skipIf(isBrowserMissing)('the questions of a preview', () => {
  let folder: string;
  let address: string;
  let page: Page;
  let browser: Awaited<ReturnType<typeof launch>>;
  let served: Promise<unknown>;
  let isEnding = false;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'editio-questions-'));
    cpSync('templates/init/tei', join(folder, 'tei'), { recursive: true });
    mkdirSync(join(folder, 'seeds'));
    writeFileSync(
      join(folder, 'seeds/visit.txt'),
      'A Visit\n\nMr. Otto Steiner came to the town in the morning and spoke of the harbour. Later Mr. Steiner left.\n\nMrs. Anna Berg was at the harbour with Mr. Paul Vogt on that evening.\n',
    );
    address = await new Promise<string>((resolve, reject) => {
      let where = '';
      served = serve(
        diskFileSystem,
        folder,
        { port: 0 },
        {
          started: (at) => {
            where = at;
          },
          built: async () => {
            resolve(where);
            await Promise.resolve();
            if (isEnding) throw new Ended();
          },
        },
      ).catch((error: unknown) => {
        reject(error instanceof Error ? error : new Error(String(error)));
      });
    });
    browser = await launch();
    page = await browser.newPage({ viewport: { width: 1000, height: 600 }, reducedMotion: 'reduce' });
    await page.goto(`${address}documents/visit.html`);
    await page.click('.preview-desk a');
    await page.waitForSelector('.question');
  }, 60_000);

  afterAll(async () => {
    await browser.close();
    isEnding = true;
    // The next build is the last.
    writeFileSync(join(folder, 'seeds/visit.txt'), 'A Visit\n\nNobody came.\n');
    await served;
    rmSync(folder, { recursive: true });
  }, 60_000);

  const card = (words: string): string => `.question:has(h3:text("${words}"))`;

  test('nothing keeps anybody out, on any screen', async () => {
    expect([await barriers(page), await smallTargets(page), await focusFaults(page)]).toEqual([[], [], []]);
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize({ width: 360, height: 600 });
    expect([await barriers(page, RULES_OF_LOOKS), await isTooWide(page), await smallTargets(page)]).toEqual([
      [],
      false,
      [],
    ]);
    await page.setViewportSize({ width: 1000, height: 600 });
    // The keyboard begins where the focus was last; on a new page, at its beginning.
    await page.reload();
    await page.waitForSelector('.question');
    expect(await keyboardFaults(page)).toEqual([]);
  });

  test('an answer is written, the text is shown as it reads then, and the page stays where it was', async () => {
    const other = card('Paul Vogt');
    await page.locator(other).scrollIntoViewIfNeeded();
    await page.focus(`${card('Otto Steiner')} button:text("Add the entry")`);
    await page.keyboard.press('Enter');
    await page.waitForSelector(`#answered blockquote a:text("Otto Steiner")`, { timeout: 20_000 });
    expect(readFileSync(join(folder, 'tei/register/persons.xml'), 'utf8')).toContain('xml:id="steiner-otto"');
    expect(await page.locator(card('Otto Steiner')).count()).toBe(0);
    expect(await page.evaluate('document.activeElement.tagName')).toBe('H3');
    expect(await page.evaluate('scrollY')).toBeGreaterThan(0);
    await page.click('#answered a:text("See it in the text")');
    await page.waitForSelector('.text a[href*="steiner-otto"]');
    await page.goto(`${address}-/review`);
    await page.waitForSelector('.question');
  }, 40_000);

  test('a word that is no name is said so; the answer can be taken back', async () => {
    const berg = card('Anna Berg');
    await page.click(`${berg} button:text("is no name")`);
    await page.waitForSelector(berg, { state: 'detached' });
    expect(readFileSync(join(folder, 'seeds/visit.yaml'), 'utf8')).toBe(
      'decisions:\n  - quote: "Anna Berg"\n    not: name\n',
    );
    await page.click('#answered li:has-text("Anna Berg") button');
    await page.waitForSelector(berg);
    expect(() => readFileSync(join(folder, 'seeds/visit.yaml'))).toThrow('ENOENT');
  }, 40_000);

  test('a preview that answers in other words, or not at all, is told of, and the question can be answered again', async () => {
    const name = `${card('Paul Vogt')} button:text("is no name")`;
    const answers = '**/-/answers';
    await page.route(answers, (route) => route.fulfill({ status: 403, contentType: 'text/plain', body: 'Not you.' }));
    await page.click(name);
    await page.waitForSelector(`${card('Paul Vogt')} .problem:text("Not you.")`);
    await page.unroute(answers);
    await page.route(answers, (route) => route.abort());
    await page.click(name);
    await page.waitForSelector(`${card('Paul Vogt')} .problem:text("does not answer")`);
    expect(await page.isEnabled(name)).toBe(true);
    await page.unroute(answers);
  });

  test('what is refused is said at the question; what is left for later is hidden', async () => {
    const vogt = card('Paul Vogt');
    await page.fill(`${vogt} label:text("Id") input`, 'steiner-otto');
    await page.click(`${vogt} button:text("Add the entry")`);
    await page.waitForSelector(`${vogt} .problem:text("is there already")`);
    await page.fill(`${vogt} label:text("Another person") input`, 'nobody');
    await page.click(`${vogt} button:text("It is this one")`);
    expect(await page.evaluate('document.activeElement.validationMessage')).toBe('The register has no such entry.');
    await page.click(`${vogt} button:text("later")`);
    expect(await page.locator(vogt).count()).toBe(0);
    await page.check('#put-off');
    expect(await page.locator(vogt).count()).toBe(1);
  });
});
