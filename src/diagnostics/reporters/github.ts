import type { Severity } from '../catalogue.js';
import type { Diagnostic } from '../diagnostic.js';
import { regionsOf, type Regions } from '../regions.js';
import { visible } from '../visible.js';
import { reportPath } from './report-path.js';
import type { Reporter } from './reporter.js';

/** Annotations of one kind that GitHub shows for one step of a job. */
const SHOWN = 10;

const commands = { error: 'error', warning: 'warning', info: 'notice' } as const satisfies Record<Severity, string>;

/**
 * For GitHub Actions: a workflow command for each finding, which GitHub shows beside the line. Errors come first, since
 * GitHub shows ten of each kind; where there are more, a last line says that they are in the log alone.
 */
export const reportGithub: Reporter = ({ diagnostics, textOf }, options = {}) => {
  const regions = regionsOf(textOf);
  const lines: string[] = [];
  let hidden = 0;
  for (const severity of ['error', 'warning', 'info'] as const) {
    const found = diagnostics.filter((finding) => finding.severity === severity);
    lines.push(...found.map((finding) => annotation(finding, regions, options.root)));
    hidden += Math.max(0, found.length - SHOWN);
  }
  if (hidden > 0) lines.push(`GitHub shows ${SHOWN} findings of a kind; ${hidden} more are in this log alone.`);
  return lines.map((line) => `${line}\n`).join('');
};

function annotation(finding: Diagnostic, regions: Regions, root: string | undefined): string {
  const region = finding.file === undefined ? undefined : regions.regionOf(finding);
  const properties: [string, string | number | undefined][] = [
    ['file', finding.file === undefined ? undefined : reportPath(finding.file, root)],
    ['line', region?.line],
  ];
  // GitHub takes columns only where the end is in the same line.
  if (region !== undefined && (region.endLine ?? region.line) === region.line) {
    properties.push(['col', region.column], ['endColumn', region.endColumn]);
  } else {
    properties.push(['endLine', region?.endLine]);
  }
  properties.push(['title', finding.rule === undefined ? finding.code : `${finding.code} (${finding.rule})`]);
  const written = properties
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  const text = finding.help === undefined ? finding.message : `${finding.message} ${finding.help}`;
  return `::${commands[finding.severity]} ${written.join(',')}::${escapeData(text)}`;
}

/** The escaping that the runner undoes (workflow commands of GitHub Actions); what it does not know is made visible. */
function escapeData(text: string): string {
  return visible(text.replace(/%/gu, '%25'));
}

function escapeProperty(text: string): string {
  return escapeData(text).replace(/:/gu, '%3A').replace(/,/gu, '%2C');
}
