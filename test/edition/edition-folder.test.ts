import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { openEditionFolder, sidecarOf, titleOfFolder, type EditionFolder } from '../../src/edition/edition-folder.js';
import { emptySidecar } from '../../src/edition/sidecar.js';
import { diskFileSystem } from '../../src/storage/file-system.js';
import { temporaryFolder } from '../storage/temporary-folder.js';

/** A folder with these files; a file's folders are made. */
function folderOf(files: Readonly<Record<string, string>>): string {
  const root = temporaryFolder();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

const spacesAway = (stem: string): string => stem.replaceAll(' ', '-');

function open(root: string): { folder: EditionFolder | undefined; seeds: string[] | undefined; findings: string[] } {
  const findings: Diagnostic[] = [];
  const folder = openEditionFolder(diskFileSystem, root, spacesAway, (finding) => findings.push(finding));
  return {
    folder,
    seeds: folder?.seeds.map(({ id, file, sidecarFile }) => [id, file, sidecarFile].join(' ').trim()),
    findings: findings.map(({ code, file }) => `${code} ${file ?? ''}`),
  };
}

describe('what is no edition', () => {
  test('a folder that is not there, and a file', () => {
    const root = folderOf({ 'x.txt': 'text' });
    expect(open(join(root, 'no')).findings).toEqual([`edition/folder-missing ${join(root, 'no')}`]);
    expect(open(join(root, 'x.txt')).findings).toEqual([`edition/folder-missing ${join(root, 'x.txt')}`]);
  });

  test('a folder without texts', () => {
    const empty = folderOf({});
    expect(open(empty)).toMatchObject({ seeds: [], findings: [`edition/no-seeds ${empty}`] });
    // An edition's folder has its texts in seeds/; others are not taken for seeds.
    expect(open(folderOf({ 'seeds/x.md': '', 'notes.txt': 'text' })).findings).toEqual(['edition/no-seeds seeds']);
  });

  test('seeds that are a file or a link', () => {
    expect(open(folderOf({ seeds: '' })).findings).toEqual(['edition/not-a-file seeds']);
    const root = folderOf({ 'elsewhere/x.txt': '' });
    symlinkSync('elsewhere', join(root, 'seeds'));
    expect(open(root).findings).toEqual(['edition/not-a-file seeds']);
  });

  test('a faulty edition.yaml', () => {
    const root = folderOf({ 'x.txt': 'text', 'edition.yaml': 'titel: x\n' });
    expect(open(root)).toMatchObject({ folder: undefined, findings: ['edition/unknown-key edition.yaml'] });
    writeFileSync(join(root, 'edition.yaml'), Buffer.from('title: Müller\n', 'latin1'));
    expect(open(root)).toMatchObject({ folder: undefined, findings: ['source/wrong-byte edition.yaml'] });
  });
});

describe('what is no seed', () => {
  test('a folder, a pipe, links that lead out, nowhere or in a circle', () => {
    const root = folderOf({ 'seeds/a.txt': 'text', 'seeds/folder.txt/b.txt': 'text' });
    const outside = folderOf({ 'secret.txt': 'text' });
    execFileSync('mkfifo', [join(root, 'seeds/pipe.txt')]);
    symlinkSync(join(outside, 'secret.txt'), join(root, 'seeds/out.txt'));
    symlinkSync('missing.txt', join(root, 'seeds/nowhere.txt'));
    symlinkSync('circle.txt', join(root, 'seeds/circle.txt'));
    symlinkSync('a.txt', join(root, 'seeds/within.txt'));
    expect(open(root)).toMatchObject({
      seeds: ['a seeds/a.txt', 'within seeds/within.txt'],
      findings: [
        'edition/link-without-target seeds/circle.txt',
        'edition/not-a-file seeds/folder.txt',
        'edition/link-without-target seeds/nowhere.txt',
        'edition/outside-folder seeds/out.txt',
        'edition/not-a-file seeds/pipe.txt',
      ],
    });
  });

  test('documents that would have the same id: case, composed and decomposed accents, the rule of the id', () => {
    const root = folderOf({
      'seeds/a b.txt': '',
      'seeds/a-b.txt': '',
      'seeds/c.txt': '',
      'seeds/C.txt': '',
      'seeds/d.txt': '',
    });
    writeFileSync(join(root, 'seeds/\u00e9.txt'), '');
    writeFileSync(join(root, 'seeds/e\u0301.txt'), '');
    const { seeds, findings } = open(root);
    expect(seeds).toEqual(['d seeds/d.txt']);
    expect(findings).toHaveLength(6);
    expect(findings).toContain('edition/id-collision seeds/C.txt');
  });

  test('hidden files', () => {
    expect(open(folderOf({ 'seeds/.x.txt': '', 'seeds/.y.yaml': '', 'seeds/y.txt': '' }))).toMatchObject({
      seeds: ['y seeds/y.txt'],
      findings: [],
    });
  });
});

describe('what is found', () => {
  test('a bare folder: its texts, and its name as the title', () => {
    const root = folderOf({ 'b.txt': 'text', 'a.TXT': 'text', 'a.yaml': 'genre: letter', 'other.yaml': 'x: y' });
    const { folder, seeds, findings } = open(root);
    expect(findings).toEqual([]);
    expect(seeds).toEqual(['a a.TXT a.yaml', 'b b.txt']);
    expect(folder?.edition.title).toBe(titleOfFolder(basename(root)));
    expect(folder?.seedsFolder).toBe('.');
    expect(folder?.registerFiles).toEqual({});
  });

  test('an edition: title, seeds, sidecars, registers', () => {
    const { folder, seeds, findings } = open(
      folderOf({
        'edition.yaml': 'title: Letters\n',
        'seeds/x y.txt': 'text',
        'seeds/x y.yml': 'genre: letter\n',
        'tei/register/persons.xml': '<TEI/>',
      }),
    );
    expect(findings).toEqual([]);
    expect(seeds).toEqual(['x-y seeds/x y.txt seeds/x y.yml']);
    expect(folder?.edition.title).toBe('Letters');
    expect(folder?.registerFiles).toEqual({ persons: 'tei/register/persons.xml' });
  });

  test('two sidecars, and one that speaks of no text', () => {
    const root = folderOf({
      'seeds/letter.txt': '',
      'seeds/letter.yaml': '',
      'seeds/letter.yml': '',
      'seeds/leter.yaml': '',
    });
    expect(open(root)).toMatchObject({
      seeds: ['letter seeds/letter.txt seeds/letter.yaml'],
      findings: ['edition/two-sidecars seeds/letter.yml', 'edition/sidecar-without-seed seeds/leter.yaml'],
    });
  });
});

describe('the sidecar of a seed', () => {
  const sidecarsOf = (root: string): unknown[] => {
    const { folder } = open(root);
    if (folder === undefined) throw new Error('no edition');
    return folder.seeds.map((seed) => sidecarOf(diskFileSystem, folder, seed, () => undefined)?.genre ?? null);
  };

  test('is read, whatever its line ends and byte order mark', () => {
    const root = folderOf({ 'a.txt': '', 'a.yaml': '\uFEFFtitle: A\r\ngenre: letter\r\n', 'b.txt': '', 'b.yaml': '' });
    expect(sidecarsOf(root)).toEqual(['letter', null]);
  });

  test('is empty where there is none, and undefined where it is faulty', () => {
    const root = folderOf({ 'a.txt': '', 'b.txt': '', 'b.yaml': 'gener: letter\n' });
    const { folder } = open(root);
    const [a, b] = folder?.seeds ?? [];
    if (folder === undefined || a === undefined || b === undefined) throw new Error('no seeds');
    expect(sidecarOf(diskFileSystem, folder, a, () => undefined)).toEqual(emptySidecar);
    expect(sidecarOf(diskFileSystem, folder, b, () => undefined)).toBeUndefined();
  });
});
