import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { diskFileSystem, type FileSystem } from '../../src/storage/file-system.js';
import { publishFiles, type Publication } from '../../src/storage/published-files.js';
import { faultyFileSystem, quickFileSystem } from './faulty-file-system.js';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'editio-publish-'));
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

const publish = (files: Record<string, string>, output = 'dist/edition'): Promise<Publication> =>
  publishFiles(
    diskFileSystem,
    root,
    output,
    Object.entries(files).map(([path, content]) => ({ path, content })),
  );
const at = (path: string): string => join(root, 'dist/edition', path);

it('takes away what the last publication had and this one has not', async () => {
  await publish({ 'index.html': 'a', 'documents/x.html': 'x' });
  expect(await publish({ 'index.html': 'b' })).toEqual({ findings: [], written: 1, removed: ['documents/x.html'] });
  expect(existsSync(at('documents/x.html'))).toBe(false);
});

it('does not touch a file that has its bytes', async () => {
  await publish({ 'index.html': 'a' });
  const { mtimeMs } = statSync(at('index.html'));
  expect((await publish({ 'index.html': 'a' })).written).toBe(0);
  expect(statSync(at('index.html')).mtimeMs).toBe(mtimeMs);
});

it('keeps what it did not write, and what was changed since', async () => {
  await publish({ 'a.html': 'a', 'b.html': 'b' });
  writeFileSync(at('a.html'), 'edited');
  writeFileSync(at('CNAME'), 'example.org');
  const { findings, removed } = await publish({});
  expect(findings.map(({ code, file }) => `${code} ${file ?? ''}`)).toEqual([
    'storage/orphan-changed dist/edition/a.html',
  ]);
  expect(removed).toEqual(['b.html']);
  expect(readFileSync(at('CNAME'), 'utf8')).toBe('example.org');
});

it('takes nothing away without a record, with a damaged one, or with one of another folder', async () => {
  await publish({ 'a.html': 'a' });
  const record = join(root, '.editio/site.json');
  const good = readFileSync(record, 'utf8');
  const told = [];
  for (const damaged of ['', '{', good.replace('dist/edition', 'dist/other'), good.replace(':2,', ':9,')]) {
    writeFileSync(record, damaged);
    const { findings, removed } = await publish({});
    expect(removed).toEqual([]);
    expect(existsSync(at('a.html'))).toBe(true);
    told.push(findings.map(({ code }) => code).join());
  }
  const unreadable = 'storage/site-record-unreadable';
  expect(told).toEqual([unreadable, unreadable, '', 'storage/site-record-newer']);
});

it('publishes nothing where a later version of Editio did', async () => {
  await publish({ 'a.html': 'a' });
  writeFileSync(join(root, '.editio/site.json'), '{"version":3,"pages":[]}');
  expect(await publish({ 'a.html': 'b' })).toMatchObject({ written: 0, removed: [] });
  expect(readFileSync(at('a.html'), 'utf8')).toBe('a');
});

it('knows the record of the version before', async () => {
  await publish({ 'a.html': 'a', 'b.html': 'b' });
  const record = join(root, '.editio/site.json');
  writeFileSync(record, readFileSync(record, 'utf8').replace(':2,', ':1,'));
  expect(await publish({ 'a.html': 'c' })).toEqual({ findings: [], written: 1, removed: ['b.html'] });
});

it('keeps a copy of what it replaces and did not write', async () => {
  mkdirSync(at('.'), { recursive: true });
  writeFileSync(at('index.html'), 'a page of another');
  await publish({ 'index.html': 'a', 'b.html': 'b' });
  writeFileSync(at('b.html'), 'b, corrected by hand');
  writeFileSync(at('index.html'), 'a, corrected by hand');
  const { findings, written } = await publish({ 'index.html': 'a', 'b.html': 'b' });
  expect([written, findings.map(({ code }) => code)]).toEqual([2, ['storage/replaced']]);
  expect(findings[0]?.message).toContain('So was 1 more file.');
  const copies = readdirSync(join(root, '.editio/replaced'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
  expect(copies.sort()).toEqual(['a page of another', 'a, corrected by hand', 'b, corrected by hand']);
  expect(await publish({ 'index.html': 'a', 'b.html': 'b' })).toEqual({ findings: [], written: 0, removed: [] });
});

it('removes what killed runs left, and leaves the temporary file of a run that is at work', async () => {
  await publish({ 'deep/a.html': 'a' });
  const live = `.editio-${process.ppid}.tmp`;
  for (const path of ['.editio-99999999.tmp', 'deep/.editio-99999999.tmp', live]) writeFileSync(at(path), 'half');
  await publish({ 'deep/a.html': 'a' });
  expect(readdirSync(at('.'))).toEqual([live, 'deep']);
  expect(readdirSync(at('deep'))).toEqual(['a.html']);
});

it('a disk that fails at operation 1, 2, 3 …: each file is old or new, and the next run makes it as it would have been', async () => {
  const first = { 'index.html': 'a one', 'b/b.html': 'b one', 'gone.html': 'gone' };
  const next = { 'index.html': 'a two', 'b/b.html': 'b two', 'c/c.html': 'c two' };
  const publishOn = (fileSystem: FileSystem, content: Record<string, string>): Promise<Publication> =>
    publishFiles(
      fileSystem,
      root,
      'dist/edition',
      Object.entries(content).map(([path, text]) => ({ path, content: text })),
    );
  const state = (): string[] =>
    readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((path) => statSync(join(root, path)).isFile())
      .map((path) => `${path} ${readFileSync(join(root, path), 'utf8')}`)
      .sort();
  await publishOn(quickFileSystem, first);
  await publishOn(quickFileSystem, next);
  const clean = state();
  // Once as a disk that has just failed, once as one that fails for good.
  for (const isLasting of [true, false]) {
    for (let failAt = 1; ; failAt++) {
      rmSync(root, { recursive: true });
      mkdirSync(root);
      await publishOn(quickFileSystem, first);
      const { fileSystem, operations } = faultyFileSystem(failAt, 'EIO', isLasting);
      const { findings } = await publishOn(fileSystem, next);
      if (operations() < failAt) break;
      for (const path of ['index.html', 'b/b.html'] as const)
        expect([first[path], next[path]]).toContain(readFileSync(at(path), 'utf8'));
      const told = findings.some(({ code }) => code.startsWith('storage/'));
      const last = await publishOn(quickFileSystem, next);
      expect(last.findings).toEqual([]);
      // What needs doing again was told; what is only in the way may be done in silence.
      expect([failAt, told || last.written === 0, state()]).toEqual([failAt, true, clean]);
    }
  }
});

it('never leaves the output folder, whatever the record says', async () => {
  await publish({ 'a.html': 'a' });
  writeFileSync(join(root, 'seed.txt'), 'a');
  const record = join(root, '.editio/site.json');
  writeFileSync(record, readFileSync(record, 'utf8').replace('"a.html"', '"../../seed.txt"'));
  await publish({});
  expect(existsSync(join(root, 'seed.txt'))).toBe(true);
});

it('tells of a disk that refuses to remove', async () => {
  await publish({ 'a.html': 'a' });
  const refusing = {
    ...diskFileSystem,
    remove: (): never => {
      throw Object.assign(new Error('no'), { code: 'EACCES' });
    },
  };
  const { findings, removed } = await publishFiles(refusing, root, 'dist/edition', []);
  expect([removed, findings.map(({ code }) => code)]).toEqual([[], ['storage/orphan-left']]);
});
