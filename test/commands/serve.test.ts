import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { serve } from '../../src/commands/serve.js';
import { diskFileSystem, type FileSystem } from '../../src/storage/file-system.js';

class Ended extends Error {}

it('goes on whatever happens to the edition, and forgets no change', { timeout: 60_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'editio-served-'));
  const put = (file: string, text: string): void => {
    writeFileSync(join(folder, file), text);
  };
  for (const name of ['seeds', 'pages']) mkdirSync(join(folder, name));
  put('seeds/a.txt', 'A Visit\n\nNobody came in the morning.\n');
  put('edition.yaml', 'output: [\n');
  let isBroken = false;
  let isSaving = false;
  const disk: FileSystem = {
    ...diskFileSystem,
    list: (path) => {
      if (isBroken && path === join(folder, 'pages')) throw Object.assign(new Error('broken'), { code: 'EIO' });
      return diskFileSystem.list(path);
    },
    rename: (from, to) => {
      diskFileSystem.rename(from, to);
      if (!isSaving || !to.endsWith(join('public', 'documents', 'a.html'))) return;
      isSaving = false;
      // The build has read the TEI file; its editor saves it now.
      appendFileSync(join(folder, 'tei/a.xml'), '<!-- mine -->\n');
    },
  };
  let address = '';
  const seen: { changed: readonly string[]; findings: string; front: number }[] = [];
  const steps = [
    () => {
      put('edition.yaml', 'title: Letters\noutput: public\n');
    },
    () => {
      isBroken = true;
      put('seeds/a.txt', 'A Visit\n\nNobody came.\n');
    },
    () => {
      isBroken = false;
      isSaving = true;
      put('seeds/a.txt', 'A Visit\n\nNobody came at noon.\n');
    },
    () => undefined,
  ];
  const served = serve(
    disk,
    folder,
    { port: 0 },
    {
      started: (at) => {
        address = at;
      },
      built: async ({ diagnostics }, changed) => {
        const findings = diagnostics.flatMap(({ severity, message }) => (severity === 'error' ? [message] : []));
        const front = (await fetch(address)).status;
        seen.push({ changed, findings: findings.join(' '), front });
        const step = steps[seen.length - 1];
        if (step === undefined) throw new Ended();
        // The watcher needs a moment to look around.
        setTimeout(step, 300);
      },
    },
  );
  await expect(served).rejects.toThrow(Ended);
  rmSync(folder, { recursive: true });
  expect(seen.map(({ changed, front }) => [changed, front])).toEqual([
    [[], 404],
    [['edition.yaml'], 200],
    [['seeds/a.txt'], 200],
    [['seeds/a.txt'], 200],
    [['tei/a.xml'], 200],
  ]);
  expect(seen.map(({ findings }) => findings.slice(0, 26))).toEqual([
    expect.stringMatching(/./u),
    '',
    'The build was interrupted:',
    '',
    '',
  ]);
});
