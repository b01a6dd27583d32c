import type { PersonEntry } from '../../edition/register.js';
import { spokenName } from '../citation/csl-name.js';
import type { CslName } from '../citation/csl-item.js';
import { entryAddress, type SiteContext } from '../page.js';
import type { DocumentView } from '../reading/document-view.js';
import type { MentionKind } from '../reading/mention.js';
import type { RegisterEntryView } from '../registers/register-view.js';

/** A node of linked data: JSON-LD with the terms of schema.org and of Dublin Core (`dcterms:`). */
export type LinkedNode = Readonly<Record<string, unknown>>;

/** What schema.org calls the entries of each register. */
const TYPES: Readonly<Record<MentionKind, string>> = { person: 'Person', place: 'Place', organisation: 'Organization' };

const KINDS: readonly MentionKind[] = ['person', 'place', 'organisation'];

/** How many things that a document names its data lists: the most frequent; the registers have all. */
const MENTIONS_LISTED = 40;

/** Makes the nodes of persons, places and organisations; `url` is the site's address, or empty. */
export class LinkedThings {
  readonly #context: SiteContext;
  readonly #url: string;
  readonly #entries: ReadonlyMap<string, { readonly kind: MentionKind; readonly entry: RegisterEntryView }>;
  readonly #persons: ReadonlyMap<string, PersonEntry>;

  constructor(context: SiteContext, url: string) {
    this.#context = context;
    this.#url = url;
    this.#entries = new Map(
      KINDS.flatMap((kind) =>
        context.registers[kind].entries.map((entry) => [`${kind} ${entry.id}`, { kind, entry }] as const),
      ),
    );
    this.#persons = new Map(context.register.persons.map((person) => [person.id, person]));
  }

  /** The address of an entry; undefined where the site's own is not known. */
  idOf(kind: MentionKind, id: string): string | undefined {
    return this.#url === '' ? undefined : entryAddress(this.#context, kind, id, this.#url);
  }

  /** An entry of a register, with everything that is known of it. */
  entry(kind: MentionKind, entry: RegisterEntryView): LinkedNode {
    const person = kind === 'person' ? this.#persons.get(entry.id) : undefined;
    return {
      ...this.brief(kind, entry),
      birthDate: person?.birth,
      deathDate: person?.death,
      description: entry.descriptions[0],
    };
  }

  /** An entry with what tells it from others. */
  brief(kind: MentionKind, entry: RegisterEntryView): LinkedNode {
    const pages = entry.identifiers.flatMap(({ href }) => (href === null ? [] : [href]));
    return {
      // A group of persons is no person.
      '@type': this.#persons.get(entry.id)?.group === true && kind === 'person' ? 'Organization' : TYPES[kind],
      '@id': this.idOf(kind, entry.id),
      name: entry.name,
      sameAs: pages.length === 0 ? undefined : pages,
    };
  }

  /** What a document names, the most frequent first. */
  mentionsOf(document: DocumentView): LinkedNode[] {
    const counts = new Map<string, number>();
    for (const { kind, references } of document.text.mentions) {
      for (const id of references) counts.set(`${kind} ${id}`, (counts.get(`${kind} ${id}`) ?? 0) + 1);
    }
    return [...counts]
      .sort(([, a], [, b]) => b - a)
      .flatMap(([key]) => this.#entries.get(key) ?? [])
      .slice(0, MENTIONS_LISTED)
      .map(({ kind, entry }) => this.brief(kind, entry));
  }

  /** People of a header; one whom the register knows by this name is that person. */
  people(names: readonly CslName[] | undefined): LinkedNode[] | undefined {
    if (names === undefined) return undefined;
    return names.map((name) => {
      const text = spokenName(name);
      const known = this.#byName.get(text);
      if (known !== undefined) return this.brief(known.kind, known.entry);
      // A name in parts is a person's; of one text it is not known whether it is.
      return 'literal' in name
        ? { name: text }
        : { '@type': 'Person', name: text, givenName: name.given, familyName: name.family };
    });
  }

  get #byName(): ReadonlyMap<string, { readonly kind: MentionKind; readonly entry: RegisterEntryView }> {
    this.#names ??= new Map([...this.#entries.values()].reverse().map((each) => [each.entry.name, each]));
    return this.#names;
  }

  #names: ReadonlyMap<string, { readonly kind: MentionKind; readonly entry: RegisterEntryView }> | undefined;
}
