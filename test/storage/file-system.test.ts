import { existsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { diskFileSystem } from '../../src/storage/file-system.js';
import { temporaryFolder } from './temporary-folder.js';

describe('makes a folder', () => {
  test('with those above it, and nothing where it exists', () => {
    const path = join(temporaryFolder(), 'a/b/c');
    diskFileSystem.makeFolder(path);
    diskFileSystem.makeFolder(path);
    expect(statSync(path).isDirectory()).toBe(true);
  });

  test('but not through or over a file', () => {
    const root = temporaryFolder();
    writeFileSync(join(root, 'file'), '');
    expect(() => {
      diskFileSystem.makeFolder(join(root, 'file'));
    }).toThrow(/EEXIST/u);
    expect(() => {
      diskFileSystem.makeFolder(join(root, 'file/a'));
    }).toThrow(/ENOTDIR|EEXIST/u);
  });

  test.runIf(existsSync('/proc/self'))('and gives up where none can be made', () => {
    expect(() => {
      diskFileSystem.makeFolder('/proc/self/none/a');
    }).toThrow(/ENOENT/u);
  });
});
