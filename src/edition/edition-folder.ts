import { basename, join, resolve } from 'node:path';
import { diagnostic, type Report } from '../diagnostics/diagnostic.js';
import { decodeSource } from '../source/decode.js';
import { tooLarge } from '../source/size.js';
import { systemReason, type FileSystem } from '../storage/file-system.js';
import { readStable } from '../storage/stable-read.js';
import { defaultEdition, readEdition, type Edition } from './edition.js';
import type { Register } from './register.js';
import { reportPassedOver } from './passed-over.js';
import { fileName, findSeeds, isReadableFile, type SeedFile } from './seed-file.js';
import { findSettings } from './settings-file.js';
import { emptySidecar, readSidecar, type Sidecar } from './sidecar.js';
import { findTei, type TeiInput } from './tei-input/find-tei.js';

/** The paths of an edition's authority files, relative to its folder; undefined where there is none. */
export interface RegisterFiles {
  readonly persons?: string;
  readonly places?: string;
  readonly organisations?: string;
}

/** An edition as it lies on the disk: what there is to convert, and with what. */
export interface EditionFolder {
  /** Absolute. */
  readonly root: string;
  readonly edition: Edition;
  /** The folder of the seeds: `seeds`, or `.` in a bare folder. */
  readonly seedsFolder: string;
  readonly seeds: readonly SeedFile[];
  readonly registerFiles: RegisterFiles;
}

export const TEI_FOLDER = 'tei';
/** Where the collations of an edition stand. They are no documents of it, so they are in a folder of their own. */
export const APPARATUS_FOLDER = `${TEI_FOLDER}/apparatus`;
const REGISTER_FOLDER = 'tei/register';
/** How many texts a remark names. */
const TEXTS_NAMED = 5;
/** What to do about a setting's file in another encoding: there is no option that names it, as there is for texts. */
const WRONG_BYTE = 'Save the file as UTF-8.';
const REGISTERS = ['persons', 'places', 'organisations'] as const;

/**
 * Looks at an edition's folder: its `edition.yaml`, its seeds (`seeds/*.txt`; in a bare folder the `.txt` files of
 * the folder itself), their sidecars, its registers. Nothing is written; seeds and registers are not read yet.
 *
 * @param documentId makes the id of a document from its file's name without the ending.
 * @returns undefined where there is no edition to work on; the findings say why.
 */
export function openEditionFolder(
  fileSystem: FileSystem,
  folder: string,
  documentId: (stem: string) => string,
  report: Report,
): EditionFolder | undefined {
  const root = resolve(folder);
  try {
    if (fileSystem.status(root) === undefined || fileSystem.status(fileSystem.realPath(root))?.kind !== 'folder') {
      report(diagnostic('edition/folder-missing', 'There is no such folder.', { file: folder }));
      return undefined;
    }
    const edition = editionOf(fileSystem, root, report);
    if (edition === undefined) return undefined;
    const seedsFolder = seedsFolderOf(fileSystem, root, report);
    if (seedsFolder === undefined) return undefined;
    const seedsPath = join(root, seedsFolder);
    const texts = findSeeds(fileSystem, root, seedsPath, documentId, report);
    // In a bare folder anything may stand beside the texts.
    if (seedsFolder !== '.') reportPassedOver(fileSystem, root, seedsPath, report);
    const folderOfTexts = { root, edition, seedsFolder };
    const seeds = seedsFolder === '.' ? seedsOfBareFolder(fileSystem, folderOfTexts, texts, report) : texts;
    if (texts.length === 0 && !hasTei(fileSystem, folderOfTexts)) {
      report(
        diagnostic('edition/no-seeds', 'There is no text to convert: no file that ends in .txt.', {
          file: seedsFolder === '.' ? folder : seedsFolder,
          help: 'Put plain texts into the folder seeds, or TEI files into the folder tei or the folder of the edition itself.',
        }),
      );
    }
    return { root, edition, seedsFolder, seeds, registerFiles: registerFilesOf(fileSystem, root, report) };
  } catch (error) {
    report(diagnostic('edition/unreadable', `The edition cannot be read: ${systemReason(error)}.`, { file: folder }));
    return undefined;
  }
}

/**
 * Reads the sidecar of a seed; a seed without one has the empty sidecar.
 *
 * @param register where given, ids that it does not know are reported.
 * @returns undefined where errors were reported: the document must not be converted as if nothing was said.
 */
export function sidecarOf(
  fileSystem: FileSystem,
  folder: EditionFolder,
  seed: SeedFile,
  report: Report,
  register?: Register,
): Sidecar | undefined {
  if (seed.sidecarFile === undefined) return emptySidecar;
  const text = readText(fileSystem, folder.root, seed.sidecarFile, report);
  return text === undefined ? undefined : readSidecar(seed.sidecarFile, text, report, register);
}

