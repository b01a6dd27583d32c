import { dirname, join } from 'node:path';
import { pid } from 'node:process';
import { threadId } from 'node:worker_threads';
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.js';
import { containedPath } from './containment.js';
import { systemReason, type FileSystem } from './file-system.js';
import { WRITE_HELP } from './output-findings.js';
import { systemProcesses } from './processes.js';

/** What became of a file that was to be written. */
export type WriteOutcome =
  | { readonly kind: 'written' }
  /** The file had these very bytes already and was not touched. */
  | { readonly kind: 'unchanged' }
  /** Nothing was changed; the finding says why. */
  | { readonly kind: 'failed'; readonly finding: Diagnostic };

const TEMPORARY = /^\.editio-(\d+)(?:-(\d+))?\.tmp$/;

/**
 * Writes a file so that at every moment its name stands for the whole old bytes or the whole new ones: into a
 * temporary file of the same folder, to the disk, then renamed. A short write never passes, the temporary file is
 * removed on failure, and a file that has these bytes already is not touched.
 *
 * @param root the edition's folder. @param path the file, relative to it; folders on its way are made.
 */
export function writeAtomically(
  fileSystem: FileSystem,
  root: string,
  path: string,
  bytes: Uint8Array,
  options: WriteOptions = {},
): WriteOutcome {
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
    replaceFile(fileSystem, target, bytes, options);
    return { kind: 'written' };
  } catch (error) {
    return failed('storage/write-failed', systemReason(error), path);
  }
}

/** A write that the disk cut short without saying so. */
class ShortWrite extends Error {
  readonly code = 'ENOSPC';
}

/** How a file is written. */
export interface WriteOptions {
  /** False for what can be made again: then the disk may take its time, and a loss of power may take the file along. */
  readonly isDurable?: boolean;
}

/**
 * Puts a file in the place of another, or of none, in one step.
 *
 * @throws the system's errors; what stood there is as it was.
 */
export function replaceFile(
  fileSystem: FileSystem,
  target: string,
  bytes: Uint8Array,
  { isDurable = true }: WriteOptions = {},
): void {
  // One thread writes one file at a time, so its numbers make the name unique; it fits any name limit.
  const temporary = join(dirname(target), `.editio-${pid}-${threadId}.tmp`);
  if (fileSystem.status(temporary) !== undefined) fileSystem.remove(temporary);
  try {
    writeWhole(fileSystem, temporary, bytes, isDurable);
    fileSystem.rename(temporary, target);
  } catch (error) {
    removeQuietly(fileSystem, temporary);
    throw error;
  }
}

function writeWhole(fileSystem: FileSystem, path: string, bytes: Uint8Array, isDurable: boolean): void {
  const handle = fileSystem.create(path);
  let isOpen = true;
  try {
    for (let done = 0; done < bytes.length;) {
      const taken = fileSystem.write(handle, bytes, done);
      if (taken <= 0) throw new ShortWrite('short write');
      done += taken;
    }
    if (isDurable) fileSystem.sync(handle);
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
    // A later run removes it (removeLeftovers).
  }
}

/**
 * Removes the temporary files that killed runs left in a folder. Those of processes and threads that live are left to
 * them. Never throws a system error: what cannot be removed is only in the way.
 */
export function removeLeftovers(fileSystem: FileSystem, folder: string, processes = systemProcesses): void {
  try {
    if (fileSystem.status(folder)?.kind !== 'folder') return;
    for (const name of fileSystem.list(folder)) {
      const [, process, thread = '0'] = TEMPORARY.exec(name) ?? [];
      if (process === undefined) continue;
      // What has our own numbers was left by a run that had them too, as it happens in containers.
      const isOurs = Number(process) === processes.pid;
      const isInUse = isOurs ? Number(thread) !== threadId : processes.isAlive(Number(process));
      if (!isInUse) removeQuietly(fileSystem, join(folder, name));
    }
  } catch (error) {
    systemReason(error);
  }
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}

type WriteFailure = 'storage/write-failed' | 'storage/outside-folder' | 'storage/not-a-file';

const helps: Readonly<Record<WriteFailure, string>> = {
  'storage/write-failed': WRITE_HELP,
  'storage/outside-folder': 'Look for a link on the way to the file that leads out of the folder, and remove it.',
  'storage/not-a-file': 'Give what stands there another name, or remove it, then run again.',
};

function failed(code: WriteFailure, reason: string, path: string): WriteOutcome {
  return {
    kind: 'failed',
    finding: diagnostic(code, `The file was not written: ${reason}. What stood there is as it was.`, {
      file: path,
      help: helps[code],
    }),
  };
}
