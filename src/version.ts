import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const description = descriptionAbove(dirname(fileURLToPath(import.meta.url)));

/** The version of Editio, from its package's description. */
export const toolVersion: string = description.version;

/** The folder of Editio's package, where `docs`, `schema` and `templates` are. */
export const packageFolder: string = description.folder;

function descriptionAbove(folder: string): { folder: string; version: string } {
  const file = join(folder, 'package.json');
  if (existsSync(file)) {
    const read: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof read === 'object' && read !== null && 'version' in read && typeof read.version === 'string') {
      return { folder, version: read.version };
    }
  }
  const parent = dirname(folder);
  if (parent === folder) throw new Error('Editio stands in no package: there is no package.json above it.');
  return descriptionAbove(parent);
}
