import { dirname, join } from 'node:path';
import { pid } from 'node:process';
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.js';
import { containedPath } from './containment.js';
import { systemReason, type FileSystem } from './file-system.js';

/** What became of a file that was to be written. */
export type WriteOutcome =
  | { readonly kind: 'written' }
  /** The file had these very bytes already and was not touched. */
  | { readonly kind: 'unchanged' }
  /** Nothing was changed; the finding says why. */
  | { readonly kind: 'failed'; readonly finding: Diagnostic };

const TEMPORARY = /^\.editio-\d+\.tmp$/;

/**
 * Writes a file so that at every moment its name stands for the whole old bytes or the whole new ones: into a
 * temporary file of the same folder, to the disk, then renamed. A short write never passes, the temporary file is
 * removed on failure, and a file that has these bytes already is not touched.
 *
 * @param root the edition's folder. @param path the file, relative to it; folders on its way are made.
 */
export function writeAtomically(fileSystem: FileSystem, root: string, path: string, bytes: Uint8Array): WriteOutcome {
  try {
    const target = containedPath(fileSystem, root, path);
    if (target === undefined)
      return failed('storage/outside-folder', 'it would lie outside the edition’s folder', path);
    const present = fileSystem.status(target);
    if (present !== undefined && present.kind !== 'file') {
      return failed('storage/not-a-file', 'something that is no ordinary file stands there', path);
    }
    if (present?.size === bytes.length && sameBytes(fileSystem.read(target), bytes)) return { kind: 'unchanged' };
    fileSystem.makeFolder(dirname(target));
    replaceFile(fileSystem, target, bytes);
    return { kind: 'written' };
  } catch (error) {
    return failed('storage/write-failed', systemReason(error), path);
  }
}

/** A write that the disk cut short without saying so. */
class ShortWrite extends Error {
  readonly code = 'ENOSPC';
}

function replaceFile(fileSystem: FileSystem, target: string, bytes: Uint8Array): void {
  // One process writes one file at a time, so the process number makes the name unique; it fits any name limit.
  const temporary = join(dirname(target), `.editio-${pid}.tmp`);
  if (fileSystem.status(temporary) !== undefined) fileSystem.remove(temporary);
  try {
    writeWhole(fileSystem, temporary, bytes);
    fileSystem.rename(temporary, target);
  } catch (error) {
    removeQuietly(fileSystem, temporary);
    throw error;
  }
}

function writeWhole(fileSystem: FileSystem, path: string, bytes: Uint8Array): void {
  const handle = fileSystem.create(path);
  let isOpen = true;
  try {
    for (let done = 0; done < bytes.length;) {
      const taken = fileSystem.write(handle, bytes, done);
      if (taken <= 0) throw new ShortWrite('short write');
      done += taken;
    }
    fileSystem.sync(handle);
    if (fileSystem.sizeOf(handle) !== bytes.length) throw new ShortWrite('short write');
    isOpen = false;
    // An error at closing is an error of writing on some network disks; it must not pass.
    fileSystem.close(handle);
  } finally {
    if (isOpen) fileSystem.close(handle);
  }
}

/** The first error is the one to report; one more while tidying up would only hide it. */
function removeQuietly(fileSystem: FileSystem, path: string): void {
  try {
    if (fileSystem.status(path) !== undefined) fileSystem.remove(path);
  } catch {
    // The next run removes it (removeLeftovers).
  }
}

/** Removes the temporary files that a killed run left in a folder. To be called under the edition's lock. */
export function removeLeftovers(fileSystem: FileSystem, folder: string): void {
  if (fileSystem.status(folder)?.kind !== 'folder') return;
  for (const name of fileSystem.list(folder)) {
    if (TEMPORARY.test(name)) removeQuietly(fileSystem, join(folder, name));
  }
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}

type WriteFailure = 'storage/write-failed' | 'storage/outside-folder' | 'storage/not-a-file';

function failed(code: WriteFailure, reason: string, path: string): WriteOutcome {
  return {
    kind: 'failed',
    finding: diagnostic(code, `The file was not written: ${reason}. What stood there is as it was.`, { file: path }),
  };
}
