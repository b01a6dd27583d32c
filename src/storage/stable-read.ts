import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.js';
import { systemReason, type FileSystem } from './file-system.js';

/** The bytes of a file, or why there are none. */
export type ReadOutcome =
  { readonly kind: 'read'; readonly bytes: Uint8Array } | { readonly kind: 'failed'; readonly finding: Diagnostic };

/**
 * Reads a file that somebody may be saving at this moment: its size and time of change are looked at before and
 * after. One that changed meanwhile is read once more; one that goes on changing is an error, never half a text.
 *
 * @param path where it is. @param file how messages name it.
 * @param refuse asked for the finding of a file of so many bytes that is too large to be read at all.
 */
export function readStable(
  fileSystem: FileSystem,
  path: string,
  file: string,
  refuse?: (size: number) => Diagnostic | undefined,
): ReadOutcome {
  try {
    const status = fileSystem.status(fileSystem.realPath(path));
    // To read a pipe is to wait until somebody writes into it; a device may have no end.
    if (status?.kind === 'other') return { kind: 'failed', finding: noFile(file) };
    const finding = refuse?.(status?.size ?? 0);
    if (finding !== undefined) return { kind: 'failed', finding };
    for (let attempt = 1; attempt <= 2; attempt++) {
      const before = fileSystem.status(fileSystem.realPath(path));
      const bytes = fileSystem.read(path);
      const after = fileSystem.status(fileSystem.realPath(path));
      const isStable =
        before?.size === bytes.length && after?.size === bytes.length && before.modified === after.modified;
      if (isStable) return { kind: 'read', bytes };
    }
    return {
      kind: 'failed',
      finding: diagnostic('storage/changed-while-read', 'The file was changed while it was being read, twice.', {
        file,
        help: 'Wait until the program that writes it is done, and run again.',
      }),
    };
  } catch (error) {
    return {
      kind: 'failed',
      finding: diagnostic('storage/read-failed', `The file cannot be read: ${systemReason(error)}.`, {
        file,
        help: 'See whether it is still there, and whether this user may read it.',
      }),
    };
  }
}

function noFile(file: string): Diagnostic {
  return diagnostic('storage/read-failed', 'The file cannot be read: it is a pipe, a socket or a device.', {
    file,
    help: 'Name a file that lies on the disk.',
  });
}
