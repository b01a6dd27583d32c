import { beforeAll, describe, expect, test } from 'vitest';
import type { SiteFile } from '../../../src/site/site-input.js';
import { editionSite, pagesOf, sampleSite, textOf } from './built-site.js';

/** What a page may weigh beside its own text: its markup, style sheets and scripts, as they lie on the disk. */
const MOST_BYTES = 60 * 1024;

describe.each([
  { name: 'the samples', make: sampleSite },
  { name: 'the edition', make: editionSite },
])('$name', { timeout: 120_000 }, ({ make }) => {
  let files: ReadonlyMap<string, SiteFile>;

  beforeAll(async () => {
    files = new Map((await make()).map((file) => [file.path, file]));
  });

  const bytes = (path: string): number => Buffer.byteLength(textOf(files.get(path) ?? { path, content: '' }));

  /** The main part of a page is its own: a text, a register, a drawing. What stands around it is the frame. */
  function frameOf(html: string): string {
    const [start, end] = [html.indexOf('<main'), html.indexOf('</main>')];
    return html.slice(0, html.indexOf('>', start) + 1) + html.slice(end);
  }

  test('frame, style sheets and scripts of each page stay under 60 KB', () => {
    const heavy: string[] = [];
    for (const path of pagesOf([...files.values()])) {
      const html = textOf(files.get(path) ?? { path, content: '' });
      const loaded = [...html.matchAll(/<(?:link rel="stylesheet" href|script src)="([^"]+)"/g)]
        .map((match) => new URL(match[1] ?? '', `https://site.invalid/${path}`).pathname.slice(1))
        .map(decodeURIComponent);
      expect(loaded.length, path).toBeGreaterThan(0);
      const weight = Buffer.byteLength(frameOf(html)) + loaded.reduce((sum, asset) => sum + bytes(asset), 0);
      if (weight >= MOST_BYTES) heavy.push(`${path}: ${Math.round(weight / 1024)} KB`);
    }
    expect(heavy).toEqual([]);
  });

  test('no page is so large that it opens slowly', () => {
    const large = pagesOf([...files.values()]).filter((path) => bytes(path) > 512 * 1024);
    expect(large).toEqual([]);
  });
});
