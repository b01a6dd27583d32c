import { diskFileSystem, type FileSystem } from '../../src/storage/file-system.js';

/** The disk, with a count of the operations done on it. */
export interface CountedFileSystem {
  readonly fileSystem: FileSystem;
  readonly operations: () => number;
}

/** The disk without waiting for it: for the many runs of a test that nobody pulls the plug on. */
export const quickFileSystem: FileSystem = { ...diskFileSystem, sync: () => undefined };

/** A system error as Node makes it. */
export function systemError(code: string): Error {
  return Object.assign(new Error(code), { code });
}

/**
 * The disk, failing at one operation and, as a dead process or a full disk would, at all that follow it.
 *
 * @param failAt the 1-based number of the operation; `Infinity` for a disk that never fails.
 * @param isLasting whether every later operation fails too.
 * @param counted which operations are counted: all, or those that change something on the disk. Between two changes a
 *   process may die where it will; what it leaves is the same.
 */
export function faultyFileSystem(
  failAt: number,
  code = 'ENOSPC',
  isLasting = true,
  counted: 'all' | 'changes' = 'all',
): CountedFileSystem {
  let count = 0;
  const guard = (isChange: boolean): void => {
    const isCounted = isChange || counted === 'all';
    if (isCounted) count += 1;
    if ((isCounted && count === failAt) || (isLasting && count >= failAt)) throw systemError(code);
  };
  const guarded =
    (isChange: boolean) =>
    <Arguments extends unknown[], Result>(
      operation: (...given: Arguments) => Result,
    ): ((...given: Arguments) => Result) =>
    (...given) => {
      guard(isChange);
      return operation(...given);
    };
  const looking = guarded(false);
  const changing = guarded(true);
  const disk = quickFileSystem;
  const fileSystem: FileSystem = {
    status: looking(disk.status),
    realPath: looking(disk.realPath),
    list: looking(disk.list),
    read: looking(disk.read),
    create: changing(disk.create),
    write: changing(disk.write),
    sync: looking(disk.sync),
    sizeOf: looking(disk.sizeOf),
    close: (handle) => {
      // The handle is given back even where closing reports an error, as the system does.
      disk.close(handle);
      guard(true);
    },
    rename: changing(disk.rename),
    link: changing(disk.link),
    remove: changing(disk.remove),
    makeFolder: changing(disk.makeFolder),
    isWritable: looking(disk.isWritable),
  };
  return { fileSystem, operations: () => count };
}
