import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { removeLeftovers, writeAtomically } from '../../src/storage/atomic-write.js';
import { diskFileSystem, type FileSystem } from '../../src/storage/file-system.js';
import { faultyFileSystem } from './faulty-file-system.js';
import { temporaryFolder } from './temporary-folder.js';

const bytes = (text: string): Uint8Array => Buffer.from(text);
const codeOf = (outcome: ReturnType<typeof writeAtomically>): string | undefined =>
  outcome.kind === 'failed' ? outcome.finding.code : undefined;

describe('what is refused', () => {
  test.each(['../canary.xml', '..', '.', '', '/tmp/editio-canary.xml', 'tei/../../canary.xml'])(
    'a path outside the folder: %j',
    (path) => {
      const root = join(temporaryFolder(), 'edition');
      mkdirSync(root);
      expect(codeOf(writeAtomically(diskFileSystem, root, path, bytes('x')))).toBe('storage/outside-folder');
      expect(readdirSync(join(root, '..'))).toEqual(['edition']);
    },
  );

  test('a folder on the way that is a link leading out', () => {
    const root = temporaryFolder();
    const outside = temporaryFolder();
    symlinkSync(outside, join(root, 'tei'));
    expect(codeOf(writeAtomically(diskFileSystem, root, 'tei/x.xml', bytes('x')))).toBe('storage/outside-folder');
    expect(codeOf(writeAtomically(diskFileSystem, root, 'tei/deeper/x.xml', bytes('x')))).toBe(
      'storage/outside-folder',
    );
    expect(readdirSync(outside)).toEqual([]);
  });

  test('a target that is a link: neither it nor what it leads to is changed', () => {
    const root = temporaryFolder();
    writeFileSync(join(root, 'original.xml'), 'original');
    symlinkSync('original.xml', join(root, 'x.xml'));
    expect(codeOf(writeAtomically(diskFileSystem, root, 'x.xml', bytes('new')))).toBe('storage/not-a-file');
    expect(readFileSync(join(root, 'original.xml'), 'utf8')).toBe('original');
  });

  test('a target that is a folder', () => {
    const root = temporaryFolder();
    mkdirSync(join(root, 'x.xml'));
    expect(codeOf(writeAtomically(diskFileSystem, root, 'x.xml', bytes('new')))).toBe('storage/not-a-file');
  });

  test('a folder on the way that is a file', () => {
    const root = temporaryFolder();
    writeFileSync(join(root, 'tei'), 'a file');
    const outcome = writeAtomically(diskFileSystem, root, 'tei/x.xml', bytes('new'));
    expect(codeOf(outcome)).toBe('storage/write-failed');
    expect(readFileSync(join(root, 'tei'), 'utf8')).toBe('a file');
  });
});

describe('writing', () => {
  test('makes the folders on the way and leaves nothing else', () => {
    const root = temporaryFolder();
    expect(writeAtomically(diskFileSystem, root, 'a/b/x.xml', bytes('text'))).toEqual({ kind: 'written' });
    expect(readFileSync(join(root, 'a/b/x.xml'), 'utf8')).toBe('text');
    expect(readdirSync(join(root, 'a/b'))).toEqual(['x.xml']);
  });

  test('writes an empty file', () => {
    const root = temporaryFolder();
    expect(writeAtomically(diskFileSystem, root, 'x', bytes(''))).toEqual({ kind: 'written' });
    expect(statSync(join(root, 'x')).size).toBe(0);
  });

  test('does not touch a file that has these bytes', () => {
    const root = temporaryFolder();
    writeFileSync(join(root, 'x.xml'), 'text');
    utimesSync(join(root, 'x.xml'), 1, 1);
    expect(writeAtomically(diskFileSystem, root, 'x.xml', bytes('text'))).toEqual({ kind: 'unchanged' });
    expect(statSync(join(root, 'x.xml')).mtimeMs).toBe(1000);
  });

  test('a name of 255 bytes is no trouble', () => {
    const root = temporaryFolder();
    const name = `${'n'.repeat(251)}.xml`;
    expect(writeAtomically(diskFileSystem, root, name, bytes('text'))).toEqual({ kind: 'written' });
  });
});

describe('a disk that fails', () => {
  test.each([
    ['once', false],
    ['from then on', true],
  ])('at operation 1, 2, 3 … %s: the file is wholly old or wholly new, and the next run succeeds', (_, isLasting) => {
    for (let failAt = 1; ; failAt++) {
      const root = temporaryFolder();
      writeFileSync(join(root, 'x.xml'), 'the old text');
      const { fileSystem, operations } = faultyFileSystem(failAt, 'ENOSPC', isLasting);
      const outcome = writeAtomically(fileSystem, root, 'x.xml', bytes('the new one, which is longer'));
      if (operations() < failAt) {
        expect(outcome.kind).toBe('written');
        expect(failAt).toBeGreaterThan(8);
        break;
      }
      expect(outcome.kind).toBe('failed');
      expect(readFileSync(join(root, 'x.xml'), 'utf8')).toBe('the old text');
      if (!isLasting) expect(readdirSync(root)).toEqual(['x.xml']);
      expect(writeAtomically(diskFileSystem, root, 'x.xml', bytes('the new text'))).toEqual({ kind: 'written' });
      expect(readdirSync(root)).toEqual(['x.xml']);
    }
  });

  test('a disk that takes a few bytes at a time gets them all', () => {
    const root = temporaryFolder();
    const slow: FileSystem = {
      ...diskFileSystem,
      write: (handle, whole, offset) => diskFileSystem.write(handle, whole.subarray(0, offset + 3), offset),
    };
    expect(writeAtomically(slow, root, 'x.xml', bytes('abcdefgh'))).toEqual({ kind: 'written' });
    expect(readFileSync(join(root, 'x.xml'), 'utf8')).toBe('abcdefgh');
  });

  test('a disk that pretends to have taken all bytes is found out', () => {
    const root = temporaryFolder();
    const lying: FileSystem = {
      ...diskFileSystem,
      write: (handle, whole) => {
        diskFileSystem.write(handle, whole.subarray(0, 2), 0);
        return whole.length;
      },
    };
    const outcome = writeAtomically(lying, root, 'x.xml', bytes('abcdefgh'));
    expect(outcome).toMatchObject({ kind: 'failed', finding: { code: 'storage/write-failed', file: 'x.xml' } });
    expect(readdirSync(root)).toEqual([]);
  });

  test('a fault of ours is not taken for one of the disk', () => {
    const broken: FileSystem = {
      ...diskFileSystem,
      sync: () => {
        throw new TypeError('ours');
      },
    };
    const root = temporaryFolder();
    expect(() => writeAtomically(broken, root, 'x.xml', bytes('abc'))).toThrow(TypeError);
    expect(readdirSync(root)).toEqual([]);
  });
});

test('the temporary files of a killed run are removed, and nothing else', () => {
  const root = temporaryFolder();
  for (const name of ['.editio-99999999.tmp', '.editio-99999999-3.tmp', '.editio-x.tmp', 'x.xml', '.hidden'])
    writeFileSync(join(root, name), '');
  removeLeftovers(diskFileSystem, root);
  removeLeftovers(diskFileSystem, join(root, 'no-such-folder'));
  expect(readdirSync(root)).toEqual(['.editio-x.tmp', '.hidden', 'x.xml']);
  expect(existsSync(join(root, 'no-such-folder'))).toBe(false);
});
