import { siteAddress } from '../address.js';
import { editionFiles } from '../machine/machine-files.js';
import { siteUrl, type Page, type SiteContext } from '../page.js';
import type { DocumentView } from '../reading/document-view.js';
import { proseText, type Prose } from '../reading/prose.js';
import { label } from '../theme/labels.js';
import { DOCUMENT_TABLE_PATH } from '../document-table.js';
import { byteCount, fileSize } from './file-size.js';
import { MANUAL_PATH, manualOf } from './manual-page.js';

/** How many documents the table of files has; a longer edition has them all in its list as a file. */
const DOCUMENTS_SHOWN = 200;

/** What can be taken away: the files, under which licences, and how much there is. */
export function dataPage(context: SiteContext): Page {
  const { messages, documents, edition } = context;
  return {
    path: 'data.html',
    template: 'data',
    navigation: 'data',
    title: messages.text('data.title'),
    description: messages.text('data.lead'),
    styles: ['pages.css'],
    view: (root) => ({
      counts: countsOf(context),
      documents: documents.slice(0, DOCUMENTS_SHOWN).map((document) => filesOf(document, context, root)),
      more:
        documents.length > DOCUMENTS_SHOWN
          ? messages.text('data.moreDocuments', { count: documents.length - DOCUMENTS_SHOWN })
          : '',
      list: siteAddress(root, DOCUMENT_TABLE_PATH),
      companions: context.companions.map(({ path, content }) => ({
        path,
        href: siteAddress(root, path),
        kind: companionKind(path, context),
        size: fileSize(byteCount(content), messages),
      })),
      citations: editionFiles(context, root),
      licence: edition.licence?.name ?? '',
      rights: rightsOf(context),
      schemas: distinct(documents.flatMap(({ header }) => header.schemas)),
      applications: distinct(documents.flatMap(({ header }) => header.applications)),
      manual: manualOf(context) === undefined ? '' : siteAddress(root, MANUAL_PATH),
      addresses: exampleAddresses(context),
      version: versionOf(context),
    }),
  };
}

function countsOf({ documents, registers, messages }: SiteContext): object[] {
  const sum = (count: (document: DocumentView) => number): number =>
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
  return counts.map(([name, count]) => ({ name: messages.text(`data.count.${name}`), count }));
}

function filesOf(document: DocumentView, { messages }: SiteContext, root: string): object {
  const { source } = document;
  return {
    title: document.title,
    language: document.titleLanguage,
    href: siteAddress(root, document.path),
    tei: siteAddress(root, document.teiPath),
    teiSize: fileSize(byteCount(source.teiFile ?? source.teiXml), messages),
    text: siteAddress(root, document.textPath),
    textSize: fileSize(byteCount(source.plainText), messages),
  };
}

/** What a file beside the documents is, by its place or its ending. */
function companionKind(path: string, { messages }: SiteContext): string {
  const ending = path.slice(path.lastIndexOf('.') + 1);
  const key = `data.kind.${path.startsWith('tei/register/') ? 'register' : ending}`;
  return messages.has(key) ? messages.text(key) : '';
}

/** How a document, its files and a paragraph are addressed, by the first document; none without one. */
function exampleAddresses({ documents, edition, messages }: SiteContext): object[] {
  const [document] = documents;
  if (document === undefined) return [];
  const url = siteUrl(edition);
  const passage = [`${document.id}-p1`, `${document.id}-sp1`, `${document.id}-l1`].find((id) => document.hasAnchor(id));
  const addresses: readonly (readonly [string, string])[] = [
    ['page', siteAddress(url, document.path)],
    ...(passage === undefined ? [] : [['passage', siteAddress(url, document.path, passage)] as const]),
    ['tei', siteAddress(url, document.teiPath)],
    ['text', siteAddress(url, document.textPath)],
  ];
  return addresses.map(([name, address]) => ({ name: messages.text(`data.address.${name}`), address }));
}

/** When the edition was published, and the latest change that a document records. */
function versionOf({ edition, documents, tool }: SiteContext): object {
  const changes = documents
    .flatMap(({ header }) => header.changes.map(({ date }) => date))
    .filter((date) => date !== '');
  return {
    published: edition.date ?? '',
    changed: changes.reduce((latest, date) => (date > latest ? date : latest), ''),
    tool: `${tool.name} ${tool.version}`,
  };
}

/** Every statement of rights once, under the layer that it is about. */
function rightsOf({ documents, messages }: SiteContext): object[] {
  const layers = new Map<string, Map<string, Prose>>();
  for (const { layer, paragraphs } of documents.flatMap(({ header }) => header.rights)) {
    const term = layer === '' ? messages.text('field.rights') : label(messages, 'layer', layer);
    const statements = layers.get(term) ?? new Map<string, Prose>();
    layers.set(term, statements);
    for (const prose of paragraphs) if (!statements.has(proseText(prose))) statements.set(proseText(prose), prose);
  }
  return [...layers].map(([term, statements]) => ({ term, values: [...statements.values()] }));
}

function distinct(proses: readonly Prose[]): Prose[] {
  return [...new Map(proses.map((prose) => [proseText(prose), prose])).values()];
}
