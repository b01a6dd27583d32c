import { basename, dirname, join } from 'node:path';
import type { Conversion } from '../convert.js';
import { diagnostic, type Report } from '../diagnostics/diagnostic.js';
import { TEI_FOLDER } from '../pipeline.js';
import { writeAtomically, type WriteOutcome } from '../storage/atomic-write.js';
import { keepBaseCopy, readBaseCopy } from '../storage/base-copies.js';
import { systemReason, type FileSystem } from '../storage/file-system.js';
import { hashOf, readLedger, textHashOf, writeLedger, type Ledger, type LedgerState } from '../storage/ledger.js';
import { unread } from '../storage/output-findings.js';
import { newVersionPath, presentBytes, stateOf } from '../storage/output-plan.js';
import { renameIdentifiers } from '../tei/rename-identifiers.js';
import { readXml } from '../tei/xml-reader.js';
import { decodeXml } from '../validate/gate/encoding.js';

/** What was made of a text; undefined where its faults forbid it. */
type ConvertedText = Pick<Conversion, 'id' | 'xml'>;

/** A TEI file whose text has another name now. */
export interface RenamedText {
  /** The paths of the TEI file as it was, and as it is to be. */
  readonly from: string;
  readonly to: string;
  /** What stands in the file, and the conversion that it comes from. */
  readonly mine: Uint8Array;
  readonly base: Uint8Array;
  readonly isEdited: boolean;
}

/**
 * The TEI files whose texts were renamed: Editio wrote them, there is no text of their name any more, and one text that
 * has no TEI yet converts to the very words that they had.
 *
 * @param made the paths of the TEI of all texts that the edition has.
 */
export function renamedTexts(
  fileSystem: FileSystem,
  root: string,
  ledger: Ledger,
  made: ReadonlySet<string>,
  converted: readonly ConvertedText[],
): RenamedText[] {
  const decoder = new TextDecoder();
  const gone = [...ledger].flatMap(([path, states]) => {
    const file = goneFile(fileSystem, root, made, path, states);
    return file === undefined ? [] : [{ ...file, words: wordsOfText(decoder.decode(file.base)) }];
  });
  if (gone.length === 0) return [];
  const counts = new Map<string, number>();
  for (const { words } of gone) counts.set(words, (counts.get(words) ?? 0) + 1);
  const fresh = new Map<string, string[]>();
  for (const { id, xml } of converted) {
    const path = `${TEI_FOLDER}/${id}.xml`;
    if (xml === undefined || fileSystem.status(join(root, path)) !== undefined) continue;
    const words = wordsOfText(xml);
    const paths = fresh.get(words);
    if (paths === undefined) fresh.set(words, [path]);
    else paths.push(path);
  }
  return gone.flatMap(({ words, ...file }) => {
    // Texts without a word are all alike; that tells of no renaming.
    if (words === '' || counts.get(words) !== 1) return [];
    const [to, ...others] = (fresh.get(words) ?? []).filter((path) => isFreeFor(ledger, file, path));
    return to === undefined || others.length > 0 ? [] : [{ ...file, to }];
  });
}

/** Whether the ledger knows nothing of a path, or only that a run which died was taking this file there. */
function isFreeFor(ledger: Ledger, { from, base }: Omit<RenamedText, 'to'>, to: string): boolean {
  const states = ledger.get(to);
  if (states === undefined) return true;
  const hash = hashOf(withIdsOf(base, from, to));
  return states.every((state) => state.written === hash && state.base === hash);
}

/**
 * Takes the TEI files of renamed texts along: each gets the new name, with its ids, and what was changed by hand stays
 * in it, to be merged with the new conversion. The old file goes when the new one is written. To be called under the lock.
 *
 * @returns false where the disk refused something: then nothing more is to be written.
 */
export function followRenamed(
  fileSystem: FileSystem,
  root: string,
  made: ReadonlySet<string>,
  converted: readonly ConvertedText[],
  report: Report,
): boolean {
  try {
    return followAll(fileSystem, root, made, converted, report);
  } catch (error) {
    report(unread(TEI_FOLDER, systemReason(error)));
    return false;
  }
}

