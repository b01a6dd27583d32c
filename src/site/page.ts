import type { Register } from '../edition/register.js';
import { basePath, externalAddress, siteAddress } from './address.js';
import type { ApparatusView } from './apparatus/apparatus-view.js';
import type { Citations } from './citation/citations.js';
import type { DocumentView } from './reading/document-view.js';
import type { MentionKind } from './reading/mention.js';
import { direction } from './theme/labels.js';
import type { Messages } from './theme/messages.js';
import type { OwnPages } from './own-pages/own-pages.js';
import type { Theme } from './theme/theme.js';
import type { RegisterView } from './registers/register-view.js';
import type { SearchIndex } from './search/search-folder.js';
import type { Companion, EditionDescription, SiteInput } from './site-input.js';

export { registerPages } from './registers/entry-places.js';

/** What every page is made from. */
export interface SiteContext {
  readonly edition: EditionDescription;
  /** In the order of the site. */
  readonly documents: readonly DocumentView[];
  readonly register: Register;
  readonly registers: Readonly<Record<MentionKind, RegisterView>>;
  readonly companions: readonly Companion[];
  /** The collations of its documents, by id. */
  readonly apparatus: readonly ApparatusView[];
  readonly citations: Citations;
  /** What the edition has written itself. */
  readonly own: OwnPages;
  /** None where the site has no search. */
  readonly search: SearchIndex | undefined;
  readonly theme: Theme;
  readonly messages: Messages;
  readonly tool: SiteInput['tool'];
}

/** Something about a page that machines read: an element `link` in its head. */
export interface HeadLink {
  readonly rel: string;
  readonly href: string;
  /** The media type of what it leads to; empty for none. */
  readonly type: string;
  readonly title: string;
}

/** What a page says to machines about itself, beside its title, description and canonical address. */
export interface PageHead {
  readonly links: readonly HeadLink[];
  /** Elements `meta`; `attribute` says which one has the key: `name`, or `property` (Open Graph). */
  readonly meta: readonly { readonly attribute: 'name' | 'property'; readonly key: string; readonly content: string }[];
  /** Linked data (JSON-LD 1.1), if there is any. */
  readonly data?: object;
}

/** A page before its template is filled. */
export interface Page {
  readonly path: string;
  readonly template: string;
  readonly title: string;
  /** The language of the title, where it is not the interface's. */
  readonly titleLanguage?: string;
  readonly description: string;
  /** The name under which the navigation lists the page (a message `navigation.<name>`); none for other pages. */
  readonly navigation?: string;
  /** Of a page that the edition has written itself, and whether the navigation lists it. Its title is its name there. */
  readonly own?: { readonly isListed: boolean };
  /** Style sheets in `assets/` that the page needs beside the frame's own. */
  readonly styles?: readonly string[];
  /** Scripts in `assets/` that add comfort to the page; it must be complete without them. */
  readonly scripts?: readonly string[];
  /** What machines are told; addresses are seen from `root`, `url` is the site's own (empty where unknown). */
  readonly head?: (root: string, url: string) => PageHead;
  /** Makes the page's own view; addresses are seen from `root`. */
  readonly view: (root: string) => object;
}

/** A kind of page: makes the pages of this kind that an edition has, none where it has nothing to show. */
export type PageKind = (context: SiteContext) => readonly Page[];

/** Where readers search. */
export const SEARCH_PATH = 'search.html';

/** The style sheets of every page, in their order: the typeface, and the frame. */
const FRAME_STYLES = ['fonts.css', 'site.css'];

/** True where a register has something to show: entries, or names that nobody has identified yet. */
export function hasRegister(context: SiteContext, kind: MentionKind): boolean {
  const { entries, unidentified } = context.registers[kind];
  return entries.length > 0 || unidentified.length > 0;
}

/**
 * The address of a register's entry, seen from `root`; undefined for an id that the register does not have.
 * Every link to an entry is made here: large registers are divided into pages.
 */
export function entryAddress(
  { registers }: Pick<SiteContext, 'registers'>,
  kind: MentionKind,
  id: string,
  root: string,
): string | undefined {
  const path = registers[kind].pathOf(id);
  return path === undefined ? undefined : siteAddress(root, path, id);
}

