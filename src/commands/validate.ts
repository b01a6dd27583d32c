import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.js';
import { systemReason } from '../storage/file-system.js';
import { decodeXml } from '../validate/gate/encoding.js';
import { validateFiles, type FileToValidate, type ValidateOptions } from '../validate/validate.js';
import { exitCodeOf, type Outcome } from './outcome.js';

/**
 * Validates files, and all `.xml` files in folders, at any depth. A path that cannot be read is a finding.
 *
 * @param paths as the user wrote them; they appear so in the findings.
 */
export async function validate(paths: readonly string[], options: ValidateOptions = {}): Promise<Outcome> {
  const unreadable: Diagnostic[] = [];
  const files: FileToValidate[] = [];
  for (const path of paths) {
    try {
      const isFolder = (await stat(path)).isDirectory();
      for (const file of isFolder ? await xmlFilesIn(path) : [path])
        files.push({ path: file, bytes: await readFile(file) });
    } catch (error) {
      unreadable.push(
        diagnostic('gate/unreadable', `The file cannot be read: ${systemReason(error)}.`, {
          file: path,
          help: 'Check the path and the permission to read it.',
        }),
      );
    }
  }
  const found = await validateFiles(files, options);
  const bytesOf = new Map(files.map(({ path, bytes }) => [path, bytes]));
  const diagnostics = [...unreadable, ...found];
  return {
    exitCode: exitCodeOf(diagnostics),
    summary: [summaryOf(files.length, diagnostics)],
    files: [...files.map(({ path }) => path), ...unreadable.map(({ file }) => file ?? '')],
    diagnostics,
    textOf: (file) => {
      const bytes = bytesOf.get(file);
      return bytes === undefined ? undefined : decodedText(bytes);
    },
  };
}

/** What was checked, in one line: a run that looked at nothing must not look like one that found nothing. */
function summaryOf(count: number, diagnostics: readonly Diagnostic[]): string {
  const withoutSchema = diagnostics.filter(({ code }) => code === 'validate/no-schema').length;
  const checked = count === 0 ? 'No file was checked' : `${count} ${count === 1 ? 'file was' : 'files were'} checked`;
  return withoutSchema === 0 ? `${checked}.` : `${checked}, ${withoutSchema} of them without a schema.`;
}

async function xmlFilesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    // Links are not followed: a folder may link to one above it.
    if (entry.isDirectory()) found.push(...(await xmlFilesIn(path)));
    else if (entry.isFile() && entry.name.endsWith('.xml')) found.push(path);
  }
  return found;
}

/** The text that spans of the findings count in; after a refused encoding, the nearest that there is. */
function decodedText(bytes: Uint8Array): string {
  const decoding = decodeXml(bytes);
  return 'decoded' in decoding ? decoding.decoded.text : new TextDecoder().decode(bytes);
}
