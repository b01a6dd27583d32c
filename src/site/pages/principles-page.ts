import { siteAddress } from '../address.js';
import { hasRegister, registerPages, type Page, type SiteContext } from '../page.js';
import type { DocumentView } from '../reading/document-view.js';
import { proseText, type Prose } from '../reading/prose.js';
import { label } from '../theme/labels.js';
import { editorialSigns } from './editorial-signs.js';
import { MANUAL_PATH, manualOf, manualPage } from './manual-page.js';

/** How many documents a statement lists that holds for some only. */
const DOCUMENTS_SHOWN = 12;

/** The statements of headers in the order in which a reader asks: the whole, the words, their marks, their meaning. */
const ORDER = [
  'projectDesc',
  'samplingDecl',
  'p',
  'transcriptionDesc',
  'correction',
  'normalization',
  'punctuation',
  'quotation',
  'hyphenation',
  'segmentation',
  'stdVals',
  'interpretation',
  'variantEncoding',
  'classDecl',
  'tagsDecl',
  'refsDecl',
];

interface Principle {
  readonly prose: Prose;
  readonly documents: Set<DocumentView>;
}

/** How the texts are encoded: what the headers declare, and the manual of the encoding, where there is one. */
export function principlesPages(context: SiteContext): Page[] {
  const manual = manualOf(context);
  return [
    principlesPage(context, manual !== undefined),
    ...(manual === undefined ? [] : [manualPage(manual, context)]),
  ];
}

function principlesPage(context: SiteContext, hasManual: boolean): Page {
  const { messages, documents } = context;
  return {
    path: 'principles.html',
    template: 'principles',
    navigation: 'principles',
    title: messages.text('principles.title'),
    description: messages.text('principles.lead'),
    styles: ['pages.css'],
    view: (root) => ({
      groups: statementGroups(documents).map(([kind, principles]) => ({
        id: `statement:${kind}`,
        heading: label(messages, 'statement', kind),
        statements: byHolders(principles).map((together) => ({
          proses: together.map(({ prose }) => prose),
          ...holders(together[0]?.documents ?? new Set(), context, root),
        })),
      })),
      signs: editorialSigns(new Set(documents.flatMap(({ text }) => [...text.elements])), messages),
      certainty: certainties(context),
      manual: hasManual ? siteAddress(root, MANUAL_PATH) : '',
      data: siteAddress(root, 'data.html'),
    }),
  };
}

/** Statements that hold for the same documents stand together, those that hold for most first. */
function byHolders(principles: readonly Principle[]): Principle[][] {
  const groups = new Map<string, Principle[]>();
  for (const principle of principles) {
    const key = [...principle.documents].map(({ id }) => id).join(' ');
    groups.set(key, [...(groups.get(key) ?? []), principle]);
  }
  return [...groups.values()].sort((a, b) => (b[0]?.documents.size ?? 0) - (a[0]?.documents.size ?? 0));
}

/** The documents that a statement holds for; what is true of every document needs no list. */
function holders(holding: ReadonlySet<DocumentView>, { documents, messages }: SiteContext, root: string): object {
  const counts = { count: holding.size, total: documents.length };
  if (holding.size === documents.length) return { ...counts, documents: [], more: '' };
  const shown = [...holding].slice(0, DOCUMENTS_SHOWN);
  const rest = holding.size - shown.length;
  return {
    ...counts,
    documents: shown.map(({ title, titleLanguage, path }) => ({
      title,
      language: titleLanguage,
      href: siteAddress(root, path),
    })),
    more: rest > 0 ? messages.text('principles.moreDocuments', { count: rest }) : '',
  };
}

/** How many names of each kind somebody has identified, and how surely; kinds that do not occur are left out. */
function certainties(context: SiteContext): object[] {
  const rows = registerPages.filter(({ kind }) => hasRegister(context, kind));
  return rows
    .map(({ kind, name }) => {
      const all = context.documents.flatMap(({ text }) => text.mentions.filter((mention) => mention.kind === kind));
      const identified = all.filter(({ references }) => references.length > 0);
      const doubtful = identified.filter(({ certainty }) => certainty !== '' && certainty !== 'high');
      return {
        name: context.messages.text(`navigation.${name}`),
        total: all.length,
        certain: identified.length - doubtful.length,
        doubtful: doubtful.length,
        unidentified: all.length - identified.length,
      };
    })
    .filter(({ total }) => total > 0);
}

/** All statements by kind, those of one wording together, in the order in which they are first met. */
function statementGroups(documents: readonly DocumentView[]): [string, Principle[]][] {
  const groups = new Map<string, Map<string, Principle>>();
  const add = (kind: string, prose: Prose, document: DocumentView): void => {
    const group = groups.get(kind) ?? new Map<string, Principle>();
    groups.set(kind, group);
    const text = proseText(prose);
    const principle = group.get(text) ?? { prose, documents: new Set() };
    principle.documents.add(document);
    group.set(text, principle);
  };
  for (const document of documents) {
    for (const prose of document.header.project) add('projectDesc', prose, document);
    for (const { kind, paragraphs } of document.header.statements) {
      for (const prose of paragraphs) add(kind, prose, document);
    }
  }
  const place = ([kind]: readonly [string, unknown]): number =>
    (ORDER.indexOf(kind) + ORDER.length + 1) % (ORDER.length + 1);
  return [...groups]
    .map(([kind, principles]): [string, Principle[]] => [kind, [...principles.values()]])
    .sort((a, b) => place(a) - place(b));
}
