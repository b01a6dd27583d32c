import { siteAddress } from '../address.js';
import { entryAddress, type SiteContext } from '../page.js';
import { machineDate } from '../reading/date-view.js';
import type { DocumentView } from '../reading/document-view.js';
import { proseText } from '../reading/prose.js';
import { genresOf } from './document-panel.js';
import { facetsOf, LIST_LENGTH, listPaths, wholeList } from './document-facets.js';
import { pageNumbers, type PageStep } from './page-numbers.js';

/** A list of documents for its partial, `document-list`. */
export interface DocumentList {
  readonly documents: readonly object[];
  /** The way through its pages; empty where there is one. */
  readonly numbers: readonly PageStep[];
  /** Ways to parts of a long list; empty for a short one. */
  readonly facets: readonly { readonly heading: string; readonly values: readonly object[] }[];
}

/** How many persons of a document the list names. */
const PERSONS_SHOWN = 5;

/** The documents of the edition in order of date: all of them, or the first page of many and ways to the others. */
export function documentList(context: SiteContext, root: string): DocumentList {
  const { messages } = context;
  return {
    ...listPage(wholeList(context), 0, context, root),
    facets: facetsOf(context).map(({ name, lists }) => ({
      heading: messages.text(`list.by.${name}`),
      values: lists.map((list) => ({
        label: list.label,
        count: list.documents.length,
        href: siteAddress(root, listPaths(list)[0] ?? ''),
      })),
    })),
  };
}

/** One page of a list. */
export function listPage(
  list: { readonly stem: string; readonly documents: readonly DocumentView[] },
  index: number,
  context: SiteContext,
  root: string,
): DocumentList {
  return {
    documents: list.documents
      .slice(index * LIST_LENGTH, (index + 1) * LIST_LENGTH)
      .map((document) => listed(document, context, root)),
    numbers: pageNumbers(listPaths(list), index, root),
    facets: [],
  };
}

function listed(document: DocumentView, context: SiteContext, root: string): object {
  const { messages } = context;
  const persons = personsOf(document, context);
  const [genre] = genresOf(document, messages);
  return {
    title: document.title,
    language: document.titleLanguage,
    href: siteAddress(root, document.path),
    tei: siteAddress(root, document.teiPath),
    text: siteAddress(root, document.textPath),
    date: document.dateText(messages),
    machineDate: machineDate(document.date),
    genre: genre ?? '',
    words: messages.text('document.words', { count: document.text.words }),
    teaser: firstSentence(document.header.abstract.map(proseText)[0] ?? '', document.titleLanguage),
    persons: persons.slice(0, PERSONS_SHOWN).map(({ id, text, language }) => ({
      name: text,
      language,
      href: entryAddress(context, 'person', id, root) ?? '',
    })),
    morePersons:
      persons.length > PERSONS_SHOWN
        ? messages.text('index.morePersons', { count: persons.length - PERSONS_SHOWN })
        : '',
  };
}

interface RankedName {
  readonly id: string;
  readonly text: string;
  readonly language: string;
}

/** The persons of documents, which several lists name. */
const rankedPersons = new WeakMap<DocumentView, readonly RankedName[]>();

/** The persons of a document, those who are named most often first; equally many, in the order of the register. */
function personsOf(document: DocumentView, { registers }: SiteContext): readonly RankedName[] {
  const known = rankedPersons.get(document);
  if (known !== undefined) return known;
  const { person: register } = registers;
  const counts = new Map<string, number>();
  for (const { kind, references } of document.text.mentions) {
    if (kind === 'person') for (const id of references) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  const ranked = [...counts]
    .flatMap(([id, count]) => {
      const rank = register.rankOf(id);
      const entry = rank === undefined ? undefined : register.entries[rank];
      return rank === undefined || entry === undefined ? [] : [{ count, rank, entry }];
    })
    .sort((a, b) => b.count - a.count || a.rank - b.rank)
    .map(({ entry }) => ({ id: entry.id, text: entry.name, language: entry.language }));
  rankedPersons.set(document, ranked);
  return ranked;
}

const segmenters = new Map<string, Intl.Segmenter>();

function firstSentence(text: string, language: string): string {
  if (text === '') return '';
  const segmenter = segmenters.get(language) ?? sentences(language);
  segmenters.set(language, segmenter);
  const [first] = segmenter.segment(text);
  return first?.segment.trim() ?? '';
}

function sentences(language: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language, { granularity: 'sentence' });
  } catch {
    return new Intl.Segmenter('en', { granularity: 'sentence' });
  }
}
