import * as fs from 'node:fs';
import { dirname } from 'node:path';

/** What stands at a path, itself: a link is a link, not what it leads to. */
export interface FileStatus {
  readonly kind: 'file' | 'folder' | 'link' | 'other';
  /** Bytes. */
  readonly size: number;
  /** Time of the last change, milliseconds since 1970. */
  readonly modified: number;
}

/**
 * The few operations on files that Editio needs. Everything that writes takes one of these, so that a test can
 * let the disk fail at any operation. Each may throw a system error (`code` such as `ENOSPC`).
 */
export interface FileSystem {
  /** The status of what stands at `path`, links not followed; undefined where nothing stands. */
  readonly status: (path: string) => FileStatus | undefined;
  /** The path with all links resolved. */
  readonly realPath: (path: string) => string;
  /** The names in a folder, in the order of their code units. */
  readonly list: (path: string) => string[];
  readonly read: (path: string) => Uint8Array;
  /** Creates a file that must not exist, opened for writing; the handle. */
  readonly create: (path: string) => number;
  /** Writes `bytes` from `offset` on at the handle's position; how many bytes were taken, which may be fewer. */
  readonly write: (handle: number, bytes: Uint8Array, offset: number) => number;
  /** Returns when the file's bytes are on the disk. */
  readonly sync: (handle: number) => void;
  /** The size in bytes of an open file. */
  readonly sizeOf: (handle: number) => number;
  readonly close: (handle: number) => void;
  readonly rename: (from: string, to: string) => void;
  /** Gives a file a second name; fails with `EEXIST` where the name is taken, in one step. */
  readonly link: (existing: string, name: string) => void;
  readonly remove: (path: string) => void;
  /** Makes a folder and the folders above it; nothing where it exists. */
  readonly makeFolder: (path: string) => void;
  readonly isWritable: (path: string) => boolean;
}

/** A path that leads through a file (`ENOTDIR`) has nothing at its end either. */
function statusOrNothing(path: string): fs.Stats | undefined {
  try {
    return fs.lstatSync(path, { throwIfNoEntry: false });
  } catch (error) {
    if (systemErrorCode(error) === 'ENOTDIR') return undefined;
    throw error;
  }
}

/** Node's own recursive way tries for ever where a file system refuses as if a folder above were missing (`/proc`). */
function makeFolders(path: string): void {
  if (fs.statSync(path, { throwIfNoEntry: false })?.isDirectory() === true) return;
  if (dirname(path) !== path) makeFolders(dirname(path));
  try {
    fs.mkdirSync(path);
  } catch (error) {
    // Another run may have made it meanwhile.
    if (systemErrorCode(error) !== 'EEXIST' || !fs.statSync(path).isDirectory()) throw error;
  }
}

/** The computer's own file system. */
export const diskFileSystem: FileSystem = {
  status: (path) => {
    const found = statusOrNothing(path);
    if (found === undefined) return undefined;
    const kind = found.isFile() ? 'file' : found.isDirectory() ? 'folder' : found.isSymbolicLink() ? 'link' : 'other';
    return { kind, size: found.size, modified: found.mtimeMs };
  },
  realPath: (path) => fs.realpathSync.native(path),
  list: (path) => fs.readdirSync(path).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)),
  read: (path) => fs.readFileSync(path),
  create: (path) => fs.openSync(path, 'wx'),
  write: (handle, bytes, offset) => fs.writeSync(handle, bytes, offset, bytes.length - offset),
  sync: (handle) => {
    fs.fsyncSync(handle);
  },
  sizeOf: (handle) => fs.fstatSync(handle).size,
  close: (handle) => {
    fs.closeSync(handle);
  },
  rename: (from, to) => {
    fs.renameSync(from, to);
  },
  link: (existing, name) => {
    fs.linkSync(existing, name);
  },
  remove: (path) => {
    fs.unlinkSync(path);
  },
  makeFolder: makeFolders,
  isWritable: (path) => {
    try {
      fs.accessSync(path, fs.constants.W_OK);
      return true;
    } catch {
      return false;
    }
  },
};

/** The code of a system error (`ENOSPC`, `EACCES`); undefined for any other error, which is a fault of ours. */
export function systemErrorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EDQUOT: 'the disk quota is used up',
  EEXIST: 'something of that name exists already',
  EIO: 'the disk reports an error',
  EISDIR: 'a folder stands there',
  ELOOP: 'its links lead in a circle',
  EMFILE: 'too many files are open',
  ENAMETOOLONG: 'the name is too long',
  ENOENT: 'there is no such file or folder',
  ENOSPC: 'no space is left on the disk',
  ENOTDIR: 'a file stands where a folder should',
  EPERM: 'the operation is not permitted',
  EROFS: 'the disk can only be read',
};

/** Why an operation failed, in words, with the system's code. Rethrows what is no system error. */
export function systemReason(error: unknown): string {
  const code = systemErrorCode(error);
  if (code === undefined) throw error;
  const reason = REASONS[code];
  return reason === undefined ? code : `${reason} (${code})`;
}
