import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { JsonCollation } from '../../src/collate/json-table.js';
import { collateEdition } from '../../src/commands/collate-edition.js';
import { collateFiles } from '../../src/commands/collate.js';
import { UsageError } from '../../src/commands/usage-error.js';
import { diskFileSystem } from '../../src/storage/file-system.js';
import { validateFiles } from '../../src/validate/validate.js';
import { temporaryFolder } from '../storage/temporary-folder.js';

/** Files of a new folder, by name; returns their paths. */
function filesOf(texts: Readonly<Record<string, string>>): string[] {
  const folder = temporaryFolder();
  return Object.entries(texts).map(([name, text]) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  });
}

const edited = { reading: 'edited' } as const;

describe('editio collate, files', () => {
  it('gives the TEI as its result', () => {
    const paths = filesOf({ 'a.txt': 'the black cat', 'b.txt': 'the white cat' });
    const { exitCode, diagnostics, summary } = collateFiles(diskFileSystem, paths, edited);
    expect([exitCode, diagnostics]).toEqual([0, []]);
    expect(summary.join('\n')).toContain('<lem wit="#collation-witness-A">black</lem>');
  });

  it('writes a file, with the sigla and the base that were asked for', () => {
    const paths = filesOf({ 'a.txt': 'the black cat', 'b.txt': 'the white cat' });
    const out = join(temporaryFolder(), 'new', 'cats.xml');
    const outcome = collateFiles(diskFileSystem, paths, { ...edited, sigla: ['K', 'L'], base: 'L', out });
    expect(outcome.summary).toEqual([`${out}: 2 witnesses, 1 place of variation.`]);
    expect(readFileSync(out, 'utf8')).toContain('<lem wit="#cats-witness-L">white</lem>');
  });

  it('does not write over a witness', () => {
    const paths = filesOf({ 'a.txt': 'the black cat', 'b.txt': 'the white cat' });
    for (const out of paths) {
      expect(() => collateFiles(diskFileSystem, paths, { ...edited, out })).toThrow(/--out would overwrite the input/u);
    }
  });

  it('gives the alignment as data, as CollateX does', () => {
    const paths = filesOf({ 'a.txt': 'The cat', 'b.txt': 'the cat' });
    const { data } = collateFiles(diskFileSystem, paths, edited);
    const [collation] = (data as { collations: JsonCollation[] }).collations;
    expect(collation).toEqual({
      id: 'collation',
      witnesses: ['A', 'B'],
      table: [
        [[{ t: 'The ', n: 'the' }], [{ t: 'the ', n: 'the' }]],
        [[{ t: 'cat', n: 'cat' }], [{ t: 'cat', n: 'cat' }]],
      ],
      variations: ['orthographic', 'none'],
      transpositions: [],
    });
  });

  it.each([
    ['a witness without a word', { 'a.txt': 'the cat', 'b.txt': '…' }, 'collate/no-text', 1],
    [
      'a TEI file without a text',
      { 'a.txt': 'the cat', 'b.xml': '<TEI xmlns="http://www.tei-c.org/ns/1.0"/>' },
      'collate/no-text',
      1,
    ],
    [
      'a file that is no XML',
      { 'a.txt': 'the cat', 'b.xml': '<TEI xmlns="http://www.tei-c.org/ns/1.0">' },
      'gate/not-well-formed',
      1,
    ],
    [
      'texts that have nothing in common',
      { 'a.txt': 'the black cat', 'b.txt': 'eine weisse Katze' },
      'collate/little-in-common',
      0,
    ],
  ])('tells of %s', (_, texts, code, exitCode) => {
    const outcome = collateFiles(diskFileSystem, filesOf(texts), edited);
    expect(outcome.diagnostics.map((finding) => finding.code)).toEqual([code]);
    expect(outcome.exitCode).toBe(exitCode);
  });

  it.each([
    ['one file', ['a.txt'], {}],
    ['too few sigla', ['a.txt', 'b.txt'], { sigla: ['A'] }],
    ['a siglum twice', ['a.txt', 'b.txt'], { sigla: ['A', 'A'] }],
    ['a base that is no witness', ['a.txt', 'b.txt'], { base: 'Z' }],
  ])('refuses %s', (_, names, options) => {
    const paths = filesOf(Object.fromEntries(names.map((name) => [name, 'the cat'])));
    expect(() => collateFiles(diskFileSystem, paths, { ...edited, ...options })).toThrow(UsageError);
  });
});

describe('editio collate, an edition', () => {
  /** A copy of the edition's texts and TEI. */
  function editionCopy(): string {
    const folder = temporaryFolder();
    for (const name of ['seeds', 'tei', 'schema', 'edition.yaml'])
      cpSync(name, join(folder, name), { recursive: true });
    return folder;
  }

  it('collates the two texts of the declaration, the same at each run', async () => {
    const folder = editionCopy();
    const outcome = await collateEdition(diskFileSystem, folder, edited);
    expect([outcome.exitCode, outcome.diagnostics]).toEqual([0, []]);
    const path = join(folder, 'tei/apparatus/soviet-declaration-1956-10-30.xml');
    const bytes = readFileSync(path);
    const xml = bytes.toString();
    expect(xml).toContain('<witStart/>');
    expect(xml).toMatch(/states<app [^>]*><lem [^>]*>—<\/lem><rdg [^>]*type="punctuation">-<\/rdg><\/app>violations/u);
    expect(
      await validateFiles([{ path, bytes }], {
        schema: 'schema/editio.rng',
        checks: new Set(['relax-ng', 'references']),
      }),
    ).toEqual([]);
    await collateEdition(diskFileSystem, folder, edited);
    expect(readFileSync(path, 'utf8')).toBe(xml);
  });

  it('says what is missing', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'seeds'));
    writeFileSync(join(folder, 'seeds/a.txt'), 'the cat');
    writeFileSync(join(folder, 'seeds/a.yaml'), 'witnessOf: cat\nsiglum: A\n');
    writeFileSync(join(folder, 'seeds/b.txt'), 'the cat');
    writeFileSync(join(folder, 'seeds/b.yaml'), 'witnessOf: cat\n');
    const { exitCode, diagnostics } = await collateEdition(diskFileSystem, folder, edited);
    expect(exitCode).toBe(1);
    expect(diagnostics.map(({ code }) => code)).toEqual([
      'collate/not-converted',
      'collate/no-siglum',
      'collate/no-witnesses',
    ]);
  });
});
