import { vi } from 'vitest';

/** How many times the program was run: each run is a module of its own. */
let runs = 0;

/**
 * Runs the program as it stands in `src/cli.ts`, in this process: a process of its own for every command of the guide
 * would spend most of its time on loading.
 *
 * @param folder the working directory meanwhile
 * @returns the exit code, and what was printed to both streams in its order
 */
export async function runProgram(
  words: readonly string[],
  folder: string,
): Promise<{ readonly status: number; readonly printed: string }> {
  const { argv, stdout, stderr } = process;
  const before = { folder: process.cwd(), code: process.exitCode };
  const forget = [process, stdout, stderr].map(remembered);
  let printed = '';
  const keep = (text: string | Uint8Array): boolean => {
    printed += typeof text === 'string' ? text : Buffer.from(text).toString('utf8');
    return true;
  };
  process.chdir(folder);
  process.argv = ['node', 'editio', ...words];
  process.exitCode = 0;
  const streams = [stdout, stderr].map((stream) => vi.spyOn(stream, 'write').mockImplementation(keep));
  try {
    runs++;
    await import(/* @vite-ignore */ `../../src/cli.ts?run=${runs}`);
    return { status: process.exitCode, printed };
  } finally {
    for (const stream of streams) stream.mockRestore();
    process.argv = argv;
    process.exitCode = before.code;
    process.chdir(before.folder);
    for (const each of forget) each();
  }
}

/** What takes away the listeners that are added from now on: a program adds them once, and ends. */
function remembered(emitter: NodeJS.EventEmitter): () => void {
  const before = new Set(emitter.eventNames().flatMap((name) => emitter.rawListeners(name)));
  return () => {
    for (const name of emitter.eventNames()) {
      for (const each of emitter.rawListeners(name)) {
        if (!before.has(each)) emitter.off(name, each as (...given: unknown[]) => void);
      }
    }
  };
}
