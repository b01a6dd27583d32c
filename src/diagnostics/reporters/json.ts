import type { Diagnostic, Place } from '../diagnostic.js';
import { regionsOf, type Region, type Regions } from '../regions.js';
import { asciiJson } from './ascii-json.js';
import type { Findings, Reporter } from './reporter.js';

/** A finding as programs get it: as it is, with its place in lines and columns beside the offsets. */
export interface JsonFinding extends Diagnostic, Partial<Region> {
  readonly source?: Place & Partial<Region>;
}

/** The report as data, for a command that adds to it. */
export interface JsonReport {
  readonly files: readonly string[];
  readonly diagnostics: readonly JsonFinding[];
}

/** For programs: `{files, diagnostics}`, in ASCII. */
export const reportJson: Reporter = (findings) => asciiJson(jsonReport(findings));

export function jsonReport({ files, diagnostics, textOf }: Findings): JsonReport {
  const regions = regionsOf(textOf);
  return { files, diagnostics: diagnostics.map((finding) => jsonFinding(finding, regions)) };
}

/** The keys in a reader's order: what, where, why, what to do; then the rest. */
function jsonFinding(finding: Diagnostic, regions: Regions): JsonFinding {
  const { severity, code, rule, file, message, help, source, ...rest } = finding;
  return {
    severity,
    code,
    ...(rule === undefined ? {} : { rule }),
    ...(file === undefined ? {} : { file }),
    ...regions.regionOf(finding),
    message,
    ...(help === undefined ? {} : { help }),
    ...rest,
    ...(source === undefined ? {} : { source: { ...source, ...regions.regionOf(source) } }),
  };
}
