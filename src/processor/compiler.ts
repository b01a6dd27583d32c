import { sealExecutable } from './executable.js';
import { runTask } from './thread.js';

/** A stylesheet in the processor's executable form (JSON), or the first static error. */
export type Compilation =
  | { readonly executable: string }
  | {
      readonly fault: {
        readonly message: string;
        /** The line of the stylesheet, from 1; 0 where the compiler does not say. */
        readonly line: number;
      };
    };

/**
 * Compiles a stylesheet. It reads no other file: imports fail.
 *
 * @param source XSLT 3.0, as text.
 * @param timeLimit milliseconds.
 * @throws TimeLimitError when the time is over.
 */
export async function compileStylesheet(source: string, timeLimit: number): Promise<Compilation> {
  const [result] = await runTask({ kind: 'compile', source }, timeLimit);
  if (typeof result === 'object' && result !== null) {
    if ('executable' in result && typeof result.executable === 'string')
      return { executable: sealExecutable(result.executable) };
    if ('fault' in result) return { fault: readFault(String(result.fault)) };
  }
  throw new Error('The compiler gave neither an executable nor a fault.');
}

function readFault(message: string): { readonly message: string; readonly line: number } {
  // The error's own line is one of the compiler, which is a stylesheet itself.
  const line = /\bon line (\d+) (?:in|of) /.exec(message)?.[1];
  return { message, line: line === undefined ? 0 : Number(line) };
}
