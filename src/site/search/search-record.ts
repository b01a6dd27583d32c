import { siteAddress } from '../address.js';
import { entryAddress, type SiteContext } from '../page.js';
import { genresOf } from '../pages/document-panel.js';
import type { DocumentView } from '../reading/document-view.js';
import type { MentionKind } from '../reading/mention.js';
import type { RegisterEntryView } from '../registers/register-view.js';
import { chronologicalOrder, yearSpans, type YearSpans } from './year-spans.js';

/** What readers can narrow a search by. */
export const FACETS = ['kind', 'genre', 'year', 'person', 'place', 'language'] as const;

export type Facet = (typeof FACETS)[number];

/** What a record is: a document, or an entry of a register. */
export type RecordKind = 'document' | MentionKind;

/** One thing that can be found. */
export interface SearchRecord {
  /** Where it is, relative to the site's root, encoded; an entry's has a fragment. */
  readonly address: string;
  /** The language of its words (BCP 47). */
  readonly language: string;
  readonly title: string;
  /** A line under the title: a document's date, what an entry's person was; may be empty. */
  readonly detail: string;
  readonly facets: Readonly<Partial<Record<Facet, readonly string[]>>>;
  /** Its place in a list by date; what has no date stands at the end. */
  readonly order: number;
  /** The words: HTML with ids to lead to, or plain text. */
  readonly words: { readonly html: string } | { readonly text: string };
}

/** What a search index is made from. */
export type Searchable = Pick<SiteContext, 'edition' | 'documents' | 'registers' | 'messages'>;

const REGISTERS = ['person', 'place', 'organisation'] as const satisfies readonly MentionKind[];

/** Every document and every register entry of an edition, in the order of the site. */
export function searchRecords(site: Searchable): SearchRecord[] {
  const names = { person: entryNames(site, 'person'), place: entryNames(site, 'place') };
  const years = yearSpans(site.documents.map(({ date }) => date));
  return [
    ...site.documents.map((document) => documentRecord(document, names, years, site)),
    ...REGISTERS.flatMap((kind) => site.registers[kind].entries.flatMap((entry) => entryRecord(entry, kind, site))),
  ];
}

/** The names of register entries by their ids. Two entries of one name are told apart by what else is known. */
type EntryNames = ReadonlyMap<string, string>;

function entryNames({ registers }: Searchable, kind: MentionKind): EntryNames {
  const { entries } = registers[kind];
  const seen = new Map<string, number>();
  for (const { name } of entries) seen.set(name, (seen.get(name) ?? 0) + 1);
  return new Map(
    entries.map(({ id, name, detail }) => [
      id,
      seen.get(name) === 1 ? name : `${name} (${[detail, id].filter(isFilled).join('; ')})`,
    ]),
  );
}

function documentRecord(
  document: DocumentView,
  names: Readonly<Record<'person' | 'place', EntryNames>>,
  years: YearSpans,
  { messages }: Searchable,
): SearchRecord {
  const named = (kind: 'person' | 'place'): string[] => {
    const found = document.text.mentions.filter((mention) => mention.kind === kind);
    const ids = new Set(found.flatMap(({ references }) => references));
    return [...ids].flatMap((id) => names[kind].get(id) ?? []).sort();
  };
  return {
    address: siteAddress('', document.path),
    language: document.language,
    title: document.title,
    detail: document.dateText(messages),
    facets: {
      kind: ['document'],
      genre: genresOf(document, messages),
      year: years(document.date),
      person: named('person'),
      place: named('place'),
      language: [document.language],
    },
    order: chronologicalOrder(document.date),
    words: { html: document.source.htmlFragment.markup },
  };
}

function entryRecord(entry: RegisterEntryView, kind: MentionKind, site: Searchable): SearchRecord[] {
  const { id, name, heading, detail, otherForms, descriptions } = entry;
  const address = entryAddress(site, kind, id, '');
  if (address === undefined) return [];
  const words = [name, ...otherForms.map(({ text }) => text), detail, ...descriptions];
  return [
    {
      address,
      language: site.edition.language,
      title: heading,
      detail: [detail, ...descriptions].filter(isFilled).join(' · '),
      facets: { kind: [kind] },
      order: chronologicalOrder(undefined),
      words: { text: words.filter(isFilled).join('. ') },
    },
  ];
}

function isFilled(text: string): boolean {
  return text !== '';
}
