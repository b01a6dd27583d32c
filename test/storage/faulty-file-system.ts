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
  const guarded = <Arguments extends unknown[], Result>(
    operation: (...given: Arguments) => Result,
  ): ((...given: Arguments) => Result) => {
    return (...given) => {
      guard();
      return operation(...given);
    };
  };
  const disk = diskFileSystem;
  const fileSystem: FileSystem = {
    status: guarded(disk.status),
    realPath: guarded(disk.realPath),
    list: guarded(disk.list),
    read: guarded(disk.read),
    create: guarded(disk.create),
    write: guarded(disk.write),
    sync: guarded(disk.sync),
    sizeOf: guarded(disk.sizeOf),
    close: (handle) => {
      // The handle is given back even where closing reports an error, as the system does.
      disk.close(handle);
      guard();
    },
    rename: guarded(disk.rename),
    link: guarded(disk.link),
    remove: guarded(disk.remove),
    makeFolder: guarded(disk.makeFolder),
    isWritable: guarded(disk.isWritable),
  };
  return { fileSystem, operations: () => count };
}
