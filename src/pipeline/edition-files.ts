import { join } from 'node:path';
import { diagnostic, type Report } from '../diagnostics/diagnostic.js';
import { APPARATUS_FOLDER, TEI_FOLDER, type EditionFolder } from '../edition/edition-folder.js';
import { systemReason, type FileSystem } from '../storage/file-system.js';
import { readStable } from '../storage/stable-read.js';
import { documentId } from '../tei/identifiers.js';
import { packageFolder } from '../version.js';
import type { TeiFile } from './tei-file.js';

export const SCHEMA_FILE = 'schema/editio.rng';
export const RULES_FILE = 'schema/editio.sch';
export const CUSTOMIZATION_FILE = 'schema/editio.odd';

/** The TEI files of an edition that are documents: `tei/*.xml`, without registers and unresolved new versions. */
export function teiFilesOf(fileSystem: FileSystem, root: string, report: Report): TeiFile[] {
  return teiFilesIn(fileSystem, root, TEI_FOLDER, report);
}

/** The collations of an edition as they lie on the disk: `tei/apparatus/*.xml`. */
export function apparatusFilesOf(fileSystem: FileSystem, root: string, report: Report): TeiFile[] {
  return teiFilesIn(fileSystem, root, APPARATUS_FOLDER, report);
}

function teiFilesIn(fileSystem: FileSystem, root: string, teiFolder: string, report: Report): TeiFile[] {
  const folder = join(root, teiFolder);
  if (fileSystem.status(folder)?.kind !== 'folder') return [];
  return fileSystem
    .list(folder)
    .filter((name) => name.endsWith('.xml') && !name.endsWith('.new.xml'))
    .sort()
    .flatMap((name) => {
      const path = `${teiFolder}/${name}`;
      const outcome = readStable(fileSystem, join(folder, name), path);
      if (outcome.kind === 'failed') {
        report(outcome.finding);
        return [];
      }
      return [{ id: documentId(name.slice(0, -'.xml'.length)), path, bytes: outcome.bytes }];
    });
}

/** The registers of an edition as they lie on the disk. */
export function registerFilesOf(fileSystem: FileSystem, folder: EditionFolder, report: Report): TeiFile[] {
  return Object.entries(folder.registerFiles).flatMap(([name, path]: [string, string | undefined]) => {
    if (path === undefined) return [];
    const outcome = readStable(fileSystem, join(folder.root, path), path);
    if (outcome.kind === 'failed') {
      report(outcome.finding);
      return [];
    }
    return [{ id: name, path, bytes: outcome.bytes }];
  });
}

/**
 * The schemas that go with the TEI: the edition's own where it has its own customisation, with what was made of it; else
 * those that come with Editio, which follow the tool from version to version.
 */
function schemaFilesOf(fileSystem: FileSystem, root: string): { readonly path: string; readonly source: string }[] {
  const isOwn = fileSystem.status(join(root, CUSTOMIZATION_FILE))?.kind === 'file';
  const paths = [SCHEMA_FILE, RULES_FILE, ...(isOwn ? [CUSTOMIZATION_FILE] : [])];
  return paths.map((path) => {
    const own = join(root, path);
    return { path, source: isOwn && fileSystem.status(own)?.kind === 'file' ? own : join(packageFolder, path) };
  });
}

/** Reads the schemas that go with the TEI; undefined, with a finding, where one cannot be read. */
export function readSchemaFiles(
  fileSystem: FileSystem,
  root: string,
  report: Report,
): { readonly path: string; readonly bytes: Uint8Array }[] | undefined {
  try {
    return schemaFilesOf(fileSystem, root).map(({ path, source }) => ({ path, bytes: fileSystem.read(source) }));
  } catch (error) {
    report(
      diagnostic('storage/read-failed', `The schemas cannot be read: ${systemReason(error)}.`, {
        file: SCHEMA_FILE,
        help: 'See whether this user may read the files of the folder schema.',
      }),
    );
    return undefined;
  }
}
