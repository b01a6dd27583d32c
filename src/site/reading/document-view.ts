import { compareDates, dateInWords, isKnown, type DateView } from './date-view.js';
import { readHeader, type HeaderView } from './header-view.js';
import { scanHtml } from '../checks/html-scan.js';
import type { Mention } from './mention.js';
import type { Messages } from '../theme/messages.js';
import type { SiteDocument } from '../site-input.js';
import { readText, type TextView } from './text-view.js';
import { noCache, recallOrMake, type BuildCache } from '../../storage/build-cache.js';
import { fingerprint } from '../../storage/fingerprint.js';

/** A document with everything that pages say of it. */
export interface DocumentView {
  readonly id: string;
  /** The path of its page. */
  readonly path: string;
  readonly teiPath: string;
  readonly textPath: string;
  readonly source: SiteDocument;
  readonly header: HeaderView;
  readonly text: TextView;
  readonly title: string;
  readonly titleLanguage: string;
  readonly language: string;
  readonly date: DateView | undefined;
  /** The date in words, empty where none is known. */
  dateText(messages: Messages): string;
  /** The id on the page nearest to a mention; undefined where only the page itself can be linked. */
  anchorOf(mention: Mention): string | undefined;
  /** True where the reading text has an element with this id. */
  hasAnchor(id: string): boolean;
}

/**
 * Reads one document.
 *
 * @param language the edition's, for a document that names none.
 * @param cache what was read in earlier builds.
 * @throws where the TEI is no well-formed XML.
 */
export function documentView(source: SiteDocument, language: string, cache: BuildCache = noCache): DocumentView {
  const { header, documentLanguage, text, anchors } = readingOf(source, language, cache);
  const date = isKnown(header.date) ? header.date : undefined;
  return {
    id: source.id,
    path: `documents/${source.id}.html`,
    teiPath: `tei/${source.id}.xml`,
    textPath: `text/${source.id}.txt`,
    source,
    header,
    text,
    title: header.title || source.id,
    titleLanguage: header.titleLanguage || documentLanguage,
    language: documentLanguage,
    date,
    dateText: (messages) =>
      date === undefined ? '' : dateInWords(date, messages, header.titleLanguage || documentLanguage),
    anchorOf: (mention) => mention.anchors.find((anchor) => anchors.has(anchor)),
    hasAnchor: (id) => anchors.has(id),
  };
}

/** What is read in the files of a document. */
interface Reading {
  readonly header: HeaderView;
  readonly documentLanguage: string;
  readonly text: TextView;
  /** The ids of its reading text. */
  readonly anchors: ReadonlySet<string>;
}

function readingOf(source: SiteDocument, language: string, cache: BuildCache): Reading {
  const { id, teiXml, htmlFragment, references } = source;
  const inputs = {
    TEI: fingerprint(teiXml),
    'reading text': fingerprint(htmlFragment),
    language,
    references: fingerprint(references ?? ''),
  };
  return recallOrMake(cache, { step: 'reading', name: id, inputs }, () => {
    const header = readHeader(teiXml, references);
    const documentLanguage = header.language || language;
    const text = readText(teiXml, documentLanguage, references);
    return { header, documentLanguage, text, anchors: new Set(scanHtml(htmlFragment.markup).ids) };
  });
}

/** The order of the site: by date, undated documents last; documents of one date keep the order of the edition. */
export function byDate(documents: readonly DocumentView[]): DocumentView[] {
  return documents.toSorted((a, b) => compareDates(a.date, b.date));
}

/**
 * Documents of an archive can all have one title, that of the project: then a subtitle tells them apart, or the id.
 */
export function withDistinctTitles(documents: readonly DocumentView[]): DocumentView[] {
  const bySubtitle = distinct(documents, ({ header }) => header.subtitles[0] ?? '');
  return distinct(bySubtitle, ({ id }) => id);
}

function distinct(documents: readonly DocumentView[], addition: (document: DocumentView) => string): DocumentView[] {
  const counts = new Map<string, number>();
  for (const { title } of documents) counts.set(title, (counts.get(title) ?? 0) + 1);
  return documents.map((document) => {
    const words = addition(document);
    const isShared = (counts.get(document.title) ?? 0) > 1;
    return isShared && words !== '' ? { ...document, title: `${document.title}: ${words}` } : document;
  });
}
