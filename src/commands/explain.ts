import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.js';
import { visible } from '../diagnostics/visible.js';
import { convertEdition, openEdition, type ConvertOptions } from '../pipeline.js';
import { explainLine, type LineExplanation } from '../review/explanation.js';
import type { FileSystem } from '../storage/file-system.js';
import { knowsAll } from './convert.js';
import { exitCodeOf, type Outcome } from './outcome.js';

/**
 * Traces one line of a text of the edition in `folder`: the part it plays, which recogniser found what, what settled
 * between them. Nothing is written.
 *
 * @param id the document's. @param line 1-based.
 */
export function explain(
  fileSystem: FileSystem,
  folder: string,
  { id, line, ...options }: Omit<ConvertOptions, 'only'> & { readonly id: string; readonly line: number },
): Outcome {
  const diagnostics: Diagnostic[] = [];
  const report = (finding: Diagnostic): void => {
    diagnostics.push(finding);
  };
  const end = (explanation?: LineExplanation, file = ''): Outcome => {
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    return {
      exitCode: exitCodeOf(errors),
      diagnostics: errors,
      files: file === '' ? [] : [file],
      summary: explanation === undefined ? [] : linesOf(explanation, file),
      data: explanation === undefined ? {} : { explanation },
    };
  };
  const edition = openEdition(fileSystem, folder, report);
  if (edition === undefined || !knowsAll(edition, [id], report)) return end();
  const [document] = convertEdition(fileSystem, edition, { ...options, only: [id] }, report);
  if (document === undefined) return end();
  const explanation = explainLine(document, line);
  if (explanation === undefined) {
    const lines = document.source.lineStarts.length;
    report(
      diagnostic('edition/no-such-line', `The text has no line ${line}: it has ${lines}.`, {
        file: document.source.path,
        actual: String(line),
      }),
    );
  }
  return end(explanation, document.source.path);
}

function linesOf({ line, text, parts, findings, differences, diagnostics }: LineExplanation, file: string): string[] {
  const indented = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : ['', title, ...lines.map((each) => `  ${each}`)];
  return [
    `${file}:${line}`,
    `  ${text}`,
    ...indented(
      'Part',
      parts.length === 0 ? ['none: the line is empty, or stands in the header or among the notes'] : parts,
    ),
    ...indented(
      'Found',
      findings.length === 0
        ? ['nothing: no recogniser took these words for anything']
        : findings.map(
            ({ column, words, element, recognizer, certainty, refused }) =>
              `${column}: “${words}” ${element} (${recognizer}, ${certainty})${refused === undefined ? '' : ` – not taken: ${refused}`}`,
          ),
    ),
    ...indented(
      'Changed',
      differences.map(
        ({ column, kind, from, to }) => `${column}: ${kind}, ${JSON.stringify(from)} reads ${JSON.stringify(to)}`,
      ),
    ),
    ...indented(
      'Said',
      diagnostics.map(({ code, message }) => `${code}: ${message}`),
    ),
  ].map(visible);
}
