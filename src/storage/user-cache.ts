import { createHash } from 'node:crypto';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { removeLeftovers, replaceFile } from './atomic-write.js';
import { diskFileSystem, type FileSystem } from './file-system.js';

/**
 * The user's folder for what Editio can make again: compiled grammars and stylesheets, copies of the TEI's own files.
 * `EDITIO_CACHE` names it; else it is where the system keeps such files (XDG Base Directory Specification).
 *
 * @param variables the environment's variables.
 * @param home the user's own folder.
 */
export function userCacheFolder(
  variables: Readonly<Record<string, string | undefined>> = process.env,
  home: string = homedir(),
): string {
  const own = variables['EDITIO_CACHE'];
  if (own !== undefined && own !== '') return own;
  const system = variables['XDG_CACHE_HOME'] ?? variables['LOCALAPPDATA'];
  return join(system === undefined || system === '' ? join(home, '.cache') : system, 'editio');
}

/** A name for what was made of some texts: the same texts have the same name, in the same version of the tool. */
export function contentKey(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(String(part.length)).update('\0').update(part);
  return hash.digest('hex').slice(0, 32);
}

/** The content of a cached file, or undefined: a cache that cannot be read is as good as an empty one. */
export function readCached(name: string, folder: string, fileSystem: FileSystem = diskFileSystem): string | undefined {
  const path = join(folder, name);
  try {
    return fileSystem.status(path)?.kind === 'file' ? new TextDecoder().decode(fileSystem.read(path)) : undefined;
  } catch {
    return undefined;
  }
}

/** Writes a file into the cache, wholly or not at all. A cache that cannot be written costs time, nothing else. */
export function writeCached(
  name: string,
  content: string,
  folder: string,
  fileSystem: FileSystem = diskFileSystem,
): void {
  try {
    fileSystem.makeFolder(folder);
    replaceFile(fileSystem, join(folder, name), new TextEncoder().encode(content), { isDurable: false });
    removeLeftovers(fileSystem, folder);
  } catch {
    // As documented: the next run makes it again.
  }
}
