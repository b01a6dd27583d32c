import { join, relative, sep } from 'node:path';
import { diagnostic, type Report } from '../diagnostics/diagnostic.js';
import { nearestSpelling } from '../diagnostics/spelling.js';
import { isInside } from '../storage/containment.js';
import { systemErrorCode, systemReason, type FileSystem } from '../storage/file-system.js';

/** A text of the edition: one plain text, with what its sidecar says beside it. */
export interface SeedFile {
  /** The document's id: its file's name without the ending, made an XML name. */
  readonly id: string;
  /** The path relative to the edition's folder, with `/` between its parts, for messages. */
  readonly file: string;
  /** Where it is. */
  readonly path: string;
  /** The sidecar's path relative to the edition's folder, where there is one. */
  readonly sidecarFile?: string;
}

/** A path of the edition's folder, as messages name it. */
export function fileName(root: string, path: string): string {
  return relative(root, path).split(sep).join('/');
}

/**
 * Whether what stands at a path is a file that may be read: an ordinary file, or a link to one inside the edition.
 * A link that leads nowhere is passed over with a warning; folders, devices and links that lead out are errors.
 */
export function isReadableFile(fileSystem: FileSystem, root: string, path: string, report: Report): boolean {
  const file = fileName(root, path);
  try {
    const status = fileSystem.status(path);
    if (status === undefined) return false;
    const target = status.kind === 'link' ? linkTarget(fileSystem, path) : path;
    if (target === undefined) {
      report(
        diagnostic('edition/link-without-target', 'This link leads nowhere, or in a circle; it was passed over.', {
          file,
        }),
      );
      return false;
    }
    if (status.kind === 'link' && !isInside(fileSystem.realPath(root), target)) {
      report(
        diagnostic('edition/outside-folder', 'This link leads out of the edition’s folder; it was not followed.', {
          file,
          help: 'Put the file itself into the edition.',
        }),
      );
      return false;
    }
    if (fileSystem.status(target)?.kind === 'file') return true;
    report(
      diagnostic('edition/not-a-file', 'Where a file is expected there is something else (a folder, a device).', {
        file,
      }),
    );
  } catch (error) {
    report(diagnostic('edition/unreadable', `This cannot be looked at: ${systemReason(error)}.`, { file }));
  }
  return false;
}

function linkTarget(fileSystem: FileSystem, path: string): string | undefined {
  try {
    return fileSystem.realPath(path);
  } catch (error) {
    const code = systemErrorCode(error);
    if (code === 'ELOOP' || code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}

/**
 * The seeds of a folder, in the order of their names, each with its sidecar (`x.txt`, `x.yaml` or `x.yml`).
 *
 * @param documentId makes the id of a document from its file's name without the ending.
 */
export function findSeeds(
  fileSystem: FileSystem,
  root: string,
  folder: string,
  documentId: (stem: string) => string,
  report: Report,
): SeedFile[] {
  const names = fileSystem.list(folder).filter((name) => !name.startsWith('.'));
  const seeds: SeedFile[] = [];
  for (const name of names.filter((candidate) => /\.txt$/i.test(candidate))) {
    const path = join(folder, name);
    if (!isReadableFile(fileSystem, root, path, report)) continue;
    const stem = name.slice(0, -'.txt'.length);
    const sidecar = findSidecar(fileSystem, root, folder, stem, names, report);
    seeds.push({
      id: documentId(stem),
      file: fileName(root, path),
      path,
      ...(sidecar === undefined ? {} : { sidecarFile: sidecar }),
    });
  }
  return withoutCollisions(seeds, report);
}

function findSidecar(
  fileSystem: FileSystem,
  root: string,
  folder: string,
  stem: string,
  names: readonly string[],
  report: Report,
): string | undefined {
  const [first, second] = [`${stem}.yaml`, `${stem}.yml`].filter((name) => names.includes(name));
  if (first === undefined) return undefined;
  if (second !== undefined) {
    report(
      diagnostic(
        'edition/two-sidecars',
        `The document has two sidecars, ${first} and ${second}; only ${first} was read.`,
        {
          file: fileName(root, join(folder, second)),
          help: 'Put what both say into one.',
        },
      ),
    );
  }
  return isReadableFile(fileSystem, root, join(folder, first), report)
    ? fileName(root, join(folder, first))
    : undefined;
}

/**
 * Leaves out documents whose ids are the same to some file system or web server: but for case, or for the way that
 * accents are written. All of them are named, none is preferred.
 */
function withoutCollisions(seeds: readonly SeedFile[], report: Report): SeedFile[] {
  const byId = new Map<string, SeedFile[]>();
  for (const seed of seeds) {
    const folded = seed.id.normalize('NFC').toLowerCase();
    byId.set(folded, [...(byId.get(folded) ?? []), seed]);
  }
  for (const same of byId.values()) {
    if (same.length < 2) continue;
    const files = same.map(({ file }) => file);
    for (const { file, id } of same) {
      report(
        diagnostic(
          'edition/id-collision',
          `${files.join(' and ')} would be the same document, “${id}”; none was converted.`,
          {
            file,
            help: 'Give the files names that differ in more than case, accents and punctuation.',
          },
        ),
      );
    }
  }
  return seeds.filter(({ id }) => byId.get(id.normalize('NFC').toLowerCase())?.length === 1);
}

/** Reports the sidecars of a folder that stand beside no seed. */
export function reportLonelySidecars(fileSystem: FileSystem, root: string, folder: string, report: Report): void {
  const names = fileSystem.list(folder);
  const stems = names.filter((name) => /\.txt$/i.test(name)).map((name) => name.slice(0, -'.txt'.length));
  for (const name of names.filter((candidate) => /^[^.].*\.ya?ml$/.test(candidate))) {
    const stem = name.replace(/\.ya?ml$/, '');
    if (stems.includes(stem)) continue;
    const meant = nearestSpelling(stem, stems);
    report(
      diagnostic('edition/sidecar-without-seed', `There is no ${stem}.txt that this sidecar speaks of.`, {
        file: fileName(root, join(folder, name)),
        ...(meant === undefined ? {} : { help: `Did you mean “${meant}.yaml”?` }),
      }),
    );
  }
}
