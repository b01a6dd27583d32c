import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { diskFileSystem } from '../../src/storage/file-system.js';
import { checkOutputFolder } from '../../src/storage/output-folder.js';
import { temporaryFolder } from './temporary-folder.js';

function refusal(output: (home: string) => string, fileSystem = diskFileSystem): string | undefined {
  const home = temporaryFolder();
  const root = join(home, 'edition');
  mkdirSync(join(root, 'seeds/deeper'), { recursive: true });
  writeFileSync(join(root, 'a-file'), '');
  symlinkSync('seeds', join(root, 'link-to-seeds'));
  symlinkSync(join(root, 'loop'), join(root, 'loop'));
  const findings: Diagnostic[] = [];
  const check = { output: output(home), root, sources: [join(root, 'seeds')], home };
  const isAllowed = checkOutputFolder(fileSystem, check, (finding) => findings.push(finding));
  expect(isAllowed).toBe(findings.length === 0);
  return findings.map(({ code, message }) => `${code} ${message}`)[0];
}

test.each([
  ['the root of the disk', '/', 'is the root of the disk'],
  ['the home', '.', 'is the home'],
  ['a folder above the home', '..', 'is the home of a user or holds it'],
  ['the edition', 'edition', 'is the folder of the edition'],
  ['the seeds', 'edition/seeds', 'is, or lies inside, a folder of the edition’s own'],
  ['a folder in the seeds', 'edition/seeds/deeper/new', 'is, or lies inside, a folder of the edition’s own'],
  ['a link to the seeds', 'edition/link-to-seeds/new', 'is, or lies inside, a folder of the edition’s own'],
  ['a folder elsewhere', 'elsewhere/new', 'lies outside the folder of the edition'],
  ['the folder of our records', 'edition/.editio', 'is, or lies inside, a folder of the edition’s own'],
  ['the history', 'edition/.git/pages', 'is, or lies inside, a folder of the edition’s own'],
  ['the templates', 'edition/templates', 'is, or lies inside, a folder of the edition’s own'],
  ['a file', 'edition/a-file', 'is no folder'],
  ['a folder in a file', 'edition/a-file/new', 'is no folder'],
  ['a link to itself', 'edition/loop', 'lead in a circle'],
])('%s is refused', (_, path, reason) => {
  const refused = refusal((home) => (path === '/' ? '/' : join(home, path)));
  expect(refused).toContain('storage/output-refused');
  expect(refused).toContain(reason);
});

test.each(['edition/dist/edition', 'edition/seeds-of-another'])('%s is allowed', (path) => {
  expect(refusal((home) => join(home, path))).toBeUndefined();
});

test('a folder that cannot be written to is refused before any work', () => {
  const readOnly = { ...diskFileSystem, isWritable: () => false };
  expect(refusal((home) => join(home, 'edition/dist'), readOnly)).toContain('storage/not-writable');
});
