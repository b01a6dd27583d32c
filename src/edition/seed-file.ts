import { join, relative, sep } from 'node:path';
import { diagnostic, type Diagnostic, type Report } from '../diagnostics/diagnostic.js';
import { isInside } from '../storage/containment.js';
import { systemErrorCode, systemReason, type FileSystem } from '../storage/file-system.js';
import { sidecarNames } from './sidecar-file.js';

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

/** Bytes of the longest id: a name may have 255, and what is made of a document is called after it, with an ending. */
const LONGEST_ID = 200;

function nameTooLong(file: string): Diagnostic {
  return diagnostic('edition/name-too-long', `The name has more than ${LONGEST_ID} bytes; the text was passed over.`, {
    file,
    help: 'Give the file a shorter name: its document and pages are called after it.',
  });
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
          help: 'Mend or remove the link.',
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
        help: 'Rename it or take it away.',
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

/** True of the name of a plain text. */
export function isTextName(name: string): boolean {
  return !name.startsWith('.') && /\.txt$/i.test(name);
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
  for (const name of names.filter(isTextName)) {
    const path = join(folder, name);
    if (!isReadableFile(fileSystem, root, path, report)) continue;
    const stem = name.slice(0, -'.txt'.length);
    const id = documentId(stem);
    if (Buffer.byteLength(id) > LONGEST_ID) {
      report(nameTooLong(fileName(root, path)));
      continue;
    }
    const sidecars = sidecarNames(stem, names);
    const sidecar = sidecarOfSeed(fileSystem, root, folder, sidecars, report);
    // A text whose sidecar cannot be read must not be converted as if nothing was said.
    if (sidecar === undefined && sidecars.length > 0) continue;
    seeds.push({
      id,
      file: fileName(root, path),
      path,
      ...(sidecar === undefined ? {} : { sidecarFile: sidecar }),
    });
  }
  return withoutCollisions(seeds, report);
}

/** The sidecar of a text among the files that could be it; each beyond the first is reported. */
function sidecarOfSeed(
  fileSystem: FileSystem,
  root: string,
  folder: string,
  [first, ...others]: readonly string[],
  report: Report,
): string | undefined {
  if (first === undefined) return undefined;
  for (const other of others) {
    report(
      diagnostic(
        'edition/two-sidecars',
        `The document has two sidecars, ${first} and ${other}; only ${first} was read.`,
        {
          file: fileName(root, join(folder, other)),
          help: 'Put what both say into one.',
        },
      ),
    );
  }
  const path = join(folder, first);
  return isReadableFile(fileSystem, root, path, report) ? fileName(root, path) : undefined;
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
