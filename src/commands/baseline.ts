import { existsSync, readFileSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { regionsOf } from '../diagnostics/regions.js';
import { visible } from '../diagnostics/visible.js';
import { diskFileSystem } from '../storage/file-system.js';
import { writeNamedFile } from '../storage/named-file.js';
import {
  canBeKnown,
  compareWithBaseline,
  readBaseline,
  writeBaseline,
  type Comparison,
  type KnownFinding,
} from '../validate/baseline.js';
import type { Check } from '../validate/checks.js';
import { UsageError } from './usage-error.js';

/** Fixed findings that are named one by one; more are counted. */
const NAMED = 20;

export interface BaselineOptions {
  readonly path: string;
  /** Whether the file is to be written anew from what was found. */
  readonly update?: boolean;
}

/** What the baseline made of a run's findings. */
export interface BaselineResult {
  /** The findings that still count. */
  readonly diagnostics: readonly Diagnostic[];
  readonly summary: readonly string[];
  readonly known: number;
  readonly fixed: readonly KnownFinding[];
  /** True where the file could not be written; a finding says why. */
  readonly failed: boolean;
}

/** What a run found and what it looked at. */
export interface Run {
  readonly diagnostics: readonly Diagnostic[];
  readonly textOf: (file: string) => string | undefined;
  readonly files: readonly string[];
  readonly checks: ReadonlySet<Check>;
}

/**
 * Takes the findings that a baseline knows out of a run, or writes the baseline from the run.
 *
 * @throws UsageError where the file is no baseline, or is missing and not to be written.
 */
export function applyBaseline({ path, update = false }: BaselineOptions, run: Run): BaselineResult {
  const folder = dirname(resolve(path));
  const comparison = compareWithBaseline(knownFindings(path, update), {
    ...run,
    regions: regionsOf(run.textOf),
    nameOf: (file) => relative(folder, resolve(file)).split(sep).join('/'),
    isGone: (name) => name !== '' && !existsSync(resolve(folder, name)),
  });
  const { known, fixed, fresh } = comparison;
  if (!update) {
    return { diagnostics: fresh, summary: told(path, comparison), known, fixed, failed: false };
  }
  const written = writeNamedFile(diskFileSystem, path, writeBaseline(comparison.updated));
  const failed = written.kind === 'failed';
  const left = failed ? [...fresh, written.finding] : fresh.filter((finding) => !canBeKnown(finding));
  const added = fresh.filter(canBeKnown).length;
  const summary = failed
    ? []
    : [
        `${path}: ${counted(comparison.updated.length)} known, ${added} of them new; ${fixed.length} fixed and taken out.`,
      ];
  return { diagnostics: left, summary, known, fixed, failed };
}

function knownFindings(path: string, update: boolean): readonly KnownFinding[] {
  if (!existsSync(path)) {
    if (update) return [];
    throw new UsageError(`There is no baseline ${path}. Write it with --update-baseline.`);
  }
  const read = readBaseline(readFileSync(path, 'utf8'));
  if ('fault' in read) throw new UsageError(`${path} is no baseline that can be read: ${read.fault}.`);
  return read;
}

function told(path: string, { known, fixed }: Comparison): string[] {
  const lines = [`${path}: ${counted(known)} known and not shown.`];
  if (fixed.length === 0) return lines;
  lines.push(`${counted(fixed.length)} of ${path} fixed; --update-baseline takes them out:`);
  for (const { file, code, message } of fixed.slice(0, NAMED))
    lines.push(`  fixed: ${visible(`${file} ${code} ${message}`)}`);
  if (fixed.length > NAMED) lines.push(`  and ${fixed.length - NAMED} more`);
  return lines;
}

function counted(count: number): string {
  return `${count} ${count === 1 ? 'finding' : 'findings'}`;
}
