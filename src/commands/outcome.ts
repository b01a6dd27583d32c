import type { Diagnostic } from '../diagnostics/diagnostic.js';

/** How a command ends: 0 done, 1 findings, 2 usage or configuration, 3 a conflict with hand edits, 4 locked or the environment failed. */
export type ExitCode = 0 | 1 | 2 | 3 | 4;

/** What a command did. The command line prints it; nothing below prints. */
export interface Outcome {
  readonly exitCode: ExitCode;
  readonly diagnostics: readonly Diagnostic[];
  /** Files that were looked at, for the report. */
  readonly files: readonly string[];
  /** What was done, a line each, for standard output. */
  readonly summary: readonly string[];
  /** The decoded text of a file, for code frames. */
  readonly textOf?: (file: string) => string | undefined;
  /** The names of the checks that were asked for, where the command does checks. */
  readonly checks?: readonly string[];
  /** Whether a check looked at a file: it needs a file that can be read, and a schema. */
  readonly wasChecked?: (check: string, file: string) => boolean;
  /** What `--json` prints, where the command reports more than findings. */
  readonly data?: unknown;
}

/** Prefixes of codes that are faults of configuration, not of a document. */
const configuration = ['edition/', 'register/', 'init/'];

/** The exit code that findings ask for, where nothing worse happened. */
export function exitCodeOf(diagnostics: readonly Diagnostic[]): 0 | 1 | 2 {
  const errors = diagnostics.filter((finding) => finding.severity === 'error');
  if (errors.length === 0) return 0;
  return errors.some((finding) => configuration.some((prefix) => finding.code.startsWith(prefix))) ? 2 : 1;
}
