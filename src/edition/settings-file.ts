import { join } from 'node:path';
import type { FileSystem } from '../storage/file-system.js';

/** The file with the settings of an edition, as messages call it. */
export const SETTINGS_FILE = 'edition.yaml';

/** The names that the file may have: YAML files have either ending. The first that is there is read. */
const NAMES = [SETTINGS_FILE, 'edition.yml'] as const;

/**
 * The name of the file with an edition's settings; undefined where the folder has none.
 *
 * @param root the folder of the edition.
 * @throws a system error where the folder cannot be looked at.
 */
export function findSettings(fileSystem: FileSystem, root: string): string | undefined {
  return NAMES.find((name) => fileSystem.status(join(root, name)) !== undefined);
}
