import type { Register } from '../edition/register.js';
import type { Edition } from '../edition/edition.js';
import { divideRegister, registerPages } from '../site/registers/entry-places.js';
import { nameOrder } from '../site/registers/name-order.js';
import { stylesheetParameters } from '../site/theme/stylesheet-parameters.js';
import type { FormatParameters } from '../transform/format.js';

/** The path of each entry's page by the id of the entry, relative to the root of the site. */
export function entryPaths(
  { persons, places, organisations }: Register,
  language: string,
): ReadonlyMap<string, string> {
  const order = nameOrder(language);
  const entries = { persons, places, organisations };
  return new Map(
    registerPages
      .flatMap(({ name }) => divideRegister(name, entries[name], [], order))
      .flatMap((part) => part.entries.map(({ id }) => [id, part.path])),
  );
}

/** The edition's language, which its registers are in the order of. */
export function languageOf({ languages }: Pick<Edition, 'languages'>): string {
  return languages[0] ?? 'en';
}

/**
 * What the stylesheets are told of the edition and its registers: an entry of a divided register stands with its page.
 *
 * @param paths by {@link entryPaths}.
 */
export function stylesheetSettings({ site, languages }: Edition, paths: ReadonlyMap<string, string>): FormatParameters {
  const isFirst = new Set<string>(registerPages.map(({ name }) => `${name}.html`));
  return {
    ...stylesheetParameters(site.parameters),
    language: site.language ?? languageOf({ languages }),
    permalinks: true,
    'persons-page': '../persons.html',
    'places-page': '../places.html',
    'organisations-page': '../organisations.html',
    'chronology-page': '../chronology.html',
    'register-ids': [...paths].map(([id, page]) => (isFirst.has(page) ? id : `../${page}#${id}`)).join(' '),
  };
}
