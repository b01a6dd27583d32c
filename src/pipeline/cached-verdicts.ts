import { dirname, join, relative, resolve } from 'node:path';
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
 * and on those that come with Editio; a file that names another schema is checked in every run.
 */
export function cachedVerdicts(fileSystem: FileSystem, root: string, cache: BuildCache): VerdictStore {
  const schemas = schemaHash(fileSystem, join(root, SCHEMA_FOLDER));
  const inputsOf = (bytes: Uint8Array): Inputs => ({
    TEI: hashOf(bytes),
    schema: schemas,
    // Findings name files by where they lie.
    folder: root,
  });
  return {
    recall: ({ path, bytes }) => {
      if (!namesKnownSchemas(root, path, bytes)) return undefined;
      // The cache gives back what was kept: of this very form, since it is bound to this very program.
      return cache.recall('validation', relative(root, path), inputsOf(bytes)) as Verdict | undefined;
    },
    keep: ({ path, bytes }, verdict) => {
      if (namesKnownSchemas(root, path, bytes))
        cache.keep('validation', relative(root, path), inputsOf(bytes), verdict);
    },
  };
}

/** Whether all schemas that a file names are in the edition's folder of schemas. */
function namesKnownSchemas(root: string, path: string, bytes: Uint8Array): boolean {
  const decoding = decodeXml(bytes);
  if ('fault' in decoding) return true;
  return readProlog(decoding.decoded.text).models.every((model) => {
    const href = pseudoAttribute(model, 'href') ?? '';
    return isInside(join(root, SCHEMA_FOLDER), resolve(dirname(path), href));
  });
}

/** A hash of the files in a folder, at any depth. */
function schemaHash(fileSystem: FileSystem, folder: string): string {
  const hashes = (path: string): unknown => {
    const kind = fileSystem.status(path)?.kind;
    if (kind === 'folder') return fileSystem.list(path).map((name) => [name, hashes(join(path, name))]);
    return kind === 'file' ? hashOf(fileSystem.read(path)) : kind;
  };
  return fingerprint(hashes(folder) ?? '');
}
