import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { diskFileSystem } from '../../src/storage/file-system.js';
import { newVersionPath, type OutputFile } from '../../src/storage/output-plan.js';
import { writeOutputs, type MergeEdits, type OutputResult } from '../../src/storage/output-writer.js';
import { faultyFileSystem } from './faulty-file-system.js';
import { temporaryFolder } from './temporary-folder.js';

const output = (path: string, text: string): OutputFile => ({ path, bytes: Buffer.from(text) });
const read = (root: string, path: string): string => readFileSync(join(root, path), 'utf8');

const noMerge: MergeEdits = () => Promise.reject(new Error('nothing was to be merged'));

async function write(
  root: string,
  files: OutputFile[],
  fileSystem = diskFileSystem,
  mergeEdits = noMerge,
): Promise<OutputResult & { codes: string[] }> {
  const findings: Diagnostic[] = [];
  const result = await writeOutputs(fileSystem, root, files, (finding) => findings.push(finding), mergeEdits);
  return { ...result, codes: findings.map(({ code }) => code) };
}

test('the new version has its name before the ending', () => {
  expect(newVersionPath('tei/x.xml')).toBe('tei/x.new.xml');
  expect(newVersionPath('tei/x.y.xml')).toBe('tei/x.y.new.xml');
  expect(newVersionPath('t.ei/x')).toBe('t.ei/x.new');
});

describe('hand edits', () => {
  test('a file changed by hand is left as it is, the new version beside it', async () => {
    const root = temporaryFolder();
    await write(root, [output('tei/x.xml', 'one')]);
    writeFileSync(join(root, 'tei/x.xml'), 'one, edited');
    expect(await write(root, [output('tei/x.xml', 'two'), output('tei/y.xml', 'y')])).toEqual({
      written: ['tei/y.xml'],
      unchanged: [],
      merged: [],
      settled: [],
      conflicts: ['tei/x.xml'],
      failed: false,
      codes: ['storage/edited-by-hand'],
    });
    expect(read(root, 'tei/x.xml')).toBe('one, edited');
    expect(read(root, 'tei/x.new.xml')).toBe('two');
  });

  test('so is a file that Editio never wrote', async () => {
    const root = temporaryFolder();
    mkdirSync(join(root, 'tei'));
    writeFileSync(join(root, 'tei/x.xml'), 'by hand');
    expect((await write(root, [output('tei/x.xml', 'one')])).conflicts).toEqual(['tei/x.xml']);
    expect(read(root, 'tei/x.xml')).toBe('by hand');
  });

  test('the conflict is settled when the editor takes the new version, and a stale one is removed', async () => {
    const root = temporaryFolder();
    mkdirSync(join(root, 'tei'));
    writeFileSync(join(root, 'tei/x.xml'), 'by hand');
    await write(root, [output('tei/x.xml', 'one')]);
    writeFileSync(join(root, 'tei/x.xml'), 'one');
    expect(await write(root, [output('tei/x.xml', 'one')])).toMatchObject({
      unchanged: ['tei/x.xml'],
      conflicts: [],
      codes: [],
    });
    expect(readdirSync(join(root, 'tei'))).toEqual(['x.xml']);
  });

  test('a new version that the editor has begun to work in is not overwritten either', async () => {
    const root = temporaryFolder();
    mkdirSync(join(root, 'tei'));
    writeFileSync(join(root, 'tei/x.xml'), 'by hand');
    await write(root, [output('tei/x.xml', 'one')]);
    writeFileSync(join(root, 'tei/x.new.xml'), 'merged by hand');
    expect(await write(root, [output('tei/x.xml', 'two')])).toMatchObject({ conflicts: ['tei/x.xml'], failed: false });
    expect(read(root, 'tei/x.new.xml')).toBe('merged by hand');
    // Settled the other way round: the file is ours again, and the editor's new version still stays.
    unlinkSync(join(root, 'tei/x.xml'));
    expect((await write(root, [output('tei/x.xml', 'two')])).written).toEqual(['tei/x.xml']);
    expect(read(root, 'tei/x.new.xml')).toBe('merged by hand');
  });

  test('a file that the editor removed is written again', async () => {
    const root = temporaryFolder();
    await write(root, [output('x.xml', 'one')]);
    unlinkSync(join(root, 'x.xml'));
    expect(await write(root, [output('x.xml', 'one')])).toMatchObject({ written: ['x.xml'], conflicts: [] });
  });
});

test('a second run with the same bytes touches nothing, the ledger included', async () => {
  const root = temporaryFolder();
  await write(root, [output('x.xml', 'one')]);
  for (const path of ['x.xml', '.editio/ledger.json']) utimesSync(join(root, path), 1, 1);
  expect(await write(root, [output('x.xml', 'one')])).toMatchObject({ written: [], unchanged: ['x.xml'] });
  for (const path of ['x.xml', '.editio/ledger.json']) expect(statSync(join(root, path)).mtimeMs).toBe(1000);
});

describe('the ledger', () => {
  test.each([
    '',
    '{',
    '[]',
    '{"version":1}',
    '{"version":1,"files":{"x.xml":["short"]}}',
    '{"version":"1","files":{}}',
  ])('damaged (%j): files count as changed by hand', async (content) => {
    const root = temporaryFolder();
    await write(root, [output('x.xml', 'one')]);
    writeFileSync(join(root, '.editio/ledger.json'), content);
    const result = await write(root, [output('x.xml', 'two')]);
    expect(result.codes).toEqual(['storage/ledger-unreadable', 'storage/edited-by-hand']);
    expect(read(root, 'x.xml')).toBe('one');
  });

  test('of a later version: nothing is written', async () => {
    const root = temporaryFolder();
    await write(root, [output('x.xml', 'one')]);
    writeFileSync(join(root, '.editio/ledger.json'), '{"version":3,"entries":[]}');
    expect(await write(root, [output('x.xml', 'two')])).toMatchObject({
      failed: true,
      codes: ['storage/ledger-newer'],
    });
    expect(read(root, 'x.xml')).toBe('one');
    expect(existsSync(join(root, 'x.new.xml'))).toBe(false);
  });
});

test('a disk that fails at operation 1, 2, 3 …: no torn file, hand edits intact, and the next run succeeds', async () => {
  for (let failAt = 1; ; failAt++) {
    const root = temporaryFolder();
    await write(root, [output('a.xml', 'a one'), output('b.xml', 'b one'), output('c.xml', 'c one')]);
    writeFileSync(join(root, 'c.xml'), 'c by hand');
    const next = [output('a.xml', 'a two'), output('b.xml', 'b two'), output('c.xml', 'c two')];
    const { fileSystem, operations } = faultyFileSystem(failAt);
    const result = await write(root, next, fileSystem);
    if (operations() < failAt) {
      expect(result).toMatchObject({ written: ['a.xml', 'b.xml'], conflicts: ['c.xml'], failed: false });
      break;
    }
    expect(['a one', 'a two']).toContain(read(root, 'a.xml'));
    expect(['b one', 'b two']).toContain(read(root, 'b.xml'));
    expect(read(root, 'c.xml')).toBe('c by hand');
    const again = await write(root, next);
    expect(again).toMatchObject({ conflicts: ['c.xml'], failed: false });
    expect(again.written.concat(again.unchanged).sort()).toEqual(['a.xml', 'b.xml']);
    expect(read(root, 'c.new.xml')).toBe('c two');
  }
});
