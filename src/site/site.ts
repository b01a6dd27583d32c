import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.js';
import { basePath, externalAddress } from './address.js';
import { byDate, documentView, type DocumentView } from './reading/document-view.js';
import { checkSite } from './checks/link-check.js';
import type { MentionKind } from './reading/mention.js';
import { loadMessages } from './theme/messages.js';
import { pageView, type SiteContext } from './page.js';
import { pageKinds } from './pages/page-kinds.js';
import { registerView } from './registers/register-view.js';
import type { Site, SiteDocument, SiteFile, SiteInput } from './site-input.js';
import { fileKinds } from './site-files.js';
import { loadTemplates } from './theme/templates.js';

/**
 * Builds the site of an edition in memory: a page for each document, the registers, the principles, the data, with
 * the TEI and the plain texts beside them. Nothing is written; paths and links are checked here.
 *
 * The same input gives the same bytes. A document that cannot be read is left out and reported.
 *
 * @returns the files and the findings; where one is an error, the files are not fit to be published.
 * @throws for a fault of a template or a message file: both are ours.
 */
export async function buildSite(input: SiteInput): Promise<Site> {
  const diagnostics: Diagnostic[] = [];
  const messages = loadMessages(input.edition.language);
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
  };
  diagnostics.push(...editionLinks(input));

  const render = loadTemplates(messages);
  const pages = pageKinds.flatMap((kind) => kind(context));
  const rendered = pages.map((page) => ({
    path: page.path,
    content: render(page.template, pageView(page, pages, context)),
  }));
  const beside = await Promise.all(fileKinds.map(async (kind) => kind({ context, pages, rendered })));
  const files: SiteFile[] = [...rendered, ...beside.flat()];
  diagnostics.push(...checkSite(files, basePath(input.edition.baseUrl)));
  return { files, diagnostics };
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
