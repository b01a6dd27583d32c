import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { checks, type Check } from './checks.js';
import type { DocumentCheck } from './document-check.js';
import { passGate, type GateLimits } from './gate/gate.js';
import { ReferencesCheck } from './references/references-check.js';
import { RelaxNgCheck, type Engine } from './relax-ng/relax-ng-check.js';
import { SchematronCheck } from './schematron/schematron-check.js';

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
  /** Milliseconds that each tool beside our own has: libxml2 for a schema, the XSLT processor for all rules. */
  readonly timeLimit?: number;
  readonly limits?: GateLimits;
  /** Whether a document type declaration without declarations of its own is let pass; it is never read. */
  readonly allowDoctype?: boolean;
  /** Tell of all that is possible at a place, not only of what is likely to be meant. */
  readonly verbose?: boolean;
  /** Told after each file how many of how many have been read. */
  readonly progress?: (done: number, total: number) => void;
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
  const documentChecks = checksFor(options);
  const findings = new Map<string, Diagnostic[]>(files.map(({ path }) => [path, []]));
  const general: Diagnostic[] = [];
  const report = (finding: Diagnostic): void => {
    (findings.get(finding.file ?? '') ?? general).push(finding);
  };
  for (const [index, { path, bytes }] of files.entries()) {
    const { passed, diagnostics } = passGate(path, bytes, {
      ...(options.limits === undefined ? {} : { limits: options.limits }),
      ...(options.allowDoctype === undefined ? {} : { allowDoctype: options.allowDoctype }),
      listen: (file) => documentChecks.flatMap((check) => check.begin?.(file) ?? []),
    });
    diagnostics.forEach(report);
    options.checked?.('gate', path);
    if (passed !== undefined)
      for (const check of documentChecks) {
        check.passed(passed).forEach(report);
        if (check.applies?.() !== false) options.checked?.(check.name, path);
      }
    options.progress?.(index + 1, files.length);
  }
  const endings = documentChecks.flatMap((check) => (check.finish === undefined ? [] : [check.finish()]));
  for (const found of await Promise.all(endings)) found.forEach(report);
  return [...general, ...[...findings.values()].flat()];
}

/** The checks of a run, in the order in which their findings are told. */
function checksFor(options: ValidateOptions): DocumentCheck[] {
  const { checks: wanted = new Set(checks), schema, editionFolder, engine = 'editio', verbose = false } = options;
  const edition = editionFolder === undefined ? {} : { editionFolder };
  const timeLimit = options.timeLimit ?? TIME_LIMIT;
  const list: DocumentCheck[] = [];
  const relaxNg = new RelaxNgCheck({
    engine,
    timeLimit,
    verbose,
    hasSchematron: options.schematron !== undefined || !wanted.has('schematron'),
    ...edition,
    ...(schema === undefined ? {} : { schema }),
  });
  if (wanted.has('relax-ng')) list.push(relaxNg);
  if (wanted.has('schematron')) list.push(new SchematronCheck({ ...options, timeLimit }));
  if (wanted.has('references')) {
    list.push(new ReferencesCheck({ ...edition, ids: (path) => !relaxNg.checksIds(path) }));
  }
  return list;
}
