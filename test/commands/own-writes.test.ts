import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ownWrites, type OwnWrites } from '../../src/commands/own-writes.js';
import { writeAtomically } from '../../src/storage/atomic-write.js';
import { diskFileSystem } from '../../src/storage/file-system.js';

let folder: string;
let file: string;
let own: OwnWrites;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'editio-own-'));
  file = join(folder, 'a.xml');
  own = ownWrites(diskFileSystem, () => true);
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const write = (text: string): void => {
  expect(writeAtomically(own.fileSystem, folder, 'a.xml', Buffer.from(text)).kind).toBe('written');
};

it('knows what a run wrote and took away', () => {
  expect(own.isAsWritten(file)).toBe(false);
  write('one');
  expect(own.isAsWritten(file)).toBe(true);
  own.fileSystem.remove(file);
  expect(own.isAsWritten(file)).toBe(true);
});

it('a file that somebody saved since is a change, and so is one that is as it was again', () => {
  write('one');
  writeFileSync(file, 'two');
  expect(own.isAsWritten(file)).toBe(false);
  writeFileSync(file, 'one');
  expect(own.isAsWritten(file)).toBe(false);
  rmSync(file);
  expect(own.isAsWritten(file)).toBe(false);
});

it('what nobody watches is not remembered', () => {
  const elsewhere = ownWrites(diskFileSystem, (path) => path !== file);
  writeAtomically(elsewhere.fileSystem, folder, 'a.xml', Buffer.from('one'));
  expect(elsewhere.isAsWritten(file)).toBe(false);
});
