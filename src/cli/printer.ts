import type { Outcome } from '../commands/outcome.js';
import type { ReportFormat } from '../diagnostics/reporters/format.js';

/** What a user asked of the printing. */
export interface PrintOptions {
  readonly json?: boolean;
  readonly verbose?: boolean;
  readonly quiet?: boolean;
  readonly color?: boolean;
  readonly format?: ReportFormat;
  /** The outcome's summary is what was asked for, not a word about it. */
  readonly isResult?: boolean;
  /** A file for the report; people are told the findings beside it. */
  readonly output?: string;
}

/** Prints what a command did, and sets the exit code. Only `cli.ts` has one: it alone prints. */
export type Print = (outcome: Outcome, options: PrintOptions) => Promise<void>;
