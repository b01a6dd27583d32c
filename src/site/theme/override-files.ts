import { existsSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { diagnostic, type Report } from '../../diagnostics/diagnostic.js';
import { nearestSpelling } from '../../diagnostics/spelling.js';
import { isReadableFile } from '../../edition/seed-file.js';
import type { FileSystem } from '../../storage/file-system.js';
import { readStable } from '../../storage/stable-read.js';
import { packageFolder } from '../../version.js';

/** The folder of an edition that changes how its site looks and what it says. */
export const OVERRIDES_FOLDER = 'templates';

/** What may be in it: the folders of the installed templates that an edition can change. */
const KINDS = ['pages', 'partials', 'messages', 'assets'] as const;

/** The files of an edition's own theme, by their paths in its folder: `pages/index.hbs` → its bytes. */
export type OverrideFiles = ReadonlyMap<string, Uint8Array>;

/**
 * Reads the files with which an edition overrides the built-in theme. What they say is not looked at; what is no
 * plain file of the edition's own folder is reported and left out.
 *
 * @param root the folder of the edition, absolute.
 */
export function readOverrides(fileSystem: FileSystem, root: string, report: Report): OverrideFiles {
  const files = new Map<string, Uint8Array>();
  const folder = join(root, OVERRIDES_FOLDER);
  // Editio's own repository is an edition too, and its templates are the built-in ones.
  if (fileSystem.status(folder)?.kind !== 'folder' || isInstalled(folder)) return files;
  const read = (path: string): void => {
    const file = `${OVERRIDES_FOLDER}/${path}`;
    if (fileSystem.status(join(folder, path))?.kind === 'folder') {
      for (const name of visible(fileSystem.list(join(folder, path)))) read(`${path}/${name}`);
    } else if (isReadableFile(fileSystem, root, join(folder, path), report)) {
      const content = readStable(fileSystem, join(folder, path), file);
      if (content.kind === 'failed') report(content.finding);
      else files.set(path, content.bytes);
    }
  };
  for (const name of visible(fileSystem.list(folder))) {
    if ((KINDS as readonly string[]).includes(name)) read(name);
    else reportStranger(name, report);
  }
  return files;
}

function visible(names: readonly string[]): string[] {
  return names.filter((name) => !/^\.|~$/.test(name));
}

function isInstalled(folder: string): boolean {
  const installed = join(packageFolder, 'templates');
  return existsSync(folder) && realpathSync(folder) === realpathSync(installed);
}

/** A folder of this name may be another program's: only what was probably meant for us is told. */
function reportStranger(name: string, report: Report): void {
  const file = `${OVERRIDES_FOLDER}/${name}`;
  const nearest = nearestSpelling(name, KINDS);
  if (name === 'xslt') {
    report(
      diagnostic('site/unused-override', 'The stylesheets cannot be replaced; they take parameters.', {
        file,
        help: 'Set them in edition.yaml, under site: parameters:.',
      }),
    );
  } else if (nearest !== undefined) {
    report(
      diagnostic('site/unused-override', `Nothing is read from a folder “${name}”.`, {
        file,
        expected: KINDS,
        actual: name,
        help: `Did you mean “${nearest}”?`,
      }),
    );
  }
}
