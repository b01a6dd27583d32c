import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { reportPretty } from '../diagnostics/reporters/pretty.js';
import { openEdition, type ConvertOptions } from '../pipeline.js';
import { startPreview } from '../serve/preview-server.js';
import type { FileSystem } from '../storage/file-system.js';
import { hashOf } from '../storage/ledger.js';
import { build } from './build.js';
import { changesOf } from './changes.js';
import { openEditionDesk } from './edition-desk.js';
import type { Outcome } from './outcome.js';
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
  const edition = openEdition(fileSystem, root, () => undefined);
  // An edition whose configuration is faulty is served as well: the page says what is wrong.
  const output = resolve(root, edition?.folder.edition.output ?? 'dist/edition');
  const desk = openEditionDesk(fileSystem, root, options);
  const preview = await startPreview(output, port, desk).catch((error: unknown) => {
    throw isTaken(error) ? new UsageError(`port ${port} is taken; --port names another`) : error;
  });
  report.started(preview.address);
  const changes = changesOf(
    [root],
    () => true,
    (path) => path === output,
  );
  let written = new Map<string, string>();
  let changed: readonly string[] = [];
  try {
    for (;;) {
      const outcome = await builtWhenFree(
        () => build(fileSystem, root, options),
        (refused) => report.built(refused, changed),
      );
      // A build never writes a register: one that was changed meanwhile is a change.
      written = hashesIn(join(root, 'tei'), join(root, 'tei/register'));
      await report.built(outcome, changed);
      const errors = outcome.diagnostics.filter(({ severity }) => severity === 'error');
      preview.tell(
        errors.length === 0
          ? { kind: 'built' }
          : { kind: 'findings', text: reportPretty({ ...outcome, diagnostics: errors }, {}) },
      );
      // What the build itself wrote is no change.
      do {
        changed = (await changes.next())
          .filter((path) => written.get(resolve(path)) !== hashOfFile(path))
          .map((path) => relative(root, path));
      } while (changed.length === 0);
    }
  } finally {
    await changes.close();
    await preview.close();
  }
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

/** The hashes of the files in a folder, at any depth but in one folder there, by their paths. */
function hashesIn(folder: string, except: string): Map<string, string> {
  try {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
      (entry) => entry.isFile() && entry.parentPath !== except,
    );
    return new Map(
      files.map((entry) => {
        const path = join(entry.parentPath, entry.name);
        return [path, hashOfFile(path)];
      }),
    );
  } catch {
    return new Map();
  }
}

function hashOfFile(path: string): string {
  try {
    return hashOf(readFileSync(path));
  } catch {
    return 'gone';
  }
}
