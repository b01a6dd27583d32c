import { dirname, join, parse, resolve } from 'node:path';
import { diagnostic, type Report } from '../diagnostics/diagnostic.js';
import { isInside, nearestExisting } from './containment.js';
import { systemReason, type FileSystem } from './file-system.js';

/** The folders that a run reads and writes; absolute, or relative to the working directory. */
export interface OutputFolderCheck {
  readonly output: string;
  /** The edition's folder. */
  readonly root: string;
  /** Folders whose files are the edition's own (seeds, registers, hand-edited TEI): no output goes into them. */
  readonly sources: readonly string[];
  /** The user's home. */
  readonly home: string;
}

/**
 * Says before any work whether the output may be written to a folder: it must be no file, writable, neither `/` nor
 * the home nor the edition's own folder or one above it, and neither inside nor around a folder of sources.
 *
 * @returns true where it may; otherwise the reason was reported.
 */
export function checkOutputFolder(fileSystem: FileSystem, check: OutputFolderCheck, report: Report): boolean {
  const refuse = (reason: string): boolean => {
    report(
      diagnostic('storage/output-refused', `Nothing was written: the output folder ${reason}.`, {
        file: check.output,
        help: 'Choose a folder of its own for the output, such as dist/edition.',
      }),
    );
    return false;
  };
  try {
    const real = (path: string): string => realPathOf(fileSystem, resolve(path));
    const output = real(check.output);
    if (output === parse(output).root) return refuse('is the root of the disk');
    if (isInside(output, real(check.home))) return refuse('is the home of a user or holds it');
    if (isInside(output, real(check.root))) return refuse('is the folder of the edition itself or holds it');
    for (const source of check.sources) {
      if (isInside(real(source), output)) return refuse(`is, or lies inside, a folder of sources (${source})`);
      if (isInside(output, real(source))) return refuse(`holds a folder of sources (${source})`);
    }
    const existing = nearestExisting(fileSystem, output);
    if (fileSystem.status(existing)?.kind !== 'folder') return refuse(`cannot be made: ${existing} is no folder`);
    if (!fileSystem.isWritable(existing)) {
      report(
        diagnostic('storage/not-writable', `Nothing was written: ${existing} cannot be written to.`, {
          file: check.output,
        }),
      );
      return false;
    }
    return true;
  } catch (error) {
    return refuse(`cannot be looked at: ${systemReason(error)}`);
  }
}

/** The path with the links of its existing part resolved; the rest need not exist yet. */
function realPathOf(fileSystem: FileSystem, path: string): string {
  const existing = nearestExisting(fileSystem, path);
  if (existing === dirname(existing)) return path;
  return join(fileSystem.realPath(existing), path.slice(existing.length));
}
