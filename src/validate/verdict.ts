import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { FileReferences } from './references/file-references.js';

/** What the gate, the grammar and the rules say of one file, which depends on no other file; plain data. */
export interface Verdict {
  readonly findings: readonly Diagnostic[];
  /** Whether the grammar checked the file's ids. */
  readonly checksIds: boolean;
  /** The file's ids and pointers, without its text; none where the gate did not let it pass. */
  readonly references?: Omit<FileReferences, 'text'>;
}

/** Keeps verdicts from run to run. Whoever makes one knows what a verdict depends on beside the file. */
export interface VerdictStore {
  recall(file: { readonly path: string; readonly bytes: Uint8Array }): Verdict | undefined;
  keep(file: { readonly path: string; readonly bytes: Uint8Array }, verdict: Verdict): void;
}
