import { basename, dirname, join } from 'node:path';
import type { Conversion } from '../convert.js';
import { diagnostic, type Diagnostic, type Report } from '../diagnostics/diagnostic.js';
import { nearestSpelling } from '../diagnostics/spelling.js';
import { isTextName } from '../edition/seed-file.js';
import {
  convertTexts,
  openEdition,
  readSchemaFiles,
  TEI_FOLDER,
  type ConversionRun,
  type ConvertOptions,
  type OpenEdition,
} from '../pipeline.js';
import { positionAt } from '../source/source-file.js';
import { systemReason, type FileSystem } from '../storage/file-system.js';
import { openCache } from '../storage/build-cache.js';
import { readLedger, textHashOf } from '../storage/ledger.js';
import { takeLock } from '../storage/lock.js';
import { unread } from '../storage/output-findings.js';
import { presentBytes, type OutputFile, type Settlement } from '../storage/output-plan.js';
import { writeOutputs, type OutputResult } from '../storage/output-writer.js';
import { readStable } from '../storage/stable-read.js';
import { documentId } from '../tei/identifiers.js';
import { mergeEditsOf } from './hand-edits.js';
import { exitCodeOf, type ExitCode, type Outcome } from './outcome.js';
import { followRenamed } from './renamed-texts.js';
import { UsageError } from './usage-error.js';

/** How conflicts with changes by hand are settled, for documents that are named. */
export interface Settling {
  readonly settle?: Settlement;
}

/**
 * Converts seeds of the edition in `folder` to `tei/*.xml`.
 *
 * @throws UsageError where conflicts are to be settled and no document is named.
 */
export async function convert(
  fileSystem: FileSystem,
  folder: string,
  options: ConvertOptions & Settling,
): Promise<Outcome> {
  if (options.settle !== undefined && (options.only ?? []).length === 0)
    throw new UsageError(
      '--settle needs the ids of the documents that are meant: editio convert letter --settle mine.',
    );
  const diagnostics: Diagnostic[] = [];
  const report = (finding: Diagnostic): void => {
    diagnostics.push(finding);
  };
  const end = (exitCode: ExitCode, summary: readonly string[], converted: readonly Conversion[] = []): Outcome => ({
    exitCode,
    diagnostics,
    files: converted.map((document) => document.source.path),
    summary,
    textOf: (file) => textOf(converted)(file) ?? teiTextOf(fileSystem, folder, file),
    data: { documents: converted.map(reportOf) },
  });
  const edition = openEdition(fileSystem, folder, report);
  if (edition === undefined) return end(2, []);
  if (!knowsAll(edition, options.only ?? [], report)) return end(2, []);
  const lock = takeLock(fileSystem, edition.folder.root, report);
  if (lock.kind === 'refused') {
    report(lock.finding);
    return end(4, []);
  }
  try {
    const cache = openCache(fileSystem, edition.folder.root);
    const { converted, written } = await convertAndWrite(fileSystem, edition, options, report, { cache });
    const merged = written.merged.length === 0 ? '' : ` ${written.merged.length} merged with changes by hand,`;
    const settled = written.settled.length === 0 ? '' : ` ${written.settled.length} settled,`;
    const summary = [
      `${converted.length} ${converted.length === 1 ? 'text' : 'texts'} converted, ${written.written.length} ${written.written.length === 1 ? 'file' : 'files'} written,${merged}${settled} ${written.unchanged.length} unchanged.`,
      ...(options.settle === 'new' ? ['Files as they were before are kept in .editio/replaced.'] : []),
    ];
    return end(worst(written, exitCodeOf(diagnostics)), summary, converted);
  } finally {
    lock.lock.release();
  }
}

/** What a run wrote that the disk refused at its beginning. */
const nothingWritten: OutputResult = {
  written: [],
  unchanged: [],
  merged: [],
  settled: [],
  conflicts: [],
  failed: true,
};

/** Where the TEI of a document stands, relative to the edition's folder. */
export function teiPath(id: string): string {
  return `${TEI_FOLDER}/${id}.xml`;
}

/**
 * Converts, and writes what was converted, merged with what editors changed by hand; to be called under the lock.
 *
 * @param run the cache, and who is told of each document as soon as it is converted
 */
