import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
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

const threads: ProcessorThread[] = [];
let calls = 0;

/** How many threads the processor may have: each takes about 200 MB, and one core belongs to the rest of Editio. */
export const mostThreads = Math.max(1, Math.min(availableParallelism() - 1, 6));

/** Calls that wait in a thread before another thread is started, which takes a second to load and to grow warm. */
const WORTH_A_THREAD = 2;

/**
 * Starts the processor's thread, so that it loads while other work is done; one that runs already is left alone. An
 * idle thread does not keep the process alive.
 */
export function startProcessor(): void {
  if (threads.length === 0) startThread();
}

/** The thread that has least to do; a new one where all have enough. */
function freeThread(): ProcessorThread {
  const [first, ...others] = threads;
  if (first === undefined) return startThread();
  const free = others.reduce((best, each) => (each.waiting.size < best.waiting.size ? each : best), first);
  return free.waiting.size >= WORTH_A_THREAD && threads.length < mostThreads ? startThread() : free;
}

function startThread(): ProcessorThread {
  const library = createRequire(import.meta.url).resolve('saxon-js');
  const worker = new Worker(threadProgram, { eval: true, workerData: { library } });
  const thread: ProcessorThread = { worker, waiting: new Map() };
  worker.on('message', (answer: Answer) => {
    receive(thread, answer);
  });
  worker.on('error', (error) => {
    // A thread that died, of memory or of a fault, takes its calls with it; the next call starts another.
    forget(thread);
    for (const call of thread.waiting.values()) {
      clearTimeout(call.timer);
      call.reject(error instanceof Error ? error : new Error(String(error)));
    }
    thread.waiting.clear();
  });
  worker.unref();
  threads.push(thread);
  return thread;
}

function forget(thread: ProcessorThread): void {
  const index = threads.indexOf(thread);
  if (index !== -1) threads.splice(index, 1);
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
  forget(thread);
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
  const thread = freeThread();
  thread.waiting.set(number, call);
  thread.worker.ref();
  thread.worker.postMessage({ call: number, task: call.task });
}

/**
 * Gives a task to a thread of the processor.
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
