import { existsSync, mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromium, type Browser, type Page } from 'playwright-core';
import { buildSite } from '../../src/site/site.js';
import { sampleEdition } from '../site/sample-edition.js';

const CHROMIUM = '/usr/bin/chromium';
const isMissing = !existsSync(CHROMIUM);
const mustRun = process.env['CI'] === 'true';

test(`a browser stands at ${CHROMIUM}`, (context) => {
  if (!isMissing) return;
  if (mustRun) expect.fail('The browser tests have to run in continuous integration.');
  context.skip(`There is no ${CHROMIUM}: the browser tests were left out.`);
});

describe.skipIf(isMissing)('citations in a browser, from the disk', () => {
  const folder = mkdtempSync(join(tmpdir(), 'editio-cite-'));
  const ADDRESS = 'https://example.org/edition/documents/letter-1850.html';
  let browser: Browser;

  beforeAll(async () => {
    const { files } = await buildSite(await sampleEdition('letter-1850'));
    for (const { path, content } of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] });
  });

  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  const open = async (fragment: string): Promise<Page> => {
    const page = await browser.newPage();
    await page.goto(pathToFileURL(join(folder, 'documents/letter-1850.html')).href + fragment);
    return page;
  };
  const note = async (page: Page): Promise<string> =>
    (await page.locator('.cite .citation').first().textContent()) ?? '';

  test('the whole document, then a paragraph, then the whole again', async () => {
    const page = await open('');
    const whole = await note(page);
    expect(whole).toContain(`${ADDRESS}.`);
    expect(whole).not.toContain('par.');

    await page.goto(`${page.url()}#letter-1850-p2`);
    await expect.poll(() => note(page)).toContain(`par. 2, ${ADDRESS}#letter-1850-p2.`);
    expect(await page.locator('.cite pre').textContent()).toContain(`url = {${ADDRESS}#letter-1850-p2}`);
    expect(await page.locator('.cite a.cite-address').first().getAttribute('href')).toBe(`${ADDRESS}#letter-1850-p2`);

    await page.getByRole('button', { name: 'The whole document' }).click();
    expect(await note(page)).toBe(whole);
    expect(new URL(page.url()).hash).toBe('');
    await page.close();
  });

  test('a note by its printed number; what is no passage of the text changes nothing', async () => {
    const onNote = await open('#letter-1850-note1');
    expect(await note(onNote)).toContain(`note 1, ${ADDRESS}#letter-1850-note1`);
    await onNote.close();
    for (const fragment of ['#page:about', '#nowhere', '#%']) {
      const page = await open(fragment);
      expect(await note(page)).toContain(`${ADDRESS}.`);
      await page.close();
    }
  });

  test('a form can be copied, and the button says so', async () => {
    const page = await open('');
    const button = page.locator('.cite-copy').first();
    await button.click();
    await expect.poll(() => button.textContent()).toMatch(/^(?:Copied|Copying did not work)/);
    await page.close();
  });
});
