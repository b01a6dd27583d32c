import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { fingerprintsOf } from '../diagnostics/fingerprint.js';
import type { Regions } from '../diagnostics/regions.js';
import { checkOf, type Check } from './checks.js';

/** A finding that a baseline knows. */
export interface KnownFinding {
  /** The file, from the folder of the baseline, with slashes. */
  readonly file: string;
  readonly code: string;
  readonly rule?: string;
  readonly fingerprint: string;
  /** What was said when the baseline was written, for its readers. */
  readonly message: string;
}

/** What a run looked at, and what it found. */
export interface CheckedRun {
  readonly diagnostics: readonly Diagnostic[];
  readonly regions: Regions;
  readonly files: readonly string[];
  readonly checks: ReadonlySet<Check>;
  /** A file's path from the folder of the baseline, with slashes. */
  readonly nameOf: (file: string) => string;
  /** Whether a file of the baseline, by that name, is there no more. */
  readonly isGone: (name: string) => boolean;
}

export interface Comparison {
  /** Findings that the baseline does not know, and those that none may know; in their order. */
  readonly fresh: readonly Diagnostic[];
  /** How many findings it knows. */
  readonly known: number;
  /** What it knows and the run would have found again, but did not. */
  readonly fixed: readonly KnownFinding[];
  /** The baseline that this run would write: what it found, and what it did not look at. */
  readonly updated: readonly KnownFinding[];
}

const FORMAT = 'editio-baseline';
const VERSION = 1;

/** Codes that say that a check was not done: to know them would be to leave it out for ever. */
const undone = /\/(?:unreadable|schema-[a-z-]+|phase-unknown|time-limit)$/u;

/**
 * Whether a baseline may hold a finding: remarks are not its business, and what was not
 * checked is not known: an error of the gate keeps all other checks from the file.
 */
export function canBeKnown({ severity, code }: Diagnostic): boolean {
  return severity !== 'info' && !undone.test(code) && !(severity === 'error' && checkOf(code) === 'gate');
}

/** Compares a run with a baseline, finding by finding. */
export function compareWithBaseline(baseline: readonly KnownFinding[], run: CheckedRun): Comparison {
  const fingerprints = fingerprintsOf(run.diagnostics, run.regions, run.nameOf);
  const waiting = new Map(baseline.map((finding) => [finding.fingerprint, finding]));
  const fresh: Diagnostic[] = [];
  const updated: KnownFinding[] = [];
  let known = 0;
  run.diagnostics.forEach((finding, index) => {
    const fingerprint = fingerprints[index] ?? '';
    if (!canBeKnown(finding)) {
      fresh.push(finding);
      // A baseline of old may have it: it is not fixed, but leaves the baseline.
      waiting.delete(fingerprint);
      return;
    }
    updated.push(knownFinding(finding, fingerprint, run.nameOf));
    if (waiting.delete(fingerprint)) known++;
    else fresh.push(finding);
  });
  const isFixed = looksFixed(run);
  const fixed = [...waiting.values()].filter(isFixed);
  const unseen = [...waiting.values()].filter((finding) => !isFixed(finding));
  return { fresh, known, fixed: fixed.sort(byPlace), updated: [...updated, ...unseen].sort(byPlace) };
}

/**
 * Tells of a finding that did not come again whether it was mended. It was not where the file was not looked at, where
 * its check was left out or could not be done, or where the gate refused the file before the other checks.
 */
function looksFixed(run: CheckedRun): (finding: KnownFinding) => boolean {
  const files = new Set(run.files.map(run.nameOf));
  const refused = new Set<string>();
  for (const { severity, code, file } of run.diagnostics) {
    if (severity !== 'error' || file === undefined) continue;
    if (checkOf(code) === 'gate' || undone.test(code)) refused.add(run.nameOf(file));
  }
  const someUndone = run.diagnostics.some(({ code, severity }) => severity === 'error' && undone.test(code));
  return ({ file, code }) => {
    if (run.isGone(file)) return true;
    const check = checkOf(code);
    if (!files.has(file) || (check !== undefined && !run.checks.has(check))) return false;
    return check === 'gate' || (!someUndone && !refused.has(file));
  };
}

function knownFinding(finding: Diagnostic, fingerprint: string, nameOf: (file: string) => string): KnownFinding {
  const { file, code, rule, message } = finding;
  return {
    file: file === undefined ? '' : nameOf(file),
    code,
    ...(rule === undefined ? {} : { rule }),
    fingerprint,
    message,
  };
}

function byPlace(a: KnownFinding, b: KnownFinding): number {
  const keys = ({ file, code, rule, fingerprint }: KnownFinding): string[] => [file, code, rule ?? '', fingerprint];
  const [left, right] = [keys(a), keys(b)];
  const at = left.findIndex((key, index) => key !== right[index]);
  if (at === -1) return 0;
  return (left[at] ?? '') < (right[at] ?? '') ? -1 : 1;
}

/** A baseline as its file has it: a finding a line, sorted, so that a change of the file can be read. */
export function writeBaseline(findings: readonly KnownFinding[]): string {
  const lines = findings.map((finding) => `    ${JSON.stringify(finding)}`);
  const list = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`;
  return `{\n  "format": "${FORMAT}",\n  "version": ${VERSION},\n  "findings": ${list}\n}\n`;
}

/** Reads the file of a baseline; where it is none, why. */
export function readBaseline(text: string): readonly KnownFinding[] | { readonly fault: string } {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return { fault: 'it is not JSON' };
  }
  if (!isRecord(content) || content['format'] !== FORMAT) return { fault: `its "format" is not "${FORMAT}"` };
  if (content['version'] !== VERSION) return { fault: `its version is ${String(content['version'])}, not ${VERSION}` };
  const findings = content['findings'];
  if (!Array.isArray(findings)) return { fault: 'it has no list "findings"' };
  const read: KnownFinding[] = [];
  for (const [index, entry] of (findings as readonly unknown[]).entries()) {
    if (!isKnownFinding(entry)) return { fault: `the entry ${index + 1} of "findings" is no finding` };
    read.push(entry);
  }
  return read;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isKnownFinding(entry: unknown): entry is KnownFinding {
  if (!isRecord(entry)) return false;
  const required = ['file', 'code', 'fingerprint', 'message'];
  return (
    required.every((key) => typeof entry[key] === 'string') &&
    (entry['rule'] === undefined || typeof entry['rule'] === 'string')
  );
}
