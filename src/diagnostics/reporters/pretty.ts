import type { Severity } from '../catalogue.js';
import type { Diagnostic, Place } from '../diagnostic.js';
import { codeFrame } from '../frame.js';
import { indexLines, type LineIndex } from '../line-index.js';
import { visible } from '../visible.js';
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
  const indexes = new Map<string, LineIndex>();
  const indexOf = (file: string, text: string): LineIndex => {
    const index = indexes.get(file) ?? indexLines(text);
    indexes.set(file, index);
    return index;
  };
  const frame = (place: Partial<Place>): string[] => {
    const text = place.file === undefined ? undefined : textOf?.(place.file);
    if (text === undefined || place.file === undefined) return [];
    return codeFrame(text, place, indexOf(place.file, text)).map((line) => paint(`    ${line}`, 'dim'));
  };
  const lines: string[] = [];
  for (const finding of diagnostics) {
    const place = finding.file === undefined ? '' : `${placeName(finding, textOf)} `;
    lines.push(`${place}${paint(finding.severity, finding.severity)} ${finding.code}`);
    lines.push(`  ${visible(finding.message)}`, ...frame(finding));
    if (finding.source !== undefined) {
      lines.push(`  from ${placeName(finding.source, textOf)}`, ...frame(finding.source));
    }
    if (finding.help !== undefined) lines.push(`  help: ${visible(finding.help)}`);
    lines.push('');
  }
  return `${[...lines, summary(files.length, diagnostics)].join('\n')}\n`;
};

/** `file:line:column`, as editors and terminals understand it. */
function placeName(place: Partial<Place>, textOf: ((file: string) => string | undefined) | undefined): string {
  const file = place.file ?? '';
  const text = place.position === undefined && place.span !== undefined ? textOf?.(file) : undefined;
  const position =
    place.position ?? (text === undefined ? undefined : indexLines(text).positionOf(place.span?.start ?? 0));
  return visible(position === undefined ? file : `${file}:${position.line}:${position.column}`);
}

function summary(files: number, diagnostics: readonly Diagnostic[]): string {
  const count = (severity: Severity): number => diagnostics.filter((finding) => finding.severity === severity).length;
  const counted = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;
  const found = [
    counted(count('error'), 'error', 'errors'),
    counted(count('warning'), 'warning', 'warnings'),
    ...(count('info') > 0 ? [counted(count('info'), 'note', 'notes')] : []),
  ];
  return `${counted(files, 'file', 'files')} checked: ${found.join(', ')}.`;
}
