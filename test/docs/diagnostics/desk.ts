import { mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { collateFiles } from '../../../src/commands/collate.js';
import { collateEdition } from '../../../src/commands/collate-edition.js';
import { convert } from '../../../src/commands/convert.js';
import { initEdition } from '../../../src/commands/init.js';
import { transform } from '../../../src/commands/transform.js';
import { validate } from '../../../src/commands/validate.js';
import { quickFileSystem } from '../../storage/faulty-file-system.js';
import { inFolder, persons, tei, write, type Files, type Trigger } from './trigger.js';

const text = 'Vienna, 3 May 1848\n\nDear Clara,\n\nThe roads are bad.\n\nRobert Weir\n';

/** A letter is converted, something is done to its folder, and it is converted again. */
function again(change: (folder: string) => void): Trigger {
  return () =>
    inFolder({ 'seeds/letter.txt': text }, async (folder) => {
      await convert(quickFileSystem, folder, {});
      change(folder);
      return convert(quickFileSystem, folder, {});
    });
}

/** Replaces words in a file. */
function edit(folder: string, path: string, old: string | RegExp, by: string): void {
  const file = join(folder, path);
  writeFileSync(file, readFileSync(file, 'utf8').replace(old, by));
}

function bothChanged(folder: string): void {
  edit(folder, 'tei/letter.xml', 'roads', 'lanes');
  edit(folder, 'seeds/letter.txt', 'roads', 'ways');
}

const started =
  (files: Files): Trigger =>
  () =>
    inFolder(files, (folder) => initEdition(quickFileSystem, join(folder, 'letters'), { samples: false }));

const collated =
  (files: Files, paths: readonly string[]): Trigger =>
  () =>
    inFolder(files, (folder) =>
      collateFiles(
        quickFileSystem,
        paths.map((path) => join(folder, path)),
        { reading: 'edited' },
      ),
    );

const work =
  (files: Files): Trigger =>
  () =>
    inFolder(files, async (folder) => {
      await convert(quickFileSystem, folder, {});
      write(folder, { 'seeds/late.txt': text, 'seeds/late.yaml': 'witnessOf: declaration\nsiglum: L\n' });
      return collateEdition(quickFileSystem, folder, { reading: 'edited' });
    });

const witness = (siglum: string): string => `witnessOf: declaration\n${siglum}`;

/** What makes the findings of an editor's desk: new editions, hand edits, records, collations, transformations. */
export const deskTriggers: Readonly<Record<string, Trigger>> = {
  'init/no-folder': started({ letters: 'A file.' }),
  'init/already-an-edition': started({ 'letters/edition.yaml': 'title: Letters\n' }),
  'init/kept': started({ 'letters/README.md': 'Mine.\n' }),

  'storage/write-failed': () =>
    inFolder({ 'seeds/letter.txt': text }, (folder) => {
      const full = (): never => {
        throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
      };
      return convert({ ...quickFileSystem, write: full }, folder, {});
    }),
  'storage/outside-folder': again((folder) => {
    rmSync(join(folder, 'tei'), { recursive: true });
    symlinkSync('..', join(folder, 'tei'));
  }),
  'storage/not-a-file': again((folder) => {
    rmSync(join(folder, 'tei/letter.xml'));
    mkdirSync(join(folder, 'tei/letter.xml'));
  }),
  'storage/locked': () =>
    inFolder({ 'seeds/letter.txt': text }, async (folder) => {
      const { takeLock } = await import('../../../src/storage/lock.js');
      takeLock(quickFileSystem, folder, () => undefined);
      return convert(quickFileSystem, folder, {});
    }),
  'storage/ledger-newer': again((folder) => {
    edit(folder, '.editio/ledger.json', /"version":\s*\d+/u, '"version": 99');
  }),
  'storage/ledger-unreadable': again((folder) => {
    writeFileSync(join(folder, '.editio/ledger.json'), '<<<<<<< HEAD\n');
  }),
  'storage/edited-by-hand': again(bothChanged),
  'storage/merge-conflict': again(bothChanged),
  'storage/merge-refused': again((folder) => {
    edit(folder, 'tei/letter.xml', '</dateline>', '');
    edit(folder, 'seeds/letter.txt', 'bad', 'good');
  }),
  'storage/merged': again((folder) => {
    edit(folder, 'tei/letter.xml', 'roads', '<hi rend="underline">roads</hi>');
    edit(folder, 'seeds/letter.txt', 'bad', 'good');
  }),
  'storage/written-anew': again((folder) => {
    rmSync(join(folder, 'tei/letter.xml'));
  }),
  'storage/renamed': again((folder) => {
    renameSync(join(folder, 'tei/letter.xml'), join(folder, 'tei/letter-1848.xml'));
  }),
  'storage/text-gone': () =>
    inFolder({ 'seeds/letter.txt': text, 'seeds/other.txt': 'One.' }, async (folder) => {
      await convert(quickFileSystem, folder, {});
      rmSync(join(folder, 'seeds/letter.txt'));
      return convert(quickFileSystem, folder, {});
    }),

  'gate/unreadable': () => inFolder({}, (folder) => validate([join(folder, 'leter.xml')])),
  'validate/too-many-warnings': () =>
    inFolder({ 'letter.xml': tei('<p><persName ref="#">K.</persName></p>') }, (folder) =>
      validate([join(folder, 'letter.xml')], { maxWarnings: 0 }),
    ),

  'collate/no-witnesses': work({ 'seeds/a.txt': text }),
  'collate/no-siglum': work({ 'seeds/a.txt': text, 'seeds/a.yaml': witness('') }),
  'collate/not-converted': work({ 'seeds/a.txt': text, 'seeds/a.yaml': witness('siglum: A\n') }),
  'collate/no-text': collated({ 'a.xml': tei('<p>The roads are bad.</p>'), 'persons.xml': persons('<listPerson/>') }, [
    'a.xml',
    'persons.xml',
  ]),
  'collate/little-in-common': collated(
    {
      'a.txt': 'Die Straßen sind schlecht, und niemand fährt.',
      'b.txt': 'Les routes sont mauvaises, personne ne part.',
    },
    ['a.txt', 'b.txt'],
  ),

  'transform/no-output-folder': () =>
    inFolder({ 'a.xml': tei('<p>One.</p>'), 'b.xml': tei('<p>Two.</p>') }, (folder) =>
      transform(quickFileSystem, [join(folder, 'a.xml'), join(folder, 'b.xml')], { format: 'text', parameters: {} }),
    ),
};
