import { watch as watchPaths } from 'chokidar';
import { existsSync, statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { findSchema } from '../validate/schema-name.js';
import type { Outcome } from './outcome.js';
import { UsageError } from './usage-error.js';
import { validate, type ValidateCommandOptions } from './validate.js';

/** Milliseconds without a further change after which a run begins: an editor writes a file in several steps. */
const QUIET = 100;

/** Files that matter beside those that are named one by one: documents and schemas. */
const watched = /\.(?:xml|tei|rng|sch|odd)$/iu;

/**
 * Validates, and again whenever one of the files, or a schema that was named, changes. All files are checked each time,
 * since a change of one may break what another points to. Never returns: the user ends it.
 *
 * @param report is given each run's outcome with the paths that changed before it; none for the first run.
 * @throws UsageError as {@link validate} does, in the first run; later ones, such as a folder left without files while
 *   it is being rearranged, are tried again at the next change.
 */
export async function watch(
  paths: readonly string[],
  options: ValidateCommandOptions,
  report: (outcome: Outcome, changed: readonly string[]) => Promise<void>,
): Promise<never> {
  await report(await validate(paths, options), []);
  const changes = changesOf([...new Set([...paths.flatMap(rootOf), ...schemasOf(options)])]);
  try {
    for (;;) {
      const changed = await changes.next();
      const outcome = await validate(paths, options).catch(withoutFiles);
      if (outcome !== undefined) await report(outcome, changed);
    }
  } finally {
    await changes.close();
  }
}

function withoutFiles(error: unknown): undefined {
  if (!(error instanceof UsageError)) throw error;
}

interface Changes {
  /** The paths that changed since the last call; waits for some, and until nothing happens for a moment. */
  readonly next: () => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
}

function changesOf(roots: readonly string[]): Changes {
  const changed = new Set<string>();
  let isQuiet = false;
  let timer: NodeJS.Timeout | undefined;
  let wake: (() => void) | undefined;
  const named = new Set(roots.map((root) => resolve(root)));
  const watcher = watchPaths([...roots], {
    ignoreInitial: true,
    ignored: (path) => !named.has(resolve(path)) && /^(?:\.|node_modules$)/u.test(basename(path)),
  });
  watcher.on('all', (event, path) => {
    if (event === 'addDir' || !(watched.test(path) || named.has(resolve(path)))) return;
    changed.add(path);
    isQuiet = false;
    clearTimeout(timer);
    timer = setTimeout(() => {
      isQuiet = true;
      wake?.();
    }, QUIET);
  });
  return {
    next: async () => {
      // Files may have changed while the last run went on.
      if (!isQuiet) await new Promise<void>((resume) => (wake = resume));
      const paths = [...changed].sort();
      changed.clear();
      isQuiet = false;
      return paths;
    },
    close: () => watcher.close(),
  };
}

/** What to watch for a word of the user: the file or folder, or the folder in which a pattern begins. */
function rootOf(word: string): string[] {
  if (word.startsWith('!') || word === '-') return [];
  if (existsSync(word)) return [word];
  const [fixed = ''] = word.split(/[*?[\]{}()]/u);
  const folder = dirname(`${fixed}x`);
  return existsSync(folder) && statSync(folder).isDirectory() ? [folder] : [];
}

function schemasOf({ schema, schematron = [] }: ValidateCommandOptions): string[] {
  const found = schema === undefined ? undefined : findSchema(schema);
  const named = found !== undefined && 'path' in found ? [found.path] : [];
  return [...named, ...schematron.filter((path) => existsSync(path))];
}
