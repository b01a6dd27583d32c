import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { diagnostic, type Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { diskFileSystem, type FileSystem } from '../../src/storage/file-system.js';
import type { OutputFile } from '../../src/storage/output-plan.js';
import { writeOutputs, type MergeEdits, type MergeResult, type OutputResult } from '../../src/storage/output-writer.js';
import { faultyFileSystem } from './faulty-file-system.js';
import { temporaryFolder } from './temporary-folder.js';

const X = 'tei/x.xml';
const NEW = 'tei/x.new.xml';
const output = (text: string, path = X): OutputFile => ({ path, bytes: Buffer.from(text), keepsEdits: true });
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');
const read = (root: string, path = X): string => readFileSync(join(root, path), 'utf8');
const edit = (root: string, content: string, path = X): void => {
  writeFileSync(join(root, path), content);
};

interface Run extends OutputResult {
  readonly codes: string[];
  /** What was to be merged: base, mine, theirs. */
  readonly asked: string[][];
}

/**
 * Writes with a merge that is easy to follow: versions are words, and each side's words that the base lacks are taken.
 * A version with the word `no` cannot be merged.
 */
async function write(
  root: string,
  files: readonly OutputFile[],
  fileSystem: FileSystem = diskFileSystem,
): Promise<Run> {
  const findings: Diagnostic[] = [];
  const asked: string[][] = [];
  const merge: MergeEdits = (edited) => {
    const results = edited.map(({ path, base, mine, theirs }): [string, MergeResult] => {
      const versions = [base, mine, theirs].map(text);
      asked.push(versions);
      const [was = [], own = [], other = []] = versions.map((version) => version.split(' '));
      if (own.includes('no')) return [path, { kind: 'conflict', findings: [diagnostic('storage/merge-conflict', '')] }];
      const kept = own.filter((word) => other.includes(word) || !was.includes(word));
      const words = [...kept, ...other.filter((word) => !was.includes(word))];
      return [
        path,
        { kind: 'merged', bytes: Buffer.from(words.join(' ')), findings: [diagnostic('storage/merged', '')] },
      ];
    });
    return Promise.resolve(new Map(results));
  };
  const result = await writeOutputs(fileSystem, root, files, (finding) => findings.push(finding), merge);
  return { ...result, codes: findings.map(({ code }) => code), asked };
}

describe('a file that was changed by hand', () => {
  test('is merged with each new conversion, each time from the one before', async () => {
    const root = temporaryFolder();
    await write(root, [output('one two')]);
    edit(root, 'one two mine');
    expect(await write(root, [output('one zwei')])).toEqual({
      written: [],
      unchanged: [],
      merged: [X],
      settled: [],
      conflicts: [],
      failed: false,
      codes: ['storage/merged'],
      asked: [['one two', 'one two mine', 'one zwei']],
    });
    expect(read(root)).toBe('one mine zwei');
    edit(root, 'one mine zwei again');
    expect((await write(root, [output('eins zwei')])).asked).toEqual([
      ['one zwei', 'one mine zwei again', 'eins zwei'],
    ]);
    expect(read(root)).toBe('mine zwei again eins');
    // Only what a file comes from is kept.
    expect(readdirSync(join(root, '.editio/base'))).toHaveLength(1);
  });

  test('is not touched where the conversion brings nothing new, merged or not', async () => {
    const root = temporaryFolder();
    await write(root, [output('one two')]);
    edit(root, 'one two mine');
    for (const conversion of ['one two', 'one zwei', 'one zwei']) {
      const before = read(root);
      utimesSync(join(root, X), 1, 1);
      const run = await write(root, [output(conversion)]);
      expect(run).toMatchObject({ conflicts: [], failed: false });
      if (run.merged.length > 0) continue;
      expect([run.unchanged, run.asked, read(root), statSync(join(root, X)).mtimeMs]).toEqual([[X], [], before, 1000]);
    }
  });

  test('counts as unknown where its base copy is gone or damaged, and where the ledger is', async () => {
    for (const spoil of ['', 'damaged']) {
      const root = temporaryFolder();
      await write(root, [output('one')]);
      edit(root, 'one mine');
      for (const name of readdirSync(join(root, '.editio/base'))) {
        if (spoil === '') unlinkSync(join(root, '.editio/base', name));
        else edit(root, spoil, `.editio/base/${name}`);
      }
      expect(await write(root, [output('two')])).toMatchObject({
        conflicts: [X],
        asked: [],
        codes: ['storage/edited-by-hand'],
      });
      expect([read(root), read(root, NEW)]).toEqual(['one mine', 'two']);
    }
    const root = temporaryFolder();
    await write(root, [output('one')]);
    edit(root, 'one mine');
    edit(root, '{', '.editio/ledger.json');
    expect(await write(root, [output('two')])).toMatchObject({ conflicts: [X], asked: [] });
    expect(read(root)).toBe('one mine');
    // The copies stay: the ledger may yet come back from the edition's history.
    expect(readdirSync(join(root, '.editio/base')).length).toBeGreaterThan(0);
  });

  test('and once more while it is being merged, stays as it is saved last', async () => {
    const root = temporaryFolder();
    await write(root, [output('one')]);
    edit(root, 'one mine');
    const findings: string[] = [];
    const result = await writeOutputs(
      diskFileSystem,
      root,
      [output('two')],
      ({ code }) => findings.push(code),
      (files) => {
        edit(root, 'one mine, later');
        const findings = [diagnostic('storage/merged', '')];
        return Promise.resolve(
          new Map(files.map(({ path }) => [path, { kind: 'merged', bytes: Buffer.from('m'), findings }])),
        );
      },
    );
    expect([result.conflicts, findings, read(root)]).toEqual([[X], ['storage/changed-while-read'], 'one mine, later']);
    expect((await write(root, [output('two')])).asked).toEqual([['one', 'one mine, later', 'two']]);
  });

  test('is known from a ledger of the first version, without a base', async () => {
    const root = temporaryFolder();
    await write(root, [output('one')]);
    edit(root, read(root, '.editio/ledger.json').replace('"version": 2', '"version": 1'), '.editio/ledger.json');
    expect(await write(root, [output('one')])).toMatchObject({ unchanged: [X], codes: [] });
    expect(read(root, '.editio/ledger.json')).toContain('"version": 2');
  });
});

describe('a conflict', () => {
  const inConflict = async (): Promise<string> => {
    const root = temporaryFolder();
    await write(root, [output('one')]);
    edit(root, 'one mine no');
    expect(await write(root, [output('two')])).toMatchObject({
      conflicts: [X],
      codes: ['storage/merge-conflict', 'storage/edited-by-hand'],
    });
    expect([read(root), read(root, NEW)]).toEqual(['one mine no', 'two']);
    return root;
  };

  test.each([
    ['the editor settles it in the file and removes the new version', false],
    ['the editor settles it in the new version and renames it', true],
  ])('ends when %s', async (_name, isRenamed) => {
    const root = await inConflict();
    edit(root, 'two mine', isRenamed ? NEW : X);
    if (isRenamed) renameSync(join(root, NEW), join(root, X));
    else unlinkSync(join(root, NEW));
    expect(await write(root, [output('two')])).toMatchObject({ unchanged: [X], conflicts: [], codes: [] });
    expect((await write(root, [output('three')])).asked).toEqual([['two', 'two mine', 'three']]);
    expect(read(root)).toBe('mine three');
  });

  test('does not end when the new version is only removed, nor when nothing is done', async () => {
    const root = await inConflict();
    unlinkSync(join(root, NEW));
    for (let i = 0; i < 2; i++) {
      expect((await write(root, [output('two')])).conflicts).toEqual([X]);
      expect([read(root), read(root, NEW)]).toEqual(['one mine no', 'two']);
    }
  });

  test('ends when the editor’s changes fit, and the new version goes', async () => {
    const root = await inConflict();
    edit(root, 'one mine');
    expect(await write(root, [output('two')])).toMatchObject({ merged: [X], conflicts: [] });
    expect([read(root), existsSync(join(root, NEW))]).toEqual(['mine two', false]);
  });
});

describe('a file that is not in its place', () => {
  test('is written anew where it is gone, and that is told', async () => {
    const root = temporaryFolder();
    await write(root, [output('one')]);
    unlinkSync(join(root, X));
    expect(await write(root, [output('one')])).toMatchObject({ written: [X], codes: ['storage/written-anew'] });
    expect((await write(root, [output('one')])).codes).toEqual([]);
  });

  test.each([
    ['as it was', '<TEI xml:id="x">one</TEI>'],
    ['changed', '<TEI xmlns="a" xml:id="x">one, changed</TEI>'],
  ])('is not written a second time where it was renamed (%s)', async (_name, content) => {
    const root = temporaryFolder();
    const conversion = [output('<TEI xml:id="x">one</TEI>'), output('<TEI xml:id="y"/>', 'tei/y.xml')];
    await write(root, conversion);
    unlinkSync(join(root, X));
    edit(root, content, 'tei/letter.xml');
    expect(await write(root, conversion)).toMatchObject({ conflicts: [X], codes: ['storage/renamed'] });
    expect(readdirSync(join(root, 'tei'))).toEqual(['letter.xml', 'y.xml']);
  });
});

test.each([
  ['that goes on failing', true],
  ['that fails once', false],
])(
  'a disk %s, at operation 1, 2, 3 …: each file is wholly old or wholly new, and the next run ends the work',
  async (_name, isLasting) => {
    const next = [output('a two', 'a.xml'), output('two'), output('new', 'n.xml')];
    for (let failAt = 1; ; failAt++) {
      const root = temporaryFolder();
      mkdirSync(join(root, 'tei'));
      await write(root, [output('a one', 'a.xml'), output('one')]);
      edit(root, 'one mine');
      const { fileSystem, operations } = faultyFileSystem(failAt, 'EIO', isLasting);
      await write(root, next, fileSystem);
      if (operations() < failAt) break;
      expect(['one mine', 'mine two']).toContain(read(root));
      expect(['a one', 'a two']).toContain(read(root, 'a.xml'));
      const again = await write(root, next);
      expect([failAt, again.conflicts, again.failed, read(root)]).toEqual([failAt, [], false, 'mine two']);
      expect(again.codes.filter((code) => code !== 'storage/merged')).toEqual([]);
      const names = readdirSync(root, { recursive: true, encoding: 'utf8' });
      expect(names.filter((name) => name.endsWith('.tmp'))).toEqual([]);
      edit(root, 'mine two again');
      expect((await write(root, [output('three')])).asked).toEqual([['two', 'mine two again', 'three']]);
    }
  },
);
