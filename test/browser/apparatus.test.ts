import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { collateWitnesses } from '../../src/collate/document.js';
import { textOfPlain } from '../../src/collate/witness.js';
import { SafeHtml } from '../../src/site/safe-html.js';
import { buildSite } from '../../src/site/site.js';
import type { SiteDocument } from '../../src/site/site-input.js';
import { transformDocuments } from '../../src/transform/transform.js';
import { sampleEdition } from '../site/sample-edition.js';
import { barriers, browserNeeded, isBrowserMissing, serveSite, type BrowserSite } from './browser-site.js';

const TEXTS = [
  'The river rose at night, and the people of the town went up to the old church.\n\n' +
    'Then the miller asked for help. His wife was still in the house by the weir.',
  'The riuer rose at night and the people of the town went up to the church.\n\n' +
    'Then the miller asked for help. His wife was still in the house by the weir <script>alert(1)</script>.',
  'Then the miller begged for help. His wife was still in the house by the weir.',
  'The river rose at night, and the men of the town went up to the old church.\n\n' +
    'Then the miller asked for help. His wife was still in the house by the weir.',
];
const VARIANTS = 'apparatus/river.html';
const PARALLEL = 'apparatus/parallel/river.html';

/** A collation of four witnesses, as a site publishes it. */
async function collation(): Promise<SiteDocument> {
  const { xml } = collateWitnesses({
    id: 'river',
    witnesses: TEXTS.map((text, index) => ({
      siglum: 'ABCD'.charAt(index),
      title: `Text "${index}" <b>`,
      href: `../${index}.txt`,
      texts: [textOfPlain(text)],
    })),
    reading: 'edited',
    relocate: (address) => address,
    toolVersion: '1.0.0',
  });
  const source = [{ id: 'river', xml }];
  const [html, text] = await Promise.all([transformDocuments(source, 'html'), transformDocuments(source, 'text')]);
  return {
    id: 'river',
    teiXml: xml,
    htmlFragment: SafeHtml.fromStylesheet(html[0]?.output ?? ''),
    plainText: text[0]?.output ?? '',
  };
}

browserNeeded();

describe.skipIf(isBrowserMissing)('the apparatus in a browser', () => {
  let site: BrowserSite;

  beforeAll(async () => {
    const input = await sampleEdition('letter-1850');
    const { baseUrl, ...edition } = input.edition;
    expect(baseUrl).toBeDefined();
    const { files, diagnostics } = await buildSite({ ...input, edition, apparatus: [await collation()] });
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    site = await serveSite(files);
  });

  afterAll(async () => {
    await site.close();
  });

  test.each(['light', 'dark'] as const)('has no barriers, %s', async (colorScheme) => {
    for (const width of [1400, 320]) {
      await site.visit([VARIANTS, PARALLEL], { colorScheme, viewport: { width, height: 800 } }, async (page, path) => {
        expect([path, width, await barriers(page)]).toEqual([path, width, []]);
        expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
      });
    }
  });

  test('leads from each place to its entry and back', async () => {
    await site.visit([VARIANTS], {}, async (page) => {
      const signs = page.locator('.tei-entry-ref a');
      const count = await signs.count();
      expect(count).toBeGreaterThan(5);
      for (let index = 0; index < count; index++) {
        const sign = signs.nth(index);
        const entry = page.locator(`[id="${decodeURIComponent((await sign.getAttribute('href')) ?? '').slice(1)}"]`);
        const back = await entry.locator('.tei-entry-sign').getAttribute('href');
        const place = page.locator(`[id="${decodeURIComponent(back ?? '').slice(1)}"]`);
        expect(await place.locator('.tei-entry-ref a').textContent()).toBe(await sign.textContent());
      }
    });
  });

  test('puts kinds aside and brings them back, without a script', async () => {
    await site.visit([VARIANTS, PARALLEL], { javaScriptEnabled: false }, async (page, path) => {
      const spelling = page.getByRole('checkbox', { name: 'Spelling' });
      const entry = page.locator('.tei-entry[data-kind="orthographic"]');
      const line = `getComputedStyle(document.querySelector('.variant[data-kind="orthographic"]')).textDecorationLine`;
      const isShown = async (): Promise<boolean> =>
        path === VARIANTS ? await entry.isVisible() : (await page.evaluate(line)) === 'underline';
      expect(await isShown()).toBe(true);
      await spelling.uncheck();
      expect(await isShown()).toBe(false);
      await spelling.check();
      expect(await isShown()).toBe(true);
    });
  });

  test('shows the witnesses that a reader chooses', async () => {
    await site.visit([PARALLEL], { javaScriptEnabled: false }, async (page) => {
      const first = page.locator('.block').first();
      const shown = async (): Promise<boolean[]> =>
        Promise.all([0, 1, 2, 3].map((number) => first.locator(`.witness-${number}`).isVisible()));
      expect(await shown()).toEqual([true, true, true, false]);
      await page.locator('[name="witness-3"]').check();
      await page.locator('[name="witness-2"]').uncheck();
      expect(await shown()).toEqual([true, true, false, true]);
    });
  });

  test('says what each witness has, and runs nothing of it', async () => {
    await site.visit([PARALLEL], {}, async (page) => {
      page.on('dialog', () => expect.fail('a script of a witness ran'));
      const text = await page.locator('.block').nth(1).locator('.witness-1').textContent();
      expect(text).toContain('<script>alert(1)</script>');
      expect(await page.locator('.block').first().locator('.witness-2').textContent()).toContain('Not in this witness');
    });
  });

  test('prints all entries and no switches', async () => {
    await site.visit([VARIANTS], {}, async (page) => {
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('.variant-kinds').isVisible()).toBe(false);
      const pane = await page.evaluate(
        `(({ overflowY, position }) => [overflowY, position])(getComputedStyle(document.querySelector('.tei-apparatus')))`,
      );
      expect(pane).toEqual(['visible', 'static']);
    });
  });
});
