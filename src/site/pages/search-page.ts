import { siteAddress } from '../address.js';
import { hasRegister, registerPages, SEARCH_PATH, type Page, type SiteContext } from '../page.js';
import { FACETS, type Facet } from '../search/search-record.js';
import type { Messages } from '../theme/messages.js';

/** Facets with few values are shown as boxes to tick, others as a list to choose from. */
const CHOSEN_FROM_A_LIST: ReadonlySet<Facet> = new Set(['person', 'place']);

/** Words that the script of the page needs. Those with a number come in every form that the language has. */
const SCRIPT_MESSAGES = [
  ...['any', 'loading', 'failed', 'none', 'results', 'searchable', 'more', 'places', 'beforeOurEra'],
  ...['kinds.document', 'kinds.person', 'kinds.place', 'kinds.organisation'],
  ...['is.person', 'is.place', 'is.organisation'],
] as const;

/**
 * The search page. As it is written it says where else to look; its script replaces that by the search itself, where
 * it can run.
 */
export function searchPage(context: SiteContext): Page {
  const { edition, messages, search } = context;
  return {
    path: SEARCH_PATH,
    template: 'search',
    title: messages.text('search.title'),
    description: messages.text('search.lead'),
    styles: ['search.css'],
    ...(search === undefined ? {} : { scripts: ['search.js'] }),
    view: (root) => ({
      isAvailable: search !== undefined,
      indexes: (search?.languages ?? []).join(' '),
      words: JSON.stringify(scriptWords(messages)),
      language: edition.language,
      facets: FACETS.map((facet) => ({
        facet,
        id: `page:search-${facet}`,
        label: messages.text(`search.facet.${facet}`),
        isList: CHOSEN_FROM_A_LIST.has(facet),
      })),
      elsewhere: elsewhere(context, root),
    }),
  };
}

/** Where names and texts are found without a search: the documents, the registers. */
function elsewhere(context: SiteContext, root: string): object[] {
  const registers = registerPages.filter(({ kind }) => hasRegister(context, kind)).map(({ name }) => name);
  return ['index', ...registers].map((name) => ({
    label: context.messages.text(`navigation.${name}`),
    href: siteAddress(root, `${name}.html`),
  }));
}

/** Messages with their placeholders left in place; plural forms by their categories (`one`, `other` …). */
function scriptWords(messages: Messages): Readonly<Record<string, string | Readonly<Record<string, string>>>> {
  const { pluralCategories } = new Intl.PluralRules(messages.language).resolvedOptions();
  const pattern = (key: string): string =>
    messages.text(key, { count: '{count}', total: '{total}', title: '{title}', year: '{year}' });
  return Object.fromEntries(
    SCRIPT_MESSAGES.map((name) => {
      const key = name === 'beforeOurEra' ? 'date.beforeOurEra' : `search.${name}`;
      const forms = pluralCategories.filter((category) => messages.has(`${key}.${category}`));
      const words =
        forms.length === 0
          ? pattern(key)
          : Object.fromEntries(forms.map((category) => [category, pattern(`${key}.${category}`)]));
      return [name, words];
    }),
  );
}
