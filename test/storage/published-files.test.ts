import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { diskFileSystem } from '../../src/storage/file-system.js';
import { publishFiles, type Publication } from '../../src/storage/published-files.js';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'editio-publish-'));
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

const publish = (files: Record<string, string>, output = 'dist/edition'): Publication =>
  publishFiles(
    diskFileSystem,
    root,
    output,
    Object.entries(files).map(([path, content]) => ({ path, content })),
  );
const at = (path: string): string => join(root, 'dist/edition', path);

it('takes away what the last publication had and this one has not', () => {
  publish({ 'index.html': 'a', 'documents/x.html': 'x' });
  expect(publish({ 'index.html': 'b' })).toEqual({ findings: [], written: 1, removed: ['documents/x.html'] });
  expect(existsSync(at('documents/x.html'))).toBe(false);
});

it('does not touch a file that has its bytes', () => {
  publish({ 'index.html': 'a' });
  const { mtimeMs } = statSync(at('index.html'));
  expect(publish({ 'index.html': 'a' }).written).toBe(0);
  expect(statSync(at('index.html')).mtimeMs).toBe(mtimeMs);
});

it('keeps what it did not write, and what was changed since', () => {
  publish({ 'a.html': 'a', 'b.html': 'b' });
  writeFileSync(at('a.html'), 'edited');
  writeFileSync(at('CNAME'), 'example.org');
  const { findings, removed } = publish({});
  expect(findings.map(({ code, file }) => `${code} ${file ?? ''}`)).toEqual([
    'storage/orphan-changed dist/edition/a.html',
  ]);
  expect(removed).toEqual(['b.html']);
  expect(readFileSync(at('CNAME'), 'utf8')).toBe('example.org');
});

it('takes nothing away without a record, with a damaged one, or with one of another folder', () => {
  publish({ 'a.html': 'a' });
  const record = join(root, '.editio/site.json');
  const good = readFileSync(record, 'utf8');
  for (const damaged of [
    '',
    '{',
    good.replace('dist/edition', 'dist/other'),
    good.replace('"version":1', '"version":9'),
  ]) {
    writeFileSync(record, damaged);
    expect(publish({}).removed).toEqual([]);
    expect(existsSync(at('a.html'))).toBe(true);
  }
});

it('never leaves the output folder, whatever the record says', () => {
  publish({ 'a.html': 'a' });
  writeFileSync(join(root, 'seed.txt'), 'a');
  const record = join(root, '.editio/site.json');
  writeFileSync(record, readFileSync(record, 'utf8').replace('"a.html"', '"../../seed.txt"'));
  publish({});
  expect(existsSync(join(root, 'seed.txt'))).toBe(true);
});

it('tells of a disk that refuses to remove', () => {
  publish({ 'a.html': 'a' });
  const refusing = {
    ...diskFileSystem,
    remove: (): never => {
      throw Object.assign(new Error('no'), { code: 'EACCES' });
    },
  };
  const { findings, removed } = publishFiles(refusing, root, 'dist/edition', []);
  expect([removed, findings.map(({ code }) => code)]).toEqual([[], ['storage/orphan-left']]);
});
