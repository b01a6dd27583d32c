import { join } from 'node:path';
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.js';
import { writeAtomically } from './atomic-write.js';
import { containedPath } from './containment.js';
import { systemReason, type FileSystem } from './file-system.js';
import { hashOf } from './ledger.js';
import { unread } from './output-findings.js';
import { presentBytes } from './output-plan.js';

/** Where files of others are kept that a publication had to replace: in a folder for each hash, under their paths. */
const REPLACED = '.editio/replaced';

/** Where a publication goes: the edition's folder, and the output folder relative to it. */
export interface PublicationPlace {
  readonly root: string;
  readonly output: string;
}

/** What became of a file that was to be published. */
export type FileOutcome =
  | { readonly kind: 'unchanged' }
  /** `keptAs` where something stood there that was not ours: the path of its copy, relative to the edition's folder. */
  | { readonly kind: 'written'; readonly keptAs?: string }
  | { readonly kind: 'failed'; readonly finding: Diagnostic };

/**
 * Writes a file of a publication. What stands in its place and is not Editio's is copied before it is replaced.
 *
 * @param path relative to the output folder. @param known the hashes of what Editio left there.
 */
export function publishFile(
  fileSystem: FileSystem,
  { root, output }: PublicationPlace,
  path: string,
  bytes: Uint8Array,
  known: readonly string[],
): FileOutcome {
  const file = `${output}/${path}`;
  let present: Uint8Array | undefined;
  try {
    present = presentBytes(fileSystem, root, file);
  } catch (error) {
    return { kind: 'failed', finding: unread(file, systemReason(error)) };
  }
  if (present !== undefined && Buffer.compare(present, bytes) === 0) return { kind: 'unchanged' };
  const hash = present === undefined ? undefined : hashOf(present);
  const keptAs = hash === undefined || known.includes(hash) ? undefined : `${REPLACED}/${hash.slice(0, 12)}/${file}`;
  if (present !== undefined && keptAs !== undefined) {
    const copy = writeAtomically(fileSystem, root, keptAs, present);
    if (copy.kind === 'failed') return copy;
  }
  // A page can be made again: to wait for the disk with each would take longer than all the rest.
  const result = writeAtomically(fileSystem, root, file, bytes, { isDurable: false });
  return result.kind === 'written' && keptAs !== undefined ? { kind: 'written', keptAs } : result;
}

/**
 * Removes a file of an earlier publication that still is what Editio left; otherwise says what was left.
 *
 * @param path relative to the output folder. @param known the hashes of what Editio left there.
 */
export function removePublished(
  fileSystem: FileSystem,
  { root, output }: PublicationPlace,
  path: string,
  known: readonly string[],
): Diagnostic | undefined {
  const file = `${output}/${path}`;
  try {
    const target = containedPath(fileSystem, join(root, output), path);
    if (target === undefined || fileSystem.status(target)?.kind !== 'file') return undefined;
    if (known.includes(hashOf(fileSystem.read(target)))) {
      fileSystem.remove(target);
      return undefined;
    }
    return diagnostic(
      'storage/orphan-changed',
      'The edition has this page no more, but somebody changed it; it was left.',
      { file, help: 'Remove it by hand if nobody needs it.' },
    );
  } catch (error) {
    return diagnostic(
      'storage/orphan-left',
      `The edition has this page no more; it could not be removed: ${systemReason(error)}.`,
      { file, help: 'The next build tries again.' },
    );
  }
}

/** Says which files of others a publication replaced, and where they are now. */
export function replaced(kept: readonly { readonly file: string; readonly keptAs: string }[]): Diagnostic[] {
  const [first] = kept;
  if (first === undefined) return [];
  const others = kept.length - 1;
  const more = others === 0 ? '' : ` So ${others === 1 ? 'was 1 more file' : `were ${others} more files`}.`;
  return [
    diagnostic(
      'storage/replaced',
      `Editio did not write what stood here, or somebody changed it since: it was replaced by the new page and is kept as ${first.keptAs}.${more}`,
      {
        file: first.file,
        help: `Pages are made anew by every build: what is to stay belongs into the texts, the TEI, or the folders pages and templates. Remove ${REPLACED} when nobody needs it.`,
      },
    ),
  ];
}
