import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { nearestSpelling } from '../diagnostics/spelling.js';
import { userCacheFolder } from '../storage/user-cache.js';
import { editionSchemaPath } from './schema-choice.js';

/** What `--schema` led to: the path of a schema, or why there is none and what to do. */
export type NamedSchema = { readonly path: string } | { readonly fault: string };

/** The environment that names are looked up in; the process's own, unless a test says otherwise. */
export interface SchemaEnvironment {
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

/**
 * Finds the schema that a user names: a file; or `editio`, the grammar that comes with Editio; or a name such as
 * `tei_all`, which is `tei_all.rng` in the folder of `EDITIO_TEI` or in the user's cache of schemas.
 */
export function findSchema(
  name: string,
  environment: SchemaEnvironment = { variables: process.env, home: homedir() },
): NamedSchema {
  if (/\.rnc$/iu.test(name)) {
    return {
      fault: `${name} is in RELAX NG's compact syntax, which is not read. Convert it: trang ${name} schema.rng`,
    };
  }
  if (existsSync(name)) return { path: name };
  if (/[\\/]|\.[a-z]+$/iu.test(name)) return { fault: `There is no schema ${name}.` };
  if (name === 'editio') return { path: editionSchemaPath() };
  const folders = schemaFolders(environment);
  for (const folder of folders) {
    const path = join(folder, `${name}.rng`);
    if (existsSync(path)) return { path };
  }
  const near = nearestSpelling(name, ['editio', 'tei_all', ...folders.flatMap(namesIn)]);
  const guess = near === undefined || near === name ? '' : ` Did you mean ${near}?`;
  return {
    fault: `There is no schema called “${name}”: looked for ${name}.rng in ${folders.join(' and ')}.${guess} Put the file there, set EDITIO_TEI to the folder that has it, or give its path.`,
  };
}

/** Where schemas are looked for by name, the first first. */
function schemaFolders({ variables, home }: SchemaEnvironment): string[] {
  const named = variables['EDITIO_TEI'];
  const kept = join(userCacheFolder(variables, home), 'schemas');
  return [...(named === undefined || named === '' ? [] : [named]), kept];
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).flatMap((file) => /^(.+)\.rng$/u.exec(file)?.[1] ?? []);
  } catch {
    return [];
  }
}
