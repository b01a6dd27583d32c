import type { FileStatus, FileSystem } from '../../storage/file-system.js';
import { systemErrorCode } from '../../storage/file-system.js';
import { readXml } from '../../tei/xml-reader.js';
import { decodeXml } from '../gate/encoding.js';
import { collectReferences } from './collect.js';
import { knownFile, type KnownFile } from './documents.js';

/** Most bytes of one file that is only pointed to, and of all of them together. */
const FILE_LIMIT = 16 * 1024 * 1024;
const TOTAL_LIMIT = 64 * 1024 * 1024;
/** Most names of a folder among which a misspelt one is looked for. */
const FOLDER_LIMIT = 5_000;

/** What is found of a file that a pointer leads to and that is not itself checked. */
export type Neighbour =
  | { readonly kind: 'read'; readonly file: KnownFile }
  | { readonly kind: 'unread'; readonly reason: 'too-large' | 'not-xml' };

/**
 * The files around those that are checked. Each is read once and at most, for its ids alone; nothing is ever fetched,
 * and only regular files of bounded size are opened. All paths are absolute.
 */
export interface NeighbourFiles {
  kindAt(path: string): 'file' | 'folder' | undefined;
  /** The ids of a file that is there. */
  idsOf(path: string): Neighbour;
  /** The names in a folder; none where it cannot be read or is very large. */
  namesIn(folder: string): readonly string[];
}

/** The neighbours on a disk. @param nameOf how messages name a file. */
export function neighbourFiles(fileSystem: FileSystem, nameOf: (path: string) => string): NeighbourFiles {
  const statuses = new Map<string, FileStatus | undefined>();
  const neighbours = new Map<string, Neighbour>();
  const folders = new Map<string, readonly string[]>();
  let total = 0;

  const statusOf = (path: string): FileStatus | undefined => {
    if (!statuses.has(path))
      statuses.set(
        path,
        attempt(() => fileSystem.status(fileSystem.realPath(path))),
      );
    return statuses.get(path);
  };
  const read = (path: string): Neighbour => {
    const size = statusOf(path)?.size ?? 0;
    // A file that says it is empty is not opened: those of /proc say so and may never end.
    if (size === 0) return { kind: 'unread', reason: 'not-xml' };
    if (size > FILE_LIMIT || total + size > TOTAL_LIMIT) return { kind: 'unread', reason: 'too-large' };
    total += size;
    const bytes = attempt(() => fileSystem.read(path));
    return bytes === undefined ? { kind: 'unread', reason: 'not-xml' } : readIds(path, nameOf(path), bytes);
  };

  return {
    kindAt: (path) => {
      const kind = statusOf(path)?.kind;
      return kind === 'file' || kind === 'folder' ? kind : undefined;
    },
    idsOf: (path) => {
      const neighbour = neighbours.get(path) ?? read(path);
      neighbours.set(path, neighbour);
      return neighbour;
    },
    namesIn: (folder) => {
      const names = folders.get(folder) ?? attempt(() => fileSystem.list(folder)) ?? [];
      folders.set(folder, names);
      return names.length > FOLDER_LIMIT ? [] : names;
    },
  };
}

function readIds(path: string, name: string, bytes: Uint8Array): Neighbour {
  const decoding = decodeXml(bytes);
  if (!('decoded' in decoding)) return { kind: 'unread', reason: 'not-xml' };
  const { text } = decoding.decoded;
  const collector = collectReferences(name, '');
  const fault = readXml(text, collector.handler);
  if (fault !== undefined) return { kind: 'unread', reason: 'not-xml' };
  return { kind: 'read', file: knownFile(path, { ...collector.result(), pointers: [] }) };
}

/** What an operation gives; undefined where the disk refuses it. */
function attempt<Result>(operation: () => Result): Result | undefined {
  try {
    return operation();
  } catch (error) {
    if (systemErrorCode(error) === undefined) throw error;
    return undefined;
  }
}
