import { dirname, relative, resolve } from 'node:path';
import { writeAtomically, type WriteOutcome } from './atomic-write.js';
import { nearestExisting } from './containment.js';
import type { FileSystem } from './file-system.js';

/** Writes a file where the user named it, anywhere on the disk; folders on its way are made. */
export function writeNamedFile(fileSystem: FileSystem, path: string, content: string): WriteOutcome {
  const target = resolve(path);
  const root = nearestExisting(fileSystem, dirname(target));
  const written = writeAtomically(fileSystem, root, relative(root, target), new TextEncoder().encode(content));
  return written.kind === 'failed' ? { kind: 'failed', finding: { ...written.finding, file: path } } : written;
}
