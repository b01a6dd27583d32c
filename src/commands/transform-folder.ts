import { dirname, join, resolve } from 'node:path';
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.js';
import { findSettings } from '../edition/settings-file.js';
import { isInside, nearestExisting } from '../storage/containment.js';
import { systemReason, type FileSystem } from '../storage/file-system.js';
import { notWritable } from '../storage/output-findings.js';

/** What every edition has once Editio worked on it, with settings or without. */
const RECORDS = '.editio';
const SEEDS = 'seeds';

/**
 * Says before any work why outputs may not be written to a folder: it is a file or in one, it cannot be written to, or
 * it is where an edition has its texts, which an output of the same name would replace.
 *
 * @param extension of the outputs, with its dot.
 * @returns undefined where they may.
 */
export function outFolderFault(fileSystem: FileSystem, out: string, extension: string): Diagnostic | undefined {
  const refused = (reason: string): Diagnostic =>
    diagnostic('storage/output-refused', `Nothing was written: the output folder ${reason}.`, {
      file: out,
      help: 'Name another folder with --out.',
    });
  try {
    const target = resolve(out);
    const existing = nearestExisting(fileSystem, target);
    const real = fileSystem.realPath(existing);
    if (fileSystem.status(real)?.kind !== 'folder') return refused(`cannot be made: ${existing} is no folder`);
    if (!fileSystem.isWritable(real)) return notWritable(existing, out);
    const folder = join(real, target.slice(existing.length));
    const root = editionAround(fileSystem, folder);
    if (root === undefined) return undefined;
    const seeds = join(root, SEEDS);
    const isBare = fileSystem.status(seeds) === undefined;
    const hasTexts = isBare ? folder === root && extension === '.txt' : isInside(seeds, folder);
    return hasTexts ? refused('is where the edition has its texts; an output could replace one of them') : undefined;
  } catch (error) {
    return refused(`cannot be looked at: ${systemReason(error)}`);
  }
}

/** The nearest folder at or above this one that is an edition; undefined where there is none. */
function editionAround(fileSystem: FileSystem, folder: string): string | undefined {
  for (let place = folder; ; place = dirname(place)) {
    const isEdition =
      findSettings(fileSystem, place) !== undefined || fileSystem.status(join(place, RECORDS)) !== undefined;
    if (isEdition) return place;
    if (dirname(place) === place) return undefined;
  }
}
