import { join } from 'node:path';
import { diagnostic, type Diagnostic, type Report } from '../diagnostics/diagnostic.js';
import { writeAtomically } from './atomic-write.js';
import { containedPath } from './containment.js';
import { systemReason, type FileSystem } from './file-system.js';
import { hashOf, readLedger, writeLedger } from './ledger.js';

/** A file to write: its path relative to the edition's folder, with `/` between its parts, and its bytes. */
export interface OutputFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What became of the files, by path. */
export interface OutputResult {
  readonly written: readonly string[];
  readonly unchanged: readonly string[];
  /** Changed by hand, so left as they are; the new version stands beside each (exit code 3). */
  readonly conflicts: readonly string[];
  /** True where the disk or the ledger refused something (exit code 4). */
  readonly failed: boolean;
}

/** Where a new version is written when an editor changed the old one: `tei/x.xml`, `tei/x.new.xml`. */
export function newVersionPath(path: string): string {
  return path.replace(/(\.[^./]*)?$/, '.new$1');
}

/**
 * Writes files that editors may change by hand (the TEI). A file that is as Editio wrote it is replaced; one that
 * an editor changed, or that Editio never wrote, is left alone and the new version is written beside it.
 *
 * The ledger is written first, with the old and the new hash of every file, and again at the end: whenever the run
 * dies in between, the next one still knows its own files. To be called under the edition's lock.
 */
export function writeOutputs(
  fileSystem: FileSystem,
  root: string,
  files: readonly OutputFile[],
  report: Report,
): OutputResult {
  const written: string[] = [];
  const unchanged: string[] = [];
  const conflicts: string[] = [];
  const result = (failed: boolean): OutputResult => ({ written, unchanged, conflicts, failed });

  const outcome = readLedger(fileSystem, root, report);
  if (outcome.kind === 'refused') {
    report(outcome.finding);
    return result(true);
  }
  const ledger = new Map(outcome.ledger);
  const places = new Map<string, string>();
  const present = new Map<string, string>();
  for (const { path, bytes } of files) {
    const newVersion = newVersionPath(path);
    try {
      for (const place of [path, newVersion]) {
        const hash = presentHash(fileSystem, root, place);
        if (hash !== undefined) present.set(place, hash);
      }
    } catch (error) {
      report(unread(path, systemReason(error)));
      return result(true);
    }
    const hash = present.get(path);
    const isOurs = hash === undefined || hash === hashOf(bytes) || (ledger.get(path)?.includes(hash) ?? false);
    if (!isOurs && isWorkedIn(present.get(newVersion), ledger.get(newVersion), bytes)) {
      conflicts.push(path);
      report(workedIn(path, newVersion));
      continue;
    }
    const place = isOurs ? path : newVersion;
    places.set(path, place);
    // Hashes of earlier writes that the disk no longer shows are dropped.
    const kept = ledger.get(place)?.filter((known) => known === present.get(place)) ?? [];
    ledger.set(place, [...new Set([...kept, hashOf(bytes)])]);
  }
  if (places.size === 0) return result(false);

  const intent = writeLedger(fileSystem, root, ledger);
  if (intent.kind === 'failed') {
    report(intent.finding);
    return result(true);
  }
  for (const { path, bytes } of files) {
    const place = places.get(path);
    if (place === undefined) continue;
    const write = writeAtomically(fileSystem, root, place, bytes);
    if (write.kind === 'failed') {
      report(write.finding);
      return result(true);
    }
    ledger.set(place, [hashOf(bytes)]);
    if (place !== path) {
      conflicts.push(path);
      report(editedByHand(path, place));
      continue;
    }
    (write.kind === 'written' ? written : unchanged).push(path);
    dropSettledVersion(fileSystem, root, newVersionPath(path), present, ledger);
  }
  const done = writeLedger(fileSystem, root, ledger);
  if (done.kind === 'failed') report(done.finding);
  return result(done.kind === 'failed');
}

/** True where the new version of an earlier conflict holds an editor's work by now. */
function isWorkedIn(hash: string | undefined, ours: readonly string[] | undefined, bytes: Uint8Array): boolean {
  return hash !== undefined && hash !== hashOf(bytes) && ours?.includes(hash) !== true;
}

/** Removes a new version that an earlier conflict left, once the conflict is settled and nobody worked in it. */
function dropSettledVersion(
  fileSystem: FileSystem,
  root: string,
  path: string,
  present: ReadonlyMap<string, string>,
  ledger: Map<string, readonly string[]>,
): void {
  const hash = present.get(path);
  if (hash === undefined || ledger.get(path)?.includes(hash) !== true) return;
  try {
    fileSystem.remove(join(root, path));
    ledger.delete(path);
  } catch (error) {
    // It is only in the way; the next run tries again.
    systemReason(error);
  }
}

function presentHash(fileSystem: FileSystem, root: string, path: string): string | undefined {
  const target = containedPath(fileSystem, root, path);
  // What is no file, and what lies outside, is refused when it comes to writing.
  if (target === undefined || fileSystem.status(target)?.kind !== 'file') return undefined;
  return hashOf(fileSystem.read(target));
}

function unread(path: string, reason: string): Diagnostic {
  return diagnostic('storage/read-failed', `The file cannot be read, so it was not replaced: ${reason}.`, {
    file: path,
  });
}

function workedIn(path: string, newVersion: string): Diagnostic {
  return diagnostic(
    'storage/edited-by-hand',
    `The file and its new version ${newVersion} were both changed by hand; both were left as they are.`,
    { file: path, help: `Settle the two, keep one of them as ${path}, and convert again.` },
  );
}

function editedByHand(path: string, newVersion: string): Diagnostic {
  return diagnostic(
    'storage/edited-by-hand',
    `The file was changed by hand since Editio wrote it, or Editio never wrote it; it was left as it is, and the new version is ${newVersion}.`,
    {
      file: path,
      help: `Take over what you want to keep into ${newVersion} and rename it to the file’s own name; or remove the file and convert again.`,
    },
  );
}
