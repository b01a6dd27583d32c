import { join } from 'node:path';
import { z } from 'zod';
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.js';
import { writeAtomically } from './atomic-write.js';
import { containedPath } from './containment.js';
import { systemReason, type FileSystem } from './file-system.js';
import { hashOf } from './ledger.js';

/** A file to be published; `path` is relative to the output folder, with slashes. */
export interface PublishedFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** What became of the output folder. */
export interface Publication {
  /** Errors of the disk, and what was left lying. */
  readonly findings: readonly Diagnostic[];
  readonly written: number;
  /** Files of an earlier publication that this one has no more, by their paths. */
  readonly removed: readonly string[];
}

/** What was published last, and where. It tells our own files from those that somebody put beside them. */
const RECORD = '.editio/site.json';

const recordSchema = z.object({
  version: z.literal(1),
  output: z.string(),
  files: z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/)),
});

/**
 * Writes the files of a publication into the output folder, and takes away those of the last one that it has no more:
 * pages of documents that are gone. A file that Editio did not write, or that was changed since, stays where it is.
 * Files that have their bytes already are not touched.
 *
 * @param root the edition's folder. @param output the folder of the publication, relative to it.
 */
export function publishFiles(
  fileSystem: FileSystem,
  root: string,
  output: string,
  files: readonly PublishedFile[],
): Publication {
  const before = readRecord(fileSystem, root, output);
  const findings: Diagnostic[] = [];
  const hashes = new Map<string, string>();
  let written = 0;
  for (const { path, content } of files) {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    const result = writeAtomically(fileSystem, root, `${output}/${path}`, bytes);
    hashes.set(path, hashOf(bytes));
    if (result.kind === 'failed') findings.push(result.finding);
    else if (result.kind === 'written') written++;
  }
  const gone = [...before].filter(([path]) => !hashes.has(path));
  const removed: string[] = [];
  for (const [path, hash] of gone) {
    const left = removePublished(fileSystem, root, { output, path, hash });
    if (left === undefined) removed.push(path);
    else findings.push(left);
  }
  const record = { version: 1, output, files: Object.fromEntries([...hashes].sort(([a], [b]) => (a < b ? -1 : 1))) };
  const recorded = writeAtomically(fileSystem, root, RECORD, new TextEncoder().encode(`${JSON.stringify(record)}\n`));
  if (recorded.kind === 'failed') findings.push(recorded.finding);
  return { findings, written, removed };
}

/** The files of the last publication with their hashes; none where it is not known, or went elsewhere. */
function readRecord(fileSystem: FileSystem, root: string, output: string): ReadonlyMap<string, string> {
  try {
    const text = Buffer.from(fileSystem.read(join(root, RECORD))).toString('utf8');
    const record = recordSchema.safeParse(JSON.parse(text));
    return record.success && record.data.output === output ? new Map(Object.entries(record.data.files)) : new Map();
  } catch {
    // Without the record nothing is known to be ours, so that nothing is taken away.
    return new Map();
  }
}

/** Removes a file that still is what was published; otherwise says what was left. */
function removePublished(
  fileSystem: FileSystem,
  root: string,
  { output, path, hash }: { readonly output: string; readonly path: string; readonly hash: string },
): Diagnostic | undefined {
  const file = `${output}/${path}`;
  try {
    const target = containedPath(fileSystem, join(root, output), path);
    if (target === undefined || fileSystem.status(target)?.kind !== 'file') return undefined;
    if (hashOf(fileSystem.read(target)) === hash) {
      fileSystem.remove(target);
      return undefined;
    }
    return diagnostic(
      'storage/orphan-changed',
      'The edition has this page no more, but somebody changed it; it was left.',
      {
        file,
        help: 'Remove it by hand if nobody needs it.',
      },
    );
  } catch (error) {
    return diagnostic(
      'storage/orphan-left',
      `The edition has this page no more; it could not be removed: ${systemReason(error)}.`,
      {
        file,
      },
    );
  }
}
