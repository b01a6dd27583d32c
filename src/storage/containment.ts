import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import type { FileSystem } from './file-system.js';

/** True where `path` is `folder` itself or lies under it. Both absolute; links are not looked at. */
export function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}

/** The nearest folder or file at or above an absolute path that exists. */
export function nearestExisting(fileSystem: FileSystem, path: string): string {
  let place = path;
  while (fileSystem.status(place) === undefined && dirname(place) !== place) place = dirname(place);
  return place;
}

/**
 * The absolute path of a file of the edition, or undefined where it would lie outside the edition's folder: by
 * `..`, by an absolute path, or because a folder on its way is a link that leads out.
 *
 * @param root the edition's folder, which exists.
 * @param path relative to it.
 * @throws a system error where a link on the way cannot be resolved.
 */
export function containedPath(fileSystem: FileSystem, root: string, path: string): string | undefined {
  const base = resolve(root);
  const target = resolve(base, path);
  if (target === base || !isInside(base, target)) return undefined;
  const realFolder = fileSystem.realPath(nearestExisting(fileSystem, dirname(target)));
  return isInside(fileSystem.realPath(base), realFolder) ? target : undefined;
}
