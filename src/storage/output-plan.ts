import { basename, dirname, join } from 'node:path';
import { readBaseCopy } from './base-copies.js';
import { containedPath } from './containment.js';
import type { FileSystem } from './file-system.js';
import { hashOf, textHashOf, type Ledger, type LedgerState } from './ledger.js';

/** A file to write: its path relative to the edition's folder, with `/` between its parts, and its bytes. */
export interface OutputFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Whether changes by hand are kept by merging: then a copy of the bytes is kept too. */
  readonly keepsEdits?: boolean;
  /** Whose version stands where a conflict is to be settled now; without it, it waits for the editor. */
  readonly settle?: Settlement;
}

/** Whose version stands where both changed the same: the editor's file, or the new conversion. */
export type Settlement = 'mine' | 'new';

/** A file that an editor changed and that has a new version: what a merge works on. */
export interface EditedFile {
  readonly path: string;
  /** Where the new version will stand if the two cannot be merged. */
  readonly newVersion: string;
  /** As it was converted last. */
  readonly base: Uint8Array;
  /** As it lies on the disk. */
  readonly mine: Uint8Array;
  /** As it is converted now. */
  readonly theirs: Uint8Array;
  readonly settle?: Settlement;
}

/** What is to be done for a file. */
export type Step =
  /** Nobody changed it: it is written, or written anew where it was gone. */
  | { readonly kind: 'write'; readonly isRecreated: boolean }
  /** Changed by hand, and the new conversion brings nothing new: it stays. `state` is what the ledger is to say. */
  | { readonly kind: 'keep'; readonly state: LedgerState }
  /** Changed by hand, and its base is known. */
  | { readonly kind: 'merge'; readonly edited: EditedFile; readonly state: LedgerState }
  /** Changed by hand, and nothing is known of what it was. */
  | { readonly kind: 'beside'; readonly mine: Uint8Array }
  /** The editor works in the new version of an earlier conflict: both stay. */
  | { readonly kind: 'worked-in' }
  /** It was given another name. */
  | { readonly kind: 'renamed'; readonly to: string };

/** A file, what stands in its place, and what is to be done. */
export interface PlannedFile {
  readonly file: OutputFile;
  readonly hash: string;
  readonly newVersion: string;
  /** The hash of what stands at the path; undefined where nothing does. */
  readonly present: string | undefined;
  readonly presentNewVersion: string | undefined;
  readonly step: Step;
}

/** Where a new version is written when an editor changed the old one: `tei/x.xml`, `tei/x.new.xml`. */
export function newVersionPath(path: string): string {
  return path.replace(/(\.[^./]*)?$/, '.new$1');
}

/**
 * Says what is to be done for each file that an editor may have changed. Nothing is written.
 *
 * @throws a system error where something cannot be read.
 */
export function planOutput(fileSystem: FileSystem, root: string, file: OutputFile, ledger: Ledger): PlannedFile {
  const { path, bytes } = file;
  const newVersion = newVersionPath(path);
  const hash = hashOf(bytes);
  const mine = presentBytes(fileSystem, root, path);
  const beside = presentBytes(fileSystem, root, newVersion);
  const present = mine === undefined ? undefined : textHashOf(mine);
  const presentNewVersion = beside === undefined ? undefined : textHashOf(beside);
  const planned = { file, hash, newVersion, present, presentNewVersion };
  const states = ledger.get(path) ?? [];
  if (mine === undefined || present === undefined) {
    const to = states.length === 0 ? undefined : renamedTo(fileSystem, root, path, states, ledger);
    if (to !== undefined) return { ...planned, step: { kind: 'renamed', to } };
    // Two states: a run that was killed had not yet made it.
    return { ...planned, step: { kind: 'write', isRecreated: states.length === 1 } };
  }
  const settled = settledState(ledger.get(newVersion), present, presentNewVersion);
  const state = settled ?? stateOf(states, present);
  const isUntouched =
    present === hash || (settled === undefined && state?.written === present && state.base === present);
  if (isUntouched) return { ...planned, step: { kind: 'write', isRecreated: false } };
  if (state?.base === hash) return { ...planned, step: { kind: 'keep', state } };
  if (isWorkedIn(presentNewVersion, ledger.get(newVersion), hash)) return { ...planned, step: { kind: 'worked-in' } };
  const base = state === undefined || file.keepsEdits !== true ? undefined : readBaseCopy(fileSystem, root, state.base);
  if (state === undefined || base === undefined) return { ...planned, step: { kind: 'beside', mine } };
  return {
    ...planned,
    step: { kind: 'merge', edited: { path, newVersion, base, mine, theirs: bytes, ...settling(file) }, state },
  };
}

function settling({ settle }: OutputFile): { settle?: Settlement } {
  return settle === undefined ? {} : { settle };
}

/**
 * The state that a file was last left in by Editio, whatever an editor did since. Undefined where there are two and the
 * bytes are of neither: a run was killed while it replaced the file, and then the file was changed.
 */
export function stateOf(states: readonly LedgerState[], present: string): LedgerState | undefined {
  const exact = states.find(({ written }) => written === present);
  if (exact !== undefined) return exact;
  return new Set(states.map(({ base }) => base)).size === 1 ? states[0] : undefined;
}

/**
 * After a conflict the editor brings the two versions together, and the new version goes: then what stands in the file
 * comes from the new version. A file that is as it was at the conflict shows that nobody has done so yet.
 */
function settledState(
  states: readonly LedgerState[] | undefined,
  present: string,
  presentNewVersion: string | undefined,
): LedgerState | undefined {
  const last = states?.at(-1);
  if (presentNewVersion !== undefined || last?.beside === undefined || last.beside === present) return undefined;
  return { written: present, base: last.base };
}

/** True where the new version of an earlier conflict holds an editor's work by now. */
function isWorkedIn(present: string | undefined, states: readonly LedgerState[] | undefined, hash: string): boolean {
  return present !== undefined && present !== hash && states?.some(({ written }) => written === present) !== true;
}

/** What stands at a path of the edition; what is no file, and what lies outside, is refused when it comes to writing. */
export function presentBytes(fileSystem: FileSystem, root: string, path: string): Uint8Array | undefined {
  const target = containedPath(fileSystem, root, path);
  return target === undefined || fileSystem.status(target)?.kind !== 'file' ? undefined : fileSystem.read(target);
}

/**
 * The file that a missing one was renamed to: one beside it that Editio did not write, with the bytes that the missing
 * one had or with its id as the first in it (`TEI/@xml:id`).
 */
function renamedTo(
  fileSystem: FileSystem,
  root: string,
  path: string,
  states: readonly LedgerState[],
  ledger: Ledger,
): string | undefined {
  const folder = join(root, dirname(path));
  if (fileSystem.status(folder)?.kind !== 'folder') return undefined;
  const id = basename(path).replace(/\.[^.]*$/u, '');
  return fileSystem
    .list(folder)
    .map((name) => `${dirname(path)}/${name}`)
    .find((candidate) => {
      if (!candidate.endsWith('.xml') || candidate === newVersionPath(path) || ledger.has(candidate)) return false;
      const bytes = presentBytes(fileSystem, root, candidate);
      if (bytes === undefined) return false;
      const head = Buffer.from(bytes.subarray(0, HEAD)).toString('utf8');
      const first = /xml:id\s*=\s*["']([^"']*)/u.exec(head)?.[1];
      return first === id || states.some(({ written }) => written === textHashOf(bytes));
    });
}

/** Bytes of a file in which its root element begins. */
const HEAD = 4096;
