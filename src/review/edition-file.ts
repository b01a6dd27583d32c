import { join } from 'node:path';
import { diagnostic, type Report } from '../diagnostics/diagnostic.js';
import { writeAtomically } from '../storage/atomic-write.js';
import { containedPath } from '../storage/containment.js';
import { systemReason, type FileSystem } from '../storage/file-system.js';

/** The text of a file, a byte order mark left in it; no text for a file that is not there. */
export function readText(
  fileSystem: FileSystem,
  root: string,
  file: string,
  report: Report,
): { readonly text: string | undefined } | undefined {
  try {
    const path = containedPath(fileSystem, root, file);
    if (path === undefined || fileSystem.status(path) === undefined) return { text: undefined };
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(fileSystem.read(path));
    const [, encoding = 'utf-8'] = /^\uFEFF?<\?xml[^>]*?encoding\s*=\s*["']([^"']*)/u.exec(text) ?? [];
    if (encoding.toLowerCase() === 'utf-8') return { text };
  } catch (error) {
    if (!(error instanceof TypeError)) {
      report(diagnostic('storage/read-failed', `The file cannot be read: ${systemReason(error)}.`, { file }));
      return undefined;
    }
  }
  report(
    diagnostic('review/not-added', 'The file is not in UTF-8, so nothing was added to it.', {
      file,
      help: 'Save it as UTF-8, and answer again.',
    }),
  );
  return undefined;
}

/** Writes a file, or takes it away where it is to have no text. */
export function putText(
  fileSystem: FileSystem,
  root: string,
  file: string,
  text: string | undefined,
  report: Report,
): boolean {
  if (text !== undefined) {
    const outcome = writeAtomically(fileSystem, root, file, new TextEncoder().encode(text));
    if (outcome.kind === 'failed') report(outcome.finding);
    return outcome.kind !== 'failed';
  }
  try {
    if (containedPath(fileSystem, root, file) !== undefined) fileSystem.remove(join(root, file));
    return true;
  } catch (error) {
    report(diagnostic('storage/write-failed', `The file was not removed: ${systemReason(error)}.`, { file }));
    return false;
  }
}
