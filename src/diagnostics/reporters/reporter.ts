import type { Diagnostic } from '../diagnostic.js';
import type { RuleDocumentation } from '../documentation.js';

/** What a run found, for a reporter to put into words. */
export interface Findings {
  /** All files that were checked, with or without findings. */
  readonly files: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
  /** The decoded text of a file, for code frames; undefined where it is not at hand. */
  readonly textOf?: (file: string) => string | undefined;
  /** The names of the checks that were asked for, in their order; the codes of a check's findings begin with its name. */
  readonly checks?: readonly string[];
  /** Whether a check looked at a file; all did at all files without it. */
  readonly wasChecked?: (check: string, file: string) => boolean;
}

export interface ReporterOptions {
  /** Whether escape sequences for colours may be used; never unless asked for. */
  readonly colour?: boolean;
  /** Whether everything is told that is known, such as all names that would be lawful at a place. */
  readonly verbose?: boolean;
  /** Whether a last line sums up; it does unless this says no. */
  readonly totals?: boolean;
  /** The folder that paths in a report count from, absolute; without it they stay as they are. */
  readonly root?: string;
  /** The version of the tool, for formats that name it. */
  readonly version?: string;
  /** What the documentation says of codes, for formats that carry it. */
  readonly documentation?: ReadonlyMap<string, RuleDocumentation>;
}

/** Turns findings into one format's text. A reporter reads and writes nothing. */
export type Reporter = (findings: Findings, options?: ReporterOptions) => string;
