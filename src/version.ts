import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The version of Editio, from its package's description. */
export const toolVersion: string = versionAbove(dirname(fileURLToPath(import.meta.url)));

function versionAbove(folder: string): string {
  const file = join(folder, 'package.json');
  if (existsSync(file)) {
    const description: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (
      typeof description === 'object' &&
      description !== null &&
      'version' in description &&
      typeof description.version === 'string'
    ) {
      return description.version;
    }
  }
  const parent = dirname(folder);
  if (parent === folder) throw new Error('Editio stands in no package: there is no package.json above it.');
  return versionAbove(parent);
}
