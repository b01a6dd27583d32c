import { siteAddress } from '../address.js';
import { machineDate } from '../reading/date-view.js';
import { documentPanel, genresOf } from './document-panel.js';
import type { DocumentView } from '../reading/document-view.js';
import { editorialSigns } from './editorial-signs.js';
import { editionCitation } from './index-page.js';
import { siteUrl, type Page, type SiteContext } from '../page.js';
import { proseText } from '../reading/prose.js';

/** A table of contents helps from this many headings on. */
const SECTIONS_WORTH_LISTING = 3;

/** The page of one document: the reading text with everything that a reader may ask of it. */
export function documentPage(document: DocumentView, context: SiteContext): Page {
  const { messages, documents } = context;
  const place = documents.indexOf(document);
  const [abstract] = document.header.abstract;
  const date = document.dateText(messages);
  return {
    path: document.path,
    template: 'document',
    title: document.title,
    titleLanguage: document.titleLanguage,
    description:
      abstract === undefined ? [document.title, date].filter((part) => part !== '').join(', ') : proseText(abstract),
    view: (root) => ({
      language: document.language,
      subtitles: document.header.subtitles,
      date,
      machineDate: machineDate(document.date),
      genre: genresOf(document, messages).join(', '),
      abstract: document.header.abstract,
      contents: contentsOf(document),
      article: document.source.htmlFragment,
      panel: documentPanel(document, messages),
      signs: editorialSigns(document.text.elements, messages),
      tei: siteAddress(root, document.teiPath),
      text: siteAddress(root, document.textPath),
      citation: { title: document.title, date, edition: editionCitation(context), url: addressOf(document, context) },
      previous: neighbour(documents[place - 1], root),
      next: neighbour(documents[place + 1], root),
    }),
  };
}

/** The headings that the page has, as a list; empty for short documents. */
function contentsOf(document: DocumentView): object[] {
  const sections = document.text.sections.filter(({ id }) => document.hasAnchor(id));
  if (sections.length < SECTIONS_WORTH_LISTING) return [];
  return sections.map(({ id, label, depth }) => ({
    label,
    href: `#${encodeURIComponent(id)}`,
    isNested: depth > 2,
  }));
}

function neighbour(document: DocumentView | undefined, root: string): object | null {
  if (document === undefined) return null;
  return { title: document.title, language: document.titleLanguage, href: siteAddress(root, document.path) };
}

function addressOf(document: DocumentView, { edition }: SiteContext): string {
  const url = siteUrl(edition);
  return url === '' ? '' : siteAddress(url, document.path);
}
