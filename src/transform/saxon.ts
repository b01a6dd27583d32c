import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type SaxonJS from 'saxon-js';

type Saxon = typeof SaxonJS;

/** What became of one document: its serialized result, or what the processor said was wrong. */
export type StylesheetResult = { readonly output: string } | { readonly error: string };

// Loading the processor costs about a third of a second, reading a stylesheet some ten milliseconds: once a process.
let processor: Promise<Saxon> | undefined;
const stylesheets = new Map<string, Promise<object>>();

/** The processor, loaded at the first call. */
function loadProcessor(): Promise<Saxon> {
  processor ??= import('saxon-js').then((module) => module.default);
  return processor;
}

/** The folder of the compiled stylesheets: `dist/tool/stylesheets` below the folder with package.json. */
function stylesheetFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('The package that this module belongs to has no package.json above it.');
    folder = parent;
  }
  return join(folder, 'dist', 'tool', 'stylesheets');
}

function loadStylesheet(name: string): Promise<object> {
  let stylesheet = stylesheets.get(name);
  if (stylesheet === undefined) {
    const path = join(stylesheetFolder(), `${name}.sef.json`);
    stylesheet = readFile(path, 'utf8').then(
      (json) => JSON.parse(json) as object,
      (cause: unknown) => {
        stylesheets.delete(name);
        throw new Error(`The compiled stylesheet ${path} is missing: run "npm run build:stylesheets".`, { cause });
      },
    );
    stylesheets.set(name, stylesheet);
  }
  return stylesheet;
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
  parameters: Readonly<Record<string, string | number | boolean>>,
): Promise<readonly StylesheetResult[]> {
  const [saxon, stylesheet] = await Promise.all([loadProcessor(), loadStylesheet(name)]);
  const parsed = await Promise.all(documents.map((text) => saxon.getResource({ text, type: 'xml' })));
  // The synchronous form: the asynchronous one prints failures to the console.
  const { principalResult } = saxon.transform(
    {
      stylesheetInternal: stylesheet,
      initialTemplate: 'documents',
      destination: 'raw',
      resultForm: 'array',
      stylesheetParams: { ...parameters, documents: parsed },
      deliverResultDocument: () => ({ destination: 'raw', save: refuseResultDocument }),
      deliverMessage: () => undefined,
    },
    'sync',
  );
  const results: unknown[] = Array.isArray(principalResult) ? principalResult : [principalResult];
  if (results.length !== documents.length) {
    throw new Error(`The stylesheet ${name} gave ${results.length} results for ${documents.length} documents.`);
  }
  return results.map(stylesheetResult);
}

/** The processor asks once with a test address, and calls `save` only where a stylesheet writes a document. */
function refuseResultDocument(): never {
  throw new Error('A stylesheet of Editio must not write result documents.');
}

function stylesheetResult(value: unknown): StylesheetResult {
  if (typeof value === 'object' && value !== null) {
    if ('output' in value && typeof value.output === 'string') return { output: value.output };
    if ('error' in value && typeof value.error === 'string') return { error: value.error };
  }
  throw new Error('A stylesheet gave a result that is neither an output nor an error.');
}
