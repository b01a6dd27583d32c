import { reportJson } from './json.js';
import { reportPretty } from './pretty.js';
import type { Reporter } from './reporter.js';

/** The formats of `--format`, by name. A new one is one file and one line here. */
export const reporters = {
  pretty: reportPretty,
  json: reportJson,
} as const satisfies Record<string, Reporter>;

export type ReportFormat = keyof typeof reporters;
