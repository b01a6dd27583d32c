import { diskFileSystem, type FileSystem } from '../../src/storage/file-system.js';

/** The disk, with a count of the operations done on it. */
export interface CountedFileSystem {
  readonly fileSystem: FileSystem;
  readonly operations: () => number;
}

/** A system error as Node makes it. */
export function systemError(code: string): Error {
  return Object.assign(new Error(code), { code });
}

/**
 * The disk, failing at one operation and, as a dead process or a full disk would, at all that follow it.
 *
 * @param failAt the 1-based number of the operation; `Infinity` for a disk that never fails.
 * @param isLasting whether every later operation fails too.
 */
export function faultyFileSystem(failAt: number, code = 'ENOSPC', isLasting = true): CountedFileSystem {
  let count = 0;
  const guard = (): void => {
    count += 1;
    if (count === failAt || (isLasting && count > failAt)) throw systemError(code);
  };
  const disk = diskFileSystem;
  const fileSystem: FileSystem = {
    status: (path) => (guard(), disk.status(path)),
    realPath: (path) => (guard(), disk.realPath(path)),
    list: (path) => (guard(), disk.list(path)),
    read: (path) => (guard(), disk.read(path)),
    create: (path) => (guard(), disk.create(path)),
    write: (handle, bytes, offset) => (guard(), disk.write(handle, bytes, offset)),
    sync: (handle) => {
      guard();
      disk.sync(handle);
    },
    sizeOf: (handle) => (guard(), disk.sizeOf(handle)),
    close: (handle) => {
      // The handle is given back even where closing reports an error, as the system does.
      disk.close(handle);
      guard();
    },
    rename: (from, to) => {
      guard();
      disk.rename(from, to);
    },
    link: (existing, name) => {
      guard();
      disk.link(existing, name);
    },
    remove: (path) => {
      guard();
      disk.remove(path);
    },
    makeFolder: (path) => {
      guard();
      disk.makeFolder(path);
    },
    isWritable: (path) => (guard(), disk.isWritable(path)),
  };
  return { fileSystem, operations: () => count };
}
