import { dirname, join, parse, resolve } from 'node:path';
import { diagnostic, type Report } from '../diagnostics/diagnostic.js';
import { isInside, nearestExisting } from './containment.js';
import { systemReason, type FileSystem } from './file-system.js';
import { notWritable } from './output-findings.js';

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

/** Folders in an edition's folder that have other things than its output, whatever the edition says of them. */
const TAKEN = ['.editio', '.git', '.github', 'node_modules', 'pages', 'schema', 'templates'];

/**
 * Says before any work whether the output may be written to a folder: it must be no file, writable, inside the edition's
 * folder and not that itself, neither `/` nor the home, and neither inside nor around a folder in which the edition has
 * other things of its own.
 *
 * @returns true where it may; otherwise the reason was reported.
 */
export function checkOutputFolder(fileSystem: FileSystem, check: OutputFolderCheck, report: Report): boolean {
  const refuse = (reason: string): boolean => {
    report(
      diagnostic('storage/output-refused', `Nothing was written: the output folder ${reason}.`, {
        file: check.output,
        help: 'Choose a folder of its own inside the edition’s for the output, such as dist/edition.',
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
    if (!isInside(real(check.root), output)) return refuse('lies outside the folder of the edition');
    for (const source of [...check.sources, ...TAKEN.map((name) => join(check.root, name))]) {
      if (isInside(real(source), output))
        return refuse(`is, or lies inside, a folder of the edition’s own (${source})`);
      if (isInside(output, real(source))) return refuse(`holds a folder of the edition’s own (${source})`);
    }
    const existing = nearestExisting(fileSystem, output);
    if (fileSystem.status(existing)?.kind !== 'folder') return refuse(`cannot be made: ${existing} is no folder`);
    if (!fileSystem.isWritable(existing)) {
      report(notWritable(existing, check.output));
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
