import { siteAddress } from '../address.js';
import { entryAddress, type SiteContext } from '../page.js';
import type { DocumentView } from '../reading/document-view.js';
import type { RegisterEntryView } from '../registers/register-view.js';

/** How many persons the panel names; the register has them all. */
const PERSONS_SHOWN = 12;

/** The persons that a document names, as its panel lists them. */
export interface NamedPersons {
  readonly persons: readonly {
    readonly name: string;
    readonly language: string;
    readonly href: string;
    readonly count: number;
  }[];
  /** How many more there are, in words; empty where all are listed. */
  readonly morePersons: string;
  readonly allPersons: string;
}

/** Those named most often first; of persons named equally often, the first in the register. */
export function namedPersons(document: DocumentView, context: SiteContext, root: string): NamedPersons {
  const places = placesInRegister(context);
  const counts = new Map<string, number>();
  for (const { kind, references } of document.text.mentions) {
    if (kind === 'person') for (const id of references) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  const named = [...counts]
    .flatMap(([id, count]) => {
      const place = places.get(id);
      const href = entryAddress(context, 'person', id, root);
      return place === undefined || href === undefined ? [] : [{ ...place, href, count }];
    })
    .sort((a, b) => b.count - a.count || a.order - b.order);
  const more = named.length - PERSONS_SHOWN;
  return {
    persons: named.slice(0, PERSONS_SHOWN).map(({ entry, href, count }) => ({
      name: entry.name,
      language: entry.language,
      href,
      count,
    })),
    morePersons: more > 0 ? context.messages.text('document.morePersons', { count: more }) : '',
    allPersons: siteAddress(root, 'persons.html'),
  };
}

type Places = ReadonlyMap<string, { readonly entry: RegisterEntryView; readonly order: number }>;

const known = new WeakMap<SiteContext, Places>();

/** The entries of the register of persons by id, made once for a site. */
function placesInRegister(context: SiteContext): Places {
  const made =
    known.get(context) ?? new Map(context.registers.person.entries.map((entry, order) => [entry.id, { entry, order }]));
  known.set(context, made);
  return made;
}
