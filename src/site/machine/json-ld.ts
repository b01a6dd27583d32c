import { externalAddress, siteAddress } from '../address.js';
import { archivePlace } from '../citation/origin.js';
import { edtf } from '../citation/csl-date.js';
import type { Page, SiteContext } from '../page.js';
import { machineDate } from '../reading/date-view.js';
import type { DocumentView } from '../reading/document-view.js';
import type { MentionKind } from '../reading/mention.js';
import { proseText } from '../reading/prose.js';
import type { RegisterEntryView } from '../registers/register-view.js';
import { LinkedThings, type LinkedNode } from './linked-things.js';

/** JSON-LD 1.1: the terms of schema.org, and those of Dublin Core under their usual prefix. */
const CONTEXT = ['https://schema.org', { dcterms: 'http://purl.org/dc/terms/' }] as const;

/** How many documents the edition's own node lists; the site map has all. */
const PARTS_LISTED = 100;

/** How many entries of a register its page lists: pages stay small; the file with everything has all. */
const ENTRIES_LISTED = 50;

const MEDIA = { tei: 'application/tei+xml', text: 'text/plain' } as const;

/** Data that machines read: JSON-LD with the terms of schema.org and Dublin Core. */
export interface LinkedData {
  /** What a page is about. */
  of(page: Page): object;
  /** Everything: the edition, its documents, the registers. */
  whole(): object;
}

/**
 * Prepares the linked data of a site: of the edition on its first page, of a document, of the entries of a register.
 *
 * @param url the address of the site with a slash at its end, or empty: nodes then have no addresses.
 */
export function linkedData(context: SiteContext, url: string): LinkedData {
  const { edition, messages, documents, citations } = context;
  const things = new LinkedThings(context, url);
  const positions = new Map(documents.map((document, index) => [document, index + 1]));
  const byPath = new Map(documents.map((document) => [document.path, document]));
  const listed = entriesByPath(context);
  const at = (path: string): string | undefined => (url === '' ? undefined : siteAddress(url, path));
  const editionId = url === '' ? undefined : url;
  const whole: LinkedNode = { '@type': ['Collection', 'WebSite'], '@id': editionId, name: edition.title };
  const licence = externalAddress(edition.licence?.url ?? '') ?? edition.licence?.name;
  const publisher = edition.publisher === undefined ? undefined : { '@type': 'Organization', name: edition.publisher };
  const trail = (page: Page | DocumentView): LinkedNode => ({
    '@type': 'BreadcrumbList',
    itemListElement: [
      { '@type': 'ListItem', position: 1, name: edition.title, item: editionId },
      { '@type': 'ListItem', position: 2, name: page.title, item: at(page.path) },
    ],
  });
  const graph = (...nodes: readonly LinkedNode[]): object => ({ '@context': CONTEXT, '@graph': nodes.map(present) });
  const webPage = (page: Page, more: LinkedNode): LinkedNode => ({
    '@type': 'WebPage',
    '@id': at(page.path),
    name: page.title,
    description: page.description,
    inLanguage: messages.language,
    isPartOf: whole,
    breadcrumb: trail(page),
    ...more,
  });

  const work = (document: DocumentView): LinkedNode => {
    const { item, styled } = citations.of(document);
    const created = edtf(document.date);
    const isLetter = item.type === 'personal_communication';
    const people = things.people(item.author);
    const place = archivePlace(item);
    return {
      '@type': [isLetter ? 'Message' : 'CreativeWork', ...(item.archive === undefined ? [] : ['ArchiveComponent'])],
      '@id': at(document.path),
      url: at(document.path),
      name: document.title,
      description: item.abstract,
      genre: item.genre,
      inLanguage: document.language,
      author: people,
      ...(isLetter ? { sender: people, recipient: things.people(item.recipient) } : {}),
      translator: things.people(item.translator),
      editor: things.people(item.editor),
      dateCreated: machineDate(document.date) || undefined,
      datePublished: publishedOf(document, context),
      publisher,
      license: document.header.record.licence === '' ? licence : externalAddress(document.header.record.licence),
      holdingArchive:
        item.archive === undefined
          ? undefined
          : { '@type': 'ArchiveOrganization', name: item.archive, address: item['archive-place'] },
      itemLocation: item.archive_location,
      wordCount: document.text.words,
      position: positions.get(document),
      isPartOf: whole,
      encoding: [
        { '@type': 'MediaObject', encodingFormat: MEDIA.tei, contentUrl: at(document.teiPath) },
        { '@type': 'MediaObject', encodingFormat: MEDIA.text, contentUrl: at(document.textPath) },
      ],
      mentions: things.mentionsOf(document),
      'dcterms:created': created === '' ? undefined : created,
      'dcterms:source': place === '' ? undefined : place,
      'dcterms:bibliographicCitation': proseText(styled.bibliography),
    };
  };

  const collection = (): LinkedNode => ({
    ...whole,
    url: editionId,
    description: edition.description,
    inLanguage: edition.language,
    editor: things.people(citations.edition.item.editor),
    publisher,
    license: licence,
    datePublished: edition.date,
    collectionSize: documents.length,
    hasPart: documents.slice(0, PARTS_LISTED).map((document) => ({
      '@type': 'CreativeWork',
      '@id': at(document.path),
      name: document.title,
      dateCreated: machineDate(document.date) || undefined,
    })),
    'dcterms:bibliographicCitation': proseText(citations.edition.styled.bibliography),
  });

  const list = (page: Page, { kind, entries }: ListedEntries): LinkedNode => ({
    '@type': 'ItemList',
    name: page.title,
    numberOfItems: entries.length,
    itemListElement: entries.slice(0, ENTRIES_LISTED).map((entry, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      item: things.brief(kind, entry),
    })),
  });

  return {
    of: (page) => {
      if (page.path === 'index.html') return graph(collection());
      const document = byPath.get(page.path);
      if (document !== undefined) return graph(work(document), trail(page));
      const entries = listed.get(page.path);
      return graph(webPage(page, entries === undefined ? {} : { mainEntity: list(page, entries) }));
    },
    whole: () =>
      graph(
        collection(),
        ...documents.map(work),
        ...[...listed.values()].flatMap(({ kind, entries }) => entries.map((entry) => things.entry(kind, entry))),
      ),
  };
}

/** The entries of one register that stand on one page. */
interface ListedEntries {
  readonly kind: MentionKind;
  readonly entries: RegisterEntryView[];
}

function entriesByPath({ registers }: SiteContext): ReadonlyMap<string, ListedEntries> {
  const pages = new Map<string, ListedEntries>();
  for (const kind of ['person', 'place', 'organisation'] as const) {
    for (const entry of registers[kind].entries) {
      const path = registers[kind].pathOf(entry.id) ?? '';
      const listed = pages.get(path) ?? { kind, entries: [] };
      listed.entries.push(entry);
      pages.set(path, listed);
    }
  }
  return pages;
}

/** When a document was published: its header says so, or the edition does. */
export function publishedOf({ header }: DocumentView, { edition }: SiteContext): string | undefined {
  return header.record.published === '' ? edition.date : header.record.published;
}

/** A node without properties that have no value, in all its depth. */
function present(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(present);
  if (typeof value !== 'object' || value === null) return value;
  const known = Object.entries(value).filter(
    ([, each]) => each !== undefined && each !== '' && !(Array.isArray(each) && each.length === 0),
  );
  return Object.fromEntries(known.map(([key, each]) => [key, present(each)]));
}
