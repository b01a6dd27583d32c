import { join } from 'node:path';
import { jsonTable } from '../collate/json-table.js';
import { diagnostic, type Diagnostic, type Report } from '../diagnostics/diagnostic.js';
import { sidecarOf } from '../edition/edition-folder.js';
import { APPARATUS_FOLDER, openEdition, SCHEMA_FILE, type OpenEdition } from '../pipeline.js';
import type { FileSystem } from '../storage/file-system.js';
import { takeLock } from '../storage/lock.js';
import type { OutputFile } from '../storage/output-plan.js';
import { writeOutputs, type OutputResult } from '../storage/output-writer.js';
import { documentId } from '../tei/identifiers.js';
import type { CollatedDocument } from '../collate/document.js';
import { collateWork, summaryOf, type CollateCommandOptions, type WitnessFile, type Work } from './collate.js';
import { teiPath, worst } from './convert.js';
import { mergeEditsOf } from './hand-edits.js';
import { exitCodeOf, type ExitCode, type Outcome } from './outcome.js';

/** Collates the texts of an edition that are witnesses of one work, as their sidecars say (`witnessOf`, `siglum`). */
export async function collateEdition(
  fileSystem: FileSystem,
  folder: string,
  options: CollateCommandOptions,
): Promise<Outcome> {
  const diagnostics: Diagnostic[] = [];
  const report = (finding: Diagnostic): void => {
    diagnostics.push(finding);
  };
  const end = (exitCode: ExitCode, summary: readonly string[] = [], files: readonly string[] = []): Outcome => ({
    exitCode,
    diagnostics,
    files,
    summary,
  });
  const edition = openEdition(fileSystem, folder, report);
  if (edition === undefined) return end(2);
  const { root } = edition.folder;
  const works = worksOf(fileSystem, edition, report);
  if (works.length === 0) {
    report(
      diagnostic('collate/no-witnesses', 'No two texts of the edition are witnesses of the same work.', {
        help: 'Give the sidecars of both the same witnessOf, and a siglum each.',
      }),
    );
    return end(exitCodeOf(diagnostics));
  }
  const lock = takeLock(fileSystem, root, report);
  if (lock.kind === 'refused') {
    report(lock.finding);
    return end(4);
  }
  try {
    const { made, written } = await collateAndWrite(fileSystem, root, works, options, report);
    const summary = made.map(({ path, document }) => summaryOf(path, document));
    const files = works.flatMap(({ witnesses }) => witnesses.map(({ file }) => file));
    const collations = made.map(({ work, document }) => jsonTable(work.id, document));
    return { ...end(worst(written, exitCodeOf(diagnostics)), summary, files), data: { collations } };
  } finally {
    lock.lock.release();
  }
}

/** A work's collation and where it was written. */
export interface WrittenCollation {
  readonly work: Work;
  readonly document: CollatedDocument;
  /** Relative to the edition's folder. */
  readonly path: string;
}

/** Collates works and writes their apparatus, merged with what editors changed by hand; to be called under the lock. */
export async function collateAndWrite(
  fileSystem: FileSystem,
  root: string,
  works: readonly Work[],
  options: CollateCommandOptions,
  report: Report,
): Promise<{ readonly made: readonly WrittenCollation[]; readonly written: OutputResult }> {
  const made = works.flatMap((work): WrittenCollation[] => {
    const document = collateWork(fileSystem, work, options, report);
    return document === undefined ? [] : [{ work, document, path: `${APPARATUS_FOLDER}/${work.id}.xml` }];
  });
  const outputs = made.map(({ path, document }): OutputFile => ({
    path,
    bytes: new TextEncoder().encode(document.xml),
    keepsEdits: true,
  }));
  return { made, written: await writeOutputs(fileSystem, root, outputs, report, mergeEditsOf(root)) };
}

/**
 * The works with two witnesses or more, by name; the witnesses of each by siglum.
 *
 * @param reportSidecar told of faults of the sidecars, where nobody has been told of them before
 */
export function worksOf(
  fileSystem: FileSystem,
  { folder, register }: OpenEdition,
  report: Report,
  reportSidecar: Report = report,
): Work[] {
  const works = new Map<string, WitnessFile[]>();
  for (const seed of folder.seeds) {
    const { witnessOf, siglum } = sidecarOf(fileSystem, folder, seed, reportSidecar, register) ?? {};
    if (witnessOf === undefined) continue;
    const file = teiPath(seed.id);
    const path = join(folder.root, file);
    if (siglum === undefined) {
      report(
        diagnostic('collate/no-siglum', `This witness of ${witnessOf} has no siglum; it was passed over.`, {
          file: seed.sidecarFile ?? seed.file,
          help: 'Write siglum: B (or another short sign) into the sidecar.',
        }),
      );
    } else if (fileSystem.status(path) === undefined) {
      report(
        diagnostic('collate/not-converted', `There is no ${file} yet; this witness was passed over.`, {
          file: seed.file,
          help: `Run: editio convert ${seed.id}`,
        }),
      );
    } else works.set(witnessOf, [...(works.get(witnessOf) ?? []), { siglum, path, file }]);
  }
  return [...works]
    .filter(([, witnesses]) => witnesses.length > 1)
    .map(([name, witnesses]): Work => {
      const id = documentId(name);
      return {
        id,
        file: join(folder.root, APPARATUS_FOLDER, `${id}.xml`),
        witnesses: witnesses.sort((a, b) => (a.siglum < b.siglum ? -1 : 1)),
        schema: `../../${SCHEMA_FILE}`,
      };
    });
}
