import { siteAddress } from '../address.js';
import { label } from '../theme/labels.js';
import type { Page, SiteContext } from '../page.js';
import { proseText, type Prose } from '../reading/prose.js';

/** What can be taken away: the files, under which licences, and how much there is. */
export function dataPage(context: SiteContext): Page {
  const { messages, documents, registers } = context;
  const sum = (count: (document: (typeof documents)[number]) => number): number =>
    documents.reduce((total, document) => total + count(document), 0);
  const counts: readonly (readonly [string, number])[] = [
    ['documents', documents.length],
    ['words', sum(({ text }) => text.words)],
    ['persons', registers.person.entries.length],
    ['places', registers.place.entries.length],
    ['organisations', registers.organisation.entries.length],
    ['names', sum(({ text }) => text.mentions.length)],
    ['dates', sum(({ text }) => text.dates)],
    ['notes', sum(({ text }) => text.notes)],
  ];
  return {
    path: 'data.html',
    template: 'data',
    navigation: 'data',
    title: messages.text('data.title'),
    description: messages.text('data.lead'),
    view: (root) => ({
      counts: counts.map(([name, count]) => ({ name: messages.text(`data.count.${name}`), count })),
      documents: documents.map((document) => ({
        title: document.title,
        language: document.titleLanguage,
        href: siteAddress(root, document.path),
        tei: siteAddress(root, document.teiPath),
        text: siteAddress(root, document.textPath),
      })),
      companions: context.companions.map(({ path }) => ({ path, href: siteAddress(root, path) })),
      rights: rightsOf(context),
      schemas: distinct(documents.flatMap(({ header }) => header.schemas)),
      applications: distinct(documents.flatMap(({ header }) => header.applications)),
    }),
  };
}

/** Every statement of rights once, under the layer that it is about. */
function rightsOf({ documents, messages }: SiteContext): object[] {
  const layers = new Map<string, Prose[]>();
  for (const { layer, paragraphs } of documents.flatMap(({ header }) => header.rights)) {
    const term = layer === '' ? messages.text('field.rights') : label(messages, 'layer', layer);
    layers.set(term, distinct([...(layers.get(term) ?? []), ...paragraphs]));
  }
  return [...layers].map(([term, values]) => ({ term, values }));
}

function distinct(proses: readonly Prose[]): Prose[] {
  return [...new Map(proses.map((prose) => [proseText(prose), prose])).values()];
}
