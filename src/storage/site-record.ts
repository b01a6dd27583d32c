import { z } from 'zod';
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.js';
import { writeAtomically, type WriteOutcome } from './atomic-write.js';
import type { FileSystem } from './file-system.js';
import { readRecordFile, unreadRecord } from './record-file.js';

/** What was published last, and where. It tells our own files from those that somebody put beside them. */
const RECORD = '.editio/site.json';
const VERSION = 2;

/**
 * The hashes of the bytes that Editio has left in each file of the output folder, by paths relative to it. While a
 * publication goes on there are two: a run that is killed leaves either.
 */
export type SiteRecord = ReadonlyMap<string, readonly string[]>;

/** The record of an output folder, or why nothing may be published. */
export type SiteRecordOutcome =
  /** `finding` where the record is damaged: then it is empty. */
  | { readonly kind: 'read'; readonly record: SiteRecord; readonly finding?: Diagnostic }
  | { readonly kind: 'refused'; readonly finding: Diagnostic };

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const recordSchema = z.object({
  version: z.number().int().min(1).max(VERSION),
  output: z.string(),
  // In version 1 each file had one hash.
  files: z.record(z.string(), z.union([hash.transform((one) => [one]), z.array(hash)])),
});

/**
 * Reads the record of an edition's publications. Without one, with a damaged one, or with one of another folder it is
 * empty: then no file of the output folder is known to be Editio's.
 *
 * @param output the output folder, relative to the edition's.
 */
export function readSiteRecord(fileSystem: FileSystem, root: string, output: string): SiteRecordOutcome {
  const file = readRecordFile(fileSystem, root, RECORD, VERSION);
  if (file.kind === 'none') return { kind: 'read', record: new Map() };
  if (file.kind === 'unreadable') {
    const what = 'The list of the pages that Editio wrote cannot be read, so nothing was published';
    return { kind: 'refused', finding: unreadRecord(RECORD, what, file.reason) };
  }
  if (file.kind === 'later') {
    return {
      kind: 'refused',
      finding: diagnostic(
        'storage/site-record-newer',
        `The site was last written by a later Editio: its record has format ${file.version}, this one knows ${VERSION}. Nothing was published.`,
        { file: RECORD, help: `Use the later version of Editio; or remove ${RECORD} and the folder ${output}.` },
      ),
    };
  }
  const record = recordSchema.safeParse(file.content);
  if (!record.success) return { kind: 'read', record: new Map(), finding: damaged() };
  return {
    kind: 'read',
    record: record.data.output === output ? new Map(Object.entries(record.data.files)) : new Map(),
  };
}

/** Writes the record: the same entries give the same bytes. */
export function writeSiteRecord(
  fileSystem: FileSystem,
  root: string,
  output: string,
  record: SiteRecord,
): WriteOutcome {
  const files = Object.fromEntries(
    [...record].sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, hashes]) => [path, only(hashes) ?? hashes]),
  );
  const content = { version: VERSION, output, files };
  return writeAtomically(fileSystem, root, RECORD, new TextEncoder().encode(`${JSON.stringify(content)}\n`));
}

function only(hashes: readonly string[]): string | undefined {
  return hashes.length === 1 ? hashes[0] : undefined;
}

function damaged(): Diagnostic {
  return diagnostic('storage/site-record-unreadable', 'The list of the pages that Editio wrote is damaged.', {
    file: RECORD,
    help: 'It was written anew. Pages that the edition has no more are not known any longer: look for them in the output folder.',
  });
}
