import { join } from 'node:path';
import type { Conversion } from '../convert.js';
import type { Diagnostic, Report } from '../diagnostics/diagnostic.js';
import { convertTexts, openEdition, teiFilesOf, type ConvertOptions, type OpenEdition } from '../pipeline.js';
import { systemReason, type FileSystem } from '../storage/file-system.js';
import { openCache } from '../storage/build-cache.js';
import { readBaseCopy } from '../storage/base-copies.js';
import { readLedger, type Ledger } from '../storage/ledger.js';
import { unread } from '../storage/output-findings.js';
import { newVersionPath, planOutput, type PlannedFile } from '../storage/output-plan.js';
import type { Check } from '../validate/checks.js';
import { validateFiles } from '../validate/validate.js';
import { pathsMade, teiPath } from './convert.js';
import { exitCodeOf, type ExitCode, type Outcome } from './outcome.js';
import { renamedTexts } from './renamed-texts.js';
import { toolVersion } from '../version.js';

/** How a document's TEI file stands to its text and to the editors' changes; docs/commands.md explains each. */
export type DocumentState =
  | 'up to date'
  | 'source changed'
  | 'edited by hand'
  | 'source changed, edited by hand'
  | 'base not known'
  | 'conflict'
  | 'new'
  | 'missing'
  | 'renamed'
  | 'text faulty'
  | 'text gone'
  | 'text renamed'
  | 'no text';

/** The state of one document. */
export interface DocumentStatus {
  readonly id: string;
  /** The text that it is made from, relative to the edition's folder. */
  readonly text?: string;
  readonly tei: string;
  readonly state: DocumentState;
  /** Errors of the TEI file as it lies on the disk, by grammar and pointers. */
  readonly errors: number;
  /** The new version that stands beside the file after a conflict. */
  readonly newVersion?: string;
  /** Where the next conversion takes the file along to, since its text has another name. */
  readonly goesTo?: string;
  /** The version of Editio that the file comes from, where it is another than this. */
  readonly convertedBy?: string;
}

/** Bytes of a file in which its header names what made it. */
const HEADER = 65_536;

/** Checks that take no longer than reading the files. */
const quickChecks: ReadonlySet<Check> = new Set<Check>(['gate', 'relax-ng', 'references']);

/**
 * Says how each document of the edition in `folder` stands. Nothing is written, and no lock is taken.
 *
 * The exit code is 3 where a conflict waits to be settled, 1 where a document is invalid or its text cannot be converted.
 * That something is to be converted is no fault.
 */
export async function status(fileSystem: FileSystem, folder: string, options: ConvertOptions): Promise<Outcome> {
  const diagnostics: Diagnostic[] = [];
  const report = (finding: Diagnostic): void => {
    diagnostics.push(finding);
  };
  const end = (exitCode: ExitCode, documents: readonly DocumentStatus[] = []): Outcome => ({
    exitCode,
    diagnostics,
    files: documents.map(({ tei }) => tei),
    summary: documents.map(lineOf),
    data: { documents },
  });
  const edition = openEdition(fileSystem, folder, report);
  if (edition === undefined) return end(2);
  const ledger = readLedger(fileSystem, edition.folder.root, report);
  if (ledger.kind === 'refused') {
    report(ledger.finding);
    return end(4);
  }
  const documents = await statusOf(fileSystem, edition, ledger.ledger, options, report);
  if (documents === undefined) return end(4);
  if (documents.some(({ state }) => state === 'conflict' || state === 'renamed')) return end(3, documents);
  const isFaulty = documents.some(({ errors, state }) => errors > 0 || state === 'text faulty');
  return end(isFaulty ? 1 : exitCodeOf(diagnostics), documents);
}

