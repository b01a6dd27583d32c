import { appendFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { diskFileSystem, type FileSystem } from '../../src/storage/file-system.js';
import { readStable } from '../../src/storage/stable-read.js';
import { temporaryFolder } from './temporary-folder.js';

/** The disk, where something happens to the file during the first readings. */
function disturbed(times: number, disturb: (path: string) => void): FileSystem {
  let left = times;
  return {
    ...diskFileSystem,
    read: (path) => {
      const bytes = diskFileSystem.read(path);
      if (left-- > 0) disturb(path);
      return bytes;
    },
  };
}

function readWith(fileSystem: FileSystem): string {
  const path = join(temporaryFolder(), 'x.txt');
  writeFileSync(path, 'text');
  const outcome = readStable(fileSystem, path, 'seeds/x.txt');
  return outcome.kind === 'read' ? Buffer.from(outcome.bytes).toString('utf8') : outcome.finding.code;
}

test('a file that is not there', () => {
  const outcome = readStable(diskFileSystem, join(temporaryFolder(), 'x.txt'), 'seeds/x.txt');
  expect(outcome).toMatchObject({ kind: 'failed', finding: { code: 'storage/read-failed', file: 'seeds/x.txt' } });
});

test('a file that goes on growing is an error', () => {
  expect(
    readWith(
      disturbed(2, (path) => {
        appendFileSync(path, '!');
      }),
    ),
  ).toBe('storage/changed-while-read');
});

test('a file that grew once is read again', () => {
  expect(
    readWith(
      disturbed(1, (path) => {
        appendFileSync(path, '!');
      }),
    ),
  ).toBe('text!');
});

test('a file that vanishes while it is read is an error', () => {
  expect(readWith(disturbed(1, unlinkSync))).toBe('storage/read-failed');
});

test('a file at rest is read', () => {
  expect(readWith(diskFileSystem)).toBe('text');
});
