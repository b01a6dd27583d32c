import { basename, dirname, join } from 'node:path';
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.js';
import { compileOdd, findRelease, requestedVersion, type ReleaseRequest, type TextFile } from '../schema/index.js';
import type { FileSystem } from '../storage/file-system.js';
import { writeNamedFile } from '../storage/named-file.js';
import { readStable } from '../storage/stable-read.js';
import { passGate } from '../validate/gate/gate.js';
import { exitCodeOf, type ExitCode, type Outcome } from './outcome.js';
import { refuseOverwriting } from './overwriting.js';

export interface SchemaCommandOptions {
  /** The folder for both schemas, named as the ODD is; the ODD's own folder by default. */
  readonly out?: string;
  /** The files for the one and the other, where they are named. */
  readonly rng?: string;
  readonly sch?: string;
  /** Writes nothing: says whether the files on the disk are what would be written. */
  readonly check: boolean;
  readonly documentation: boolean;
  /** The name of the schemaSpec, where the ODD has several. */
  readonly schema?: string;
  /** Where the TEI's own specifications come from; the version is what the ODD asks for, unless it is said here. */
  readonly tei: Omit<ReleaseRequest, 'version'> & { readonly version?: string };
}

/** Makes the RELAX NG and the Schematron of an ODD, or checks that they are up to date. */
export async function compileSchema(
  fileSystem: FileSystem,
  path: string,
  options: SchemaCommandOptions,
): Promise<Outcome> {
  const outcome = (
    exitCode: ExitCode,
    diagnostics: readonly Diagnostic[],
    summary: readonly string[] = [],
    texts: readonly TextFile[] = [],
  ): Outcome => ({
    exitCode,
    diagnostics,
    files: [path],
    summary,
    textOf: (file) => texts.find((each) => each.path === file)?.text,
  });
  const { rng: grammar, sch: rules } = options;
  const named = [
    ...(grammar === undefined ? [] : [{ option: '--rng', path: grammar }]),
    ...(rules === undefined ? [] : [{ option: '--sch', path: rules }]),
  ];
  refuseOverwriting(fileSystem, named, [path, ...(options.tei.file === undefined ? [] : [options.tei.file])]);
  const read = readStable(fileSystem, path, path);
  if (read.kind === 'failed') return outcome(2, [read.finding]);
  const gate = passGate(path, read.bytes);
  if (gate.passed === undefined) return outcome(1, gate.diagnostics);
  const odd = { path, text: gate.passed.text };

  const version = options.tei.version ?? requestedVersion(odd);
  const release = await findRelease(fileSystem, { ...options.tei, version });
  if (release.file === undefined) return outcome(4, [release.finding]);
  const { rng, sch, diagnostics } = compileOdd({
    odd,
    p5subset: release.file,
    documentation: options.documentation,
    ...(options.schema === undefined ? {} : { schema: options.schema }),
  });
  const findings = [...gate.diagnostics, ...release.remarks, ...diagnostics];
  if (exitCodeOf(findings) !== 0) return outcome(1, findings, ['No schema was written.'], [odd]);
  const outputs = outputsOf(path, { rng, sch }, options);
  const finish = options.check ? checked : written;
  const { found, summary } = finish(fileSystem, outputs, path);
  const failed = found.some(({ code }) => code !== 'schema/stale');
  const all = [...findings, ...found];
  return outcome(failed ? 4 : exitCodeOf(all), all, summary, [odd]);
}

interface Output {
  readonly path: string;
  readonly bytes: Uint8Array;
}

function outputsOf(
  odd: string,
  made: { readonly rng: string; readonly sch: string },
  { out, rng, sch }: SchemaCommandOptions,
): Output[] {
  const name = basename(odd).replace(/\.(?:odd|xml)$/u, '');
  const folder = out ?? dirname(odd);
  const encode = (path: string, text: string): Output => ({ path, bytes: new TextEncoder().encode(text) });
  // Where one of the files is named and no folder is, the other is not wanted.
  const isOnly = (other: string | undefined): boolean => other !== undefined && out === undefined;
  return [
    ...(rng === undefined && isOnly(sch) ? [] : [encode(rng ?? join(folder, `${name}.rng`), made.rng)]),
    ...(sch === undefined && isOnly(rng) ? [] : [encode(sch ?? join(folder, `${name}.sch`), made.sch)]),
  ];
}

interface Finished {
  readonly found: readonly Diagnostic[];
  readonly summary: readonly string[];
}

function written(fileSystem: FileSystem, outputs: readonly Output[]): Finished {
  const found: Diagnostic[] = [];
  const summary: string[] = [];
  for (const { path, bytes } of outputs) {
    const result = writeNamedFile(fileSystem, path, bytes);
    if (result.kind === 'failed') found.push(result.finding);
    else summary.push(`${path}: ${result.kind}.`);
  }
  return { found, summary };
}

function checked(fileSystem: FileSystem, outputs: readonly Output[], odd: string): Finished {
  const found: Diagnostic[] = [];
  for (const { path, bytes } of outputs) {
    const present = fileSystem.status(path)?.kind === 'file' ? fileSystem.read(path) : undefined;
    if (present !== undefined && Buffer.compare(present, bytes) === 0) continue;
    const message =
      present === undefined
        ? 'The schema is not there.'
        : `The schema is not what ${odd} makes: the ODD, the TEI or Editio has changed since, or the schema was edited.`;
    found.push(diagnostic('schema/stale', message, { file: path, help: `Run: editio schema compile ${odd}` }));
  }
  return { found, summary: found.length === 0 ? ['The schemas are up to date.'] : [] };
}
