import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { threadProgram } from './thread-program.js';

/** A document for the processor. `address` is its base URI, which nothing is read from. */
export interface ProcessorDocument {
  readonly text: string;
  readonly address: string;
}

/** What the thread can be asked for. */
export type Task =
  | {
      readonly kind: 'transform';
      /** Path of a compiled stylesheet of ours. */
      readonly path: string;
      readonly documents: readonly string[];
      readonly parameters: Readonly<Record<string, string | number | boolean>>;
    }
  | { readonly kind: 'compile'; readonly source: string }
  | { readonly kind: 'check'; readonly executable: string; readonly documents: readonly ProcessorDocument[] };

/** A task took longer than it was allowed; nothing is known of its results. */
export class TimeLimitError extends Error {
  override readonly name = 'TimeLimitError';
}

/** What the thread answers: that it has begun, the results of one call, or why there are none. */
type Answer =
  | { readonly call: number; readonly begun: true }
  | { readonly call: number; readonly results: readonly unknown[] }
  | { readonly call: number; readonly failure: string };

interface Call {
  readonly task: Task;
  /** Milliseconds from the beginning of the work; undefined for as long as it takes. */
  readonly timeLimit: number | undefined;
  readonly resolve: (results: readonly unknown[]) => void;
  readonly reject: (error: Error) => void;
  timer?: NodeJS.Timeout;
}

/** The processor's thread, and the calls that wait for its answer, in their order. */
interface ProcessorThread {
  readonly worker: Worker;
  readonly waiting: Map<number, Call>;
}

let processor: ProcessorThread | undefined;
let calls = 0;

/**
 * Starts the processor's thread, so that it loads while other work is done; one that runs already is left alone. An
 * idle thread does not keep the process alive.
 */
export function startProcessor(): void {
  runningProcessor();
}

function runningProcessor(): ProcessorThread {
  if (processor !== undefined) return processor;
  const library = createRequire(import.meta.url).resolve('saxon-js');
  const worker = new Worker(threadProgram, { eval: true, workerData: { library } });
  const thread: ProcessorThread = { worker, waiting: new Map() };
  worker.on('message', (answer: Answer) => {
    receive(thread, answer);
  });
  worker.on('error', (error) => {
    // A thread that died, of memory or of a fault, takes its calls with it; the next call starts another.
    if (processor === thread) processor = undefined;
    for (const call of thread.waiting.values()) {
      clearTimeout(call.timer);
      call.reject(error instanceof Error ? error : new Error(String(error)));
    }
    thread.waiting.clear();
  });
  worker.unref();
  processor = thread;
  return thread;
}

function receive(thread: ProcessorThread, answer: Answer): void {
  const call = thread.waiting.get(answer.call);
  if (call === undefined) return;
  if ('begun' in answer) {
    const { timeLimit } = call;
    if (timeLimit !== undefined) {
      call.timer = setTimeout(() => {
        breakOff(thread, answer.call, timeLimit);
      }, timeLimit);
    }
    return;
  }
  clearTimeout(call.timer);
  thread.waiting.delete(answer.call);
  if (thread.waiting.size === 0) thread.worker.unref();
  if ('failure' in answer) call.reject(new Error(answer.failure));
  else call.resolve(answer.results);
}

/** A synchronous task ends only with its thread; those that wait behind it go to a new one. */
function breakOff(thread: ProcessorThread, number: number, timeLimit: number): void {
  const call = thread.waiting.get(number);
  thread.waiting.delete(number);
  if (processor === thread) processor = undefined;
  void thread.worker.terminate();
  const left = [...thread.waiting];
  thread.waiting.clear();
  for (const [each, other] of left) {
    clearTimeout(other.timer);
    post(each, other);
  }
  call?.reject(new TimeLimitError(`The processor was stopped after ${timeLimit} ms.`));
}

function post(number: number, call: Call): void {
  const thread = runningProcessor();
  thread.waiting.set(number, call);
  thread.worker.ref();
  thread.worker.postMessage({ call: number, task: call.task });
}

/**
 * Gives a task to the processor's thread.
 *
 * @param timeLimit milliseconds, counted from the moment the thread begins with it.
 * @returns what the task's program in the thread returns, one item a document or result.
 * @throws TimeLimitError when the time is over; Error where the task failed as a whole.
 */
export function runTask(task: Task, timeLimit?: number): Promise<readonly unknown[]> {
  return new Promise((resolve, reject) => {
    post(calls++, { task, timeLimit, resolve, reject });
  });
}
