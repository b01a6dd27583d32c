import { basename, join } from 'node:path';
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.js';
import { removeLeftovers, writeAtomically } from '../storage/atomic-write.js';
import { systemReason, type FileSystem } from '../storage/file-system.js';
import { readStable } from '../storage/stable-read.js';
import type { FormatParameters } from '../transform/format.js';
import {
  outputFormats,
  transformDocuments,
  type FormatName,
  type TransformedDocument,
} from '../transform/transform.js';
import { decodeXml } from '../validate/gate/encoding.js';
import { tooLargeFile } from '../validate/gate/limits.js';
import { exitCodeOf, type ExitCode, type Outcome } from './outcome.js';
import { outFolderFault } from './transform-folder.js';

export interface TransformCommandOptions {
  readonly format: FormatName;
  /** Folder for the outputs; without it a single file's output is the summary, for standard output. */
  readonly out?: string;
  readonly parameters: FormatParameters;
}

/** Transforms TEI files, of an edition or from anywhere. */
export async function transform(
  fileSystem: FileSystem,
  paths: readonly string[],
  options: TransformCommandOptions,
): Promise<Outcome> {
  const diagnostics: Diagnostic[] = [];
  const { extension } = outputFormats[options.format];
  const fault = options.out === undefined ? undefined : outFolderFault(fileSystem, options.out, extension);
  if (fault !== undefined) {
    return { exitCode: fault.code === 'storage/not-writable' ? 4 : 2, diagnostics: [fault], files: paths, summary: [] };
  }
  const documents = paths.flatMap((path) => {
    const outcome = readStable(fileSystem, path, path, (size) => tooLargeFile(path, size));
    if (outcome.kind === 'read') return [{ id: basename(path).replace(/\.xml$/u, ''), xml: outcome.bytes, file: path }];
    diagnostics.push(outcome.finding);
    return [];
  });
  const outcome = (exitCode: ExitCode, summary: readonly string[]): Outcome => ({
    exitCode,
    diagnostics,
    files: paths,
    summary,
    textOf: (file) => {
      const document = documents.find((each) => each.file === file);
      return document === undefined ? undefined : readableText(document.xml);
    },
  });
  if (options.out === undefined && documents.length > 1) {
    diagnostics.push(
      diagnostic('transform/no-output-folder', 'Several files cannot go to standard output.', {
        help: 'Name a folder with --out.',
      }),
    );
    return outcome(2, []);
  }
  const results = await transformDocuments(documents, options.format, { parameters: options.parameters });
  diagnostics.push(...results.flatMap((result) => result.diagnostics));
  const made = results.filter((result) => result.output !== '');
  if (options.out === undefined) {
    return outcome(
      exitCodeOf(diagnostics),
      made.map((result) => result.output.replace(/\n$/u, '')),
    );
  }
  const { written, failed } = write(fileSystem, options.out, extension, made, diagnostics);
  const summary = `${written} ${written === 1 ? 'file' : 'files'} written to ${options.out}.`;
  return outcome(failed ? 4 : exitCodeOf(diagnostics), [summary]);
}

/** Writes outputs into a folder, each under its document's name; of two of one name only the first. */
function write(
  fileSystem: FileSystem,
  out: string,
  extension: string,
  made: readonly TransformedDocument[],
  diagnostics: Diagnostic[],
): { written: number; failed: boolean } {
  if (made.length === 0) return { written: 0, failed: false };
  try {
    fileSystem.makeFolder(out);
  } catch (error) {
    diagnostics.push(
      diagnostic('storage/write-failed', `The folder cannot be made: ${systemReason(error)}.`, {
        file: out,
        help: 'See whether this user may write there, or name another folder with --out.',
      }),
    );
    return { written: 0, failed: true };
  }
  const names = new Set<string>();
  let written = 0;
  for (const { id, output } of made) {
    const name = `${id}${extension}`;
    if (names.has(name)) {
      diagnostics.push(
        diagnostic(
          'transform/same-name',
          `Two files are named ${id}; only the first was written to ${join(out, name)}.`,
          {
            help: 'Transform them into different folders.',
          },
        ),
      );
      continue;
    }
    names.add(name);
    const result = writeAtomically(fileSystem, out, name, new TextEncoder().encode(output));
    if (result.kind === 'failed') diagnostics.push(result.finding);
    else written++;
  }
  removeLeftovers(fileSystem, out);
  return { written, failed: written < names.size };
}

/** The text that spans of the findings count in; after a refused encoding, the nearest that there is. */
function readableText(bytes: Uint8Array): string {
  const decoding = decodeXml(bytes);
  return 'decoded' in decoding ? decoding.decoded.text : new TextDecoder().decode(bytes);
}
