import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { diagnostic } from '../diagnostics/diagnostic.js';
import { reportPretty } from '../diagnostics/reporters/pretty.js';
import { openEdition, type ConvertOptions } from '../pipeline.js';
import { startPreview } from '../serve/preview-server.js';
import { isInside } from '../storage/containment.js';
import { systemReason, type FileSystem } from '../storage/file-system.js';
import { build } from './build.js';
import { changesOf } from './changes.js';
import { openEditionDesk } from './edition-desk.js';
import type { Outcome } from './outcome.js';
import { ownWrites } from './own-writes.js';
import { UsageError } from './usage-error.js';

/** Options of `serve` that the command line gives. */
export interface ServeOptions extends ConvertOptions {
  /** 0 for any free port. */
  readonly port: number;
}

/** What a preview tells the one who began it. */
export interface ServeReport {
  /** The server stands; the site is there once the first build is. */
  readonly started: (address: string) => void;
  /** A build ended, after changes of these paths (relative to the edition); none for the first. */
  readonly built: (outcome: Outcome, changed: readonly string[]) => Promise<void>;
}

/**
 * Builds the edition in `folder`, serves its site on this computer, and builds again whenever a text, sidecar,
 * register, TEI file, template or schema changes; pages that are open load themselves anew, or show what is wrong. On a
 * page of their own the questions of a review can be answered.
 * Never returns: the user ends it.
 *
 * @throws UsageError where the port is taken.
 */
export async function serve(
  fileSystem: FileSystem,
  folder: string,
  { port, ...options }: ServeOptions,
  report: ServeReport,
): Promise<never> {
  const root = resolve(folder);
  // An edition whose configuration is faulty is served as well: the page says what is wrong.
  let output = outputOf(fileSystem, root) ?? resolve(root, 'dist/edition');
  let shown = output;
  const desk = openEditionDesk(fileSystem, root, options);
  const preview = await startPreview(() => shown, port, desk).catch((error: unknown) => {
    throw isTaken(error) ? new UsageError(`port ${port} is taken; --port names another`) : error;
  });
  report.started(preview.address);
  // What begins with a dot, and the site, is made by builds and edited by nobody.
  const isWatched = (path: string): boolean =>
    !isInside(output, resolve(path)) && !/(?:^|[\\/])\./u.test(relative(root, path));
  const changes = changesOf([root], isWatched, (path) => path === output);
  const own = ownWrites(fileSystem, isWatched);
  let changed: readonly string[] = [];
  try {
    for (;;) {
      output = outputOf(fileSystem, root) ?? output;
      const outcome = await builtWhenFree(
        () => build(own.fileSystem, root, options).catch(interrupted),
        (refused) => report.built(refused, changed),
      );
      // Where the site goes elsewhere from now on, the last good pages stand until there are some.
      if (existsSync(join(output, 'index.html'))) shown = output;
      await report.built(outcome, changed);
      const errors = outcome.diagnostics.filter(({ severity }) => severity === 'error');
      preview.tell(
        errors.length === 0
          ? { kind: 'built' }
          : { kind: 'findings', text: reportPretty({ ...outcome, diagnostics: errors }, {}) },
      );
      do {
        changed = (await changes.next()).filter((path) => !own.isAsWritten(path)).map((path) => relative(root, path));
      } while (changed.length === 0);
    }
  } finally {
    await changes.close();
    await preview.close();
  }
}

/** Where the site goes, as edition.yaml has it now; undefined where that cannot be read. */
function outputOf(fileSystem: FileSystem, root: string): string | undefined {
  try {
    const edition = openEdition(fileSystem, root, () => undefined);
    return edition === undefined ? undefined : resolve(root, edition.folder.edition.output);
  } catch (error) {
    systemReason(error);
    return undefined;
  }
}

/**
 * The outcome of a build that the system ended, by a file that was replaced at that moment, say: the preview goes on.
 *
 * @throws what is no system error: it is a fault of ours.
 */
function interrupted(error: unknown): Outcome {
  const finding = diagnostic('storage/read-failed', `The build was interrupted: ${systemReason(error)}.`, {
    help: 'The next change begins another: save the file that you changed once more.',
  });
  return { exitCode: 4, diagnostics: [finding], files: [], summary: [] };
}

/** Milliseconds between two attempts to build while another run is at work on the edition. */
const PAUSE = 500;

/** Builds as soon as no other run holds the edition's lock: the change that asked for it must not be forgotten. */
async function builtWhenFree(
  attempt: () => Promise<Outcome>,
  tellRefused: (outcome: Outcome) => Promise<void>,
): Promise<Outcome> {
  for (let isTold = false; ; isTold = true) {
    const outcome = await attempt();
    if (!outcome.diagnostics.some(({ code }) => code === 'storage/locked')) return outcome;
    if (!isTold) await tellRefused(outcome);
    await setTimeout(PAUSE);
  }
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}
