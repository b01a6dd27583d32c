import { resolve } from 'node:path';
import type { FileSystem } from '../storage/file-system.js';
import { UsageError } from './usage-error.js';

/** A file to write, and the option that named it. */
export interface NamedOutput {
  readonly option: string;
  readonly path: string;
}

/**
 * Refuses to write a file over one that the same command reads, however the two are spelt and through whatever links.
 *
 * @throws UsageError that names the first such pair.
 */
export function refuseOverwriting(
  fileSystem: FileSystem,
  outputs: readonly NamedOutput[],
  inputs: readonly string[],
): void {
  const read = new Map(inputs.map((path) => [realPathOf(fileSystem, path), path]));
  for (const { option, path } of outputs) {
    const input = read.get(realPathOf(fileSystem, path));
    if (input !== undefined) throw new UsageError(`${option} would overwrite the input ${input}. Name another file.`);
  }
}

/** The path without links; where nothing is there yet, the path as it is. */
function realPathOf(fileSystem: FileSystem, path: string): string {
  try {
    return fileSystem.realPath(path);
  } catch {
    return resolve(path);
  }
}
