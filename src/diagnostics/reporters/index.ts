import type { ReportFormat } from './format.js';
import { reportGithub } from './github.js';
import { reportJson } from './json.js';
import { reportJunit } from './junit.js';
import { reportPretty } from './pretty.js';
import type { Reporter } from './reporter.js';
import { reportSarif } from './sarif.js';

/** The reporters, by the names of their formats. A new one is one file, one line here and its name in `format.ts`. */
export const reporters = {
  pretty: reportPretty,
  json: reportJson,
  sarif: reportSarif,
  junit: reportJunit,
  github: reportGithub,
} as const satisfies Record<ReportFormat, Reporter>;
