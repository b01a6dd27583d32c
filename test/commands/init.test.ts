import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { convert } from '../../src/commands/convert.js';
import { initEdition } from '../../src/commands/init.js';
import { diskFileSystem } from '../../src/storage/file-system.js';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'editio-init-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const files = (root: string): string[] =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort();

const codes = (root: string, samples = true): string[] =>
  initEdition(diskFileSystem, root, { samples }).diagnostics.map(({ code, file }) => `${code} ${file ?? ''}`);

it('has a text of each genre, each recognised as what it is, and nothing that an editor must decide', async () => {
  const root = join(folder, 'town-papers');
  expect(initEdition(diskFileSystem, root, { samples: true })).toMatchObject({ exitCode: 0, diagnostics: [] });
  const outcome = await convert(diskFileSystem, root, {});
  expect(outcome.exitCode).toBe(0);
  expect(outcome.diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([]);
  const genres = readdirSync(join(root, 'tei'))
    .filter((name) => name.endsWith('.xml'))
    .map((name) => /<term type="genre">([^<]+)</u.exec(readFileSync(join(root, 'tei', name), 'utf8'))?.[1]);
  expect(genres).toEqual(['declaration', 'diary', 'letter', 'minutes', 'prose', 'stenographic-record']);
});

it('fills in what is true of the new edition', () => {
  const root = join(folder, 'Briefe "Müller" 1848');
  initEdition(diskFileSystem, root, { samples: false });
  expect(readFileSync(join(root, 'edition.yaml'), 'utf8')).toContain('title: "Briefe  Müller  1848"');
  const { name } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { name: string };
  expect(name).toBe('briefe-m-ller-1848');
  expect(files(root)).toEqual([
    '.gitattributes',
    '.github/workflows/tei.yml',
    '.gitignore',
    'README.md',
    'edition.yaml',
    'package.json',
  ]);
});

it('takes the same versions of optional packages as Editio, without which npm ci refuses them', () => {
  const overrides = (path: string): unknown =>
    (JSON.parse(readFileSync(path, 'utf8')) as { overrides?: unknown }).overrides;
  expect(overrides('templates/init/package.json')).toEqual(overrides('package.json'));
});

it('adds no samples to a folder that has texts', () => {
  mkdirSync(join(folder, 'seeds'));
  writeFileSync(join(folder, 'seeds', 'own.txt'), 'A text.\n');
  expect(codes(folder)).toEqual([]);
  expect(files(folder).filter((path) => /^(?:seeds|tei)\//u.test(path))).toEqual(['seeds/own.txt']);
});

it('overwrites nothing, and says what it left', () => {
  writeFileSync(join(folder, 'README.md'), 'Mine.\n');
  expect(codes(folder)).toEqual(['init/kept README.md']);
  expect(readFileSync(join(folder, 'README.md'), 'utf8')).toBe('Mine.\n');
});

it('refuses an edition, and a file', () => {
  codes(folder);
  expect(codes(folder)).toEqual([`init/already-an-edition ${join(folder, 'edition.yaml')}`]);
  const file = join(folder, 'edition.yaml');
  expect(initEdition(diskFileSystem, file, { samples: true })).toMatchObject({ exitCode: 2 });
  expect(codes(file)).toEqual([`init/no-folder ${file}`]);
  const [refused] = initEdition(diskFileSystem, file, { samples: true }).diagnostics;
  expect(refused?.help).toContain('Name a folder');
});

it('tells of a disk that refuses', () => {
  const refusing = {
    ...diskFileSystem,
    create: (): never => {
      throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
    },
  };
  const outcome = initEdition(refusing, join(folder, 'new'), { samples: false });
  expect(outcome.exitCode).toBe(4);
  expect(new Set(outcome.diagnostics.map(({ code }) => code))).toEqual(new Set(['storage/write-failed']));
  expect(outcome.diagnostics.filter(({ help }) => help === undefined)).toEqual([]);
  expect(files(folder)).toEqual([]);
});
