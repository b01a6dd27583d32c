import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFolder } from '../version.js';
import { runTask } from './thread.js';

/** What became of one document: its serialized result, or what the processor said was wrong. */
export type StylesheetResult = { readonly output: string } | { readonly error: string };

/** The values of a stylesheet's parameters. */
export type StylesheetParameters = Readonly<Record<string, string | number | boolean>>;

/** The folder of what is compiled when the tool is built. */
const stylesheetFolder = join(packageFolder, 'dist', 'tool', 'stylesheets');

/** The path of a compiled stylesheet. */
function stylesheetPath(name: string): string {
  const path = join(stylesheetFolder, `${name}.sef.json`);
  if (existsSync(path)) return path;
  throw new Error(`The compiled stylesheet ${path} is missing: run "npm run build:stylesheets".`);
}

/** A hash of a compiled stylesheet: what is made with it depends on it. */
export function stylesheetHash(name: string): string {
  return createHash('sha256')
    .update(readFileSync(stylesheetPath(name)))
    .digest('hex');
}

/**
 * Runs one of Editio's stylesheets over documents that passed the gate, in one call: the call itself costs more than a
 * small document. The stylesheet begins at its template `documents` (templates/xslt/common/documents.xsl).
 *
 * Nothing is written and nothing printed: result documents are refused, messages dropped.
 *
 * @param name the stylesheet's file name without ending.
 * @param documents XML texts; the processor's own parser is lenient, so they have to be known as well-formed.
 * @returns one result a document, in order.
 * @throws Error where the compiled stylesheet is missing, or returns something else than its contract.
 */
export async function runStylesheet(
  name: string,
  documents: readonly string[],
  parameters: StylesheetParameters,
): Promise<readonly StylesheetResult[]> {
  const results = await runTask({ kind: 'transform', path: stylesheetPath(name), documents, parameters });
  if (results.length !== documents.length) {
    throw new Error(`The stylesheet ${name} gave ${results.length} results for ${documents.length} documents.`);
  }
  return results.map(stylesheetResult);
}

function stylesheetResult(value: unknown): StylesheetResult {
  if (typeof value === 'object' && value !== null) {
    if ('output' in value && typeof value.output === 'string') return { output: value.output };
    if ('error' in value && typeof value.error === 'string') return { error: value.error };
  }
  throw new Error('A stylesheet gave a result that is neither an output nor an error.');
}
