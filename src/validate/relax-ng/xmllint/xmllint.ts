import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import type { XMLLintOptions } from 'xmllint-wasm';

export interface XmllintTask {
  readonly schema: Uint8Array;
  /** UTF-8. */
  readonly files: readonly Uint8Array[];
  /** Milliseconds after which the work is broken off. */
  readonly timeLimit: number;
}

export type XmllintOutcome =
  /** The files were validated; the verdicts are in the output. */
  | { readonly kind: 'done'; readonly output: string }
  /** libxml2 gave up: it cannot use the schema, or the memory did not suffice. */
  | { readonly kind: 'failed'; readonly output: string }
  | { readonly kind: 'time-limit' };

/** The names that libxml2 sees: of its own alphabet, so that no path can be taken for an option or an address. */
export const SCHEMA_NAME = 'schema.rng';
export const fileName = (index: number): string => `${index}.xml`;

// 1 GiB in WebAssembly pages of 64 KiB; tei_all needs half of it.
const MAX_MEMORY_PAGES = 16_384;

// The library starts a thread that nobody outside can end; started inside this one, it ends with it.
const program = `
  const { parentPort, workerData } = require('node:worker_threads');
  require(workerData.library).validateXML(workerData.options).then(
    (result) => parentPort.postMessage({ kind: 'done', output: result.rawOutput }),
    (error) => parentPort.postMessage({ kind: 'failed', output: String(error.message) }),
  );
`;

/**
 * Validates files against a RELAX NG schema (XML syntax) with libxml2, in a thread of its own and in one call, since
 * each call compiles the schema anew. Nothing is fetched: libxml2 sees these bytes and no other file.
 */
export function runXmllint(task: XmllintTask): Promise<XmllintOutcome> {
  const options: XMLLintOptions = {
    xml: task.files.map((contents, index) => ({ fileName: fileName(index), contents })),
    schema: [{ fileName: SCHEMA_NAME, contents: task.schema }],
    extension: 'relaxng',
    maxMemoryPages: MAX_MEMORY_PAGES,
  };
  const library = createRequire(import.meta.url).resolve('xmllint-wasm');
  return new Promise((resolve, reject) => {
    const worker = new Worker(program, { eval: true, workerData: { library, options } });
    const end = (settle: () => void): void => {
      clearTimeout(timer);
      void worker.terminate().then(settle, settle);
    };
    const timer = setTimeout(() => {
      end(() => {
        resolve({ kind: 'time-limit' });
      });
    }, task.timeLimit);
    worker.once('message', (outcome: XmllintOutcome) => {
      end(() => {
        resolve(outcome);
      });
    });
    worker.once('error', (error) => {
      end(() => {
        reject(error);
      });
    });
  });
}