/** The address of the site with a slash at its end; empty where it is not known. */
export function siteUrl(edition: EditionDescription): string {
  const address = externalAddress(edition.baseUrl ?? '');
  return address === undefined ? '' : address.replace(/\/*$/, '/');
}

/** What all pages of a site share. */
export interface PageFrame {
  /** The pages that the navigation lists, in its order. */
  readonly listed: readonly Page[];
  /** The edition's own pages that it does not list: every page leads to them at its foot. */
  readonly others: readonly Page[];
  /** What a page tells machines. */
  readonly headOf: (page: Page, root: string) => PageHead;
}

/** The frame of the pages of a site. */
export function pageFrame(pages: readonly Page[], { edition }: SiteContext, headOf: PageFrame['headOf']): PageFrame {
  const wanted = edition.site?.navigation ?? [];
  const place = ({ navigation: name }: Page): number => wanted.indexOf(name ?? '');
  const listed = pages
    .filter((page) => {
      if (page.navigation === undefined) return false;
      return wanted.length === 0 ? page.own?.isListed !== false : wanted.includes(page.navigation);
    })
    .toSorted((a, b) => place(a) - place(b));
  return { listed, others: pages.filter((page) => page.own !== undefined && !listed.includes(page)), headOf };
}

/** The view of a page as its template sees it: its own, and what the frame around every page needs. */
export function pageView(page: Page, frame: PageFrame, context: SiteContext): object {
  const { edition, messages, tool } = context;
  const root = rootOf(page.path, edition.baseUrl);
  const url = siteUrl(edition);
  return {
    ...page.view(root),
    page: {
      title: page.title,
      titleLanguage: page.titleLanguage ?? messages.language,
      // A document's own title stands before the edition's in a window and in a list of results.
      windowTitle: page.path === 'index.html' ? edition.title : `${page.title} — ${edition.title}`,
      description: page.description,
      canonical: canonicalAddress(page.path, url),
      policy: SECURITY_POLICY,
      styles: [...FRAME_STYLES, ...(page.styles ?? []), ...context.theme.styles].map((style) =>
        siteAddress(root, `assets/${style}`),
      ),
      scripts: [...(page.scripts ?? []), ...context.theme.scripts].map((script) =>
        siteAddress(root, `assets/${script}`),
      ),
      head: frame.headOf(page, root),
    },
    site: {
      title: edition.title,
      language: messages.language,
      direction: direction(messages.language),
      editionLanguage: edition.language,
      // The first page has the title as its heading.
      isFront: page.path === 'index.html',
      home: siteAddress(root, 'index.html'),
      navigation: frame.listed.map((each) => navigationItem(each, page, context, root)),
      others: frame.others.map((each) => navigationItem(each, page, context, root)),
      // The search page has a larger box of its own.
      search: context.search === undefined || page.path === SEARCH_PATH ? '' : siteAddress(root, SEARCH_PATH),
      publisher: edition.publisher ?? '',
      licence: edition.licence?.name ?? '',
      licenceHref: externalAddress(edition.licence?.url ?? '') ?? '',
      tool: `${tool.name} ${tool.version}`,
    },
  };
}

/** The one address of a page; the first page's is the site's own. */
function canonicalAddress(path: string, url: string): string {
  if (url === '' || path === '404.html') return '';
  return path === 'index.html' ? url : siteAddress(url, path);
}

/** What leads from a page to the root. A page for missing addresses is shown at any depth: it needs the full path. */
function rootOf(path: string, baseUrl: string | undefined): string {
  if (path === '404.html') return baseUrl === undefined ? '' : basePath(baseUrl);
  return '../'.repeat(path.split('/').length - 1);
}

/**
 * What a page may load and run (Content Security Policy Level 3): files of the site, nothing else. The program of the
 * search runs in a worker, which is a file of the site and has a policy of its own.
 */
const SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
].join('; ');

function navigationItem(
  { path, navigation: name = '', own, title, titleLanguage, description }: Page,
  current: Page,
  { messages }: SiteContext,
  root: string,
): object {
  const isOwn = own !== undefined;
  return {
    description,
    label: isOwn ? title : messages.text(`navigation.${name}`),
    // Only what is not in the language of the interface says so.
    language: isOwn && titleLanguage !== undefined && titleLanguage !== messages.language ? titleLanguage : '',
    href: siteAddress(root, path),
    isCurrent: current.path === path,
  };
}
