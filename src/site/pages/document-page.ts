import { siteAddress } from '../address.js';
import { apparatusLinks } from '../apparatus/witness-table.js';
import { citeView } from '../citation/cite-view.js';
import { machineDate } from '../reading/date-view.js';
import { documentPanel, genresOf } from './document-panel.js';
import { chronologyOf } from '../chronology/chronology.js';
import { withDateLinks } from '../chronology/date-links.js';
import { speakersFigure } from '../figures/speakers.js';
import type { DocumentView } from '../reading/document-view.js';
import { editorialSigns } from './editorial-signs.js';
import { namedPersons } from './document-persons.js';
import { readingAids } from './reading-aids.js';
import type { Page, SiteContext } from '../page.js';
import { proseText } from '../reading/prose.js';

/** Titles of more characters are set smaller. */
const LONG_TITLE = 75;

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
    styles: [
      'text.css',
      'figures.css',
      'document.css',
      'cite.css',
      ...(document.text.elements.has('app') ? ['textcrit.css'] : []),
    ],
    scripts: ['reader.js', 'notes.js', 'cite.js', 'highlight.js'],
    view: (root) => ({
      language: document.language,
      hasLongTitle: document.title.length > LONG_TITLE,
      subtitles: document.header.subtitles,
      date,
      machineDate: machineDate(document.date),
      genre: genresOf(document, messages).join(', '),
      place: document.header.places.join(', '),
      shelfmark: shelfmarkOf(document),
      abstract: document.header.abstract,
      contents: contentsOf(document),
      article: withDateLinks(document.source.htmlFragment, chronologyOf(context)),
      speakers: speakersFigure(document, context, root),
      ...readingAids(document.text.elements, messages),
      ...namedPersons(document, context, root),
      panel: documentPanel(document, messages),
      signs: editorialSigns(document.text.elements, messages),
      apparatus: apparatusLinks(document, context, root),
      tei: siteAddress(root, document.teiPath),
      text: siteAddress(root, document.textPath),
      citation: citeView(context.citations.of(document), document, messages, root),
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

/** The whole shelfmark as the archive writes it (`idno`), of the first manuscript that has one. */
function shelfmarkOf({ header }: DocumentView): string {
  const parts = header.manuscripts.flatMap(({ shelfmark }) => shelfmark);
  const whole = parts.find(({ kind }) => kind === 'idno');
  return whole === undefined ? '' : proseText(whole.value);
}

function neighbour(document: DocumentView | undefined, root: string): object | null {
  if (document === undefined) return null;
  return { title: document.title, language: document.titleLanguage, href: siteAddress(root, document.path) };
}
