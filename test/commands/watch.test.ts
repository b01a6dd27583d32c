import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Outcome } from '../../src/commands/outcome.js';
import { UsageError } from '../../src/commands/usage-error.js';
import { watch } from '../../src/commands/watch.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'editio-watch-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

class Ended extends Error {}

/**
 * Watches a word until as many runs were reported as there are steps; each step makes the next change.
 *
 * @returns for each run the files with findings, and what had changed.
 */
async function runs(word: string, steps: readonly (() => void)[]): Promise<[string[], readonly string[]][]> {
  const seen: [string[], readonly string[]][] = [];
  const report = async ({ diagnostics }: Outcome, changed: readonly string[]): Promise<void> => {
    seen.push([diagnostics.flatMap(({ file }) => file ?? []), changed]);
    const step = steps[seen.length - 1];
    if (step === undefined) throw new Ended();
    // The watcher begins after the first run, and needs a moment to look around.
    setTimeout(step, 400);
    await Promise.resolve();
  };
  await expect(watch([word], { checks: new Set(['gate']) }, report)).rejects.toThrow(Ended);
  return seen;
}

const good = '<TEI xmlns="http://www.tei-c.org/ns/1.0"/>';

describe('watch', () => {
  it(
    'checks again after a change, a new file, a file taken away; not for files of no concern',
    { timeout: 20_000 },
    async () => {
      const tei = join(folder, 'tei');
      mkdirSync(join(tei, 'deep'), { recursive: true });
      const [a, b] = [join(tei, 'a.xml'), join(tei, 'deep', 'b.xml')];
      writeFileSync(a, good);
      const found = await runs(tei, [
        () => {
          writeFileSync(join(tei, 'note.txt'), 'x');
          writeFileSync(join(tei, '.hidden.xml'), 'x');
          setTimeout(() => {
            writeFileSync(a, '<TEI');
          }, 300);
        },
        () => {
          writeFileSync(b, '<TEI');
        },
        () => {
          rmSync(b);
        },
      ]);
      expect(found.map(([files, changed]) => [files.filter((file) => file.endsWith('.xml')), changed])).toEqual([
        [[], []],
        [[a], [a]],
        [[a, b], [b]],
        [[a], [b]],
      ]);
    },
  );

  it('goes on where a pattern matches nothing for a while', { timeout: 20_000 }, async () => {
    const pattern = join(folder, 'other', '*.xml');
    mkdirSync(join(folder, 'other'));
    const [a, b] = [join(folder, 'other', 'a.xml'), join(folder, 'other', 'b.xml')];
    writeFileSync(a, '<TEI');
    const found = await runs(pattern, [
      () => {
        rmSync(a);
        setTimeout(() => {
          writeFileSync(b, '<TEI');
        }, 500);
      },
    ]);
    expect(found[1]?.[1]).toEqual([b]);
  });

  it('fails as validate does where there is nothing at the beginning', async () => {
    await expect(watch([join(folder, 'none', '*.xml')], {}, () => Promise.resolve())).rejects.toThrow(UsageError);
  });
});
