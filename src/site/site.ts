import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.js';
import { basePath, externalAddress } from './address.js';
import { dataPage } from './data-page.js';
import { documentPage } from './document-page.js';
import { byDate, documentView, type DocumentView } from './document-view.js';
import { indexPage } from './index-page.js';
import { checkSite } from './link-check.js';
import type { MentionKind } from './mention.js';
import { loadMessages } from './messages.js';
import { pageView, type Page, type SiteContext } from './page.js';
import { principlesPage } from './principles-page.js';
import { registerPagesOf } from './register-page.js';
import { registerView } from './register-view.js';
import type { Site, SiteDocument, SiteFile, SiteInput } from './site-input.js';
import { loadStyles, loadTemplates } from './templates.js';

/**
 * Builds the site of an edition in memory: a page for each document, the registers, the principles, the data, with
 * the TEI and the plain texts beside them. Nothing is written; paths and links are checked here.
 *
 * The same input gives the same bytes. A document that cannot be read is left out and reported.
 *
 * @returns the files and the findings; where one is an error, the files are not fit to be published.
 * @throws for a fault of a template or a message file: both are ours.
 */
export function buildSite(input: SiteInput): Site {
  const diagnostics: Diagnostic[] = [];
  const messages = loadMessages(input.edition.language);
  const styles = loadStyles();
  const documents = byDate(
    input.documents.flatMap((document) => readDocument(document, input.edition.language, diagnostics)),
  );
  const register = (kind: MentionKind): SiteContext['registers'][MentionKind] =>
    registerView(kind, input.register, documents, messages, (address, entry) => {
      diagnostics.push(unsafeLink(address, `the register entry "${entry}"`));
    });
  const context: SiteContext = {
    edition: input.edition,
    documents,
    register: input.register,
    registers: { person: register('person'), place: register('place'), organisation: register('organisation') },
    companions: input.companions ?? [],
    messages,
    tool: input.tool,
    styles: [...styles.keys()],
  };
  diagnostics.push(...editionLinks(input));

  const render = loadTemplates(messages);
  const files: SiteFile[] = [
    ...pagesOf(context).map((page) => ({ path: page.path, content: render(page.template, pageView(page, context)) })),
    ...documents.flatMap(({ teiPath, textPath, source }) => [
      { path: teiPath, content: source.teiXml },
      { path: textPath, content: source.plainText },
    ]),
    ...context.companions,
    ...[...styles].map(([name, content]) => ({ path: `assets/${name}`, content })),
  ];
  diagnostics.push(...checkSite(files, basePath(input.edition.baseUrl)));
  return { files, diagnostics };
}

/** Every page of the site, the first page first. */
function pagesOf(context: SiteContext): Page[] {
  const { messages } = context;
  return [
    indexPage(context),
    ...context.documents.map((document) => documentPage(document, context)),
    ...registerPagesOf(context),
    principlesPage(context),
    dataPage(context),
    {
      path: '404.html',
      template: '404',
      title: messages.text('missing.title'),
      description: messages.text('missing.lead'),
      view: () => ({}),
    },
  ];
}

function readDocument(document: SiteDocument, language: string, diagnostics: Diagnostic[]): DocumentView[] {
  try {
    return [documentView(document, language)];
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    diagnostics.push(
      diagnostic('site/unreadable-tei', `The TEI of "${document.id}" cannot be read: ${reason}`, {
        file: `tei/${document.id}.xml`,
        help: 'Validate the file: the gate says where it is not well-formed.',
      }),
    );
    return [];
  }
}

/** The edition's own addresses: one that may not be linked is left out, which an editor wants to know. */
function editionLinks({ edition }: SiteInput): Diagnostic[] {
  const addresses = [edition.baseUrl, edition.licence?.url].filter((address) => address !== undefined);
  return addresses
    .filter((address) => externalAddress(address) === undefined)
    .map((address) => unsafeLink(address, 'the description of the edition'));
}

function unsafeLink(address: string, where: string): Diagnostic {
  return diagnostic('site/unsafe-link', `An address in ${where} is printed as text, not linked.`, {
    actual: address,
    expected: ['http:', 'https:', 'mailto:'],
    help: 'Correct the address.',
  });
}
