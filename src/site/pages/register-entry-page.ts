import { siteAddress } from '../address.js';
import type { Page, SiteContext } from '../page.js';
import { ownPath, type RegisterName } from '../registers/entry-places.js';
import { divideMentions, linesOf, linesShown, MENTIONS_ON_A_PAGE } from '../registers/mention-pages.js';
import { countOf, mentionsView } from '../registers/mention-view.js';
import type { RegisterEntryView, RegisterSection, RegisterView } from '../registers/register-view.js';
import { relationsOf } from './register-relations.js';
import { pageNumbers } from './page-numbers.js';

/** The style of every page of a register. */
export const REGISTER_STYLES = ['list.css', 'register.css'];

/** The entries of a section that have their mentions on pages of their own. */
export function entriesApart(section: RegisterSection): ReadonlySet<RegisterEntryView> {
  const shown = linesShown(section.entries);
  return new Set(section.entries.filter((entry) => linesOf(entry) > shown));
}

/** The pages of the entries that are mentioned too often for the page of their register. */
export function entryPagesOf({ name, sections }: RegisterView, context: SiteContext): Page[] {
  return sections.flatMap((section) =>
    [...entriesApart(section)].flatMap((entry) => pagesOf(entry, section, name, context)),
  );
}

function pagesOf(entry: RegisterEntryView, section: RegisterSection, name: RegisterName, context: SiteContext): Page[] {
  const { messages } = context;
  const portions = divideMentions([entry], MENTIONS_ON_A_PAGE);
  const paths = portions.map((_, index) => ownPath(name, entry.id, index + 1));
  return portions.map((portion, index) => ({
    path: paths[index] ?? '',
    template: 'register-entry',
    title: index === 0 ? entry.heading : messages.text('register.page', { title: entry.heading, page: index + 1 }),
    ...(entry.language === '' ? {} : { titleLanguage: entry.language }),
    description: messages.text('register.entryDescription', { name: entry.name, count: countOf(entry, messages) }),
    styles: REGISTER_STYLES,
    view: (root: string) => ({
      register: messages.text(`register.${name}.title`),
      registerHref: siteAddress(root, section.path, entry.id),
      entry: { ...entryView(entry, name, root, context, false), heading: entry.heading },
      documents: mentionsView(
        portion.flatMap(({ documents }) => documents),
        root,
        messages,
        true,
      ),
      numbers: pageNumbers(paths, index, root),
    }),
  }));
}

/**
 * An entry for its template.
 *
 * @param isShown true where its mentions stand under it, false where they have a page of their own.
 */
export function entryView(
  entry: RegisterEntryView,
  name: RegisterName,
  root: string,
  context: SiteContext,
  isShown: boolean,
): object {
  const { messages } = context;
  return {
    id: entry.id,
    href: `#${encodeURIComponent(entry.id)}`,
    heading: entry.heading,
    language: entry.language,
    detail: entry.detail,
    isGroup: entry.isGroup,
    descriptions: entry.descriptions,
    otherForms: entry.otherForms,
    identifiers: entry.identifiers,
    relations: relationsOf(entry.id, context, root),
    count: entry.count === 0 ? '' : countOf(entry, messages),
    ownHref: isShown || entry.count === 0 ? '' : siteAddress(root, ownPath(name, entry.id, 1)),
    documents: isShown ? mentionsView(entry.documents, root, messages, false) : [],
  };
}
