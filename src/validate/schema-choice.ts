import { existsSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const RELAX_NG = 'http://relaxng.org/ns/structure/1.0';

/** The edition's grammar, as it comes with Editio. */
export const EDITION_SCHEMA = 'editio.rng';

export interface SchemaChoice {
  /** Path of the schema to validate against, or undefined where none applies. */
  readonly path?: string;
  /** Addresses of schemas on the network, which are never fetched. */
  readonly remote: readonly string[];
}

/**
 * Chooses a file's RELAX NG schema: the one that the file's `xml-model` instruction names, if that is a file here;
 * else, for a file of the edition, the edition's grammar; else none.
 *
 * @param models the data of the file's `xml-model` instructions.
 * @param editionFolder root of the edition, if there is one.
 */
export function chooseSchema(file: string, models: readonly string[], editionFolder?: string): SchemaChoice {
  const remote: string[] = [];
  for (const model of models) {
    const href = pseudoAttribute(model, 'href');
    if (href === undefined || !isRelaxNg(href, pseudoAttribute(model, 'schematypens'))) continue;
    if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(href)) {
      remote.push(href);
      continue;
    }
    const path = resolve(dirname(file), decode(href));
    if (existsSync(path)) return { path, remote };
    if (basename(path) === EDITION_SCHEMA) return { path: editionSchemaPath(), remote };
  }
  const isOfEdition = editionFolder !== undefined && !relative(resolve(editionFolder), resolve(file)).startsWith('..');
  return isOfEdition ? { path: editionSchemaPath(), remote } : { remote };
}

/** Where the edition's grammar lies: in `schema/` beside the package's own package.json. */
export function editionSchemaPath(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('The package has no package.json above its code.');
    folder = parent;
  }
  return join(folder, 'schema', EDITION_SCHEMA);
}

/** Only files named `.rng` are read on a document's word: it may come from anywhere. */
function isRelaxNg(href: string, namespace: string | undefined): boolean {
  return /\.rng$/i.test(href) && (namespace === undefined || namespace === RELAX_NG);
}

function pseudoAttribute(data: string, name: string): string | undefined {
  const match = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(data);
  return match?.[1] ?? match?.[2];
}

function decode(href: string): string {
  try {
    return decodeURIComponent(href);
  } catch {
    return href;
  }
}
