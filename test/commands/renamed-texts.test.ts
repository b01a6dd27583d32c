import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { followRenamed, renamedTexts } from '../../src/commands/renamed-texts.js';
import { keepBaseCopy } from '../../src/storage/base-copies.js';
import type { FileSystem } from '../../src/storage/file-system.js';
import { hashOf, readLedger, writeLedger, type Ledger } from '../../src/storage/ledger.js';
import { faultyFileSystem, quickFileSystem } from '../storage/faulty-file-system.js';
import { temporaryFolder } from '../storage/temporary-folder.js';

type Converted = Readonly<Record<'id' | 'xml', string>>;

const tei = (id: string, words: string): string =>
  `<TEI xml:id="${id}"><teiHeader/><text><p xml:id="${id}-p1">${words}</p></text></TEI>\n`;

const conversion = (id: string, words: string): Converted => ({ id, xml: tei(id, words) });

/** An edition's folder in which Editio wrote the TEI of texts, given by their ids; all were edited since. */
function written(texts: Readonly<Record<string, string>>): string {
  const root = temporaryFolder();
  mkdirSync(join(root, 'tei'));
  const ledger = new Map(
    Object.entries(texts).map(([id, words]) => {
      const base = Buffer.from(tei(id, words));
      keepBaseCopy(quickFileSystem, root, base);
      const mine = Buffer.from(tei(id, `${words}<note>By hand.</note>`));
      writeFileSync(join(root, `tei/${id}.xml`), mine);
      return [`tei/${id}.xml`, [{ written: hashOf(mine), base: hashOf(base) }]] as const;
    }),
  );
  writeLedger(quickFileSystem, root, ledger);
  return root;
}

function ledgerOf(root: string): Ledger {
  const outcome = readLedger(quickFileSystem, root, () => undefined);
  return outcome.kind === 'read' ? outcome.ledger : new Map();
}

function renamingsIn(root: string, converted: readonly Converted[]): string[] {
  const made = new Set(converted.map(({ id }) => `tei/${id}.xml`));
  return renamedTexts(quickFileSystem, root, ledgerOf(root), made, converted).map(({ from, to }) => `${from} ${to}`);
}

function follow(root: string, converted: readonly Converted[], fileSystem: FileSystem = quickFileSystem): boolean {
  const made = new Set(converted.map(({ id }) => `tei/${id}.xml`));
  return followRenamed(fileSystem, root, made, converted, () => undefined);
}

test('only a text whose words are those of one file that lost its text was renamed', () => {
  const root = written({ a: 'One.', b: 'Two.', c: 'Two.', d: '', e: 'Five.', f: 'Six.' });
  const converted = [
    ['v', 'One.'],
    ['w', 'Two.'],
    ['x', ''],
    ['y', 'Five.'],
    ['z', 'Five.'],
    ['f', 'Six.'],
  ] as const;
  expect(
    renamingsIn(
      root,
      converted.map(([id, words]) => conversion(id, words)),
    ),
  ).toEqual(['tei/a.xml tei/v.xml']);
});

test('many files follow their texts, and the ledger is written twice', () => {
  const ids = Array.from({ length: 40 }, (_, i) => String(i));
  const root = written(Object.fromEntries(ids.map((id) => [`a${id}`, `Text ${id}.`])));
  const read: string[] = [];
  const moved: string[] = [];
  const counting: FileSystem = {
    ...quickFileSystem,
    read: (path) => {
      read.push(path);
      return quickFileSystem.read(path);
    },
    rename: (from, to) => {
      moved.push(to);
      quickFileSystem.rename(from, to);
    },
  };
  expect(
    follow(
      root,
      ids.map((id) => conversion(`b${id}`, `Text ${id}.`)),
      counting,
    ),
  ).toBe(true);
  expect(readdirSync(join(root, 'tei')).sort()).toEqual(ids.map((id) => `b${id}.xml`).sort());
  expect([...ledgerOf(root).keys()].sort()).toEqual(ids.map((id) => `tei/b${id}.xml`).sort());
  expect(moved.filter((path) => path.endsWith('ledger.json'))).toHaveLength(2);
  expect(read.length).toBeLessThan(ids.length * 6);
});

test('a run that dies at change 1, 2, 3 … loses nothing, and the next one ends the work', () => {
  const converted = [conversion('x', 'One.'), conversion('y', 'Two.')];
  for (let failAt = 1; ; failAt++) {
    const root = written({ a: 'One.', b: 'Two.' });
    const { fileSystem, operations } = faultyFileSystem(failAt, 'EIO', true, 'changes');
    const isDone = follow(root, converted, fileSystem);
    if (operations() < failAt) break;
    expect(isDone).toBe(false);
    expect(follow(root, converted)).toBe(true);
    for (const id of ['x', 'y']) {
      const path = join(root, `tei/${id}.xml`);
      expect(readFileSync(path, 'utf8')).toMatch(
        new RegExp(`xml:id="${id}-p1">[A-Z]\\w+\\.<note>By hand\\.</note>`, 'u'),
      );
      expect(ledgerOf(root).has(`tei/${id}.xml`)).toBe(true);
    }
  }
});
