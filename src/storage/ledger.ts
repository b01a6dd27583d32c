import { createHash } from 'node:crypto';
import { z } from 'zod';
import { diagnostic, type Diagnostic, type Report } from '../diagnostics/diagnostic.js';
import { writeAtomically, type WriteOutcome } from './atomic-write.js';
import type { FileSystem } from './file-system.js';
import { readRecordFile, unreadRecord } from './record-file.js';

/** One state in which Editio left a file. */
export interface LedgerState {
  /** The hash of the text that stood in the file, whatever its line ends ({@link textHashOf}). */
  readonly written: string;
  /** The hash of the conversion that they come from; another than `written` where an editor's changes are in them too. */
  readonly base: string;
  /** For a new version that was put beside an editor's file: the hash of that file then. */
  readonly beside?: string;
}

/**
 * In which state Editio left each file of the edition. A file with other bytes was changed by hand. While a file is
 * being replaced it has two states: a run that is killed in between leaves either.
 */
export type Ledger = ReadonlyMap<string, readonly LedgerState[]>;

/** The ledger, or why the edition must not be written: its ledger cannot be read, or is of a later version of Editio. */
export type LedgerOutcome =
  | { readonly kind: 'read'; readonly ledger: Ledger; readonly isDamaged: boolean }
  | { readonly kind: 'refused'; readonly finding: Diagnostic };

const LEDGER = '.editio/ledger.json';
const VERSION = 2;
const CR = 0x0d;
const LF = 0x0a;

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const stateSchema = z.union([
  // A file whose bytes are a conversion, as nearly all are; the only form in version 1.
  hash.transform((written): LedgerState => ({ written, base: written })),
  z
    .object({ written: hash, base: hash, beside: hash.optional() })
    .transform(({ written, base, beside }): LedgerState => ({
      written,
      base,
      ...(beside === undefined ? {} : { beside }),
    })),
]);
const ledgerSchema = z.object({
  version: z.number().int().min(1).max(VERSION),
  files: z.record(z.string(), z.array(stateSchema)),
});

/** The SHA-256 hash of bytes, in hexadecimal digits. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/**
 * The hash of a text file as it is without a byte order mark and with LF at its line ends. Version control and editors
 * change these of themselves, and nobody edited the file by that.
 */
export function textHashOf(bytes: Uint8Array): string {
  return hashOf(withPlainLines(bytes));
}

/** A text file without a byte order mark and with LF at its line ends; the bytes themselves where they are so already. */
export function withPlainLines(bytes: Uint8Array): Uint8Array {
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  if (start === 0 && !bytes.includes(CR)) return bytes;
  // In UTF-8 these bytes are never part of another character.
  return bytes.subarray(start).filter((byte, i, all) => byte !== CR || all[i + 1] !== LF);
}

/**
 * Reads the ledger of an edition. Without one, or with a damaged one, it is empty: then every file that exists counts
 * as changed by hand, and none is overwritten.
 */
export function readLedger(fileSystem: FileSystem, root: string, report: Report): LedgerOutcome {
  const file = readRecordFile(fileSystem, root, LEDGER, VERSION);
  if (file.kind === 'none') return { kind: 'read', ledger: new Map(), isDamaged: false };
  if (file.kind === 'unreadable') {
    const what = 'The list of the files that Editio wrote cannot be read, so nothing was written';
    return { kind: 'refused', finding: unreadRecord(LEDGER, what, file.reason) };
  }
  if (file.kind === 'later') {
    return {
      kind: 'refused',
      finding: diagnostic(
        'storage/ledger-newer',
        `The edition was last written by a later Editio: its ledger has format ${file.version}, this one knows ${VERSION}.`,
        { file: LEDGER, help: 'Use the later version of Editio.' },
      ),
    };
  }
  const files = ledgerSchema.safeParse(file.content);
  if (!files.success) {
    report(damaged());
    return { kind: 'read', ledger: new Map(), isDamaged: true };
  }
  return { kind: 'read', ledger: new Map(Object.entries(files.data.files)), isDamaged: false };
}

/** Writes the ledger: the same entries give the same bytes. */
export function writeLedger(fileSystem: FileSystem, root: string, ledger: Ledger): WriteOutcome {
  const sorted = [...ledger].sort(([a], [b]) => (a < b ? -1 : 1));
  const files = Object.fromEntries(sorted.map(([path, states]) => [path, states.map(shortened)]));
  const content = { version: VERSION, files };
  return writeAtomically(fileSystem, root, LEDGER, Buffer.from(`${JSON.stringify(content, null, 2)}\n`));
}

function shortened(state: LedgerState): string | LedgerState {
  return state.beside === undefined && state.written === state.base ? state.base : state;
}

function damaged(): Diagnostic {
  return diagnostic('storage/ledger-unreadable', 'The list of the files that Editio wrote is damaged.', {
    file: LEDGER,
    help: 'Bring it back from the edition’s history. Else every file of the edition that differs from its conversion counts as changed by hand, and is not overwritten.',
  });
}
