import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { diskFileSystem } from '../../../src/storage/file-system.js';
import { diskRulesCache, type RulesCache } from '../../../src/validate/schematron/index.js';
import { faultyFileSystem } from '../../storage/faulty-file-system.js';
import { saidOf, schema } from './run.js';

const text = schema('<pattern><rule context="a"><report test="true()">x</report></rule></pattern>');

/** A cache in memory that counts. */
function memory(): RulesCache & { readonly kept: Map<string, string>; writes: number } {
  const kept = new Map<string, string>();
  const cache = {
    kept,
    writes: 0,
    read: (name: string) => kept.get(name),
    write: (name: string, value: string) => {
      cache.writes++;
      kept.set(name, value);
    },
  };
  return cache;
}

describe('the cache of compiled rules', () => {
  it('serves the same schema again, and not another one or another phase', async () => {
    const cache = memory();
    expect(await saidOf(text, '<a/>', { cache })).toEqual(['error 1:1 x']);
    expect(await saidOf(text, '<a/>', { cache })).toEqual(['error 1:1 x']);
    expect(cache.writes).toBe(1);
    await saidOf(text.replace('>x<', '>y<'), '<a/>', { cache });
    const phased = text.replace('<pattern', '<phase id="p"/><pattern');
    expect(await saidOf(phased, '<a/>', { cache, phase: 'p' })).toEqual([]);
    expect(await saidOf(phased, '<a/>', { cache })).toEqual(['error 1:1 x']);
    expect(cache.writes).toBe(4);
  });

  it('the places are right after prose was added before them', async () => {
    const cache = memory();
    const broken = text.replace('true()', 'xs:date(@n)');
    await saidOf(broken, '<a n="x"/>', { cache });
    const moved = broken.replace('<pattern>', '<p>More words.</p>\n<pattern>');
    expect(await saidOf(moved, '<a n="x"/>', { cache })).toEqual([
      'rule-failed 1:1 The rule could not be checked here (xs:date(@n)): Supplied value "x" is not a valid xs:date.',
    ]);
    expect(cache.writes).toBe(1);
  });

  it.each<[string, (text: string) => string]>([
    ['emptied', () => ''],
    ['cut short', (kept) => kept.slice(0, -20)],
    ['with a byte changed', (kept) => kept.replace('mode', 'node')],
    ['of something else', () => '{"executable": "x", "checks": {}, "closed": []}'],
  ])('a file %s is made anew', async (_, damage) => {
    const cache = memory();
    await saidOf(text, '<a/>', { cache });
    for (const [name, kept] of cache.kept) cache.kept.set(name, damage(kept));
    expect(await saidOf(text, '<a/>', { cache })).toEqual(['error 1:1 x']);
    expect(cache.writes).toBe(2);
  });

  it('faults of a schema are not kept', async () => {
    const cache = memory();
    await saidOf(text.replace('true()', '+'), '<a/>', { cache });
    expect(cache.writes).toBe(0);
  });
});

describe('the cache on the disk', () => {
  it('keeps what is written, and only that', () => {
    const folder = mkdtempSync(join(tmpdir(), 'editio-cache-'));
    const cache = diskRulesCache(diskFileSystem, join(folder, 'editio', 'schematron'));
    expect(cache.read('a.json')).toBeUndefined();
    cache.write('a.json', 'text');
    expect(cache.read('a.json')).toBe('text');
    expect(readdirSync(join(folder, 'editio', 'schematron'))).toEqual(['a.json']);
    rmSync(folder, { recursive: true });
  });

  it('a disk that fails at any operation costs nothing but time', () => {
    const folder = mkdtempSync(join(tmpdir(), 'editio-cache-'));
    for (let failAt = 1; failAt < 20; failAt++) {
      const cache = diskRulesCache(faultyFileSystem(failAt).fileSystem, join(folder, String(failAt)));
      cache.write('a.json', 'text');
      expect([undefined, 'text']).toContain(cache.read('a.json'));
    }
    rmSync(folder, { recursive: true });
  });
});
