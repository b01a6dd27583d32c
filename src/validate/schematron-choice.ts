import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { decodePercent } from '../source/percent-encoding.js';
import { isInside } from '../storage/containment.js';
import { packageFolder } from '../version.js';
import { namespaces } from '../xml/namespaces.js';
import { isRemote, pseudoAttribute } from './xml-model.js';

/** The edition's rules, as they come with Editio. */
const EDITION_RULES = 'editio.sch';

export interface SchematronChoice {
  readonly paths: readonly string[];
  readonly missing: readonly string[];
}

/**
 * Chooses the Schematron schemas of a file: those that its `xml-model` instructions name, if they are files here; else,
 * for a file of the edition, the edition's own rules, or those that come with Editio.
 *
 * @param models the data of the file's `xml-model` instructions.
 * @param editionFolder root of the edition, if there is one.
 * @returns paths, each once, and addresses of files that are not there.
 */
export function chooseSchematron(file: string, models: readonly string[], editionFolder?: string): SchematronChoice {
  const shipped = join(packageFolder, 'schema', EDITION_RULES);
  const missing: string[] = [];
  const named = models.flatMap((model) => {
    const href = pseudoAttribute(model, 'href');
    if (href === undefined || isRemote(href) || !isSchematron(href, pseudoAttribute(model, 'schematypens'))) return [];
    const path = resolve(dirname(file), decodePercent(href));
    if (existsSync(path)) return [path];
    if (basename(path) === EDITION_RULES) return [shipped];
    missing.push(href);
    return [];
  });
  if (named.length > 0) return { paths: [...new Set(named)], missing };
  if (editionFolder === undefined || !isInside(resolve(editionFolder), resolve(file))) return { paths: [], missing };
  const own = join(resolve(editionFolder), 'schema', EDITION_RULES);
  return { paths: [existsSync(own) ? own : shipped], missing };
}

/** Only files named as schemas are read on a document's word: it may come from anywhere. */
function isSchematron(href: string, namespace: string | undefined): boolean {
  return namespace === undefined
    ? /\.sch$/iu.test(href)
    : namespace === namespaces.schematron && /\.(?:sch|isosch|rng|odd|xml)$/iu.test(href);
}
