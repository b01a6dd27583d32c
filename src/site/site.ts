import { setImmediate } from 'node:timers/promises';
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.js';
import { basePath, externalAddress } from './address.js';
import { apparatusView } from './apparatus/apparatus-view.js';
import { byDate, documentView, withDistinctTitles, type DocumentView } from './reading/document-view.js';
import { loadCitations } from './citation/citations.js';
import { checkSite } from './checks/link-check.js';
import type { MentionKind } from './reading/mention.js';
import { noCache, type BuildCache } from '../storage/build-cache.js';
import { fingerprint } from '../storage/fingerprint.js';
import { hashOf } from '../storage/ledger.js';
import { siteUrl, type SiteContext } from './page.js';
import { pageKinds } from './pages/page-kinds.js';
import { registerView } from './registers/register-view.js';
import { searchIndex } from './search/search-index.js';
import type { Site, SiteDocument, SiteInput } from './site-input.js';
import { fileKinds } from './site-files.js';
import { defaultSiteSettings } from '../edition/site-settings.js';
import { settingsFaults } from './settings-check.js';
import { fillPages } from './fill-pages.js';
import { loadTheme, type ThemeChanges } from './theme/theme.js';
import { clashingPages, locatedInSource } from './own-pages/own-page-check.js';
import { ownPages } from './own-pages/own-pages.js';

/** Documents after which other work, and signals, are let in. */
const TURN = 50;

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
  const report = (finding: Diagnostic): void => {
    diagnostics.push(finding);
  };
  const { site: settings = defaultSiteSettings, language } = input.edition;
  const { cache = noCache } = input;
  const theme = loadTheme(settings.language ?? language, input.theme, report);
  const { messages } = theme;
  const themeHash = themeFingerprint(messages.language, input.theme);
  const read: DocumentView[] = [];
  for (const [index, document] of input.documents.entries()) {
    if (index % TURN === TURN - 1) await setImmediate();
    read.push(...readDocument(document, input.edition.language, cache, diagnostics));
  }
  const documents = withDistinctTitles(byDate(read));
  const register = (kind: MentionKind): SiteContext['registers'][MentionKind] =>
    registerView(
      kind,
      { register: input.register, documents, language: input.edition.language },
      messages,
      (address, entry) => {
        diagnostics.push(unsafeLink(address, `the register entry "${entry}"`));
      },
    );
  const registers = { person: register('person'), place: register('place'), organisation: register('organisation') };
  const searchable = {
    edition: input.edition,
    documents,
    register: input.register,
    registers,
    companions: input.companions ?? [],
    apparatus: (input.apparatus ?? []).flatMap((each) => apparatusView(each, input.edition.language) ?? []),
    citations: await loadCitations(input.edition, input.register, messages, {
      url: siteUrl(input.edition),
      cache,
      theme: themeHash,
    }),
    own: ownPages(input.ownPages ?? new Map(), { edition: input.edition, messages, registers, theme }, report),
    theme,
    messages,
    tool: input.tool,
  };
  const search = await searchIndex(searchable);
  const context: SiteContext = { ...searchable, search: search.index };
  diagnostics.push(...editionLinks(input), ...search.diagnostics);

  const pages = pageKinds.flatMap((kind) => kind(context));
  diagnostics.push(...settingsFaults(settings, pages, theme));
  const clashes = clashingPages(context.own, pages);
  if (clashes.length > 0) return { files: [], diagnostics: [...diagnostics, ...clashes] };
  const { rendered, faults } = await fillPages(pages, context, { cache, theme: themeHash });
  // A page that could not be filled would make a dead link of each way to it.
  if (faults.length > 0) return { files: [], diagnostics: [...diagnostics, ...faults] };
  const beside = await Promise.all(fileKinds.map(async (kind) => kind({ context, pages, rendered })));
  const files = [...rendered, ...beside.flat()];
  const findings = checkSite(files, basePath(input.edition.baseUrl));
  diagnostics.push(...findings.map((finding) => locatedInSource(finding, context.own)));
  return { files, diagnostics };
}

/** What a page depends on beside its view: templates, messages, colours. */
function themeFingerprint(language: string, theme: ThemeChanges | undefined): string {
  const files = [...(theme?.files ?? [])].map(([path, bytes]) => [path, hashOf(bytes)]);
  return fingerprint([language, files, theme?.colours ?? '']);
}

function readDocument(
  document: SiteDocument,
  language: string,
  cache: BuildCache,
  diagnostics: Diagnostic[],
): DocumentView[] {
  try {
    return [documentView(document, language, cache)];
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
