import { externalAddress, siteAddress } from '../address.js';
import { edtf } from '../citation/csl-date.js';
import { citationFormats, citationPath } from '../citation/citation-files.js';
import { spokenName } from '../citation/csl-name.js';
import { SEARCH_PATH, siteUrl, type HeadLink, type Page, type PageHead, type SiteContext } from '../page.js';
import type { DocumentView } from '../reading/document-view.js';
import { FEED_PATH, hasFeed } from './feed.js';
import { DATA_PATH } from './machine-files.js';
import { linkedData, publishedOf } from './json-ld.js';

type Meta = PageHead['meta'][number];

/** What a page says to machines, seen from it by `root`. */
export type HeadOf = (page: Page, root: string) => PageHead;

/**
 * Prepares what pages say to machines: links to other forms and neighbours, Open Graph, the metadata that reference
 * managers and Google Scholar read, linked data. Every kind of page gets its own here, none by itself.
 */
export function pageHeads(context: SiteContext): HeadOf {
  const url = siteUrl(context.edition);
  const data = linkedData(context, url);
  const places = new Map(context.documents.map((document, index) => [document.path, index]));
  return (page, root) => {
    if (page.path === '404.html')
      return { links: [], meta: [{ attribute: 'name', key: 'robots', content: 'noindex' }] };
    const place = places.get(page.path);
    const document = place === undefined ? undefined : context.documents[place];
    const own = page.head?.(root, url) ?? { links: [], meta: [] };
    return {
      links: [
        ...editionLinks(context, root),
        ...(document === undefined ? [] : documentLinks(document, place ?? 0, context, root)),
        ...(page.path === 'index.html' ? [link('alternate', siteAddress(root, DATA_PATH), 'application/ld+json')] : []),
        ...own.links,
      ],
      meta: [
        ...openGraph(page, context, url, document !== undefined),
        ...(document === undefined ? [] : documentMeta(document, context)),
        ...own.meta,
      ],
      data: own.data ?? data.of(page),
    };
  };
}

function link(rel: string, href: string, type = '', title = ''): HeadLink {
  return { rel, href, type, title };
}

/** Links that every page has. */
function editionLinks(context: SiteContext, root: string): HeadLink[] {
  const { edition, search } = context;
  const licence = externalAddress(edition.licence?.url ?? '');
  return [
    ...(licence === undefined ? [] : [link('license', licence)]),
    ...(search === undefined ? [] : [link('search', siteAddress(root, SEARCH_PATH))]),
    ...(hasFeed(context)
      ? [link('alternate', siteAddress(root, FEED_PATH), 'application/atom+xml', edition.title)]
      : []),
  ];
}

/** The other forms of a document, and its neighbours. */
function documentLinks(document: DocumentView, place: number, { documents }: SiteContext, root: string): HeadLink[] {
  const neighbour = (rel: string, other: DocumentView | undefined): HeadLink[] =>
    other === undefined ? [] : [link(rel, siteAddress(root, other.path))];
  return [
    link('alternate', siteAddress(root, document.teiPath), 'application/tei+xml', 'TEI'),
    link('alternate', siteAddress(root, document.textPath), 'text/plain'),
    ...citationFormats.map(({ ending, mediaType }) =>
      link('alternate', siteAddress(root, citationPath(document.id, ending)), mediaType),
    ),
    ...neighbour('prev', documents[place - 1]),
    ...neighbour('next', documents[place + 1]),
  ];
}

/** The Open Graph protocol (ogp.me), which others read as well. */
function openGraph(page: Page, { edition, messages }: SiteContext, url: string, isDocument: boolean): Meta[] {
  const address = page.path === 'index.html' ? url : siteAddress(url, page.path);
  const properties: readonly (readonly [string, string])[] = [
    ['og:title', page.title],
    ['og:description', page.description],
    ['og:type', isDocument ? 'article' : 'website'],
    ['og:url', url === '' ? '' : address],
    ['og:site_name', edition.title],
    ['og:locale', territorial(messages.language)],
  ];
  return [
    ...properties
      .filter(([, content]) => content !== '')
      .map(([key, content]) => ({ attribute: 'property' as const, key, content })),
    { attribute: 'name', key: 'twitter:card', content: 'summary' },
  ];
}

/** A language with the territory that it is likely in, as Open Graph wants it: `en_US`. */
function territorial(language: string): string {
  try {
    const { language: base, region } = new Intl.Locale(language).maximize();
    return region === undefined ? '' : `${base}_${region}`;
  } catch {
    return '';
  }
}

/**
 * Metadata of a document: the names of Highwire Press, which Zotero and Google Scholar read, and Dublin Core's
 * (DCMI, "Expressing Dublin Core metadata using HTML"). A document is a part of the edition; its date is its own.
 */
function documentMeta(document: DocumentView, context: SiteContext): Meta[] {
  const { item, date } = context.citations.of(document);
  const { edition } = context;
  const created = edtf(document.date);
  const names = (key: string, list: typeof item.author): (readonly [string, string])[] =>
    (list ?? []).map((name) => [
      key,
      'literal' in name ? name.literal : [name.family, name.given].filter((part) => part !== undefined).join(', '),
    ]);
  const pairs: readonly (readonly [string, string | undefined])[] = [
    ['citation_title', document.title],
    ...names('citation_author', item.author),
    ['citation_date', created === '' ? date : created.replace(/[?]/g, '').split('/')[0]?.replaceAll('-', '/')],
    ['citation_online_date', publishedOf(document, context)?.replaceAll('-', '/')],
    ['citation_inbook_title', edition.title],
    ...names('citation_editor', item.editor),
    ['citation_publisher', item.publisher],
    ['citation_language', document.language],
    ['citation_public_url', item.URL],
    ['citation_doi', item.DOI],
    ['dcterms.title', document.title],
    ...(item.author ?? []).map((name) => ['dcterms.creator', spokenName(name)] as const),
    ['dcterms.created', created],
    ['dcterms.issued', publishedOf(document, context)],
    ['dcterms.language', document.language],
    ['dcterms.publisher', item.publisher],
    ['dcterms.isPartOf', edition.title],
    ['dcterms.source', [item.archive_location, item.archive].filter((part) => part !== undefined).join(', ')],
    ['dcterms.license', externalAddress(document.header.record.licence) ?? ''],
  ];
  return pairs.flatMap(([key, content]) =>
    content === undefined || content === '' ? [] : [{ attribute: 'name' as const, key, content }],
  );
}
