import { join } from 'node:path';
import { contentKey, readCached, userCacheFolder, writeCached } from '../../storage/user-cache.js';
import { packageFolder, toolVersion } from '../../version.js';
import { readCompiledGrammar, writeCompiledGrammar } from './compiled-grammar.js';
import { compileSchema, type CompiledSchema } from './compile-schema.js';
import type { ReadSchema } from './schema/grammar-scope.js';

/** The grammars that were compiled when the tool was built: those of the schemas that come with it. */
export const shippedGrammarsFolder = join(packageFolder, 'dist', 'tool', 'grammars');

/** The first line of a cached grammar: what it was made of beside the schema itself. */
interface Origin {
  /** Key of the compiled grammar that follows: what was cut off or changed is not used. */
  readonly digest: string;
  readonly path: string;
  /** The files that the schema includes, with a key of their content. */
  readonly parts: readonly (readonly [path: string, key: string])[];
}

/**
 * As {@link compileSchema}, with the compiled grammar kept in the user's cache by the content of all files that it was
 * made of. A schema with faults is not kept.
 *
 * @param folder where the compiled grammar is kept: the user's cache, or, when the tool is built, its own.
 */
export function compileCached(
  path: string,
  text: string,
  read: ReadSchema,
  folder = join(userCacheFolder(), 'grammars'),
): CompiledSchema {
  const name = `${contentKey(toolVersion, text)}.json`;
  const cached = readCached(name, shippedGrammarsFolder) ?? readCached(name, folder);
  if (cached !== undefined) {
    const end = cached.indexOf('\n');
    const body = cached.slice(end + 1);
    const grammar = isCurrent(cached.slice(0, end), body, path, read) ? readCompiledGrammar(body) : undefined;
    if (grammar !== undefined) return { grammar };
  }
  const parts = new Map<string, string>();
  const compiled = compileSchema(path, text, (part) => {
    const content = read(part);
    if (content !== undefined) parts.set(part, contentKey(content));
    return content;
  });
  if ('grammar' in compiled && compiled.idFault === undefined) {
    const body = writeCompiledGrammar(compiled.grammar);
    const origin: Origin = { digest: contentKey(body), path, parts: [...parts] };
    writeCached(name, `${JSON.stringify(origin)}\n${body}`, folder);
  }
  return compiled;
}

/** Whether a cached grammar is whole, and the files that it was made of are what they were. */
function isCurrent(line: string, body: string, path: string, read: ReadSchema): boolean {
  try {
    const origin = JSON.parse(line) as Origin;
    if (origin.digest !== contentKey(body)) return false;
    if (origin.parts.length === 0) return true;
    // The same schema elsewhere includes other files.
    return (
      origin.path === path &&
      origin.parts.every(([part, key]) => {
        const content = read(part);
        return content !== undefined && contentKey(content) === key;
      })
    );
  } catch {
    return false;
  }
}
