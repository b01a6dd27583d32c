import { readFile } from 'node:fs/promises';
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.js';
import { passGate, type GateLimits, type PassedFile } from './gate/gate.js';
import { DEFAULT_TIME_LIMIT, validateRelaxNg, type GatedFile } from './relax-ng/relax-ng.js';
import { chooseSchema } from './schema-choice.js';

export interface FileToValidate {
  /** The path as the user wrote it; relative schema addresses are resolved from its folder. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface ValidateOptions {
  /** Path of a RELAX NG schema for all files, whatever they say themselves. */
  readonly schema?: string;
  /** Root of the edition: its files are validated against the edition's grammar. */
  readonly editionFolder?: string;
  /** Milliseconds for each schema. */
  readonly timeLimit?: number;
  readonly limits?: GateLimits;
}

/**
 * Checks XML files: the gate first, then RELAX NG for those that passed, all files of one schema in one go.
 * Nothing is ever fetched; where no schema applies, a finding of severity `info` says what was checked.
 *
 * @returns the findings in the order of the files.
 */
export async function validateFiles(
  files: readonly FileToValidate[],
  options: ValidateOptions = {},
): Promise<Diagnostic[]> {
  const findings = new Map<string, Diagnostic[]>(files.map(({ path }) => [path, []]));
  const general: Diagnostic[] = [];
  const bySchema = new Map<string, GatedFile[]>();
  const report = (finding: Diagnostic): void => {
    (findings.get(finding.file ?? '') ?? general).push(finding);
  };

  for (const { path, bytes } of files) {
    const gate = passGate(path, bytes, options.limits);
    gate.diagnostics.forEach(report);
    if (gate.passed === undefined) continue;
    const schema = options.schema ?? schemaOf(path, gate.passed, options, report);
    if (schema === undefined) continue;
    const group = bySchema.get(schema) ?? [];
    group.push({ path, text: gate.passed.text });
    bySchema.set(schema, group);
  }
  for (const [schema, group] of bySchema) {
    const bytes = await readSchema(schema, report);
    if (bytes === undefined) continue;
    const found = await validateRelaxNg(group, { path: schema, bytes }, options.timeLimit ?? DEFAULT_TIME_LIMIT);
    found.forEach(report);
  }
  return [...general, ...[...findings.values()].flat()];
}

function schemaOf(
  path: string,
  passed: PassedFile,
  options: ValidateOptions,
  report: (finding: Diagnostic) => void,
): string | undefined {
  const choice = chooseSchema(path, passed.models, options.editionFolder);
  if (choice.path === undefined) {
    const why =
      choice.remote.length === 0
        ? 'it names no RELAX NG schema that is a file here'
        : `its schema is on the network (${choice.remote.join(', ')}), and nothing is fetched`;
    report(
      diagnostic('validate/no-schema', `Only well-formedness, encoding and namespace were checked: ${why}.`, {
        file: path,
        help: 'Name a schema with --schema FILE.',
      }),
    );
  }
  return choice.path;
}

async function readSchema(path: string, report: (finding: Diagnostic) => void): Promise<Uint8Array | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    report(
      diagnostic('validate/schema-unreadable', `The schema cannot be read (${reason}).`, {
        file: path,
        help: 'Give the path of a RELAX NG schema in XML syntax.',
      }),
    );
    return undefined;
  }
}
