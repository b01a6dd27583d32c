import type { Severity } from '../catalogue.js';
import type { Place } from '../diagnostic.js';
import { codeFrame } from '../frame.js';
import { regionsOf, type Regions } from '../regions.js';
import { counted, totals } from '../totals.js';
import { inertLine, visible } from '../visible.js';
import type { Reporter } from './reporter.js';

const colours: Readonly<Record<Severity | 'dim', string>> = {
  error: '\u001B[31m',
  warning: '\u001B[33m',
  info: '\u001B[36m',
  dim: '\u001B[2m',
};
const RESET = '\u001B[0m';

/** For people: place, severity, code and message, the place underlined, the seed's place, what to do; a sum at the end. */
export const reportPretty: Reporter = ({ files, diagnostics, textOf }, options = {}) => {
  const paint = (text: string, colour: Severity | 'dim'): string =>
    options.colour === true ? `${colours[colour]}${text}${RESET}` : text;
  const regions = regionsOf(textOf);
  const frame = (place: Partial<Place>): string[] => {
    const text = place.file === undefined ? undefined : regions.textOf(place.file);
    if (text === undefined || place.file === undefined) return [];
    return codeFrame(text, place, regions.linesOf(place.file)).map((line) => paint(`    ${line}`, 'dim'));
  };
  const lines: string[] = [];
  for (const finding of diagnostics) {
    const place = finding.file === undefined ? '' : `${placeName(finding, regions)} `;
    const rule = finding.rule === undefined ? '' : ` (${visible(finding.rule)})`;
    lines.push(`${place}${paint(finding.severity, finding.severity)} ${finding.code}${rule}`);
    lines.push(`  ${visible(finding.message)}`, ...frame(finding));
    if (finding.source !== undefined) {
      lines.push(`  from ${placeName(finding.source, regions)}`, ...frame(finding.source));
    }
    if (options.verbose === true && finding.expected !== undefined && finding.expected.length > 0) {
      lines.push(`  expected: ${visible(finding.expected.join(', '))}`);
    }
    if (finding.help !== undefined) lines.push(`  help: ${visible(finding.help)}`);
    lines.push('');
  }
  if (options.totals !== false) lines.push(`${counted(files.length, 'file')} checked: ${totals(diagnostics)}.`);
  return lines.map((line) => `${inertLine(line)}\n`).join('');
};

/** `file:line:column`, as editors and terminals understand it. */
function placeName(place: Partial<Place>, regions: Regions): string {
  const region = regions.regionOf(place);
  const file = place.file ?? '';
  return visible(region === undefined ? file : `${file}:${region.line}:${region.column}`);
}
