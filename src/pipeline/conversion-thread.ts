/** The program of a thread that converts texts: see conversion-threads. It has the edition from the beginning. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Edition } from '../edition/edition.js';
import type { Register } from '../edition/register.js';
import type { ThreadAnswer, ThreadInput } from './conversion-threads.js';
import { conversionOf } from './conversions.js';

const { edition, register } = workerData as { readonly edition: Edition; readonly register: Register };

function answerTo(text: ThreadInput): ThreadAnswer {
  try {
    const { source, ...conversion } = conversionOf({ ...text, edition, register });
    return { conversion };
  } catch (error) {
    return { failure: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

parentPort?.on('message', (text: ThreadInput) => {
  parentPort?.postMessage(answerTo(text));
});
