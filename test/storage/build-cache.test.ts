import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { noCache, openCache, recallOrMake } from '../../src/storage/build-cache.js';
import { CACHE_FOLDER } from '../../src/storage/cache-folder.js';
import { diskFileSystem } from '../../src/storage/file-system.js';
import { faultyFileSystem } from './faulty-file-system.js';
import { temporaryFolder } from './temporary-folder.js';

const inputs = { text: 'a', register: 'b' };

test('what was kept is recalled from the same inputs, by another run too', () => {
  const root = temporaryFolder();
  const value = { text: 'ä\0', none: undefined, map: new Map([['a', new Set([1])]]), list: [1, 'b', null] };
  openCache(diskFileSystem, root).keep('page', 'a/b.html', inputs, value);
  expect(openCache(diskFileSystem, root).recall('page', 'a/b.html', inputs)).toStrictEqual(value);
});

test('nothing is recalled under another name, in another step, from other inputs; and it says why', () => {
  const cache = openCache(diskFileSystem, temporaryFolder());
  cache.keep('page', 'a', inputs, 1);
  expect(cache.recall('page', 'b', inputs)).toBeUndefined();
  expect(cache.recall('reading', 'a', inputs)).toBeUndefined();
  expect(cache.recall('page', 'a', { ...inputs, text: 'c' })).toBeUndefined();
  expect(cache.recall('page', 'a', { text: 'a' })).toBeUndefined();
  expect(cache.recall('page', 'a', { ...inputs, more: '' })).toBeUndefined();
  expect(cache.reasons).toEqual([
    { step: 'page', name: 'b', changed: [] },
    { step: 'reading', name: 'a', changed: [] },
    { step: 'page', name: 'a', changed: ['text'] },
    { step: 'page', name: 'a', changed: ['register'] },
    { step: 'page', name: 'a', changed: ['more'] },
  ]);
});

test('what is made is made once', () => {
  const cache = openCache(diskFileSystem, temporaryFolder());
  let made = 0;
  const make = (): number => (made += 1);
  const order = { step: 'page', name: 'a', inputs } as const;
  expect([recallOrMake(cache, order, make), recallOrMake(cache, order, make)]).toEqual([1, 1]);
  expect([recallOrMake(noCache, order, make), recallOrMake(noCache, order, make)]).toEqual([2, 3]);
});

test('an entry with one byte changed, wherever, is none', () => {
  const root = temporaryFolder();
  openCache(diskFileSystem, root).keep('page', 'a', inputs, 'some text');
  const folder = join(root, CACHE_FOLDER, 'page');
  const path = join(folder, readdirSync(folder)[0] ?? '');
  const bytes = readFileSync(path);
  fc.assert(
    fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (index, change) => {
      const damaged = Buffer.from(bytes);
      damaged[index] = (damaged[index] ?? 0) ^ change;
      writeFileSync(path, damaged);
      return openCache(diskFileSystem, root).recall('page', 'a', inputs) === undefined;
    }),
  );
});

test('a disk that fails at operation 1, 2, 3 … costs the cache, never the run', () => {
  for (let failAt = 1; ; failAt++) {
    const { fileSystem, operations } = faultyFileSystem(failAt, 'ENOSPC', false);
    const root = temporaryFolder();
    const cache = openCache(fileSystem, root);
    cache.keep('page', 'a', inputs, 'text');
    expect(['text', undefined]).toContain(cache.recall('page', 'a', inputs));
    cache.sweep();
    if (operations() < failAt) break;
  }
});

test('a cache that is only read writes nothing, and one in the way of which a file stands keeps nothing', () => {
  const root = temporaryFolder();
  openCache(diskFileSystem, root, { isReadOnly: true }).keep('page', 'a', inputs, 1);
  expect(readdirSync(root)).toEqual([]);
  mkdirSync(join(root, '.editio'));
  writeFileSync(join(root, CACHE_FOLDER), '');
  const cache = openCache(diskFileSystem, root);
  cache.keep('page', 'a', inputs, 1);
  cache.sweep();
  expect(cache.recall('page', 'a', inputs)).toBeUndefined();
});

test('sweeping takes away what was not asked for, and nothing else', () => {
  const root = temporaryFolder();
  const first = openCache(diskFileSystem, root);
  for (const name of ['a', 'b', 'c']) first.keep('page', name, inputs, name);
  const second = openCache(diskFileSystem, root);
  second.recall('page', 'a', inputs);
  second.keep('page', 'b', { ...inputs, text: 'other' }, 'b');
  second.sweep();
  const third = openCache(diskFileSystem, root);
  expect(third.recall('page', 'a', inputs)).toBe('a');
  expect(third.recall('page', 'b', { ...inputs, text: 'other' })).toBe('b');
  expect(third.has('page', 'c')).toBe(false);
  const outside = temporaryFolder();
  writeFileSync(join(outside, 'theirs.txt'), '');
  symlinkSync(outside, join(root, CACHE_FOLDER, 'reading'));
  symlinkSync(outside, join(root, CACHE_FOLDER, 'more'));
  writeFileSync(join(root, CACHE_FOLDER, 'page', 'note.txt'), '');
  third.keep('reading', 'a', inputs, 'a');
  third.sweep();
  expect(readdirSync(outside)).toEqual(['theirs.txt']);
  expect(readdirSync(join(root, CACHE_FOLDER, 'page'))).toContain('note.txt');
  // Git leaves the cache out, whatever the edition tells it.
  expect(readFileSync(join(root, CACHE_FOLDER, '.gitignore'), 'utf8')).toBe('*\n');
});
