import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { convertDocument } from '../convert.js';
import { openEdition, textsToConvert, type ConvertOptions, type OpenEdition } from '../pipeline.js';
import { openDesk, type ReviewDesk, type ReviewedEdition } from '../review/desk.js';
import type { ReviewedDocument } from '../review/place.js';
import { fingerprint } from '../storage/fingerprint.js';
import type { FileSystem } from '../storage/file-system.js';
import { hashOf } from '../storage/ledger.js';
import { reviewedDocument, sidecarFilesOf } from './review.js';

/** A text as it was converted, and of what: its bytes, its sidecar, what holds for all. */
interface KnownText {
  readonly key: string;
  readonly document: ReviewedDocument | undefined;
}

/**
 * The desk of the edition in `root` (absolute): its questions are those of the texts, sidecars and registers as they lie
 * on the disk. A text is converted again where one of these has changed.
 */
export function openEditionDesk(fileSystem: FileSystem, root: string, options: ConvertOptions): ReviewDesk {
  let known = new Map<string, KnownText>();
  const read = async (): Promise<ReviewedEdition> => {
    const edition = openEdition(fileSystem, root, () => undefined);
    if (edition === undefined) {
      return { documents: [], register: { persons: [], places: [], organisations: [] }, editors: [] };
    }
    const keys = keysOf(fileSystem, edition, options);
    const changed = [...keys].flatMap(([id, key]) => (known.get(id)?.key === key ? [] : [id]));
    const now = new Map([...known].filter(([id, { key }]) => keys.get(id) === key));
    // Without ids all texts would be meant. What conversions need is read once: the sidecars are many.
    const texts =
      changed.length === 0 ? [] : textsToConvert(fileSystem, edition, { ...options, only: changed }, () => undefined);
    const inputs = new Map(texts.map((text) => [text.id, text]));
    const sidecars = sidecarFilesOf(edition);
    for (const id of changed) {
      const input = inputs.get(id);
      const document = input === undefined ? undefined : reviewedDocument(convertDocument(input), sidecars);
      now.set(id, { key: keys.get(id) ?? '', document });
      // Other requests have their turn.
      await setImmediate();
    }
    known = now;
    const { seeds, edition: settings } = edition.folder;
    return {
      documents: seeds.flatMap(({ id }) => now.get(id)?.document ?? []),
      register: edition.register,
      editors: settings.editors,
    };
  };
  // One at a time: a second request finds what the first one converted.
  let last: Promise<unknown> = Promise.resolve();
  return openDesk(fileSystem, root, () => {
    const next = last.then(read, read);
    last = next;
    return next;
  });
}

/** What each text is converted from, as hashes by id. */
function keysOf(
  fileSystem: FileSystem,
  { folder, register }: OpenEdition,
  options: ConvertOptions,
): ReadonlyMap<string, string> {
  const shared = fingerprint({ edition: folder.edition, register, options });
  return new Map(
    folder.seeds.map(({ id, path, sidecarFile }) => {
      const files = [path, ...(sidecarFile === undefined ? [] : [join(folder.root, sidecarFile)])];
      return [id, [shared, ...files.map((file) => hashOfFile(fileSystem, file))].join(' ')];
    }),
  );
}

/** A file that cannot be read has nothing in it; the build tells why. */
function hashOfFile(fileSystem: FileSystem, path: string): string {
  try {
    return hashOf(fileSystem.read(path));
  } catch {
    return '';
  }
}
