import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';
import { diagnostic, type Diagnostic } from '../../diagnostics/diagnostic.js';
import { runTask, TimeLimitError } from '../../processor/thread.js';
import { closedFindings, compileRules, type CompiledRules, type RulesCompilation } from './compiled-rules.js';
import { findingDiagnostics, type CheckedFile } from './finding.js';
import { cachedRules, type RulesCache } from './rules-cache.js';
import { checkSchema } from './schema-check.js';
import { phasesOf, schemaDocument, type SchemaDocument } from './schema-document.js';
import { attributeOf } from './schema-element.js';
import { Inclusions, readSchemaFile, type ReadText } from './schema-files.js';
import { findSchema } from './schema-parts.js';

export type { CheckedFile } from './finding.js';
export { diskRulesCache, shippedRulesFolder, type RulesCache } from './rules-cache.js';
export type { ReadText } from './schema-files.js';

/** A Schematron schema that was read and found in order; its expressions are compiled when it is run first. */
export interface Schematron {
  readonly path: string;
  readonly document: SchemaDocument;
  readonly phases: readonly string[];
  readonly defaultPhase?: string;
}

export interface LoadedSchematron {
  /** Undefined where a finding of severity `error` says why. */
  readonly rules?: Schematron;
  readonly diagnostics: readonly Diagnostic[];
}

export interface SchematronOptions {
  /** A phase of the schema, `#ALL` for all patterns, `#DEFAULT` (as without it) for the schema's default phase. */
  readonly phase?: string;
  /** Milliseconds for the compilation, and as many for the checks of each million characters. */
  readonly timeLimit?: number;
  /** Where compiled rules are kept; nowhere by default. */
  readonly cache?: RulesCache;
}

/** Milliseconds that a schema has. */
const DEFAULT_TIME_LIMIT = 60_000;

/**
 * Reads a Schematron schema (ISO/IEC 19757-3): a `.sch` file, or the Schematron in a RELAX NG grammar or an ODD.
 *
 * @param path for messages, and what inclusions count from.
 * @param text decoded.
 * @param read for the files that the schema includes; it is asked only for those in the schema's folder and below.
 */
export function loadSchematron(path: string, text: string, read: ReadText): LoadedSchematron {
  const diagnostics: Diagnostic[] = [];
  const report = (finding: Diagnostic): void => {
    diagnostics.push(finding);
  };
  const root = readSchemaFile({ path, text }, report);
  const whole = root === undefined ? undefined : new Inclusions(path, read, report).resolve(root);
  const schema = whole === undefined ? undefined : findSchema(whole, report);
  if (schema !== undefined) diagnostics.push(...checkSchema(schema));
  if (schema === undefined || diagnostics.some(({ severity }) => severity === 'error')) return { diagnostics };
  const defaultPhase = attributeOf(schema, 'defaultPhase');
  const isPhase = defaultPhase !== undefined && !defaultPhase.startsWith('#');
  const rules: Schematron = {
    path,
    document: schemaDocument(schema),
    phases: phasesOf(schema),
    ...(isPhase ? { defaultPhase } : {}),
  };
  return { rules, diagnostics };
}

/** Characters of XML in one call of the processor: enough to share its cost, few enough for its time limit. */
const BATCH = 1_000_000;

/**
 * Checks files against a schema, each by itself, many in one call of the processor.
 *
 * @param files that passed the gate.
 * @returns faults of the schema's expressions, else the findings: file by file, in the order of each document.
 */
export async function runSchematron(
  rules: Schematron,
  files: readonly CheckedFile[],
  options: SchematronOptions = {},
): Promise<Diagnostic[]> {
  const { timeLimit = DEFAULT_TIME_LIMIT } = options;
  try {
    const compilation = await compiled(rules, options);
    if ('faults' in compilation) return [...compilation.faults];
    const found: Diagnostic[] = [];
    for (const batch of batchesOf(files)) found.push(...(await check(compilation.rules, batch, timeLimit, rules)));
    return [...closedFindings(rules.document, compilation.rules), ...found];
  } catch (error) {
    if (isOutOfMemory(error)) return [outOfMemory(rules)];
    if (!(error instanceof TimeLimitError)) throw error;
    return [
      diagnostic('schematron/time-limit', `The rules took longer than ${timeLimit / 1000} s and were broken off.`, {
        file: rules.path,
        help: 'Look for a rule that compares every node with every other, or allow more time.',
      }),
    ];
  }
}

/**
 * Compiles the rules of a phase, so that they lie in the cache when they are run.
 *
 * @returns faults of the schema's expressions.
 * @throws TimeLimitError when the time is over.
 */
export async function compileSchematron(rules: Schematron, options: SchematronOptions): Promise<Diagnostic[]> {
  const compilation = await compiled(rules, options);
  return 'faults' in compilation ? [...compilation.faults] : closedFindings(rules.document, compilation.rules);
}

async function compiled(rules: Schematron, options: SchematronOptions): Promise<RulesCompilation> {
  const { phase: chosen = '#DEFAULT', timeLimit = DEFAULT_TIME_LIMIT, cache } = options;
  const phase = chosen === '#DEFAULT' ? rules.defaultPhase : chosen === '#ALL' ? undefined : chosen;
  if (phase !== undefined && !rules.phases.includes(phase)) return { faults: [unknownPhase(rules, phase)] };
  const compile = (): Promise<RulesCompilation> => compileRules(rules.document, phase, timeLimit);
  return cache === undefined ? compile() : cachedRules(cache, rules.document, phase, compile);
}

function batchesOf(files: readonly CheckedFile[]): CheckedFile[][] {
  const batches: CheckedFile[][] = [];
  let size = BATCH;
  for (const file of files) {
    if (size + file.text.length > BATCH) {
      batches.push([]);
      size = 0;
    }
    batches.at(-1)?.push(file);
    size += file.text.length;
  }
  return batches;
}

async function check(
  compiledRules: CompiledRules,
  files: readonly CheckedFile[],
  timeLimit: number,
  { document }: Schematron,
): Promise<Diagnostic[]> {
  const documents = files.map(({ path, text }) => ({ text, address: pathToFileURL(resolve(path)).href }));
  const { executable } = compiledRules;
  const answers = await runTask({ kind: 'check', executable, documents }, timeLimit);
  return files.flatMap((file, index) => {
    const answer = answers[index];
    if (typeof answer === 'object' && answer !== null) {
      if ('findings' in answer && Array.isArray(answer.findings)) {
        return findingDiagnostics(file, answer.findings, compiledRules, document);
      }
      if ('failure' in answer) return [failed(file, String(answer.failure))];
    }
    throw new Error('The processor gave an answer that is neither findings nor a failure.');
  });
}

function failed({ path }: CheckedFile, reason: string): Diagnostic {
  return diagnostic('schematron/rule-failed', `The rules could not be checked: ${reason.replace(/\.$/, '')}.`, {
    file: path,
    help: 'Correct the variables and functions of the schema.',
  });
}

/** The thread's end where it has no more memory; Node gives this code. */
function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

function outOfMemory({ path }: Schematron): Diagnostic {
  return diagnostic('schematron/time-limit', 'The rules needed more memory than there is, and were broken off.', {
    file: path,
    help: 'Look for a rule that makes long sequences, or check fewer files at once.',
  });
}

function unknownPhase({ path, phases }: Schematron, phase: string): Diagnostic {
  return diagnostic('schematron/phase-unknown', `The schema has no phase “${phase}”.`, {
    file: path,
    help: phases.length === 0 ? 'It has no phases at all.' : `Its phases are: ${phases.join(', ')}.`,
  });
}
