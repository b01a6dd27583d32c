import type { Diagnostic, Report } from '../diagnostics/diagnostic.js';
import { checks, type Check } from './checks.js';
import type { DocumentCheck } from './document-check.js';
import { decodeXml } from './gate/encoding.js';
import { passGate, type GateLimits } from './gate/gate.js';
import { ReferencesCheck } from './references/references-check.js';
import { RelaxNgCheck, type Engine } from './relax-ng/relax-ng-check.js';
import { SchematronCheck } from './schematron/schematron-check.js';
import type { Verdict, VerdictStore } from './verdict.js';

export interface FileToValidate {
  /** The path as the user wrote it; relative schema addresses are resolved from its folder. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface ValidateOptions {
  /** The checks to do; all without it. The gate is always done: nothing may be read before it. */
  readonly checks?: ReadonlySet<Check>;
  /** Path of a RELAX NG schema for all files, whatever they say themselves. */
  readonly schema?: string;
  /** Paths of Schematron schemas for all files, whatever they say themselves. */
  readonly schematron?: readonly string[];
  /** A phase of the Schematron schemas; their default phase without it. */
  readonly phase?: string;
  /** Who decides about the structure: our own engine (the default), libxml2, or ours with libxml2's second opinion. */
  readonly engine?: Engine;
  /** Root of the edition: its files are validated against the edition's grammar, and its ids are one whole. */
  readonly editionFolder?: string;
  /** Milliseconds that each tool beside our own has for one call: libxml2 for some files, the XSLT processor for some. */
  readonly timeLimit?: number;
  readonly limits?: GateLimits;
  /** Whether a document type declaration without declarations of its own is let pass; it is never read. */
  readonly allowDoctype?: boolean;
  /** Tell of all that is possible at a place, not only of what is likely to be meant. */
  readonly verbose?: boolean;
  /** Told after each file how many of how many have been read. */
  readonly progress?: (done: number, total: number) => void;
  /** What was found before in files that have not changed since. */
  readonly verdicts?: VerdictStore;
  /** Told of each file that a check has something to check by. */
  readonly checked?: (check: Check, path: string) => void;
}

const TIME_LIMIT = 60_000;

/**
 * Checks XML files: the gate, the RELAX NG grammar and the pointers in one reading of each file, the Schematron rules
 * after it. Nothing is ever fetched; where no schema applies, a finding of severity `info` says so.
 *
 * @returns what is wrong with the schemas, then the findings in the order of the files, by check and place.
 */
export async function validateFiles(
  files: readonly FileToValidate[],
  options: ValidateOptions = {},
): Promise<Diagnostic[]> {
  const known = new Map<string, Verdict>();
  const { list, relaxNg, references } = checksFor(options, (path) => known.get(path)?.checksIds === true);
  const findings = new Map<string, Diagnostic[]>(files.map(({ path }) => [path, []]));
  const general: Diagnostic[] = [];
  const report = (finding: Diagnostic): void => {
    (findings.get(finding.file ?? '') ?? general).push(finding);
  };
  for (const [index, file] of files.entries()) {
    const verdict = options.verdicts?.recall(file);
    if (verdict === undefined) readFile(file, list, options, report);
    else {
      known.set(file.path, verdict);
      verdict.findings.forEach(report);
      if (verdict.references !== undefined) references.add({ ...verdict.references, text: textOf(file) });
    }
    options.progress?.(index + 1, files.length);
  }
  const byFile = list.filter((check) => check !== references);
  const endings = byFile.map(async (check) => (await check.finish?.()) ?? []);
  for (const found of await Promise.all(endings)) found.forEach(report);
  // A schema that could not be read leaves files without a verdict.
  for (const file of general.length === 0 ? files : []) {
    if (known.has(file.path)) continue;
    const own = references.of(file.path);
    options.verdicts?.keep(file, {
      findings: findings.get(file.path) ?? [],
      checksIds: relaxNg.checksIds(file.path),
      ...(own === undefined ? {} : { references: own }),
    });
  }
  // What the pointers say depends on other files as well.
  if (list.includes(references)) (await references.finish()).forEach(report);
  return [...general, ...[...findings.values()].flat()];
}

/** Leads a file through the gate, with all checks as listeners. */
function readFile(
  { path, bytes }: FileToValidate,
  list: readonly DocumentCheck[],
  options: ValidateOptions,
  report: Report,
): void {
  const { passed, diagnostics } = passGate(path, bytes, {
    ...(options.limits === undefined ? {} : { limits: options.limits }),
    ...(options.allowDoctype === undefined ? {} : { allowDoctype: options.allowDoctype }),
    listen: (file) => list.flatMap((check) => check.begin?.(file) ?? []),
  });
  diagnostics.forEach(report);
  options.checked?.('gate', path);
  if (passed === undefined) return;
  for (const check of list) {
    check.passed(passed).forEach(report);
    if (check.applies?.() !== false) options.checked?.(check.name, path);
  }
}

/** The text of a file that the gate let pass in an earlier run. */
function textOf({ bytes }: FileToValidate): string {
  const decoding = decodeXml(bytes);
  return 'fault' in decoding ? '' : decoding.decoded.text;
}

/** The checks of a run, in the order in which their findings are told. */
function checksFor(
  options: ValidateOptions,
  idsAreKnown: (path: string) => boolean,
): { readonly list: readonly DocumentCheck[]; readonly relaxNg: RelaxNgCheck; readonly references: ReferencesCheck } {
  const { checks: wanted = new Set(checks), schema, editionFolder, engine = 'editio', verbose = false } = options;
  const edition = editionFolder === undefined ? {} : { editionFolder };
  const timeLimit = options.timeLimit ?? TIME_LIMIT;
  const relaxNg = new RelaxNgCheck({
    engine,
    timeLimit,
    verbose,
    hasSchematron: options.schematron !== undefined || !wanted.has('schematron'),
    ...edition,
    ...(schema === undefined ? {} : { schema }),
  });
  const references = new ReferencesCheck({
    ...edition,
    ids: (path) => !relaxNg.checksIds(path) && !idsAreKnown(path),
  });
  const list: DocumentCheck[] = [relaxNg, new SchematronCheck({ ...options, timeLimit }), references];
  return { list: list.filter(({ name }) => wanted.has(name)), relaxNg, references };
}
