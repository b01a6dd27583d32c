import { homedir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.js';
import { titleOfFolder } from '../edition/edition-folder.js';
import {
  apparatusFilesOf,
  openEdition,
  readSchemaFiles,
  registerFilesOf,
  teiFilesOf,
  TEI_FOLDER,
  validateEdition,
  type ConvertOptions,
  type OpenEdition,
} from '../pipeline.js';
import { cachedVerdicts } from '../pipeline/cached-verdicts.js';
import { foreignTeiOf, ownFilesOf } from '../pipeline/foreign-tei.js';
import { validateForeign } from '../pipeline/foreign-validation.js';
import { beginSite, companionsOf } from '../publish.js';
import { readOwnPages } from '../site/own-pages/own-page-files.js';
import { readOverrides } from '../site/theme/override-files.js';
import type { FileSystem } from '../storage/file-system.js';
import { openCache } from '../storage/build-cache.js';
import { takeLock } from '../storage/lock.js';
import { checkOutputFolder } from '../storage/output-folder.js';
import { publishFiles } from '../storage/published-files.js';
import { presentBytes } from '../storage/output-plan.js';
import type { OutputResult } from '../storage/output-writer.js';
import { collateAndWrite, worksOf } from './collate-edition.js';
import { convertAndWrite, teiPath, textOf, worst } from './convert.js';
import { exitCodeOf, type ExitCode, type Outcome } from './outcome.js';
import { rebuildReasons } from './rebuild-reasons.js';

/** How an edition is built. */
export interface BuildOptions extends ConvertOptions {
  /** Whether the outcome says why things were made anew. */
  readonly explain?: boolean;
  /** Told how many of how many are done of what, each time that one is. */
  readonly progress?: (done: number, total: number, what: string) => void;
}

/**
 * Converts, validates, transforms and writes the site of the edition in `folder`. What was made before from the same
 * inputs is not made again.
 */
export async function build(fileSystem: FileSystem, folder: string, options: BuildOptions): Promise<Outcome> {
  const diagnostics: Diagnostic[] = [];
  const report = (finding: Diagnostic): void => {
    diagnostics.push(finding);
  };
  const failed = (exitCode: ExitCode): Outcome => ({ exitCode, diagnostics, files: [], summary: [] });
  const edition = openEdition(fileSystem, folder, report);
  if (edition === undefined) return failed(2);
  const { root, seedsFolder } = edition.folder;
  const output = resolve(root, edition.folder.edition.output);
  const sources = [TEI_FOLDER, ...(seedsFolder === '.' ? [] : [seedsFolder])].map((each) => join(root, each));
  if (!checkOutputFolder(fileSystem, { output, root, sources, home: homedir() }, report)) {
    return failed(diagnostics.some((finding) => finding.code === 'storage/not-writable') ? 4 : 2);
  }
  const lock = takeLock(fileSystem, root, report);
  if (lock.kind === 'refused') {
    report(lock.finding);
    return failed(4);
  }
  try {
    return await buildLocked(fileSystem, edition, options, diagnostics);
  } finally {
    lock.lock.release();
  }
}

async function buildLocked(
  fileSystem: FileSystem,
  edition: OpenEdition,
  options: BuildOptions,
  diagnostics: Diagnostic[],
): Promise<Outcome> {
  const report = (finding: Diagnostic): void => {
    diagnostics.push(finding);
  };
  const { root } = edition.folder;
  const cache = openCache(fileSystem, root);
  const site = beginSite(edition, {
    cache,
    onTransformed: (done, total) => options.progress?.(done, total, 'documents transformed'),
  });
  const { converted, written } = await convertAndWrite(fileSystem, edition, options, report, {
    cache,
    onConverted: ({ id, xml }, done, total) => {
      if (xml !== undefined) site.prepare(teiPath(id), xml);
      options.progress?.(done, total, 'texts converted');
    },
  });
  // Witnesses are collated as they lie on the disk, with what editors changed in them.
  // The conversion has told of faults of the sidecars.
  const works = worksOf(fileSystem, edition, report, () => undefined);
  const collated = await collateAndWrite(fileSystem, root, works, { reading: 'edited' }, report);
  const apparatus = apparatusFilesOf(fileSystem, root, report);
  // What is published is what lies on the disk: an editor's version stands, whatever was converted now.
  const present = teiFilesOf(fileSystem, root, report);
  const own = ownFilesOf(present, edition.folder);
  const foreign = foreignTeiOf(fileSystem, edition.folder, own, report);
  const files = [...own, ...foreign.documents];
  const { title } = edition.folder.edition;
  if (foreign.documents.length > 0 && title === titleOfFolder(basename(root))) report(noTitle(title));
  const registers = registerFilesOf(fileSystem, edition.folder, report);
  const outcome = (exitCode: ExitCode, summary: readonly string[]): Outcome => ({
    exitCode,
    diagnostics,
    files: [...converted.map((document) => document.source.path), ...[...files, ...apparatus].map((file) => file.path)],
    summary,
    textOf: (file) =>
      textOf(converted)(file) ?? teiText([...files, ...registers, ...foreign.registers, ...apparatus], file),
  });
  if (files.length === 0) {
    return outcome(worst(written, exitCodeOf(diagnostics)), ['The site was not written: there is no TEI to publish.']);
  }
  // libxml2 has a thread of its own, the rules are checked in the processor's, while the pages are made here.
  const [invalid, pages] = await Promise.all([
    validateEdition(root, [...own, ...registers, ...apparatus], converted, cachedVerdicts(fileSystem, root, cache)),
    site.finish({
      files,
      foreignRegisters: foreign.registers,
      apparatus,
      companions: companionsOf(registers, foreign.registers, readSchemaFiles(fileSystem, root, report) ?? []),
      overrides: readOverrides(fileSystem, root, report),
      ownPages: readOwnPages(fileSystem, root, report),
      readPicture: (path) => pictureAt(fileSystem, root, path),
    }),
  ]);
  diagnostics.push(...invalid, ...(await validateForeign(root, [...foreign.documents, ...foreign.registers])));
  diagnostics.push(...pages.diagnostics);
  const broken = [...invalid, ...pages.diagnostics].some((finding) => finding.severity === 'error');
  if (broken || written.failed || collated.written.failed) {
    return outcome(worstOf(written, collated.written, exitCodeOf(diagnostics)), [
      'The site was not written: see the errors above.',
    ]);
  }
  const output = edition.folder.edition.output;
  const published = await publishFiles(fileSystem, root, output, pages.files);
  published.findings.forEach(report);
  const failed = published.findings.some(({ severity }) => severity === 'error');
  if (failed) {
    return outcome(4, [
      `The site in ${output} was not written whole: see the errors above. The next build completes it.`,
    ]);
  }
  const gone = published.removed.length;
  cache.sweep();
  const summary = [
    ...(options.explain === true ? rebuildReasons(cache.reasons) : []),
    `${converted.length} ${converted.length === 1 ? 'text' : 'texts'} converted, ${files.length} TEI ${files.length === 1 ? 'file' : 'files'} validated, ${pages.files.length} files in ${output}.`,
    ...(gone === 0
      ? []
      : [
          `${gone} ${gone === 1 ? 'page or file' : 'pages and files'} of what the edition has no more taken away from ${output}.`,
        ]),
    ...(options.explain === true ? published.removed.map((path) => `Taken away: ${output}/${path}`) : []),
    `Open ${resolve(root, output, 'index.html')} in a browser.`,
  ];
  return outcome(worstOf(written, collated.written, exitCodeOf(diagnostics)), summary);
}

/** The exit code of two writings: that of the texts, or that of the collations where it is worse. */
function worstOf(texts: OutputResult, collations: OutputResult, findings: ExitCode): ExitCode {
  return worst(
    { ...texts, failed: texts.failed || collations.failed, conflicts: [...texts.conflicts, ...collations.conflicts] },
    findings,
  );
}

function noTitle(title: string): Diagnostic {
  return diagnostic(
    'edition/no-title',
    `The edition has no title of its own; it is called “${title}”, after its folder.`,
    {
      help: 'Write a line “title: …” into the file edition.yaml in the folder of the edition.',
    },
  );
}

/** A picture that lies in the edition's folder; undefined where there is none that may be read. */
function pictureAt(fileSystem: FileSystem, root: string, path: string): Uint8Array | undefined {
  try {
    return presentBytes(fileSystem, root, path);
  } catch {
    return undefined;
  }
}

function teiText(
  files: readonly { readonly path: string; readonly bytes: Uint8Array }[],
  path: string,
): string | undefined {
  const bytes = files.find((file) => file.path === path)?.bytes;
  return bytes === undefined ? undefined : new TextDecoder().decode(bytes);
}
