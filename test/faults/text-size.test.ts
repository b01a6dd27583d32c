import { truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { convertIn, convertSeed, editionOf, type Conversion } from './edition-of-files.js';

/** What a run does, and how many milliseconds and bytes of memory it takes. */
async function measured(
  run: () => Promise<Conversion>,
): Promise<{ conversion: Conversion; time: number; memory: number }> {
  const start = performance.now();
  const before = process.memoryUsage().rss;
  const conversion = await run();
  return { conversion, time: performance.now() - start, memory: process.memoryUsage().rss - before };
}

/** Texts without end; the titles count as the project's fault matrix counts. */
describe('the size of a text, by editio convert', () => {
  it('16: a file of 50 MB, or of 5 GB, is refused before it is read', async () => {
    for (const size of [50_000_000, 5_000_000_000]) {
      const root = editionOf({ 'seeds/x.txt': 'A text', 'seeds/y.txt': 'A text' });
      truncateSync(join(root, 'seeds/x.txt'), size);
      const { conversion, time, memory } = await measured(() => convertIn(root));
      expect(conversion.result).toEqual([1, 'source/too-large seeds/x.txt']);
      expect([conversion.withoutHelp, conversion.written]).toEqual([[], ['y.xml']]);
      expect([time < 5000, memory < 200_000_000]).toEqual([true, true]);
    }
  });

  it('16: a million lines are refused at once', async () => {
    const text = 'a\n'.repeat(1_000_000);
    const { conversion, time } = await measured(() => convertSeed(text));
    expect([conversion.result, conversion.written]).toEqual([[1, 'source/too-large seeds/x.txt'], []]);
    expect(time).toBeLessThan(20_000);
  });

  it('17: one line of 5 MB is longer than XML tools take, and is refused at once', async () => {
    const text = `A title\n\n${'word '.repeat(1_000_000)}`;
    const { conversion, time } = await measured(() => convertSeed(text));
    expect([conversion.result, conversion.withoutHelp, conversion.written]).toEqual([
      [1, 'source/too-large seeds/x.txt:3:1'],
      [],
      [],
    ]);
    expect(time).toBeLessThan(20_000);
  });

  it('17: a word of 300,000 letters is converted', async () => {
    const { conversion } = await measured(() => convertSeed(`${'a'.repeat(300_000)} and more.`));
    expect(conversion.result).toEqual([0]);
    expect(conversion.body('x')?.length).toBeGreaterThan(300_000);
  });
});
