import { existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { findSchema } from '../validate/schema-name.js';
import { changesOf } from './changes.js';
import type { Outcome } from './outcome.js';
import { UsageError } from './usage-error.js';
import { validate, type ValidateCommandOptions } from './validate.js';

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
  const changes = changesOf([...new Set([...paths.flatMap(rootOf), ...schemasOf(options)])], (path) =>
    watched.test(path),
  );
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
