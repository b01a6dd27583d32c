import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from '../../src/commands/build.js';
import { convert } from '../../src/commands/convert.js';
import type { Outcome } from '../../src/commands/outcome.js';
import { quickFileSystem } from '../storage/faulty-file-system.js';

/** The name of a text, and its witness's letter where it is one. */
const TEXTS: readonly (readonly [id: string, siglum?: string])[] = [
  ['edited'],
  ['first', 'A'],
  ['gone'],
  ['other', 'B'],
];

/** Words that a program may read otherwise in another place: dates of several languages, capitals, letters of others. */
const DATED =
  'On 3 May 1848, and on Monday, 31 December 1849, Ilona İnci wrote from Izmir. Em 3 de maio de 1850, às 23h, escreveu outra vez; 1851. január 1-jén is.';

function textOf(id: string): string {
  return `About ${id}\n\nThe first paragraph of ${id} is long enough to be one.\n\nThe second has a number, and the number is seven.\n${id === 'first' ? `\n${DATED}\n` : ''}`;
}

/** Writes an edition of four short texts, two of them witnesses of one work. */
export function writeEdition(root: string): void {
  mkdirSync(join(root, 'seeds'), { recursive: true });
  writeFileSync(join(root, 'edition.yaml'), 'title: A small edition\neditors:\n  - name: Ada Editor\n');
  for (const [id, siglum] of TEXTS) {
    writeFileSync(join(root, 'seeds', `${id}.txt`), textOf(id));
    if (siglum !== undefined) {
      writeFileSync(join(root, 'seeds', `${id}.yaml`), `witnessOf: a-work\nsiglum: ${siglum}\n`);
    }
  }
}

/** The words that an editor put into the TEI of the text `edited`. */
export const EDIT = 'the number is eight';

/**
 * Writes the edition, runs a command on it, and then does what editors do: a word corrected by hand in the TEI, another
 * changed in its text, a text taken away with its TEI, one added.
 */
export async function writeEditedEdition(root: string, command: Command): Promise<void> {
  writeEdition(root);
  await command(quickFileSystem, root, {});
  replaceIn(join(root, 'tei/edited.xml'), 'the number is seven', EDIT);
  replaceIn(join(root, 'seeds/edited.txt'), 'The first paragraph', 'The opening paragraph');
  rmSync(join(root, 'seeds/gone.txt'));
  rmSync(join(root, 'tei/gone.xml'));
  writeFileSync(join(root, 'seeds/new.txt'), textOf('new'));
}

/** A command that writes an edition. */
export type Command = typeof build | typeof convert;

/** A run of a command on the disk as it is. */
export function run(command: Command, root: string): Promise<Outcome> {
  return command(quickFileSystem, root, {});
}

/** Copies an edition to a place where nothing is. */
export function copyEdition(from: string, to: string): string {
  rmSync(to, { recursive: true, force: true });
  cpSync(from, to, { recursive: true });
  return to;
}

/** The text of every file in a folder by its path, without the cache, which may have more or less than needed. */
export function filesIn(root: string): ReadonlyMap<string, string> {
  return new Map(
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((path) => !path.startsWith(join(root, '.editio/cache')))
      .map((path): [string, string] => [path.slice(root.length + 1), readFileSync(path, 'latin1')])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** Of the files that are published or edited, those that are neither as they were nor as they are to become. */
export function tornFiles(
  root: string,
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): string[] {
  const present = filesIn(root);
  return [...new Set([...before.keys(), ...after.keys(), ...present.keys()])].filter((path) => {
    // Records and temporary files are the tool's own affair; what is left of them is looked at after the next run.
    if (path.startsWith('.editio/') || /(?:^|\/)\.editio-[\d-]+\.tmp$/u.test(path)) return false;
    const content = present.get(path);
    return content !== before.get(path) && content !== after.get(path);
  });
}

/** The files that are not there, too many, or other than they should be. */
export function differences(root: string, expected: ReadonlyMap<string, string>): string[] {
  const present = filesIn(root);
  const paths = new Set([...expected.keys(), ...present.keys()]);
  return [...paths].filter((path) => present.get(path) !== expected.get(path));
}

/** Replaces the first occurrence of words in a file. */
export function replaceIn(path: string, old: string, current: string): void {
  const text = readFileSync(path, 'utf8');
  if (!text.includes(old)) throw new Error(`${path} does not have “${old}”.`);
  writeFileSync(path, text.replace(old, current));
}

/** Makes what a run in this process left behind look as if the run's process were gone: its lock and claims. */
export function buryRun(root: string): void {
  const folder = join(root, '.editio');
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    if (!name.startsWith('lock')) continue;
    const holder = readFileSync(join(folder, name), 'utf8');
    rmSync(join(folder, name));
    const buried = name.replace(String(process.pid), '99999999');
    writeFileSync(join(folder, buried), holder.replace(`"pid":${process.pid}`, '"pid":99999999'));
  }
}
