import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SiteFile } from '../../src/site/site-input.js';
import { editionSite, examplePages, pagesOf, sampleSite } from '../site/quality/built-site.js';
import { browserNeeded, isBrowserMissing, serveSite, type BrowserSite } from './browser-site.js';
import { crawl } from './page-checks.js';
import { faultsOf, QUESTIONS, type Fault } from './page-visit.js';

browserNeeded();

describe.skipIf(isBrowserMissing).each([
  { name: 'the samples', make: sampleSite },
  { name: 'the edition', make: editionSite },
])('each page of $name', { timeout: 120_000 }, ({ make }) => {
  let files: readonly SiteFile[];
  let site: BrowserSite;
  let faults: readonly Fault[];

  beforeAll(async () => {
    files = await make();
    site = await serveSite(files);
    faults = await faultsOf(site, examplePages(files));
  });

  afterAll(async () => {
    await site.close();
  });

  test.each(QUESTIONS)('%s', (question) => {
    expect(faults.filter(([, asked]) => asked === question).map(([path, , fault]) => `${path}: ${fault}`)).toEqual([]);
  });

  test('a crawler of its own finds it, and no dead link', async () => {
    await site.visit(['index.html'], {}, async (page) => {
      const { dead, found } = await crawl(page);
      expect(dead).toEqual([]);
      expect(pagesOf(files).filter((path) => !found.includes(path) && path !== '404.html')).toEqual([]);
    });
  });

  test('the largest document is ready soon', async () => {
    const [largest] = files
      .filter(({ path }) => /^documents\/.*\.html$/.test(path))
      .toSorted((a, b) => b.content.length - a.content.length);
    // A warm server and warm caches of the disk; a page, and so a process, that has seen nothing.
    await site.visit([largest?.path ?? ''], {}, () => Promise.resolve());
    await site.visit(['404.html'], { viewport: { width: 1280, height: 900 } }, async (page) => {
      const session = await page.context().newCDPSession(page);
      await session.send('Performance.enable');
      await page.goto(site.origin + (largest?.path ?? ''));
      await page.evaluate('new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))');
      const { metrics } = await session.send('Performance.getMetrics');
      const milliseconds = (name: string): number =>
        (metrics.find((metric) => metric.name === name)?.value ?? NaN) * 1000;
      const work = ['ScriptDuration', 'LayoutDuration', 'RecalcStyleDuration'].map(milliseconds);
      // Below 200 on a machine that does nothing else; those that test do much else.
      expect(
        work.reduce((sum, part) => sum + part),
        work.map(Math.round).join(' + '),
      ).toBeLessThan(1000);
    });
  });
});
