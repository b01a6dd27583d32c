import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Conversion, ConvertInput } from '../convert.js';
import type { OpenEdition } from './open-edition.js';

/** What a thread gets of a text: all but what it has from the beginning. */
export type ThreadInput = Omit<ConvertInput, 'edition' | 'register'>;

/** What a thread answers. */
export type ThreadAnswer = { readonly conversion: Omit<Conversion, 'source'> } | { readonly failure: string };

/** Threads that convert texts of one edition. */
export interface Converters {
  /**
   * Converts texts, each in the thread that is free first.
   *
   * @param add told of each conversion, by the index of its text.
   * @throws Error where a conversion failed: a fault of ours.
   */
  convertAll(texts: readonly ConvertInput[], add: (index: number, conversion: Conversion) => void): Promise<void>;
  close(): Promise<void>;
}

/** Characters of text that are worth a thread: it has to load the converter and to grow warm. */
const WORTH_A_THREAD = 400_000;
/** More threads than this cost more memory than they save time. */
const MOST_THREADS = 8;

/**
 * How many threads a conversion is worth: by the characters of the texts, and by the processors that the computer has
 * beside the two that are busy with the main thread and with the stylesheets. Often none.
 */
export function threadsFor(characters: number, processors = availableParallelism()): number {
  return Math.max(0, Math.min(Math.floor(characters / WORTH_A_THREAD), processors - 2, MOST_THREADS));
}

/** The program of a thread; the sources have none that a thread could run, so that tests of them convert in place. */
const program = fileURLToPath(new URL('./conversion-thread.js', import.meta.url));

/** Starts threads for conversions; undefined for none. @param count by {@link threadsFor}. */
export function startConverters(count: number, { folder, register }: OpenEdition): Converters | undefined {
  if (count < 1 || !existsSync(program)) return undefined;
  const workerData = { edition: folder.edition, register };
  const workers = Array.from({ length: count }, () => startWorker(workerData));
  return {
    convertAll: async (texts, add) => {
      let next = 0;
      const work = async (worker: ConversionWorker): Promise<void> => {
        for (let index = next++; index < texts.length; index = next++) {
          const text = texts[index];
          if (text !== undefined) add(index, { ...(await convertIn(worker, text)), source: text.source });
        }
      };
      await Promise.all(workers.map(work));
    },
    close: async () => {
      await Promise.all(workers.map(async ({ thread }) => thread.terminate()));
    },
  };
}

/** A thread, and who waits for it. */
interface ConversionWorker {
  readonly thread: Worker;
  fail: (error: Error) => void;
}

function startWorker(workerData: object): ConversionWorker {
  const worker: ConversionWorker = { thread: new Worker(program, { workerData }), fail: () => undefined };
  worker.thread.on('error', (error) => {
    worker.fail(error instanceof Error ? error : new Error(String(error)));
  });
  worker.thread.on('exit', (code) => {
    worker.fail(new Error(`A thread that converts texts ended with ${code}.`));
  });
  return worker;
}

async function convertIn(
  worker: ConversionWorker,
  { edition, register, ...input }: ConvertInput,
): Promise<Omit<Conversion, 'source'>> {
  const answer = await new Promise<ThreadAnswer>((resolve, reject) => {
    worker.fail = reject;
    worker.thread.once('message', resolve);
    worker.thread.postMessage(input satisfies ThreadInput);
  });
  if ('failure' in answer) throw new Error(answer.failure);
  return answer.conversion;
}
