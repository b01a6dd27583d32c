import { compareDates, dateInWords, isKnown, type DateView } from './date-view.js';
import { readHeader, type HeaderView } from './header-view.js';
import { scanHtml } from '../checks/html-scan.js';
import type { Mention } from './mention.js';
import type { Messages } from '../theme/messages.js';
import type { SiteDocument } from '../site-input.js';
import { readText, type TextView } from './text-view.js';

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
 * @throws where the TEI is no well-formed XML.
 */
export function documentView(source: SiteDocument, language: string): DocumentView {
  const header = readHeader(source.teiXml);
  const documentLanguage = header.language || language;
  const text = readText(source.teiXml, documentLanguage);
  const anchors = new Set(scanHtml(source.htmlFragment.markup).ids);
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
    dateText: (messages) => (date === undefined ? '' : dateInWords(date, messages)),
    anchorOf: (mention) => mention.anchors.find((anchor) => anchors.has(anchor)),
    hasAnchor: (id) => anchors.has(id),
  };
}

/** The order of the site: by date, undated documents last; documents of one date keep the order of the edition. */
export function byDate(documents: readonly DocumentView[]): DocumentView[] {
  return documents.toSorted((a, b) => compareDates(a.date, b.date));
}
