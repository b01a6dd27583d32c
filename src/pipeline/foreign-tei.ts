import { join } from 'node:path';
import { diagnostic, type Diagnostic, type Report } from '../diagnostics/diagnostic.js';
import { teiInputsOf, type EditionFolder } from '../edition/edition-folder.js';
import { idsOf } from '../edition/tei-input/find-tei.js';
import type { FileRole } from '../edition/tei-input/file-role.js';
import { systemReason, type FileSystem } from '../storage/file-system.js';
import { readStable } from '../storage/stable-read.js';
import { decodeXml } from '../validate/gate/encoding.js';
import { passGate } from '../validate/gate/gate.js';
import { readProlog } from '../validate/gate/prolog.js';
import { EDITION_SCHEMA } from '../validate/schema-choice.js';
import type { TeiFile } from './tei-file.js';

/** TEI files that Editio did not make: they are published as they are, and never written to. */
export interface ForeignTei {
  readonly documents: readonly TeiFile[];
  /** Registers, wherever they lie and whatever they are called. */
  readonly registers: readonly TeiFile[];
}

/** Files left out that are named in a remark; of more it says how many. */
const NAMED = 5;

/**
 * Reads the TEI files of an edition's folder that come from elsewhere. One that cannot be read as TEI P5 is left out,
 * with a warning that says why; what is no TEI document is left out with a remark.
 *
 * @param own files that are Editio's own, or an editor's in the edition's schema, and read already.
 */
export function foreignTeiOf(
  fileSystem: FileSystem,
  folder: EditionFolder,
  own: readonly TeiFile[],
  report: Report,
): ForeignTei {
  const known = new Set([
    ...own.map(({ path }) => path),
    ...Object.values(folder.registerFiles).filter((path: string | undefined) => path !== undefined),
  ]);
  const inputs = inputsOf(fileSystem, folder, report).filter(({ path }) => !known.has(path));
  const pathsOf = (...roles: readonly FileRole[]): string[] =>
    inputs.filter(({ role }) => roles.includes(role)).map(({ path }) => path);
  remarkOn(pathsOf('other', 'part'), report);
  const ids = idsOf(
    pathsOf('document', 'register'),
    own.map(({ id }) => id),
  );
  const read = (path: string): TeiFile[] => {
    const outcome = readStable(fileSystem, join(folder.root, path), path);
    if (outcome.kind === 'failed') {
      report(outcome.finding);
      return [];
    }
    const { passed, diagnostics } = passGate(path, outcome.bytes, { allowDoctype: true });
    if (passed !== undefined) return [{ id: ids.get(path) ?? path, path, bytes: outcome.bytes, isForeign: true }];
    for (const finding of diagnostics) report(leftOut(finding));
    return [];
  };
  return { documents: pathsOf('document').flatMap(read), registers: pathsOf('register').flatMap(read) };
}

/**
 * Tells the files of `tei/` that are Editio's, which the edition's schema binds, from others that were put there: made
 * from a text, or naming the edition's schema.
 */
export function ownFilesOf(files: readonly TeiFile[], { seeds }: EditionFolder): TeiFile[] {
  const made = new Set(seeds.map(({ id }) => id));
  return files.filter(({ id, bytes }) => made.has(id) || namesEditionSchema(bytes));
}

/** The text of a foreign file as the stylesheets read it: a document type, which says nothing to them, is blanked out. */
export function readableXml({ bytes, isForeign = false }: TeiFile): string | undefined {
  const decoding = decodeXml(bytes);
  if ('fault' in decoding) return undefined;
  const { text } = decoding.decoded;
  const start = isForeign ? readProlog(text).doctype : undefined;
  if (start === undefined) return text;
  const end = text.indexOf('>', start) + 1;
  return text.slice(0, start) + text.slice(start, end).replace(/[^\n]/g, ' ') + text.slice(end);
}

function inputsOf(fileSystem: FileSystem, folder: EditionFolder, report: Report): ReturnType<typeof teiInputsOf> {
  try {
    return teiInputsOf(fileSystem, folder);
  } catch (error) {
    report(
      diagnostic('edition/unreadable', `The folder cannot be read: ${systemReason(error)}.`, { file: folder.root }),
    );
    return [];
  }
}

function namesEditionSchema(bytes: Uint8Array): boolean {
  const decoding = decodeXml(bytes);
  if ('fault' in decoding) return true;
  return readProlog(decoding.decoded.text).models.some((model) => model.includes(EDITION_SCHEMA));
}

/** A file of another archive that is no TEI P5 costs the edition that file, not its site. */
function leftOut(finding: Diagnostic): Diagnostic {
  return {
    ...finding,
    severity: 'warning',
    message: `The file is left out of the edition. ${finding.message}`,
  };
}

function remarkOn(paths: readonly string[], report: Report): void {
  if (paths.length === 0) return;
  const more = paths.length > NAMED ? ` and ${paths.length - NAMED} more` : '';
  report(
    diagnostic(
      'edition/no-document',
      `${paths.length === 1 ? 'An XML file is no TEI document and is' : `${paths.length} XML files are no TEI documents and are`} left out: ${paths.slice(0, NAMED).join(', ')}${more}.`,
      { help: 'A document has the root element <TEI> or <teiCorpus> in TEI’s namespace.' },
    ),
  );
}
