import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The folder with page templates, messages and styles. It lies beside `package.json`, above this module: at one
 * distance in the sources and at another when compiled.
 *
 * @throws when the installation is incomplete.
 */
export function templateFolder(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return join(folder, 'templates');
    if (folder === dirname(folder)) throw new Error('The folder "templates" was not found.');
  }
}
