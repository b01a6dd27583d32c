import { basename, join } from 'node:path';
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.js';
import { writeAtomically } from '../storage/atomic-write.js';
import type { FileSystem } from '../storage/file-system.js';
import { readStable } from '../storage/stable-read.js';
import type { FormatParameters } from '../transform/format.js';
import { outputFormats, transformDocuments, type FormatName } from '../transform/transform.js';
import { exitCodeOf, type Outcome } from './outcome.js';

export interface TransformCommandOptions {
  readonly format: FormatName;
  /** Folder for the outputs; without it a single file's output is the summary, for standard output. */
  readonly out?: string;
  readonly parameters: FormatParameters;
}

/** Transforms TEI files, of an edition or from anywhere. */
export async function transform(fileSystem: FileSystem, paths: readonly string[], options: TransformCommandOptions): Promise<Outcome> {
  const diagnostics: Diagnostic[] = [];
  const documents = paths.flatMap((path) => {
    const outcome = readStable(fileSystem, path, path);
    if (outcome.kind === 'read') return [{ id: basename(path).replace(/\.xml$/u, ''), xml: outcome.bytes, file: path }];
    diagnostics.push(outcome.finding);
    return [];
  });
  if (options.out === undefined && documents.length > 1) {
    diagnostics.push(
      diagnostic('transform/no-output-folder', 'Several files cannot go to standard output.', { help: 'Name a folder with --out.' }),
    );
    return { exitCode: 2, diagnostics, files: paths, summary: [] };
  }
  const results = await transformDocuments(documents, options.format, { parameters: options.parameters });
  diagnostics.push(...results.flatMap((result) => result.diagnostics));
  const made = results.filter((result) => result.output !== '');
  if (options.out === undefined) {
    return { exitCode: exitCodeOf(diagnostics), diagnostics, files: paths, summary: made.map((result) => result.output.replace(/\n$/u, '')) };
  }
  const { out } = options;
  const { extension } = outputFormats[options.format];
  const names = new Set<string>();
  let failed = false;
  for (const { id, output } of made) {
    if (names.has(id)) {
      diagnostics.push(
        diagnostic('transform/same-name', `Two files are named ${id}; only the first was written to ${join(out, id + extension)}.`, {
          help: 'Transform them into different folders.',
        }),
      );
      continue;
    }
    names.add(id);
    fileSystem.makeFolder(out);
    const result = writeAtomically(fileSystem, out, `${id}${extension}`, new TextEncoder().encode(output));
    if (result.kind !== 'failed') continue;
    failed = true;
    diagnostics.push(result.finding);
  }
  return { exitCode: failed ? 4 : exitCodeOf(diagnostics), diagnostics, files: paths, summary: [`${names.size} files written to ${out}.`] };
}
