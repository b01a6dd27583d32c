import { siteAddress } from '../address.js';
import type { DocumentView } from '../reading/document-view.js';
import { editorialSigns } from './editorial-signs.js';
import { label } from '../theme/labels.js';
import type { Page, SiteContext } from '../page.js';
import { proseText, type Prose } from '../reading/prose.js';

interface Principle {
  readonly prose: Prose;
  readonly documents: DocumentView[];
}

/** How the texts are encoded: what the headers declare, each statement once, with the documents it holds for. */
export function principlesPage(context: SiteContext): Page {
  const { messages, documents } = context;
  return {
    path: 'principles.html',
    template: 'principles',
    navigation: 'principles',
    title: messages.text('principles.title'),
    description: messages.text('principles.lead'),
    view: (root) => ({
      groups: statementGroups(documents).map(([kind, principles]) => ({
        heading: label(messages, 'statement', kind),
        statements: principles.map(({ prose, documents: holders }) => ({
          prose,
          // What is true of every document needs no list.
          documents:
            holders.length === documents.length
              ? []
              : holders.map(({ title, titleLanguage, path }) => ({
                  title,
                  language: titleLanguage,
                  href: siteAddress(root, path),
                })),
        })),
      })),
      signs: editorialSigns(new Set(documents.flatMap(({ text }) => [...text.elements])), messages),
      data: siteAddress(root, 'data.html'),
    }),
  };
}

/** All statements by kind, those of one wording together, in the order in which they are first met. */
function statementGroups(documents: readonly DocumentView[]): [string, Principle[]][] {
  const groups = new Map<string, Map<string, Principle>>();
  const add = (kind: string, prose: Prose, document: DocumentView): void => {
    const group = groups.get(kind) ?? new Map<string, Principle>();
    groups.set(kind, group);
    const principle = group.get(proseText(prose));
    if (principle === undefined) group.set(proseText(prose), { prose, documents: [document] });
    else if (!principle.documents.includes(document)) principle.documents.push(document);
  };
  for (const document of documents) {
    for (const prose of document.header.project) add('projectDesc', prose, document);
    for (const { kind, paragraphs } of document.header.statements) {
      for (const prose of paragraphs) add(kind, prose, document);
    }
  }
  return [...groups].map(([kind, principles]) => [kind, [...principles.values()]]);
}
