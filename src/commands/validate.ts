import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.js';
import { totals } from '../diagnostics/totals.js';
import { findSettings } from '../edition/settings-file.js';
import { diskFileSystem, systemReason } from '../storage/file-system.js';
import { checkOf, checks, isCheck, type Check } from '../validate/checks.js';
import { decodeXml } from '../validate/gate/encoding.js';
import { tooLargeFile } from '../validate/gate/limits.js';
import { findSchema } from '../validate/schema-name.js';
import { validateFiles, type FileToValidate, type ValidateOptions } from '../validate/validate.js';
import type { BaselineOptions, BaselineResult } from './baseline.js';
import { selectFiles } from './file-selection.js';
import { exitCodeOf, type Outcome } from './outcome.js';
import { refuseOverwriting } from './overwriting.js';
import { UsageError } from './usage-error.js';

/** The word that stands for standard input among the files. */
export const STANDARD_INPUT = '-';

const NO_SCHEMA = 'validate/no-schema';

export interface ValidateCommandOptions extends ValidateOptions {
  /** Schematron schemas for all files, whatever they say themselves. */
  readonly schematron?: readonly string[];
  /** Warnings that are let pass; one more is an error. */
  readonly maxWarnings?: number;
  readonly baseline?: BaselineOptions;
  /** The file that the report will be written to: none that is read here. */
  readonly output?: string;
  /** What to call the file that comes on standard input. */
  readonly stdinName?: string;
}

/**
 * Validates files, folders and patterns (see {@link selectFiles}). A path that cannot be read is a finding.
 *
 * @param paths as the user wrote them; they appear so in the findings. `-` is standard input.
 * @throws UsageError for a pattern without files, a schema that is not there, a baseline that cannot be read.
 */
export async function validate(paths: readonly string[], options: ValidateCommandOptions = {}): Promise<Outcome> {
  const { maxWarnings, baseline, output, stdinName, ...named } = options;
  const core = { ...editionHere(), ...named, ...resolvedSchema(named.schema) };
  const missing = core.schematron?.find((path) => !existsSync(path));
  if (missing !== undefined) throw new UsageError(`There is no Schematron schema ${missing}.`);
  const asked = checks.filter((check) => check === 'gate' || core.checks?.has(check) !== false);
  const selected = await selectFiles(paths);
  if (output !== undefined) {
    const known = baseline === undefined ? [] : [baseline.path];
    const schemas = [...(core.schema === undefined ? [] : [core.schema]), ...(core.schematron ?? [])];
    refuseOverwriting(diskFileSystem, [{ option: '--output', path: output }], [...selected, ...schemas, ...known]);
  }
  const { files, unreadable } = readFiles(selected, stdinName);
  const looks = new Map(asked.map((check) => [check, new Set<string>()]));
  const checked = (check: Check, path: string): unknown => looks.get(check)?.add(path);
  const found = [...unreadable, ...(await validateFiles(files, { ...core, checked }))];
  const done = asked.filter((check) => looks.get(check)?.size !== 0);
  const bytesOf = new Map(files.map(({ path, bytes }) => [path, bytes]));
  const textOf = (file: string): string | undefined => {
    const bytes = bytesOf.get(file);
    return bytes === undefined ? undefined : decodedText(bytes);
  };
  const looked = [...files.map(({ path }) => path), ...unreadable.map(({ file }) => file ?? '')];
  const run = { diagnostics: found, textOf, files: looked, checks: new Set(done) };
  // Loaded only where it is wanted: most runs are short, and each module read makes them longer.
  const compared = baseline === undefined ? undefined : (await import('./baseline.js')).applyBaseline(baseline, run);
  const counted = compared?.diagnostics ?? found;
  const diagnostics = [...counted, ...limitExceeded(counted, maxWarnings)];
  return {
    exitCode: compared?.failed === true ? 4 : exitCodeOf(diagnostics),
    summary: [summaryOf(files.length, looks, core, diagnostics), ...(compared?.summary ?? [])],
    files: looked,
    diagnostics,
    textOf,
    checks: asked,
    wasChecked: (check, file) => isCheck(check) && looks.get(check)?.has(file) === true,
    data: { checks: done, ...baselineData(compared) },
  };
}

function baselineData(compared: BaselineResult | undefined): object {
  return compared === undefined ? {} : { baseline: { known: compared.known, fixed: compared.fixed } };
}

/** In the folder of an edition its files are one whole, with the edition's own schemas. */
function editionHere(): { editionFolder?: string } {
  return findSettings(diskFileSystem, '.') !== undefined ? { editionFolder: '.' } : {};
}

