import { basename, dirname, join } from 'node:path';
import type { ConvertedDocument } from '../convert.js';
import { diagnostic, type Diagnostic, type Report } from '../diagnostics/diagnostic.js';
import { nearestSpelling } from '../diagnostics/spelling.js';
import {
  convertEdition,
  openEdition,
  schemaFilesOf,
  TEI_FOLDER,
  type ConvertOptions,
  type OpenEdition,
} from '../pipeline.js';
import { positionAt } from '../source/source-file.js';
import type { FileSystem } from '../storage/file-system.js';
import { readLedger } from '../storage/ledger.js';
import { takeLock } from '../storage/lock.js';
import type { OutputFile } from '../storage/output-plan.js';
import { writeOutputs, type OutputResult } from '../storage/output-writer.js';
import { readStable } from '../storage/stable-read.js';
import { mergeEditsOf } from './hand-edits.js';
import { exitCodeOf, type ExitCode, type Outcome } from './outcome.js';

/** Converts seeds of the edition in `folder` to `tei/*.xml`. */
export async function convert(fileSystem: FileSystem, folder: string, options: ConvertOptions): Promise<Outcome> {
  const diagnostics: Diagnostic[] = [];
  const report = (finding: Diagnostic): void => {
    diagnostics.push(finding);
  };
  const end = (
    exitCode: ExitCode,
    summary: readonly string[],
    converted: readonly ConvertedDocument[] = [],
  ): Outcome => ({
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
    const { converted, written } = await convertAndWrite(fileSystem, edition, options, report);
    const merged = written.merged.length === 0 ? '' : ` ${written.merged.length} merged with changes by hand,`;
    const summary = [
      `${converted.length} ${converted.length === 1 ? 'text' : 'texts'} converted, ${written.written.length} files written,${merged} ${written.unchanged.length} unchanged.`,
    ];
    return end(worst(written, exitCodeOf(diagnostics)), summary, converted);
  } finally {
    lock.lock.release();
  }
}

/** Where the TEI of a document stands, relative to the edition's folder. */
export function teiPath(id: string): string {
  return `${TEI_FOLDER}/${id}.xml`;
}

/**
 * Converts, and writes what was converted, merged with what editors changed by hand; to be called under the lock.
 *
 * @param onConverted told of each document as soon as it is converted
 */
export async function convertAndWrite(
  fileSystem: FileSystem,
  edition: OpenEdition,
  options: ConvertOptions,
  report: (finding: Diagnostic) => void,
  onConverted?: (document: ConvertedDocument) => void,
): Promise<{ converted: ConvertedDocument[]; written: OutputResult }> {
  const { root } = edition.folder;
  const converted = convertEdition(fileSystem, edition, options, report, onConverted);
  const files: OutputFile[] = converted.flatMap(({ id, xml }) =>
    xml === undefined ? [] : [{ path: teiPath(id), bytes: new TextEncoder().encode(xml), keepsEdits: true }],
  );
  // The grammar that the files name stands beside them, so that they can be checked wherever they go.
  if (files.length > 0) {
    for (const { path, source } of schemaFilesOf(fileSystem, root))
      files.push({ path, bytes: fileSystem.read(source) });
  }
  const written = await writeOutputs(fileSystem, root, files, report, mergeEditsOf(root));
  if (!written.failed) reportTextsGone(fileSystem, edition, report);
  return { converted, written };
}

/** TEI files that were made from texts that are no more: told, and left to the editor. */
function reportTextsGone(fileSystem: FileSystem, { folder }: OpenEdition, report: Report): void {
  const outcome = readLedger(fileSystem, folder.root, () => undefined);
  if (outcome.kind === 'refused') return;
  const made = new Set(folder.seeds.map(({ id }) => teiPath(id)));
  for (const path of outcome.ledger.keys()) {
    const isDocument = dirname(path) === TEI_FOLDER && !made.has(path) && !path.endsWith('.new.xml');
    if (!isDocument || fileSystem.status(join(folder.root, path)) === undefined) continue;
    report(
      diagnostic('storage/text-gone', 'The text that this file was made from is not in the edition any more.', {
        file: path,
        help: 'Remove the file as well; or bring the text back, under the name that it had.',
      }),
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
export function textOf(converted: readonly ConvertedDocument[]): (file: string) => string | undefined {
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
function reportOf(document: ConvertedDocument): unknown {
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
