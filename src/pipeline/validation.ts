import { join } from 'node:path';
import type { Conversion } from '../convert.js';
import { TEI_FOLDER } from '../edition/edition-folder.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { placeOf } from '../source/source-file.js';
import { originAt } from '../tei/serialize.js';
import { validateFiles } from '../validate/validate.js';
import type { VerdictStore } from '../validate/verdict.js';
import type { TeiFile } from './tei-file.js';

/**
 * validate: checks TEI files of an edition, by its grammar (twice: by our own engine and by libxml2), its rules and its
 * pointers.
 *
 * @param verdicts what was found in earlier runs.
 * @param converted the documents that were made in this run: a finding in one of them is also shown in its source
 */
export async function validateEdition(
  root: string,
  files: readonly TeiFile[],
  converted: readonly Conversion[],
  verdicts?: VerdictStore,
): Promise<Diagnostic[]> {
  const texts = new Map(files.map(({ path, bytes }) => [path, new TextDecoder().decode(bytes)]));
  const unchanged = new Map<string, Conversion>(
    converted
      .map((document) => [`${TEI_FOLDER}/${document.id}.xml`, document] as const)
      .filter(([path, { xml }]) => texts.get(path) === xml),
  );
  const findings = await validateFiles(
    files.map(({ path, bytes }) => ({ path: join(root, path), bytes })),
    { editionFolder: root, engine: 'both', ...(verdicts === undefined ? {} : { verdicts }) },
  );
  const paths = new Map(files.map(({ path }) => [join(root, path), path]));
  return findings.map((finding) => {
    const path = finding.file === undefined ? undefined : paths.get(finding.file);
    if (path === undefined) return finding;
    // The places of a file that an editor changed are not those of the conversion.
    const document = unchanged.get(path);
    const span =
      document === undefined || finding.span === undefined ? undefined : originAt(document.origins, finding.span.start);
    return {
      ...finding,
      file: path,
      ...(document === undefined || span === undefined ? {} : { source: placeOf(document.source, span) }),
    };
  });
}
