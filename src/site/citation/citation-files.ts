import type { FileKind } from '../site-files.js';
import { bibtexOf } from './bibtex.js';
import type { Citation } from './citations.js';
import { risOf } from './ris.js';

/** A file of citations: its ending, its media type, and how it is written. */
interface CitationFormat {
  readonly name: 'bibtex' | 'ris' | 'csl';
  readonly ending: string;
  readonly mediaType: string;
  readonly write: (citations: readonly Citation[]) => string;
}

/** The formats for reference managers. */
export const citationFormats: readonly CitationFormat[] = [
  {
    name: 'bibtex',
    ending: 'bib',
    mediaType: 'application/x-bibtex',
    write: (citations) => citations.map(({ item, date }) => bibtexOf(item, date)).join('\n'),
  },
  {
    name: 'ris',
    ending: 'ris',
    mediaType: 'application/x-research-info-systems',
    write: (citations) => citations.map(({ item }) => risOf(item)).join(''),
  },
  {
    name: 'csl',
    ending: 'csl.json',
    mediaType: 'application/vnd.citationstyles.csl+json',
    write: (citations) =>
      `${JSON.stringify(
        citations.map(({ item }) => item),
        null,
        2,
      )}\n`,
  },
];

/** The path of a file of citations. `edition` is no document's: those stand in a folder of their own. */
export function citationPath(id: string | undefined, ending: string): string {
  return id === undefined ? `cite/edition.${ending}` : `cite/documents/${id}.${ending}`;
}

/** Citations for reference managers: of each document, and of the edition with all its documents. */
export const citationFiles: FileKind = ({ context: { citations, documents } }) => {
  const all = [citations.edition, ...documents.map((document) => citations.of(document))];
  return citationFormats.flatMap(({ ending, write }) => [
    { path: citationPath(undefined, ending), content: write(all) },
    ...documents.map((document) => ({
      path: citationPath(document.id, ending),
      content: write([citations.of(document)]),
    })),
  ]);
};
