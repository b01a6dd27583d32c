import type { Register } from '../edition/register.js';
import { basePath, externalAddress, siteAddress } from './address.js';
import type { DocumentView } from './document-view.js';
import type { MentionKind } from './mention.js';
import type { Messages } from './messages.js';
import type { RegisterView } from './register-view.js';
import type { Companion, EditionDescription, SiteInput } from './site-input.js';

/** What every page is made from. */
export interface SiteContext {
  readonly edition: EditionDescription;
  /** In the order of the site. */
  readonly documents: readonly DocumentView[];
  readonly register: Register;
  readonly registers: Readonly<Record<MentionKind, RegisterView>>;
  readonly companions: readonly Companion[];
  readonly messages: Messages;
  readonly tool: SiteInput['tool'];
  readonly styles: readonly string[];
}

/** A page before its template is filled. */
export interface Page {
  readonly path: string;
  readonly template: string;
  readonly title: string;
  /** The language of the title, where it is not the interface's. */
  readonly titleLanguage?: string;
  readonly description: string;
  /** Makes the page's own view; addresses are seen from `root`. */
  readonly view: (root: string) => object;
}

/** The register pages, in the order of the navigation. */
export const registerPages = [
  { kind: 'person', name: 'persons' },
  { kind: 'place', name: 'places' },
  { kind: 'organisation', name: 'organisations' },
] as const satisfies readonly { kind: MentionKind; name: string }[];

/** True where a register has something to show: entries, or names that nobody has identified yet. */
export function hasRegister(context: SiteContext, kind: MentionKind): boolean {
  const { entries, unidentified } = context.registers[kind];
  return entries.length > 0 || unidentified.length > 0;
}

/** The address of the site with a slash at its end; empty where it is not known. */
export function siteUrl(edition: EditionDescription): string {
  const address = externalAddress(edition.baseUrl ?? '');
  return address === undefined ? '' : address.replace(/\/*$/, '/');
}

/** The view of a page as its template sees it: its own, and what the frame around every page needs. */
export function pageView(page: Page, context: SiteContext): object {
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
    },
    site: {
      title: edition.title,
      language: messages.language,
      editionLanguage: edition.language,
      // The first page has the title as its heading.
      isFront: page.path === 'index.html',
      home: siteAddress(root, 'index.html'),
      styles: context.styles.map((style) => siteAddress(root, `assets/${style}`)),
      navigation: navigation(page, context, root),
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

function navigation(page: Page, context: SiteContext, root: string): object[] {
  const registers = registerPages.filter(({ kind }) => hasRegister(context, kind)).map(({ name }) => name);
  return ['index', ...registers, 'principles', 'data'].map((name) => ({
    label: context.messages.text(`navigation.${name}`),
    href: siteAddress(root, `${name}.html`),
    isCurrent: page.path === `${name}.html`,
  }));
}
