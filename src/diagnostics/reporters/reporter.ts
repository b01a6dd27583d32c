import type { Diagnostic } from '../diagnostic.js';

/** What a run found, for a reporter to put into words. */
export interface Findings {
  /** All files that were checked, with or without findings. */
  readonly files: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
  /** The decoded text of a file, for code frames; undefined where it is not at hand. */
  readonly textOf?: (file: string) => string | undefined;
}

export interface ReporterOptions {
  /** Whether escape sequences for colours may be used; never unless asked for. */
  readonly colour?: boolean;
}

/** Turns findings into one format's text. A reporter reads and writes nothing. */
export type Reporter = (findings: Findings, options?: ReporterOptions) => string;
