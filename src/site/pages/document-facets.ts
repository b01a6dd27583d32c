import type { SiteContext } from '../page.js';
import type { DocumentView } from '../reading/document-view.js';
import { fileName } from '../registers/entry-places.js';
import { nameOrder } from '../registers/name-order.js';
import { genresOf } from './document-panel.js';

/** A list of documents with pages of its own. */
export interface DocumentListing {
  /** Beginning of the paths of its pages. */
  readonly stem: string;
  /** What its documents have in common, in the reader's words. */
  readonly label: string;
  readonly documents: readonly DocumentView[];
}

/** One way to divide the documents. */
export interface Facet {
  /** A message `list.by.<name>`. */
  readonly name: 'year' | 'genre' | 'person';
  readonly lists: readonly DocumentListing[];
}

/** How many documents a page of a list has. An edition with more is also listed by year, kind and person. */
export const LIST_LENGTH = 100;

/** More different years are taken together by ten, more decades by a hundred. */
const PERIODS = 40;

/** How many persons have lists of what they wrote and received. */
const PERSONS = 60;

const WHOLE = 'list/';

/** All documents, in the order of the site. */
export function wholeList({ documents }: Pick<SiteContext, 'documents'>): DocumentListing {
  return { stem: WHOLE, label: '', documents };
}

/** The paths of the pages of a list; the first page of the list of all documents is the first of the site. */
export function listPaths({ stem, documents }: Pick<DocumentListing, 'stem' | 'documents'>): string[] {
  const count = Math.max(1, Math.ceil(documents.length / LIST_LENGTH));
  return Array.from({ length: count }, (_, index) => {
    if (stem === WHOLE) return index === 0 ? 'index.html' : `${WHOLE}${index + 1}.html`;
    return index === 0 ? `${stem}.html` : `${stem}-${index + 1}.html`;
  });
}

/** The ways to divide a long list; none for a short one, and none that tells nothing apart. */
export function facetsOf(context: SiteContext): Facet[] {
  const { documents, messages, edition } = context;
  if (documents.length <= LIST_LENGTH) return [];
  const order = nameOrder(edition.language);
  const genres = grouped(documents, (document) => genresOf(document, messages).slice(0, 1));
  const persons = [...grouped(documents, peopleOf)]
    .filter(([, of]) => of.length > 1)
    .sort(([a, first], [b, second]) => second.length - first.length || order.compareWords(a, b))
    .slice(0, PERSONS);
  const facets: Facet[] = [
    { name: 'year', lists: listings('year', periods(documents)) },
    {
      name: 'genre',
      lists: listings(
        'genre',
        [...genres].sort(([a], [b]) => order.compareWords(a, b)),
      ),
    },
    {
      name: 'person',
      lists: listings(
        'person',
        persons.sort(([a], [b]) => order.compareWords(a, b)),
      ),
    },
  ];
  return facets.filter(({ lists }) => lists.length > 1);
}

function listings(
  name: Facet['name'],
  groups: readonly (readonly [string, readonly DocumentView[]])[],
): DocumentListing[] {
  return groups.map(([label, documents]) => ({ stem: `list/${name}/${fileName(label)}`, label, documents }));
}

function grouped(
  documents: readonly DocumentView[],
  labelsOf: (document: DocumentView) => readonly string[],
): Map<string, DocumentView[]> {
  const groups = new Map<string, DocumentView[]>();
  for (const document of documents) {
    for (const label of new Set(labelsOf(document))) {
      const group = groups.get(label);
      if (group === undefined) groups.set(label, [document]);
      else group.push(document);
    }
  }
  return groups;
}

/** Documents by year, or by ten or a hundred years where there are many; the undated have no list. */
function periods(documents: readonly DocumentView[]): (readonly [string, readonly DocumentView[]])[] {
  const yearOf = ({ date }: DocumentView): number => Number.parseInt(date?.start || date?.end || '', 10);
  const dated = documents.filter((document) => !Number.isNaN(yearOf(document)));
  const years = new Set(dated.map(yearOf));
  const length = [1, 10, 100].find(
    (step) => new Set([...years].map((year) => Math.floor(year / step))).size <= PERIODS,
  );
  const step = length ?? 1000;
  // The documents are in order of date, and so are their periods.
  return [
    ...grouped(dated, (document) => {
      const start = Math.floor(yearOf(document) / step) * step;
      return [step === 1 ? String(start) : `${start}–${start + step - 1}`];
    }),
  ];
}

/** Who wrote a document, sent it or received it. */
function peopleOf({ header }: DocumentView): string[] {
  return [...header.authors, ...header.correspondence.flatMap(({ names }) => names)];
}
