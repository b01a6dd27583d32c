import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';

/** What became of one document: its serialized result, or what the processor said was wrong. */
export type StylesheetResult = { readonly output: string } | { readonly error: string };

/** The values of a stylesheet's parameters. */
export type StylesheetParameters = Readonly<Record<string, string | number | boolean>>;

/** What a thread answers: the results of one call, or why there are none. */
type Answer =
  { readonly call: number; readonly results: readonly unknown[] } | { readonly call: number; readonly failure: string };

/**
 * What runs in the processor's thread. Loading the processor costs about a third of a second, reading a stylesheet some
 * ten milliseconds: once each. One thread serves all stylesheets, since a second processor would have to be loaded, and
 * to grow warm, beside the first. The transformation itself is called in its synchronous
 * form, since the asynchronous one prints failures to the console; the processor asks once with a test address for
 * result documents, and calls `save` only where a stylesheet writes one.
 */
const program = `
  const { parentPort, workerData } = require('node:worker_threads');
  const saxon = require(workerData.library);
  const { readFileSync } = require('node:fs');
  const stylesheets = new Map();
  const load = (path) => {
    if (!stylesheets.has(path)) stylesheets.set(path, JSON.parse(readFileSync(path, 'utf8')));
    return stylesheets.get(path);
  };
  const refuse = () => { throw new Error('A stylesheet of Editio must not write result documents.'); };
  parentPort.on('message', async ({ call, path, documents, parameters }) => {
    try {
      const parsed = await Promise.all(documents.map((text) => saxon.getResource({ text, type: 'xml' })));
      const { principalResult } = saxon.transform({
        stylesheetInternal: load(path),
        initialTemplate: 'documents',
        destination: 'raw',
        resultForm: 'array',
        stylesheetParams: { ...parameters, documents: parsed },
        deliverResultDocument: () => ({ destination: 'raw', save: refuse }),
        deliverMessage: () => undefined,
      }, 'sync');
      const list = Array.isArray(principalResult) ? principalResult : [principalResult];
      parentPort.postMessage({ call, results: list.map((item) => ({ ...item })) });
    } catch (error) {
      parentPort.postMessage({ call, failure: String(error?.message ?? error) });
    }
  });
`;

/** The processor's thread, and the calls that wait for its answer. */
interface ProcessorThread {
  readonly worker: Worker;
  readonly waiting: Map<number, { resolve: (results: readonly unknown[]) => void; reject: (error: Error) => void }>;
}

let processor: ProcessorThread | undefined;
let calls = 0;

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

/** The path of a compiled stylesheet. */
function stylesheetPath(name: string): string {
  const path = join(stylesheetFolder(), `${name}.sef.json`);
  if (existsSync(path)) return path;
  throw new Error(`The compiled stylesheet ${path} is missing: run "npm run build:stylesheets".`);
}

/**
 * Starts the processor's thread, so that it loads while other work is done; one that runs already is left alone. An
 * idle thread does not keep the process alive.
 */
export function startProcessor(): ProcessorThread {
  if (processor !== undefined) return processor;
  const library = createRequire(import.meta.url).resolve('saxon-js');
  const worker = new Worker(program, { eval: true, workerData: { library } });
  const thread: ProcessorThread = { worker, waiting: new Map() };
  worker.on('message', (answer: Answer) => {
    settle(thread, answer);
  });
  worker.on('error', (error) => {
    // A thread that died, of memory or of a fault, takes its calls with it; the next call starts another.
    processor = undefined;
    for (const { reject } of thread.waiting.values()) reject(error instanceof Error ? error : new Error(String(error)));
    thread.waiting.clear();
  });
  worker.unref();
  processor = thread;
  return thread;
}

function settle({ worker, waiting }: ProcessorThread, answer: Answer): void {
  const call = waiting.get(answer.call);
  waiting.delete(answer.call);
  if (waiting.size === 0) worker.unref();
  if ('failure' in answer) call?.reject(new Error(answer.failure));
  else call?.resolve(answer.results);
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
  const path = stylesheetPath(name);
  const thread = startProcessor();
  const call = calls++;
  const results = await new Promise<readonly unknown[]>((resolve, reject) => {
    thread.waiting.set(call, { resolve, reject });
    thread.worker.ref();
    thread.worker.postMessage({ call, path, documents, parameters });
  });
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
