import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { systemReason, type FileSystem } from '../storage/file-system.js';
import { hashOf } from '../storage/ledger.js';

/** What a run of Editio wrote, told from what others write at the same time. */
export interface OwnWrites {
  /** The file system to give the run: what it puts in place, and what it takes away, is remembered. */
  readonly fileSystem: FileSystem;
  /**
   * True where a file is as a run left it. Any other state is somebody's change; what was remembered of the file is
   * forgotten then, since the same bytes can come back by hand: a change that is undone is a change too.
   */
  readonly isAsWritten: (path: string) => boolean;
}

/** What is remembered of a file that was taken away, and seen of one that cannot be read. */
const NOTHING = 'nothing';

/**
 * Remembers what is written. The bytes are looked at before they are put in place: a file that is read afterwards may be
 * somebody else's already.
 *
 * @param isWatched says of an absolute path whether anybody wants to know of its changes.
 */
export function ownWrites(fileSystem: FileSystem, isWatched: (path: string) => boolean): OwnWrites {
  const written = new Map<string, string>();
  return {
    fileSystem: {
      ...fileSystem,
      rename: (from, to) => {
        const hash = isWatched(to) ? hashOf(fileSystem.read(from)) : NOTHING;
        fileSystem.rename(from, to);
        if (isWatched(from)) written.set(from, NOTHING);
        if (isWatched(to)) written.set(to, hash);
      },
      remove: (path) => {
        fileSystem.remove(path);
        if (isWatched(path)) written.set(path, NOTHING);
      },
    },
    isAsWritten: (path) => {
      const file = resolve(path);
      if (written.get(file) === hashOfFile(file)) return true;
      written.delete(file);
      return false;
    },
  };
}

function hashOfFile(path: string): string {
  try {
    return hashOf(readFileSync(path));
  } catch (error) {
    systemReason(error);
    return NOTHING;
  }
}
