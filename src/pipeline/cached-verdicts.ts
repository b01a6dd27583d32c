import { dirname, join, relative, resolve } from 'node:path';
import { decodePercent } from '../source/percent-encoding.js';
import type { BuildCache, Inputs } from '../storage/build-cache.js';
import { isInside } from '../storage/containment.js';
import type { FileSystem } from '../storage/file-system.js';
import { fingerprint } from '../storage/fingerprint.js';
import { hashOf } from '../storage/ledger.js';
import { decodeXml } from '../validate/gate/encoding.js';
import { readProlog } from '../validate/gate/prolog.js';
import { pseudoAttribute } from '../validate/xml-model.js';
import type { Verdict, VerdictStore } from '../validate/verdict.js';

/** Where an edition keeps schemas of its own. */
const SCHEMA_FOLDER = 'schema';

/**
 * Keeps the verdicts on an edition's files in its cache. A verdict depends on the file, on the schemas of the edition,
 * and on those that come with Editio. A file that names another schema is checked in every run, and all files are where a
 * schema of the edition cannot be read, or takes something in from outside its folder.
 */
export function cachedVerdicts(fileSystem: FileSystem, root: string, cache: BuildCache): VerdictStore {
  const schemas = schemaHash(fileSystem, join(root, SCHEMA_FOLDER));
  const inputsOf = (path: string, bytes: Uint8Array): Inputs | undefined =>
    schemas === undefined || !namesKnownSchemas(root, path, bytes)
      ? undefined
      : // Findings name files by where they lie.
        { TEI: hashOf(bytes), schema: schemas, folder: root };
  return {
    recall: ({ path, bytes }) => {
      const inputs = inputsOf(path, bytes);
      if (inputs === undefined) return undefined;
      // The cache gives back what was kept: of this very form, since it is bound to this very program.
      return cache.recall('validation', relative(root, path), inputs) as Verdict | undefined;
    },
    keep: ({ path, bytes }, verdict) => {
      const inputs = inputsOf(path, bytes);
      if (inputs !== undefined) cache.keep('validation', relative(root, path), inputs, verdict);
    },
  };
}

/** Whether all schemas that a file names are in the edition's folder of schemas. */
function namesKnownSchemas(root: string, path: string, bytes: Uint8Array): boolean {
  const decoding = decodeXml(bytes);
  if ('fault' in decoding) return true;
  return readProlog(decoding.decoded.text).models.every((model) => {
    const href = decodePercent(pseudoAttribute(model, 'href') ?? '');
    return isInside(join(root, SCHEMA_FOLDER), resolve(dirname(path), href));
  });
}

/**
 * A hash of the files in a folder of schemas, at any depth. Undefined where that is not all that the schemas are made of:
 * a folder is a link, a file cannot be read, or one takes in another from outside.
 */
function schemaHash(fileSystem: FileSystem, folder: string): string | undefined {
  const hashes = (path: string): unknown => {
    const kind = fileSystem.status(path)?.kind;
    if (kind === undefined) return '';
    if (kind === 'folder') return fileSystem.list(path).map((name) => [name, hashes(join(path, name))]);
    // A link is read as what it leads to; one that leads to a folder cannot be.
    const bytes = fileSystem.read(path);
    if (leadsOutside(folder, path, Buffer.from(bytes).toString('utf8'))) throw new Error('not closed');
    return hashOf(bytes);
  };
  try {
    return fingerprint(hashes(folder));
  } catch {
    return undefined;
  }
}

/** What takes another file into a schema: RELAX NG, section 4.5 to 4.7; Schematron, section 5.4.4. */
const INCLUSION = /<(?:[\w.-]+:)?(?:include|externalRef|extends)\b[^>]*?\shref\s*=\s*(?:"([^"]*)"|'([^']*)')/gu;

function leadsOutside(folder: string, path: string, text: string): boolean {
  // Where addresses count from somewhere else, nothing is known of them.
  if (/\sxml:base\s*=/u.test(text)) return true;
  return [...text.matchAll(INCLUSION)].some(([, double, single]) => {
    const [href = ''] = (double ?? single ?? '').split('#');
    return href !== '' && !isInside(folder, resolve(dirname(path), decodePercent(href)));
  });
}
