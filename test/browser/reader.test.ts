import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SafeHtml } from '../../src/site/safe-html.js';
import { buildSite } from '../../src/site/site.js';
import type { SiteDocument } from '../../src/site/site-input.js';
import { transformDocuments } from '../../src/transform/transform.js';
import { sampleEdition } from '../site/sample-edition.js';
import { barriers, browserNeeded, isBrowserMissing, serveSite, type BrowserSite } from './browser-site.js';

browserNeeded();

/** Minutes with many notes, and a long record. */
const NOTES = 'working-notes-1956-10-30';
const LONG = 'stenographic-record-1956-11-04';

const WIDE = { width: 1500, height: 900 };
const MIDDLE = { width: 1100, height: 900 };
const NARROW = { width: 390, height: 844 };

/** Documents of this edition as the build makes them. */
async function documents(...ids: readonly string[]): Promise<SiteDocument[]> {
  const sources = ids.map((id) => ({
    id,
    xml: readFileSync(new URL(`../../tei/${id}.xml`, import.meta.url), 'utf8'),
  }));
  const parameters = { permalinks: true, 'persons-page': '../persons.html', 'places-page': '../places.html' };
  const pages = await transformDocuments(sources, 'html', { parameters });
  return sources.map(({ id, xml }, index) => ({
    id,
    teiXml: xml,
    htmlFragment: SafeHtml.fromStylesheet(pages[index]?.output ?? ''),
    plainText: '',
  }));
}

/** What a page says of its notes in the margin: the sign of each, where it stands, how high it is. */
const MARGIN = `[...document.querySelectorAll('.margin-note')].map((note) => {
  const { top, bottom, left, right } = note.getBoundingClientRect();
  return { sign: note.querySelector('.tei-note-number').textContent, top, bottom, left, right };
})`;

