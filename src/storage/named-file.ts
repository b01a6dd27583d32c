import { dirname, relative, resolve } from 'node:path';
import { removeLeftovers, writeAtomically, type WriteOutcome } from './atomic-write.js';
import { nearestExisting } from './containment.js';
import type { FileSystem } from './file-system.js';

/** Writes a file where the user named it, anywhere on the disk; folders on its way are made. */
export function writeNamedFile(fileSystem: FileSystem, path: string, content: string | Uint8Array): WriteOutcome {
  const target = resolve(path);
  const root = nearestExisting(fileSystem, dirname(target));
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const written = writeAtomically(fileSystem, root, relative(root, target), bytes);
  removeLeftovers(fileSystem, dirname(target));
  return written.kind === 'failed' ? { kind: 'failed', finding: { ...written.finding, file: path } } : written;
}
