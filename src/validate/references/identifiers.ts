import { diagnostic, type Diagnostic } from '../../diagnostics/diagnostic.js';
import { isNCName } from '../../xml/characters.js';
import type { KnownFile } from './documents.js';
import type { Places } from './uses.js';

/**
 * Ids that are not unique, at the second place and after, and ids that are no NCNames.
 *
 * @param inFile whether a file is looked at by itself: a grammar that knows `xml:id` reports the same.
 * @param isOfEdition whether a file is one of the edition's, where an id stands once in all files (its pages are
 *   addressed by it). In other collections each file has its own ids.
 */
export function checkIdentifiers(
  files: readonly KnownFile[],
  places: Places,
  inFile: (path: string) => boolean,
  isOfEdition: (file: KnownFile) => boolean,
): Diagnostic[] {
  const findings: Diagnostic[] = [];
  const ofEdition = new Map<string, KnownFile>();
  for (const file of files) {
    const { references } = file;
    if (isOfEdition(file)) {
      for (const [id, { offset }] of file.ids) {
        const other = ofEdition.get(id);
        if (other === undefined) ofEdition.set(id, file);
        else findings.push(duplicate(file, offset, id, other, places));
      }
    }
    if (!inFile(references.path)) continue;
    for (const element of references.ids) {
      const { id, offset } = element;
      if (!isNCName(id)) {
        findings.push(
          diagnostic('references/id-not-a-name', `xml:id="${id}" is no name, so nothing can point to it.`, {
            ...places.ofAttribute(references, offset, 'xml:id'),
            actual: id,
            help: 'Begin it with a letter or “_”; go on with letters, digits, “.”, “-” and “_”; no blanks, no colon.',
          }),
        );
      }
      if (file.ids.get(id) !== element) findings.push(duplicate(file, offset, id, file, places));
    }
  }
  return findings;
}

/** @param first the file that has the id before. */
function duplicate(file: KnownFile, offset: number, id: string, first: KnownFile, places: Places): Diagnostic {
  const element = first.ids.get(id);
  const line = element === undefined ? '' : `, ${places.lineOf(first.references, element.offset)}`;
  const where = first === file ? `this file${line}` : `${first.references.path}${line}`;
  return diagnostic('references/duplicate-id', `xml:id="${id}" is already in ${where}; an id names one element.`, {
    ...places.ofAttribute(file.references, offset, 'xml:id'),
    actual: id,
    help: 'Give one of the two another id, and correct the pointers that mean it.',
  });
}