export async function convertAndWrite(
  fileSystem: FileSystem,
  edition: OpenEdition,
  options: ConvertOptions & Settling,
  report: (finding: Diagnostic) => void,
  run: ConversionRun,
): Promise<{ converted: Conversion[]; written: OutputResult }> {
  const { root } = edition.folder;
  const converted = await convertTexts(fileSystem, edition, options, report, run);
  const settling = options.settle === undefined ? {} : { settle: options.settle };
  const files: OutputFile[] = converted.flatMap(({ id, xml }) =>
    xml === undefined
      ? []
      : [{ path: teiPath(id), bytes: new TextEncoder().encode(xml), keepsEdits: true, ...settling }],
  );
  const made = pathsMade(fileSystem, edition.folder, report);
  // The grammar that the files name stands beside them, so that they can be checked wherever they go.
  const schemas = files.length === 0 ? [] : readSchemaFiles(fileSystem, root, report);
  if (made === undefined || schemas === undefined) return { converted, written: nothingWritten };
  files.push(...schemas);
  if (!followRenamed(fileSystem, root, made, converted, report)) return { converted, written: nothingWritten };
  const written = await writeOutputs(fileSystem, root, files, report, mergeEditsOf(root));
  if (!written.failed) reportTextsGone(fileSystem, edition, made, report);
  return { converted, written };
}

/** Where the TEI of all texts stands, or is to stand; undefined, with a finding, where the disk does not tell. */
export function pathsMade(
  fileSystem: FileSystem,
  folder: OpenEdition['folder'],
  report: Report,
): ReadonlySet<string> | undefined {
  // A text that cannot be read now is not gone.
  let names: string[];
  try {
    names = fileSystem.list(join(folder.root, folder.seedsFolder)).filter(isTextName);
  } catch (error) {
    report(unread(folder.seedsFolder, systemReason(error)));
    return undefined;
  }
  const ids = [...folder.seeds.map(({ id }) => id), ...names.map((name) => documentId(name.slice(0, -'.txt'.length)))];
  return new Set(ids.map(teiPath));
}

/** TEI files that were made from texts that are no more: told, and left to the editor. */
function reportTextsGone(
  fileSystem: FileSystem,
  { folder }: OpenEdition,
  made: ReadonlySet<string>,
  report: Report,
): void {
  const outcome = readLedger(fileSystem, folder.root, () => undefined);
  if (outcome.kind === 'refused') return;
  for (const [path, states] of outcome.ledger) {
    const isDocument = dirname(path) === TEI_FOLDER && !made.has(path) && !path.endsWith('.new.xml');
    if (!isDocument || fileSystem.status(join(folder.root, path)) === undefined) continue;
    const present = presentBytes(fileSystem, folder.root, path);
    const hash = present === undefined ? undefined : textHashOf(present);
    const isEdited = !states.some(({ base }) => base === hash);
    report(
      diagnostic(
        'storage/text-gone',
        `The text that this file was made from is not in the edition any more${isEdited ? '; the file has changes by hand' : ''}. It was left.`,
        {
          file: path,
          help: `Remove the file as well${isEdited ? ', once nothing in it is needed' : ''}; or bring the text back, under the name that it had.`,
        },
      ),
    );
  }
}

/** The text of a TEI file, for code frames; a file that cannot be read has none. */
function teiTextOf(fileSystem: FileSystem, folder: string, file: string): string | undefined {
  const read = dirname(file) === TEI_FOLDER ? readStable(fileSystem, join(folder, file), file) : undefined;
  return read?.kind === 'read' ? new TextDecoder().decode(read.bytes) : undefined;
}

/** The exit code of a run that wrote: a refusing disk is worse than a conflict, a conflict than findings. */
export function worst(written: OutputResult, findings: ExitCode): ExitCode {
  if (written.failed) return 4;
  return written.conflicts.length > 0 ? 3 : findings;
}

/** The texts of the seeds, for code frames. */
export function textOf(converted: readonly Conversion[]): (file: string) => string | undefined {
  const texts = new Map(converted.map(({ source }) => [source.path, source.text]));
  return (file) => texts.get(file);
}

/** Reports each id that the edition has no text for; true where there is none. */
export function knowsAll(
  { folder }: OpenEdition,
  ids: readonly string[],
  report: (finding: Diagnostic) => void,
): boolean {
  const known = folder.seeds.map((seed) => seed.id);
  const unknown = ids.filter((id) => !known.includes(id));
  for (const id of unknown) {
    const nearest = nearestSpelling(id, known);
    report(
      diagnostic(
        'edition/unknown-document',
        `There is no text “${id}” in ${folder.seedsFolder === '.' ? basename(folder.root) : folder.seedsFolder}.`,
        {
          expected: known,
          help:
            nearest === undefined
              ? 'Ids are the names of the texts without their ending.'
              : `Did you mean “${nearest}”?`,
        },
      ),
    );
  }
  return unknown.length === 0;
}

/** What `--report` says of one document: its genre and why, and each place where the TEI differs from the source. */
function reportOf(document: Conversion): unknown {
  return {
    id: document.id,
    source: document.source.path,
    genre: document.genre,
    evidence: document.evidence,
    language: document.language,
    differences: document.differences.map(({ kind, span, replacement }) => ({
      kind,
      ...positionAt(document.source, span.start),
      source: document.source.text.slice(span.start, Math.min(span.end, span.start + 80)),
      tei: replacement,
    })),
  };
}
