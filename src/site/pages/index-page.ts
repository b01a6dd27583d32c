import { siteAddress } from '../address.js';
import { machineDate } from '../reading/date-view.js';
import { genresOf } from './document-panel.js';
import type { DocumentView } from '../reading/document-view.js';
import type { Page, SiteContext } from '../page.js';
import { siteUrl } from '../page.js';
import { proseText } from '../reading/prose.js';

/** How many persons of a document the list names. */
const PERSONS_SHOWN = 5;

/** The first page: what the edition is, its documents in order of date, how to read and how to cite it. */
export function indexPage(context: SiteContext): Page {
  const { edition, messages, documents } = context;
  return {
    path: 'index.html',
    template: 'index',
    navigation: 'index',
    title: edition.title,
    titleLanguage: edition.language,
    description: edition.description ?? edition.title,
    view: (root) => ({
      description: edition.description ?? '',
      editors: edition.editors.join(', '),
      summary: messages.text('index.summary', {
        documents: messages.text('index.documentCount', { count: documents.length }),
        words: messages.text('document.words', { count: documents.reduce((sum, { text }) => sum + text.words, 0) }),
        persons: messages.text('index.personCount', { count: context.registers.person.entries.length }),
      }),
      documents: documents.map((document) => listed(document, context, root)),
      citation: editionCitation(context),
      url: siteUrl(edition),
      principles: siteAddress(root, 'principles.html'),
      data: siteAddress(root, 'data.html'),
    }),
  };
}

function listed(document: DocumentView, context: SiteContext, root: string): object {
  const { messages } = context;
  const counts = personCounts(document);
  const persons = context.registers.person.entries
    .map((entry) => ({ entry, count: counts.get(entry.id) ?? 0 }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
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
    teaser: firstSentence(document.header.abstract.map(proseText)[0] ?? '', messages.language),
    persons: persons.slice(0, PERSONS_SHOWN).map(({ entry }) => ({
      name: entry.name,
      language: entry.language,
      href: siteAddress(root, 'persons.html', entry.id),
    })),
    morePersons:
      persons.length > PERSONS_SHOWN
        ? messages.text('index.morePersons', { count: persons.length - PERSONS_SHOWN })
        : '',
  };
}

/** How often each person is named in a document, by register id. */
function personCounts(document: DocumentView): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { kind, references } of document.text.mentions) {
    if (kind === 'person') for (const id of references) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

function firstSentence(text: string, language: string): string {
  const [first] = new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text);
  return first?.segment.trim() ?? '';
}

/** The words before the address: "Title. Edited by X. Publisher." */
export function editionCitation({ edition, messages }: SiteContext): string {
  const parts = [
    edition.title,
    edition.editors.length === 0 ? '' : messages.text('cite.editedBy', { editors: edition.editors.join(', ') }),
    edition.publisher === undefined || edition.editors.includes(edition.publisher) ? '' : edition.publisher,
  ];
  return parts
    .filter((part) => part !== '')
    .map((part) => (/[.!?]$/.test(part) ? part : `${part}.`))
    .join(' ');
}
