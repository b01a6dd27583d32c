import type { Severity } from './catalogue.js';
import type { Diagnostic } from './diagnostic.js';

/** How many findings there are of each severity, in words: `1 error, 2 warnings`; remarks only where there are some. */
export function totals(diagnostics: readonly Diagnostic[]): string {
  const count = (severity: Severity): number => diagnostics.filter((finding) => finding.severity === severity).length;
  const infos = count('info');
  return [
    counted(count('error'), 'error'),
    counted(count('warning'), 'warning'),
    ...(infos > 0 ? [counted(infos, 'note')] : []),
  ].join(', ');
}

/** A number with its noun: `1 file`, `2 files`. */
export function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
