import { diagnostic, type Diagnostic } from '../../../diagnostics/diagnostic.js';
import type { PassedFile } from '../../gate/gate.js';
import { pruneSchema } from './pruned-schema.js';
import { validateRelaxNg } from './validate-by-xmllint.js';
import type { ReadFile } from '../relax-ng-check.js';
import type { LoadedSchema } from '../schema-library.js';

/** A schema larger than this is pruned for libxml2, whose time to read a grammar grows out of proportion. */
const LARGE_SCHEMA = 150_000;

interface Case {
  readonly file: PassedFile;
  readonly isValid: boolean;
  /** Whether only identifiers are at fault, of which libxml2 checks some: it may say either. */
  readonly isOpen: boolean;
}

/** Files in one call: it reads the grammar anew each time, and its memory ends at some thousand files. */
const BATCH = 1000;

/**
 * libxml2's verdict on the files of a run, many files of one schema in one call.
 *
 * @param alone whether libxml2 decides, or is only compared with our own engine.
 * @param timeLimit milliseconds for each call.
 */
export async function askXmllint(
  read: readonly ReadFile[],
  alone: boolean,
  timeLimit: number,
): Promise<readonly Diagnostic[]> {
  const bySchema = new Map<LoadedSchema, Case[]>();
  for (const { file, faults, schema } of read) {
    const isValid = faults.length === 0;
    const isOpen = !isValid && faults.every(({ kind }) => kind === 'duplicate-id' || kind === 'missing-id');
    const cases = bySchema.get(schema) ?? [];
    bySchema.set(schema, cases);
    cases.push({ file, isValid, isOpen });
  }
  const answers = [...bySchema].map(async ([schema, cases]) => {
    const found: Diagnostic[] = [];
    for (let start = 0; start < cases.length; start += BATCH) {
      found.push(...(await verdictsOn(schema, cases.slice(start, start + BATCH), alone, timeLimit)));
    }
    return found;
  });
  return (await Promise.all(answers)).flat();
}

async function verdictsOn(
  schema: LoadedSchema,
  cases: readonly Case[],
  alone: boolean,
  timeLimit: number,
): Promise<readonly Diagnostic[]> {
  const files = cases.map(({ file }) => ({ path: file.path, text: file.text }));
  const bytes =
    schema.bytes.length > LARGE_SCHEMA
      ? new TextEncoder().encode(pruneSchema(schema.automaton.grammar, files))
      : schema.bytes;
  const found = await validateRelaxNg(files, { path: schema.path, bytes }, timeLimit);
  return alone ? found : differences(cases, found);
}

/** Where the two engines differ. Where libxml2 has no answer, that is told and nothing is compared. */
function differences(cases: readonly Case[], found: readonly Diagnostic[]): Diagnostic[] {
  const unusable = found.find(({ code }) => code === 'validate/schema-unreadable' || code === 'relax-ng/time-limit');
  if (unusable !== undefined) {
    const { message, ...place } = unusable;
    return [diagnostic('relax-ng/no-second-opinion', `libxml2 gave no second opinion. ${message}`, placeOnly(place))];
  }
  const refused = new Set(found.map(({ file }) => file));
  return cases
    .filter(({ file, isValid, isOpen }) => !isOpen && refused.has(file.path) === isValid)
    .map(({ file, isValid }) => {
      const first = found.find((finding) => finding.file === file.path);
      const theirs = isValid ? `libxml2 refuses it (${first?.message ?? 'it does not say why'})` : 'libxml2 accepts it';
      return diagnostic(
        'relax-ng/engines-differ',
        `Editio’s engine ${isValid ? 'accepts' : 'refuses'} this file and ${theirs}.`,
        {
          file: file.path,
          ...(isValid && first?.span !== undefined ? { span: first.span } : {}),
          ...(isValid && first?.position !== undefined ? { position: first.position } : {}),
          help: 'One of the two is wrong. Please report it, with the file and the schema.',
        },
      );
    });
}

function placeOnly({ file }: Omit<Diagnostic, 'message'>): { file?: string } {
  return file === undefined ? {} : { file };
}
