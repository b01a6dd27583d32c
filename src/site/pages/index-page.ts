import { siteAddress } from '../address.js';
import { citeView } from '../citation/cite-view.js';
import { documentsTimeline } from '../figures/documents-timeline.js';
import { hasRegister, registerPages, type Page, type SiteContext } from '../page.js';
import type { DocumentView } from '../reading/document-view.js';
import { documentList } from './document-list.js';

/** The first page: what the edition is, its documents in order of date, how to read and how to cite it. */
export function indexPage(context: SiteContext): Page {
  const { edition, messages } = context;
  return {
    path: 'index.html',
    template: 'index',
    navigation: 'index',
    title: edition.title,
    titleLanguage: edition.language,
    description: edition.description ?? messages.text('index.summary', summaryOf(context)),
    styles: ['figures.css', 'list.css', 'cite.css', 'pages.css'],
    scripts: ['cite.js'],
    view: (root) => ({
      heading: headingOf(edition.title),
      description: edition.description ?? '',
      introduction: edition.site?.introduction ?? [],
      text: context.own.introduction?.html ?? null,
      textLanguage: context.own.introduction?.language ?? edition.language,
      editors: messages.list(edition.editors),
      publisher:
        edition.publisher === undefined || edition.editors.includes(edition.publisher) ? '' : edition.publisher,
      year: (edition.date ?? '').slice(0, 4),
      picture: pictureOf(context, root),
      counts: countsOf(context),
      timeline: documentsTimeline(context, root),
      list: documentList(context, root),
      cite: citeView(context.citations.edition, undefined, messages, root),
      principles: siteAddress(root, 'principles.html'),
      data: siteAddress(root, 'data.html'),
    }),
  };
}

/** A title and what stands after its first colon: two lines of a title page. */
function headingOf(title: string): { readonly main: string; readonly rest: string } {
  const colon = title.indexOf(': ');
  return colon === -1 ? { main: title, rest: '' } : { main: title.slice(0, colon), rest: title.slice(colon + 2) };
}

function pictureOf({ edition, theme }: SiteContext, root: string): object | null {
  const picture = edition.site?.picture;
  if (picture === undefined || !theme.assets.has(picture.file)) return null;
  return { alt: picture.alt, caption: picture.caption ?? '', src: siteAddress(root, `assets/${picture.file}`) };
}

/** The size of an edition in numbers; registers that it does not have are left out. */
function countsOf(context: SiteContext): object[] {
  const { messages, documents, registers } = context;
  const counts = [
    ['documents', documents.length] as const,
    ['words', wordCount(documents)] as const,
    ...registerPages
      .filter(({ kind }) => hasRegister(context, kind))
      .map(({ kind, name }) => [name, registers[kind].entries.length] as const),
  ];
  return counts
    .filter(([, count]) => count > 0)
    .map(([name, count]) => ({ count, name: messages.text(`index.count.${name}`, { count }) }));
}

function wordCount(documents: readonly DocumentView[]): number {
  return documents.reduce((sum, { text }) => sum + text.words, 0);
}

function summaryOf({ messages, documents }: SiteContext): Readonly<Record<string, string>> {
  return {
    documents: messages.text('index.documentCount', { count: documents.length }),
    words: messages.text('document.words', { count: wordCount(documents) }),
  };
}