function followAll(
  fileSystem: FileSystem,
  root: string,
  made: ReadonlySet<string>,
  converted: readonly ConvertedText[],
  report: Report,
): boolean {
  const outcome = readLedger(fileSystem, root, () => undefined);
  if (outcome.kind === 'refused' || outcome.isDamaged) return true;
  const texts = renamedTexts(fileSystem, root, outcome.ledger, made, converted);
  if (texts.length === 0) return true;
  const ledger = new Map(outcome.ledger);
  const isDone = (written: WriteOutcome): boolean => {
    if (written.kind === 'failed') report(written.finding);
    return written.kind !== 'failed';
  };
  for (const { from, to, base } of texts) {
    const newBase = withIdsOf(base, from, to);
    if (!isDone(keepBaseCopy(fileSystem, root, newBase))) return false;
    const hash = hashOf(newBase);
    ledger.set(to, [{ written: hash, base: hash }]);
  }
  // Whenever the run dies from here on, the old file or both stand, and the ledger knows either.
  if (!isDone(writeLedger(fileSystem, root, ledger))) return false;
  for (const { from, to, mine, isEdited } of texts) {
    if (!isDone(writeAtomically(fileSystem, root, to, withIdsOf(mine, from, to)))) return false;
    const present = presentBytes(fileSystem, root, from);
    if (present !== undefined && hashOf(present) === hashOf(mine)) fileSystem.remove(join(root, from));
    ledger.delete(from);
    report(
      diagnostic(
        'storage/text-renamed',
        `The text of this file has another name now; the file, its ids${isEdited ? ' and what was changed in it by hand' : ''} went with it: it was ${from}.`,
        { file: to, help: 'Links to the pages and ids of the old name lead nowhere now.' },
      ),
    );
  }
  return isDone(writeLedger(fileSystem, root, ledger));
}

/** The bytes of a TEI file with the ids of the name that it is to have. */
function withIdsOf(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const mark = bytes[0] === 0xef ? '\ufeff' : '';
  const xml = renameIdentifiers(new TextDecoder().decode(bytes), basename(from, '.xml'), basename(to, '.xml'));
  return new TextEncoder().encode(mark + xml);
}

/** A file of the ledger that has no text any more, with its base; undefined where a conflict waits or the base is lost. */
function goneFile(
  fileSystem: FileSystem,
  root: string,
  made: ReadonlySet<string>,
  path: string,
  states: readonly LedgerState[],
): Omit<RenamedText, 'to'> | undefined {
  if (dirname(path) !== TEI_FOLDER || made.has(path) || path.endsWith('.new.xml')) return undefined;
  const mine = presentBytes(fileSystem, root, path);
  if (mine === undefined || fileSystem.status(join(root, newVersionPath(path))) !== undefined) return undefined;
  const decoded = decodeXml(mine);
  if ('fault' in decoded || !/^utf-?8$/iu.test(decoded.decoded.encoding)) return undefined;
  if (readXml(decoded.decoded.text, {}) !== undefined) return undefined;
  const present = textHashOf(mine);
  const state = stateOf(states, present);
  const base = state === undefined ? undefined : readBaseCopy(fileSystem, root, state.base);
  if (state === undefined || base === undefined) return undefined;
  return { from: path, mine, base, isEdited: present !== state.base };
}

/** The words of a document's text in order, its header aside: what does not change with its name. */
function wordsOfText(xml: string): string {
  const words: string[] = [];
  let depth = 0;
  let inText = -1;
  readXml(xml, {
    startTag: ({ local }) => {
      if (inText === -1 && local === 'text') inText = depth;
      depth++;
    },
    endTag: () => {
      depth--;
      if (depth === inText) inText = -1;
    },
    text: (piece) => {
      if (inText !== -1) words.push(piece);
    },
  });
  return words.join(' ').replace(/\s+/gu, ' ').trim();
}
