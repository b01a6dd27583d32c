import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { decodePercent } from '../source/percent-encoding.js';
import { isInside } from '../storage/containment.js';
import { packageFolder } from '../version.js';
import { namespaces } from '../xml/namespaces.js';
import { isRemote, pseudoAttribute } from './xml-model.js';

/** The edition's grammar, as it comes with Editio. */
export const EDITION_SCHEMA = 'editio.rng';

export interface SchemaChoice {
  /** Path of the schema to validate against, or undefined where none applies. */
  readonly path?: string;
  /** Addresses of schemas on the network, which are never fetched. */
  readonly remote: readonly string[];
  /** Addresses of files that are not there. */
  readonly missing: readonly string[];
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
  const missing: string[] = [];
  for (const model of models) {
    const href = pseudoAttribute(model, 'href');
    if (href === undefined || !isRelaxNg(href, pseudoAttribute(model, 'schematypens'))) continue;
    if (isRemote(href)) {
      remote.push(href);
      continue;
    }
    const path = resolve(dirname(file), decodePercent(href));
    if (existsSync(path)) return { path, remote, missing };
    if (basename(path) === EDITION_SCHEMA) return { path: editionSchemaPath(), remote, missing };
    missing.push(href);
  }
  const isOfEdition = editionFolder !== undefined && isInside(resolve(editionFolder), resolve(file));
  return isOfEdition ? { path: editionSchemaPath(), remote, missing } : { remote, missing };
}

/** Where the edition's grammar lies: in `schema/` beside the package's own package.json. */
export function editionSchemaPath(): string {
  return join(packageFolder, 'schema', EDITION_SCHEMA);
}

/** Only files named `.rng` are read on a document's word: it may come from anywhere. */
function isRelaxNg(href: string, namespace: string | undefined): boolean {
  return /\.rng$/i.test(href) && (namespace === undefined || namespace === namespaces.relaxNg);
}