/** Where the TEI of an edition is looked for: in a bare folder everywhere, else in the folder for it. */
type TeiPlace = Pick<EditionFolder, 'root' | 'edition' | 'seedsFolder'>;

/**
 * The XML files of an edition's folder, each with what it is: those in `tei/` and its subfolders; in a bare folder, which
 * may be another archive's, all of them. What is made of the edition is left out.
 *
 * @throws a system error where something cannot be read.
 */
export function teiInputsOf(fileSystem: FileSystem, { root, edition, seedsFolder }: TeiPlace): TeiInput[] {
  return findTei(fileSystem, root, {
    folder: seedsFolder === '.' ? '' : TEI_FOLDER,
    except: [edition.output, APPARATUS_FOLDER],
  });
}

function hasTei(fileSystem: FileSystem, folder: TeiPlace): boolean {
  return teiInputsOf(fileSystem, folder).some(({ role }) => role === 'document');
}

/**
 * The texts of a bare folder that are seeds. Where TEI lies beside them that was made of none of them, the folder is an
 * archive of TEI, and what ends in .txt there (a licence, a word to readers) is no text of the edition.
 */
function seedsOfBareFolder(
  fileSystem: FileSystem,
  folder: TeiPlace,
  texts: readonly SeedFile[],
  report: Report,
): readonly SeedFile[] {
  if (texts.length === 0) return texts;
  const made = new Set(texts.map(({ id }) => `${TEI_FOLDER}/${id}.xml`));
  const documents = teiInputsOf(fileSystem, folder).filter(({ role }) => role === 'document');
  if (documents.length === 0 || documents.some(({ path }) => made.has(path))) return texts;
  report(
    diagnostic(
      'edition/texts-beside-tei',
      `This folder holds TEI, so its ${texts.length === 1 ? 'text was' : `${texts.length} texts were`} not converted: ${texts
        .slice(0, TEXTS_NAMED)
        .map(({ file }) => file)
        .join(', ')}${texts.length > TEXTS_NAMED ? ' …' : ''}.`,
      { help: 'Put texts that belong to the edition into the folder seeds.' },
    ),
  );
  return [];
}

function editionOf(fileSystem: FileSystem, root: string, report: Report): Edition | undefined {
  const name = findSettings(fileSystem, root);
  if (name === undefined) return defaultEdition(titleOfFolder(basename(root)));
  const other = 'edition.yml';
  if (name !== other && fileSystem.status(join(root, other)) !== undefined) {
    report(
      diagnostic('edition/two-settings', `The edition has both ${name} and ${other}; only ${name} was read.`, {
        file: other,
        help: 'Put what both say into one.',
      }),
    );
  }
  if (!isReadableFile(fileSystem, root, join(root, name), report)) return undefined;
  const text = readText(fileSystem, root, name, report);
  return text === undefined ? undefined : readEdition(name, text, titleOfFolder(basename(root)), report);
}

/** The name of a folder as a title: `letters_1890-1900` reads “Letters 1890–1900”. */
export function titleOfFolder(name: string): string {
  const words = name
    .replace(/(\d{4})-(?=\d{4}(?!\d))/g, '$1–')
    .replace(/[\s_-]+/g, ' ')
    .trim();
  const [first = ''] = words;
  return words === words.toLowerCase() ? first.toLocaleUpperCase('und') + words.slice(first.length) : words;
}

function seedsFolderOf(fileSystem: FileSystem, root: string, report: Report): string | undefined {
  const path = join(root, 'seeds');
  const status = fileSystem.status(path);
  if (status === undefined) return '.';
  if (status.kind === 'folder') return 'seeds';
  report(
    diagnostic('edition/not-a-file', 'seeds should be a folder of the edition itself, and is a file or a link.', {
      file: 'seeds',
      help: 'Make a folder seeds, and put the texts into it.',
    }),
  );
  return undefined;
}

function registerFilesOf(fileSystem: FileSystem, root: string, report: Report): RegisterFiles {
  const found: [string, string][] = [];
  for (const register of REGISTERS) {
    const path = join(root, REGISTER_FOLDER, `${register}.xml`);
    if (isReadableFile(fileSystem, root, path, report)) found.push([register, fileName(root, path)]);
  }
  return Object.fromEntries(found);
}

/** The text of a file of the edition, line ends LF; the empty text for a file without text. */
function readText(fileSystem: FileSystem, root: string, file: string, report: Report): string | undefined {
  const read = readStable(fileSystem, join(root, file), file, (size) => tooLarge(file, size));
  if (read.kind === 'failed') {
    report(read.finding);
    return undefined;
  }
  const { source, diagnostics } = decodeSource(file, read.bytes);
  // A configuration may be empty, which a source text may not.
  if (diagnostics.some(({ code }) => code === 'source/empty')) return '';
  for (const finding of diagnostics)
    report(finding.code === 'source/wrong-byte' ? { ...finding, help: WRONG_BYTE } : finding);
  return source?.text;
}
