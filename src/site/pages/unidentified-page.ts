import { siteAddress } from '../address.js';
import type { Page, SiteContext } from '../page.js';
import {
  divideMentions,
  linesOf,
  MENTIONS_ON_A_PAGE,
  MENTIONS_ON_A_REGISTER_PAGE,
  type Portion,
} from '../registers/mention-pages.js';
import { countOf, mentionsView } from '../registers/mention-view.js';
import type { RegisterView, UnidentifiedName } from '../registers/register-view.js';
import type { Messages } from '../theme/messages.js';
import { pageNumbers } from './page-numbers.js';
import { REGISTER_STYLES } from './register-entry-page.js';

/** What a template shows of names that nobody has identified: the names, or where they stand. */
interface NamesView {
  readonly unidentified: readonly object[];
  readonly unidentifiedHref: string;
  readonly unidentifiedCount: string;
}

/** The names as they stand on pages, and the paths of those pages; none where the register's own page has them all. */
function namePages({ name, sections, entries, unidentified }: RegisterView): {
  readonly onRegister: readonly Portion<UnidentifiedName>[];
  readonly apart: readonly { readonly path: string; readonly portions: readonly Portion<UnidentifiedName>[] }[];
} {
  const isDivided = sections.some(({ letter }) => letter !== '');
  const pages = divideMentions(unidentified, MENTIONS_ON_A_PAGE);
  const lines = [...entries, ...unidentified].reduce((sum, item) => sum + linesOf(item), 0);
  const isTogether = !isDivided && (lines <= MENTIONS_ON_A_REGISTER_PAGE || entries.length === 0);
  const apart = (isTogether ? pages.slice(1) : pages).map((portions, index) => ({
    path: `${name}/unidentified${index === 0 ? '' : `-${index + 1}`}.html`,
    portions,
  }));
  return { onRegister: isTogether ? (pages[0] ?? []) : [], apart };
}

/** The names that stand at the end of the register's page, or the way to them. */
export function namesOnRegister(register: RegisterView, root: string, messages: Messages): NamesView {
  const { onRegister } = namePages(register);
  return { ...namesApart(register, root, messages), unidentified: namesView(onRegister, root, messages, false) };
}

/** The way to the pages with the names. */
export function namesApart(register: RegisterView, root: string, messages: Messages): NamesView {
  const [first] = namePages(register).apart;
  return {
    unidentified: [],
    unidentifiedHref: first === undefined ? '' : siteAddress(root, first.path),
    unidentifiedCount: messages.text('register.nameCount', { count: register.unidentified.length }),
  };
}

/** The pages of names that nobody has identified, where the register's own page has no room for them. */
export function unidentifiedPagesOf(register: RegisterView, { messages }: SiteContext): Page[] {
  const { apart } = namePages(register);
  const paths = apart.map(({ path }) => path);
  const title = messages.text('register.letterTitle', {
    register: messages.text(`register.${register.name}.title`),
    letter: messages.text('register.unidentified'),
  });
  return apart.map(({ path, portions }, index) => ({
    path,
    template: 'register-names',
    title: index === 0 ? title : messages.text('register.page', { title, page: index + 1 }),
    description: messages.text('register.unidentifiedLead'),
    styles: REGISTER_STYLES,
    scripts: ['register.js'],
    view: (root) => ({
      register: messages.text(`register.${register.name}.title`),
      registerHref: siteAddress(root, `${register.name}.html`),
      names: namesView(portions, root, messages, portions.length === 1),
      numbers: pageNumbers(paths, index, root),
    }),
  }));
}

function namesView(
  portions: readonly Portion<UnidentifiedName>[],
  root: string,
  messages: Messages,
  isOpen: boolean,
): object[] {
  return portions.map(({ name, documents, isContinued }) => ({
    form: name.form,
    isContinued,
    count: countOf(name, messages),
    documents: mentionsView(documents, root, messages, isOpen),
  }));
}