function resolvedSchema(name: string | undefined): { schema?: string } {
  if (name === undefined) return {};
  const found = findSchema(name);
  if ('fault' in found) throw new UsageError(found.fault);
  return { schema: found.path };
}

function readFiles(
  paths: readonly string[],
  stdinName = 'standard-input.xml',
): { readonly files: FileToValidate[]; readonly unreadable: Diagnostic[] } {
  const files: FileToValidate[] = [];
  const unreadable: Diagnostic[] = [];
  for (const path of paths) {
    try {
      const isInput = path === STANDARD_INPUT;
      const refused = isInput ? undefined : refusal(path);
      if (refused !== undefined) {
        unreadable.push(refused);
        continue;
      }
      files.push({ path: isInput ? stdinName : path, bytes: readFileSync(isInput ? 0 : path) });
    } catch (error) {
      unreadable.push(
        diagnostic('gate/unreadable', `The file cannot be read: ${systemReason(error)}.`, {
          file: path,
          help: 'Check the path and the permission to read it.',
        }),
      );
    }
  }
  return { files, unreadable };
}

/** What is said of a path that is not even opened: one that never ends, or is too large. */
function refusal(path: string): Diagnostic | undefined {
  const status = statSync(path);
  if (status.isFile() || status.isDirectory()) return tooLargeFile(path, status.size);
  return diagnostic('gate/unreadable', 'The file cannot be read: it is a pipe, a socket or a device.', {
    file: path,
    help: 'Name a file that lies on the disk; - is standard input.',
  });
}

/** The finding that there are more warnings than were allowed. */
function limitExceeded(diagnostics: readonly Diagnostic[], limit: number | undefined): Diagnostic[] {
  const count = diagnostics.filter(({ severity }) => severity === 'warning').length;
  if (limit === undefined || count <= limit) return [];
  return [
    diagnostic(
      'validate/too-many-warnings',
      `There ${count === 1 ? 'is 1 warning' : `are ${count} warnings`}; --max-warnings allows ${limit}.`,
      { help: 'Mend what the warnings tell, or write a baseline of those that may stay.' },
    ),
  ];
}

/** What was checked and found, in one line: a run that looked at nothing must not look like one that found nothing. */
function summaryOf(
  count: number,
  looks: ReadonlyMap<Check, ReadonlySet<string>>,
  { schema, schematron, engine }: ValidateCommandOptions,
  diagnostics: readonly Diagnostic[],
): string {
  const withNames: Partial<Record<Check, string>> = {
    ...(schema === undefined ? {} : { 'relax-ng': ` with ${basename(schema)}` }),
    ...(schematron === undefined ? {} : { schematron: ` with ${schematron.map((path) => basename(path)).join(', ')}` }),
  };
  const by = engine === undefined || engine === 'editio' ? '' : engine === 'both' ? ' by two engines' : ' by xmllint';
  const list = [...looks]
    .map(([check, { size }]) =>
      size === 0
        ? `${check}: ${whyNot(check, looks.get('gate') ?? new Set(), diagnostics)}`
        : `${check}${withNames[check] ?? ''}${check === 'relax-ng' ? by : ''}`,
    )
    .join('; ');
  const checked = count === 0 ? 'No file was checked' : `${count} ${count === 1 ? 'file' : 'files'} checked`;
  const without = diagnostics.filter(({ code }) => code === NO_SCHEMA).length;
  const bare = without === 0 ? '' : ` ${without} of them ${without === 1 ? 'has' : 'have'} no schema.`;
  return `${checked} (${list}): ${totals(diagnostics)}.${bare}`;
}

/** Why a check looked at no file, where the gate looked at some: it let none pass, or those had nothing to check by. */
function whyNot(check: Check, files: ReadonlySet<string>, diagnostics: readonly Diagnostic[]): string {
  const refused = new Set(
    diagnostics
      .filter(({ code, severity }) => severity === 'error' && checkOf(code) === 'gate')
      .map(({ file }) => file),
  );
  if (check === 'schematron' && [...files].some((file) => !refused.has(file))) return 'no rules';
  return check === 'relax-ng' && diagnostics.some(({ code }) => code === NO_SCHEMA) ? 'no schema' : 'not done';
}

/** The text that spans of the findings count in; after a refused encoding, the nearest that there is. */
function decodedText(bytes: Uint8Array): string {
  const decoding = decodeXml(bytes);
  return 'decoded' in decoding ? decoding.decoded.text : new TextDecoder().decode(bytes);
}