interface MarginNote {
  readonly sign: string;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

describe.skipIf(isBrowserMissing)('a document in a browser', () => {
  let site: BrowserSite;
  const said: string[] = [];

  beforeAll(async () => {
    const input = await sampleEdition('letter-1850');
    const { baseUrl, ...edition } = input.edition;
    expect(baseUrl).toBeDefined();
    const { files } = await buildSite({ ...input, edition, documents: await documents(NOTES, LONG) });
    site = await serveSite(files);
  }, 120_000);

  afterAll(async () => {
    await site.close();
  });

  /** Opens a document; what it says on the console is a fault. */
  async function reading(
    viewport: { width: number; height: number },
    look: (page: Page) => Promise<void>,
    id = NOTES,
  ): Promise<void> {
    await site.visit([`documents/${id}.html`], { viewport }, async (page) => {
      page.on('console', (message) => said.push(message.text()));
      page.on('pageerror', (error) => said.push(error.message));
      await page.evaluate('document.fonts.ready.then(() => new Promise(requestAnimationFrame))');
      await look(page);
    });
    expect(said).toEqual([]);
  }

  /** A value of the page that arrives after a frame or two. */
  function of(page: Page, expression: string) {
    return expect.poll(() => page.evaluate(expression), { timeout: 5000 });
  }

  test.each([
    ['wide', WIDE],
    ['middle', MIDDLE],
  ] as const)('notes stand in the margin, all of them, none over another (%s)', async (_, viewport) => {
    await reading(viewport, async (page) => {
      const check = async (): Promise<void> => {
        const notes = await page.evaluate<MarginNote[]>(MARGIN);
        const signs = await page.evaluate<string[]>(
          "[...document.querySelectorAll('.tei-notes > .tei-note > .tei-note-number')].map((e) => e.textContent)",
        );
        expect(notes.map(({ sign }) => sign)).toEqual(signs);
        const text = await page.evaluate<number>("document.querySelector('.text').getBoundingClientRect().right");
        notes.forEach((note, i) => {
          expect(note.bottom).toBeGreaterThan(note.top);
          expect(note.left).toBeGreaterThan(text);
          expect(note.right).toBeLessThanOrEqual(viewport.width);
          expect(note.top).toBeGreaterThanOrEqual(notes[i - 1]?.bottom ?? -Infinity);
        });
      };
      await check();
      // The first stands beside its sign.
      const [first] = await page.evaluate<MarginNote[]>(MARGIN);
      const sign = await page.evaluate<number>("document.querySelector('.tei-noteref a').getBoundingClientRect().top");
      expect(Math.abs((first?.top ?? 0) - sign)).toBeLessThan(12);
      // Larger letters: all is laid out anew.
      const before = first?.top ?? 0;
      await page.evaluate("document.documentElement.style.fontSize = '24px'");
      await of(page, `${MARGIN}[0].top !== ${before}`).toBe(true);
      await expect
        .poll(async () =>
          check().then(
            () => true,
            () => false,
          ),
        )
        .toBe(true);
    });
  });

  test('notes in the margin are for the eye only: no id twice, no stop for the keyboard, nothing read aloud', async () => {
    await reading(WIDE, async (page) => {
      expect(await page.evaluate("document.querySelector('.margin-notes').getAttribute('aria-hidden')")).toBe('true');
      expect(await page.evaluate("document.querySelectorAll('.margin-notes [id]').length")).toBe(0);
      expect(
        await page.evaluate("[...document.querySelectorAll('.margin-notes a')].every((a) => a.tabIndex === -1)"),
      ).toBe(true);
    });
  });

  test('a long note opens while its sign has the focus', async () => {
    await reading(WIDE, async (page) => {
      const height = "document.querySelectorAll('.margin-note')[2].offsetHeight";
      const before = await page.evaluate<number>(height);
      await page.evaluate("document.querySelectorAll('.tei-noteref a')[2].focus()");
      await of(page, `${height} > ${before}`).toBe(true);
    });
  });

  test('on a small screen a note opens at its sign; Escape closes it and gives the focus back', async () => {
    await reading(NARROW, async (page) => {
      expect(await page.evaluate("getComputedStyle(document.querySelector('.margin-notes')).display")).toBe('none');
      await page.evaluate("document.querySelectorAll('.tei-noteref a')[6].focus()");
      await page.keyboard.press('Enter');
      await of(page, "document.querySelector('.note-popover').matches(':popover-open')").toBe(true);
      expect(await page.evaluate("document.activeElement.getAttribute('aria-label')")).toBe('Note 7');
      const box = await page.evaluate<{ left: number; right: number; top: number; sign: number }>(
        `(() => { const { left, right, top } = document.querySelector('.note-popover').getBoundingClientRect();
          return { left, right, top, sign: document.querySelectorAll('.tei-noteref a')[6].getBoundingClientRect().bottom }; })()`,
      );
      expect(box.left).toBeGreaterThanOrEqual(0);
      expect(box.right).toBeLessThanOrEqual(NARROW.width);
      expect(box.top - box.sign).toBeLessThan(40);
      await page.keyboard.press('Escape');
      await of(page, "document.querySelector('.note-popover').matches(':popover-open')").toBe(false);
      expect(await page.evaluate('document.activeElement.textContent')).toBe('7');
      expect(page.url()).not.toContain('#');
    });
  });

  test('from the popover to the note among the others, and back to its sign', async () => {
    await reading(NARROW, async (page) => {
      await page.click('.tei-noteref a >> nth=6');
      await page.click('.note-popover .ways a');
      expect(page.url()).toMatch(/-n7$/);
      expect(await page.evaluate("document.querySelector('.note-popover').matches(':popover-open')")).toBe(false);
      await page.click(`[id$='-n7'] .tei-backlink`);
      expect(page.url()).toMatch(/-n7~ref$/);
    });
  });

  test('the pages of the edition are a menu on a small screen, without a script', async () => {
    const context = await site.browser.newContext({ viewport: NARROW, javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${site.origin}documents/${NOTES}.html`);
    expect(await page.isVisible('.masthead nav')).toBe(false);
    await page.click('.menu');
    expect(await page.isVisible('.masthead nav')).toBe(true);
    expect(await page.isVisible('.tei-notes')).toBe(true);
    await context.close();
  });

  test('names are put out and stay links; the switch is remembered', async () => {
    const line = "getComputedStyle(document.querySelector('.tei-p a.tei-persName')).textDecorationLine";
    await reading(WIDE, async (page) => {
      expect(await page.evaluate(line)).toBe('underline');
      await page.evaluate("document.getElementById('page:show-persons').focus()");
      await page.keyboard.press('Space');
      expect(await page.evaluate(line)).toBe('none');
      await page.reload();
      expect(await page.evaluate(line)).toBe('none');
      await page.click("[id='page:show-persons']");
      expect(await page.evaluate(line)).toBe('underline');
    });
  });

  test('the text as in the source: its readings in the line, what editors supplied put out, and back', async () => {
    await reading(
      WIDE,
      async (page) => {
        const state = `(() => {
          const choice = document.querySelector('.tei-p > .tei-choice:has(.tei-corr)');
          return [choice.innerText.trim(), document.querySelector('.tei-p > .tei-supplied').innerText];
        })()`;
        const texts =
          "['.tei-corr', '.tei-sic'].map((name) => document.querySelector('.tei-p > .tei-choice:has(.tei-corr) ' + name).textContent)";
        const [corr, sic] = await page.evaluate<[string, string]>(texts);
        const visible =
          "[...document.querySelectorAll('.tei-p > .tei-supplied')].filter((e) => e.checkVisibility()).length";
        expect(await page.evaluate<number>(visible)).toBeGreaterThan(0);
        await page.click("[id='page:source']");
        const [shown] = await page.evaluate<[string, string]>(state);
        expect(shown).toBe(sic);
        expect(await page.evaluate<number>(visible)).toBe(0);
        await page.click("[id='page:edited']");
        expect((await page.evaluate<[string, string]>(state))[0]).toContain(corr);
      },
      LONG,
    );
  });

  test('a link to a passage shows to the pointer and to the keyboard, and is as large as a finger needs', async () => {
    await reading(WIDE, async (page) => {
      const link = "document.querySelector('p.tei-p > .tei-permalink')";
      const opacity = `getComputedStyle(${link}).opacity`;
      expect(await page.evaluate(opacity)).toBe('0');
      await page.hover('p.tei-p:has(> .tei-permalink)');
      expect(await page.evaluate(opacity)).toBe('1');
      await page.mouse.move(0, 0);
      await page.evaluate(`${link}.focus({ focusVisible: true })`);
      expect(await page.evaluate(opacity)).toBe('1');
      const size = await page.evaluate<number[]>(`[${link}.offsetWidth, ${link}.offsetHeight]`);
      expect(Math.min(...size)).toBeGreaterThanOrEqual(24);
      await page.keyboard.press('Enter');
      expect(page.url()).toMatch(/#.+-p\d+$/);
    });
  });

  test('the contents show where the reader is', async () => {
    await reading(WIDE, async (page) => {
      await page.click('.contents .nested:nth-child(3) a');
      await of(page, "document.querySelector('.contents [aria-current]')?.textContent").toBe(
        await page.evaluate("document.querySelector('.contents .nested:nth-child(3) a').textContent"),
      );
    });
  });

  test('printed: no navigation, no switches, the notes once', async () => {
    await reading(WIDE, async (page) => {
      await page.emulateMedia({ media: 'print' });
      for (const part of [
        '.masthead nav',
        '.menu',
        '.aids',
        '.neighbours',
        '.margin-notes',
        '.tei-permalink',
        '.tei-backlink',
      ]) {
        expect(await page.isVisible(part), part).toBe(false);
      }
      for (const part of ['h1', '.tei-p', '.tei-notes .tei-note-body', '.about']) {
        expect(await page.isVisible(part), part).toBe(true);
      }
    });
  });

  test.each([
    ['light', WIDE, LONG],
    ['dark', NARROW, NOTES],
  ] as const)('no barrier that axe can find, %s', { timeout: 60_000 }, async (colorScheme, viewport, id) => {
    await site.visit([`documents/${id}.html`], { viewport, colorScheme }, async (page) => {
      await page.evaluate("document.querySelectorAll('details').forEach((details) => { details.open = true; })");
      if (viewport === NARROW) {
        await page.click('.tei-noteref a >> nth=6');
        expect(await page.isVisible('.note-popover')).toBe(true);
      }
      expect(await barriers(page)).toEqual([]);
    });
  });

  test('the longest document is complete in little time', async () => {
    const context = await site.browser.newContext({ viewport: WIDE });
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Performance.enable');
    await page.goto(`${site.origin}documents/${LONG}.html`);
    await page.evaluate('document.fonts.ready');
    const { metrics } = await session.send('Performance.getMetrics');
    const seconds = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? 0;
    const work = ['ScriptDuration', 'LayoutDuration', 'RecalcStyleDuration'].reduce(
      (sum, name) => sum + seconds(name),
      0,
    );
    console.info(`main thread: ${Math.round(work * 1000)} ms`);
    // A quiet machine needs less than 200 ms; a busy one gets five times that.
    expect(work).toBeLessThan(1);
    await context.close();
  });
});
