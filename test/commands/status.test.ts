import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { convert } from '../../src/commands/convert.js';
import type { Outcome } from '../../src/commands/outcome.js';
import { status } from '../../src/commands/status.js';
import { diskFileSystem } from '../../src/storage/file-system.js';
import { temporaryFolder } from '../storage/temporary-folder.js';

const text = (id: string): string =>
  `About ${id}\n\nThe first paragraph of ${id} is long enough to be one.\n\nThe second has a number, and the number is seven.\n`;

function editionOf(...ids: string[]): string {
  const root = temporaryFolder();
  mkdirSync(join(root, 'seeds'));
  for (const id of ids) writeFileSync(join(root, 'seeds', `${id}.txt`), text(id));
  return root;
}
const change = (root: string, path: string, old: string, current: string): void => {
  const before = readFileSync(join(root, path), 'utf8');
  expect(before).toContain(old);
  writeFileSync(join(root, path), before.replace(old, current));
};
const of = (root: string): Promise<Outcome> => status(diskFileSystem, root, {});
/** Every file of a folder with its time. */
const times = (root: string): string[] =>
  readdirSync(root, { recursive: true, encoding: 'utf8' }).map(
    (path) => `${path} ${statSync(join(root, path)).mtimeMs}`,
  );

test('each state that a document can be in is told, and nothing is written', async () => {
  const ids = ['both', 'conflict', 'edited', 'faulty', 'gone', 'invalid', 'missing', 'moved', 'source', 'still'];
  const root = editionOf(...ids);
  await convert(diskFileSystem, root, {});
  for (const id of ['both', 'conflict', 'edited']) change(root, `tei/${id}.xml`, 'seven', 'eight');
  change(root, 'seeds/conflict.txt', 'seven', 'nine');
  expect((await convert(diskFileSystem, root, { only: ['conflict'] })).exitCode).toBe(3);
  for (const id of ['both', 'source']) change(root, `seeds/${id}.txt`, 'first', 'opening');
  change(root, 'tei/invalid.xml', 'seven', 'seven <nonsense/>');
  writeFileSync(join(root, 'seeds/faulty.txt'), '');
  unlinkSync(join(root, 'seeds/gone.txt'));
  unlinkSync(join(root, 'tei/missing.xml'));
  renameSync(join(root, 'tei/moved.xml'), join(root, 'tei/other.xml'));
  writeFileSync(join(root, 'seeds/new.txt'), text('new'));

  const before = times(root);
  const outcome = await of(root);
  expect(times(root)).toEqual(before);
  expect(outcome.exitCode).toBe(3);
  expect(outcome.summary).toEqual([
    'tei/both.xml: source changed, edited by hand',
    'tei/conflict.xml: conflict, see tei/conflict.new.xml',
    'tei/edited.xml: edited by hand',
    'tei/faulty.xml: text faulty',
    'tei/invalid.xml: edited by hand, invalid: 1 error',
    'tei/missing.xml: missing',
    'tei/moved.xml: renamed',
    'tei/new.xml: new',
    'tei/source.xml: source changed',
    'tei/still.xml: up to date',
    'tei/gone.xml: text gone',
    'tei/other.xml: no text',
  ]);
  expect(outcome.data).toMatchObject({
    documents: expect.arrayContaining([
      { id: 'both', text: 'seeds/both.txt', tei: 'tei/both.xml', state: 'source changed, edited by hand', errors: 0 },
      { id: 'gone', tei: 'tei/gone.xml', state: 'text gone', errors: 0 },
    ]) as unknown,
  });
});

test('what was merged is edited by hand, and no more', async () => {
  const root = editionOf('x');
  await convert(diskFileSystem, root, {});
  change(root, 'tei/x.xml', 'seven', 'eight');
  change(root, 'seeds/x.txt', 'first', 'opening');
  expect((await of(root)).summary).toEqual(['tei/x.xml: source changed, edited by hand']);
  expect((await convert(diskFileSystem, root, {})).exitCode).toBe(0);
  const outcome = await of(root);
  expect([outcome.exitCode, outcome.summary]).toEqual([0, ['tei/x.xml: edited by hand']]);
});

test.each([
  [
    'an invalid document',
    1,
    (root: string) => {
      change(root, 'tei/x.xml', 'seven', '<nonsense/>');
    },
  ],
  [
    'a text that cannot be converted',
    1,
    (root: string) => {
      writeFileSync(join(root, 'seeds/x.txt'), '');
    },
  ],
  [
    'a text that changed',
    0,
    (root: string) => {
      change(root, 'seeds/x.txt', 'seven', 'eight');
    },
  ],
  [
    'a ledger of a later version',
    4,
    (root: string) => {
      change(root, '.editio/ledger.json', '"version": 2', '"version": 9');
    },
  ],
] as const)('the exit code for %s is %i', async (_name, exitCode, spoil) => {
  const root = editionOf('x');
  await convert(diskFileSystem, root, {});
  spoil(root);
  expect((await of(root)).exitCode).toBe(exitCode);
});

test('a TEI file whose text is gone is told by each conversion, and left', async () => {
  const root = editionOf('x', 'y');
  await convert(diskFileSystem, root, {});
  unlinkSync(join(root, 'seeds/x.txt'));
  const outcome = await convert(diskFileSystem, root, {});
  expect(outcome.diagnostics.filter(({ code }) => code === 'storage/text-gone').map(({ file }) => file)).toEqual([
    'tei/x.xml',
  ]);
  expect(readdirSync(join(root, 'tei'))).toEqual(['x.xml', 'y.xml']);
});
