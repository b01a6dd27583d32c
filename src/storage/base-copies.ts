import { basename, join } from 'node:path';
import { writeAtomically, type WriteOutcome } from './atomic-write.js';
import { systemReason, type FileSystem } from './file-system.js';
import { hashOf, withPlainLines, type Ledger } from './ledger.js';

/**
 * The conversions that the edition's TEI files come from, untouched: what an editor changed is the difference to them.
 * Each is named by its hash, so that copies never replace each other, and two branches of an edition's history can be
 * joined without a conflict here.
 */
const FOLDER = '.editio/base';

function pathOf(hash: string): string {
  return `${FOLDER}/${hash}.xml`;
}

/** Keeps a copy of a conversion; nothing is written where it is kept already. */
export function keepBaseCopy(fileSystem: FileSystem, root: string, bytes: Uint8Array): WriteOutcome {
  return writeAtomically(fileSystem, root, pathOf(hashOf(bytes)), bytes);
}

/** The conversion with this hash; undefined where there is no copy, or where it is damaged or cannot be read. */
export function readBaseCopy(fileSystem: FileSystem, root: string, hash: string): Uint8Array | undefined {
  const path = join(root, pathOf(hash));
  try {
    if (fileSystem.status(path)?.kind !== 'file') return undefined;
    // Version control may have changed its line ends.
    const bytes = withPlainLines(fileSystem.read(path));
    return hashOf(bytes) === hash ? bytes : undefined;
  } catch (error) {
    // Without the copy the file counts as edited by hand, and is left alone.
    systemReason(error);
    return undefined;
  }
}

/** Removes the copies that no file comes from any more. */
export function dropBaseCopies(fileSystem: FileSystem, root: string, ledger: Ledger): void {
  const needed = new Set([...ledger.values()].flat().map(({ base }) => `${base}.xml`));
  try {
    if (fileSystem.status(join(root, FOLDER))?.kind !== 'folder') return;
    for (const name of fileSystem.list(join(root, FOLDER))) {
      if (/^[0-9a-f]{64}\.xml$/u.test(name) && !needed.has(name)) fileSystem.remove(join(root, FOLDER, name));
    }
  } catch (error) {
    // They are only in the way; the next run tries again.
    systemReason(error);
  }
}

/** Where the copy of an editor's version stands that a new conversion took the place of. */
export function replacedPath(path: string, bytes: Uint8Array): string {
  return `.editio/replaced/${basename(path, '.xml')}-${hashOf(bytes).slice(0, 8)}.xml`;
}

/** Keeps a copy of an editor's version before a new conversion takes its place; it is never removed. */
export function keepReplaced(fileSystem: FileSystem, root: string, path: string, bytes: Uint8Array): WriteOutcome {
  return writeAtomically(fileSystem, root, replacedPath(path, bytes), bytes);
}