async function statusOf(
  fileSystem: FileSystem,
  edition: OpenEdition,
  ledger: Ledger,
  options: ConvertOptions,
  report: Report,
): Promise<DocumentStatus[] | undefined> {
  const { root, seeds } = edition.folder;
  // What the texts themselves have to say is said when they are converted.
  const cache = openCache(fileSystem, root, { isReadOnly: true });
  const conversions = await convertTexts(fileSystem, edition, options, () => undefined, { cache });
  const converted = new Map(conversions.map((document) => [document.id, document]));
  const files = teiFilesOf(fileSystem, root, report);
  const findings = await validateFiles(
    files.map(({ path, bytes }) => ({ path: join(root, path), bytes })),
    { editionFolder: root, checks: quickChecks },
  );
  const errorsByFile = new Map<string, number>();
  for (const { file, severity } of findings) {
    if (file !== undefined && severity === 'error') errorsByFile.set(file, (errorsByFile.get(file) ?? 0) + 1);
  }
  const errorsIn = (path: string): number => errorsByFile.get(join(root, path)) ?? 0;
  const present = new Set(files.map(({ path }) => path));

  const documents: DocumentStatus[] = [];
  for (const { id, file: text } of seeds) {
    const tei = teiPath(id);
    const newVersion = newVersionPath(tei);
    const beside = fileSystem.status(join(root, newVersion)) === undefined ? {} : { newVersion };
    try {
      const state = stateOfText(fileSystem, root, converted.get(id), ledger);
      const errors = present.has(tei) ? errorsIn(tei) : 0;
      documents.push({ id, text, tei, state, errors, ...beside, ...convertedBy(fileSystem, root, ledger, tei) });
    } catch (error) {
      report(unread(tei, systemReason(error)));
      return undefined;
    }
  }
  const made = new Set(documents.map(({ tei }) => tei));
  const paths = pathsMade(fileSystem, edition.folder, report);
  if (paths === undefined) return undefined;
  const renamed = new Map(renamedTexts(fileSystem, root, ledger, paths, conversions).map(({ from, to }) => [from, to]));
  const others = files
    .filter(({ path }) => !made.has(path))
    .map(({ id, path }): DocumentStatus => {
      const errors = errorsIn(path);
      const to = renamed.get(path);
      if (to !== undefined) return { id, tei: path, state: 'text renamed', errors, goesTo: to };
      return { id, tei: path, state: ledger.has(path) ? 'text gone' : 'no text', errors };
    });
  return [...documents, ...others];
}

/** The version of Editio that made a file, where this one is another: its conversions may differ. */
function convertedBy(fileSystem: FileSystem, root: string, ledger: Ledger, tei: string): { convertedBy?: string } {
  const base = ledger.get(tei)?.at(-1)?.base;
  const bytes = base === undefined ? undefined : readBaseCopy(fileSystem, root, base);
  if (bytes === undefined) return {};
  const header = new TextDecoder().decode(bytes.subarray(0, HEADER));
  const version = /<application\b[^>]*\sversion="([^"]*)"/u.exec(header)?.[1];
  return version === undefined || version === toolVersion ? {} : { convertedBy: version };
}

function stateOfText(
  fileSystem: FileSystem,
  root: string,
  document: Conversion | undefined,
  ledger: Ledger,
): DocumentState {
  if (document?.xml === undefined) return 'text faulty';
  const bytes = new TextEncoder().encode(document.xml);
  const planned = planOutput(fileSystem, root, { path: teiPath(document.id), bytes, keepsEdits: true }, ledger);
  return stateOfPlan(planned);
}

function stateOfPlan({ step, present, presentNewVersion, hash }: PlannedFile): DocumentState {
  switch (step.kind) {
    case 'write':
      if (present === undefined) return step.isRecreated ? 'missing' : 'new';
      return present === hash ? 'up to date' : 'source changed';
    case 'keep':
      return 'edited by hand';
    case 'renamed':
      return 'renamed';
    case 'worked-in':
      return 'conflict';
    case 'merge':
      return presentNewVersion === undefined ? 'source changed, edited by hand' : 'conflict';
    case 'beside':
      return presentNewVersion === undefined ? 'base not known' : 'conflict';
  }
}

/** One document in a line: its state first, so that lines of the same state stand out. */
function lineOf({ tei, state, errors, newVersion, goesTo, convertedBy: version }: DocumentStatus): string {
  const invalid = errors === 0 ? '' : `, invalid: ${errors} ${errors === 1 ? 'error' : 'errors'}`;
  const beside = newVersion === undefined ? '' : `, see ${newVersion}`;
  const to = goesTo === undefined ? '' : `, goes to ${goesTo}`;
  const by = version === undefined ? '' : `, converted by Editio ${version}`;
  return `${tei}: ${state}${to}${by}${invalid}${beside}`;
}
