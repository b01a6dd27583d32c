import { join } from 'node:path';
import { stylesheetHash } from '../../processor/stylesheet.js';
import type { FileSystem } from '../../storage/file-system.js';
import { hashOf } from '../../storage/ledger.js';
import { contentKey, readCached, writeCached } from '../../storage/user-cache.js';
import { packageFolder, toolVersion } from '../../version.js';
import type { CompiledRules, RulesCompilation } from './compiled-rules.js';
import { phaseDocument, type SchemaDocument } from './schema-document.js';

/** Where compiled rules are kept between runs. */
export interface RulesCache {
  /** The text kept under a name; undefined where there is none, or it cannot be read. */
  readonly read: (name: string) => string | undefined;
  /** Keeps a text; where that fails, the next run compiles again. */
  readonly write: (name: string, text: string) => void;
}

/** The rules that were compiled when the tool was built: those of the schemas that come with it. */
export const shippedRulesFolder = join(packageFolder, 'dist', 'tool', 'schematron');

/**
 * Compiled rules on the disk: those that come with the tool, and those in a folder of the user's cache, which is made
 * when it is needed. A disk that cannot be written to only costs time.
 *
 * @param folder absolute.
 */
export function diskRulesCache(fileSystem: FileSystem, folder: string): RulesCache {
  return {
    read: (name) => readCached(name, shippedRulesFolder, fileSystem) ?? readCached(name, folder, fileSystem),
    write: (name, text) => {
      writeCached(name, text, folder, fileSystem);
    },
  };
}

/** The rules of a phase from the cache, or compiled and kept. Faults are found anew each time. */
export async function cachedRules(
  cache: RulesCache,
  schema: SchemaDocument,
  phase: string | undefined,
  compile: () => Promise<RulesCompilation>,
): Promise<RulesCompilation> {
  const name = cacheName(schema, phase);
  const kept = readRules(cache.read(name));
  if (kept !== undefined) return { rules: kept };
  const compilation = await compile();
  if ('rules' in compilation) {
    const body = JSON.stringify(compilation.rules);
    cache.write(name, `${digestOf(body)}\n${body}`);
  }
  return compilation;
}

/** All that the compiled form depends on: the schema as it is transpiled, the phase, the transpiler, the tool. */
function cacheName(schema: SchemaDocument, phase: string | undefined): string {
  return `${contentKey(toolVersion, stylesheetHash('schematron'), phaseDocument(schema, phase))}.json`;
}

/** The rules in a text from the cache; undefined where it is not, to the last byte, what was kept. */
function readRules(text: string | undefined): CompiledRules | undefined {
  const end = text?.indexOf('\n') ?? -1;
  if (text === undefined || end === -1) return undefined;
  const body = text.slice(end + 1);
  // What was written here is of this shape, since the name says which version of the tool wrote it.
  return text.slice(0, end) === digestOf(body) ? (JSON.parse(body) as CompiledRules) : undefined;
}

function digestOf(text: string): string {
  return hashOf(new TextEncoder().encode(text));
}
