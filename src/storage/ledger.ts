import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { diagnostic, type Diagnostic, type Report } from '../diagnostics/diagnostic.js';
import { writeAtomically, type WriteOutcome } from './atomic-write.js';
import { systemReason, type FileSystem } from './file-system.js';

/**
 * Which bytes Editio wrote to which file of the edition. A file whose hash is none of those listed was changed by
 * hand. While a file is being replaced it has two: a run that is killed in between leaves either, and both are ours.
 */
export type Ledger = ReadonlyMap<string, readonly string[]>;

/** The ledger, or why the edition must not be written (its ledger is of a later version of Editio). */
export type LedgerOutcome =
  { readonly kind: 'read'; readonly ledger: Ledger } | { readonly kind: 'refused'; readonly finding: Diagnostic };

const LEDGER = '.editio/ledger.json';
const VERSION = 1;

const versionSchema = z.object({ version: z.number().int().positive() });
const ledgerSchema = z.object({
  version: z.literal(VERSION),
  files: z.record(z.string(), z.array(z.string().regex(/^[0-9a-f]{64}$/))),
});

/** The SHA-256 hash of bytes, in hexadecimal digits. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/**
 * Reads the ledger of an edition. Without one, or with an unreadable one, it is empty: then every file that exists
 * counts as changed by hand, and none is overwritten.
 */
export function readLedger(fileSystem: FileSystem, root: string, report: Report): LedgerOutcome {
  let content: unknown;
  try {
    if (fileSystem.status(join(root, LEDGER)) === undefined) return { kind: 'read', ledger: new Map() };
    content = parseJson(Buffer.from(fileSystem.read(join(root, LEDGER))).toString('utf8'));
  } catch (error) {
    report(unreadable(systemReason(error)));
    return { kind: 'read', ledger: new Map() };
  }
  const version = versionSchema.safeParse(content);
  if (version.success && version.data.version > VERSION) {
    return {
      kind: 'refused',
      finding: diagnostic(
        'storage/ledger-newer',
        `The edition was last written by a later Editio: its ledger has format ${version.data.version}, this one knows ${VERSION}.`,
        { file: LEDGER, help: 'Use the later version of Editio.' },
      ),
    };
  }
  const files = ledgerSchema.safeParse(content);
  if (!files.success) {
    report(unreadable('it is damaged'));
    return { kind: 'read', ledger: new Map() };
  }
  return { kind: 'read', ledger: new Map(Object.entries(files.data.files)) };
}

/** Writes the ledger: the same entries give the same bytes. */
export function writeLedger(fileSystem: FileSystem, root: string, ledger: Ledger): WriteOutcome {
  const sorted = [...ledger].sort(([a], [b]) => (a < b ? -1 : 1));
  const content = { version: VERSION, files: Object.fromEntries(sorted) };
  return writeAtomically(fileSystem, root, LEDGER, Buffer.from(`${JSON.stringify(content, null, 2)}\n`));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function unreadable(reason: string): Diagnostic {
  return diagnostic('storage/ledger-unreadable', `The list of the files that Editio wrote cannot be used: ${reason}.`, {
    file: LEDGER,
    help: 'Until a run has written it anew, every file of the edition counts as changed by hand and is not overwritten.',
  });
}
