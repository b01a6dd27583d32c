import { join } from 'node:path';
import { isReadableFile } from '../../edition/seed-file.js';
import { findSettings } from '../../edition/settings-file.js';
import type { Report } from '../../diagnostics/diagnostic.js';
import type { FileSystem } from '../../storage/file-system.js';
import { readStable } from '../../storage/stable-read.js';

/** The folder of an edition with its own pages. */
export const OWN_PAGES_FOLDER = 'pages';

/** What is read from it: texts, and the pictures that they show. */
const READ = /\.(?:md|svg|png|jpe?g|gif|webp|avif)$/i;

/** The files of an edition's own pages, by their paths in its folder: `about.md` → its bytes. */
export type OwnPageFiles = ReadonlyMap<string, Uint8Array>;

/**
 * Reads the texts and pictures of an edition's own pages. A folder without edition.yaml may be another archive's, and
 * its pages those of another program: they are left alone.
 *
 * @param root the folder of the edition, absolute.
 */
export function readOwnPages(fileSystem: FileSystem, root: string, report: Report): OwnPageFiles {
  const files = new Map<string, Uint8Array>();
  const folder = join(root, OWN_PAGES_FOLDER);
  if (findSettings(fileSystem, root) === undefined || fileSystem.status(folder)?.kind !== 'folder') return files;
  const read = (path: string): void => {
    if (fileSystem.status(join(folder, path))?.kind === 'folder') {
      for (const name of visible(fileSystem.list(join(folder, path)))) read(`${path}/${name}`);
    } else if (READ.test(path) && isReadableFile(fileSystem, root, join(folder, path), report)) {
      const content = readStable(fileSystem, join(folder, path), `${OWN_PAGES_FOLDER}/${path}`);
      if (content.kind === 'failed') report(content.finding);
      else files.set(path, content.bytes);
    }
  };
  for (const name of visible(fileSystem.list(folder))) read(name);
  return files;
}

function visible(names: readonly string[]): string[] {
  return names.filter((name) => !/^\.|~$/.test(name)).sort();
}
