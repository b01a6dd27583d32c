import { join } from 'node:path';
import { writeAtomically, type WriteOutcome } from './atomic-write.js';
import { systemReason, type FileSystem } from './file-system.js';
import { hashOf, type Ledger } from './ledger.js';

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
    const bytes = fileSystem.read(path);
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
