import type {
  EventEntry,
  NameForm,
  OrganisationEntry,
  PersonEntry,
  PlaceEntry,
  Register,
  RelationEntry,
} from '../../edition/register.js';
import { toNCName } from '../../xml/characters.js';
import type { MentionKind } from '../reading/mention.js';
import { authorityName, authorityOfAddress, keyOfAddress, keyOfIdentifier } from './authority-address.js';

/** What the entries of all registers have in common. */
interface Listed {
  readonly id: string;
  readonly names: readonly NameForm[];
  readonly identifiers: Readonly<Record<string, string>>;
}

/** An entry while the registers are brought together. */
export interface IndexedEntry {
  readonly id: string;
  readonly kind: MentionKind;
  listed: PersonEntry | PlaceEntry | OrganisationEntry | undefined;
  readonly identifiers: Record<string, string>;
  /** Forms of words in the texts, for an entry that no list names. */
  readonly forms: Map<string, number>;
  /** A name that an attribute gives (`@key`), which is better than any form in a text. */
  givenName: string;
}

/**
 * The entries of an edition, from the edition's registers, from those of other archives, from lists in documents and
 * from pointers that no list answers. One person in forty files is one entry: by the same identifier of an authority
 * file, or by the same id and name.
 */
export class EntryIndex {
  readonly #entries: IndexedEntry[] = [];
  readonly #ids = new Map<string, IndexedEntry>();
  readonly #byLocalId = new Map<string, IndexedEntry[]>();
  readonly #byFile = new Map<string, IndexedEntry>();
  readonly #byKey = new Map<string, IndexedEntry>();
  readonly #events = new Map<string, EventEntry>();
  readonly #relations = new Map<string, RelationEntry>();

  /** Adds the entries that a file lists; `path` is the file's own. */
  addRegister(path: string, { persons, places, organisations, events, relations }: Register): void {
    for (const entry of persons) this.#addListed('person', path, entry);
    for (const entry of places) this.#addListed('place', path, entry);
    for (const entry of organisations) this.#addListed('organisation', path, entry);
    // Many files of an archive list the same events.
    for (const event of events ?? []) this.#events.set(JSON.stringify([event.label, event.dating]), event);
    for (const relation of relations ?? []) this.#addRelation(path, relation);
  }

  /** The entry that a file has under an id. */
  inFile(path: string, id: string): IndexedEntry | undefined {
    return this.#byFile.get(`${path}#${id}`);
  }

  /** The entry with an id in whatever file; the first of several. */
  withId(id: string): IndexedEntry | undefined {
    return this.#byLocalId.get(id)?.[0];
  }

  /** The entry that an identifier or an address belongs to, by its key. */
  withKey(key: string): IndexedEntry | undefined {
    return this.#byKey.get(key);
  }

  /** Makes an entry for a pointer that nothing answers; a second pointer with this key finds it again. */
  derive(kind: MentionKind, key: string, wantedId: string): IndexedEntry {
    const entry = this.#add(kind, wantedId, undefined);
    this.#byKey.set(key, entry);
    return entry;
  }

  /** Notes one more identifier of an entry. */
  identify(entry: IndexedEntry, authority: string, value: string): void {
    entry.identifiers[authority] ??= value;
    const key = keyOfIdentifier({ authority, value });
    if (!this.#byKey.has(key)) this.#byKey.set(key, entry);
  }

  /** The entries as one register. What has no name of its own gets the form that the texts have most often. */
  register(): Register {
    const of = (kind: MentionKind): IndexedEntry[] => this.#entries.filter((entry) => entry.kind === kind);
    return {
      persons: of('person').map((entry) => ({ roles: [], group: false, ...entry.listed, ...named(entry) })),
      places: of('place').map((entry) => ({ ...entry.listed, ...named(entry) })),
      organisations: of('organisation').map((entry) => ({ ...entry.listed, ...named(entry) })),
      events: [...this.#events.values()],
      relations: [...this.#relations.values()],
    };
  }

  #addListed(kind: MentionKind, path: string, listed: PersonEntry | PlaceEntry | OrganisationEntry): void {
    const keys = keysOf(listed);
    const same = this.#sameAs(kind, listed, keys);
    const entry = same ?? this.#add(kind, listed.id, listed);
    if (same !== undefined) {
      for (const [type, value] of Object.entries(listed.identifiers)) same.identifiers[type] ??= value;
      // What one list leaves out, such as where a place lies, another may have.
      same.listed = { ...listed, ...same.listed };
    }
    for (const key of keys) if (!this.#byKey.has(key)) this.#byKey.set(key, entry);
    this.#byFile.set(`${path}#${listed.id}`, entry);
    const others = this.#byLocalId.get(listed.id);
    if (others === undefined) this.#byLocalId.set(listed.id, [entry]);
    else if (!others.includes(entry)) others.push(entry);
  }

  /** Ids of a file's own entries become those of the whole edition. */
  #addRelation(path: string, relation: RelationEntry): void {
    const here = (ids: readonly string[]): string[] =>
      ids.map((id) => (this.inFile(path, id) ?? this.withId(id))?.id ?? id);
    const { active, passive, mutual } = relation;
    const known = { ...relation, active: here(active), passive: here(passive), mutual: here(mutual) };
    this.#relations.set(JSON.stringify(known), known);
  }

  #sameAs(kind: MentionKind, listed: Listed, keys: readonly string[]): IndexedEntry | undefined {
    const byIdentifier = keys
      .filter((key) => !key.startsWith('web:'))
      .map((key) => this.#byKey.get(key))
      .find((entry) => entry?.kind === kind);
    if (byIdentifier !== undefined) return byIdentifier;
    const names = new Set(listed.names.map(({ text }) => folded(text)));
    return this.#byLocalId
      .get(listed.id)
      ?.find(
        (entry) =>
          entry.kind === kind &&
          (names.size === 0 || entry.listed?.names.some(({ text }) => names.has(folded(text))) !== false),
      );
  }

  #add(kind: MentionKind, wantedId: string, listed: IndexedEntry['listed']): IndexedEntry {
    let id = wantedId;
    for (let count = 2; this.#ids.has(id); count++) id = `${wantedId}.${count}`;
    const entry: IndexedEntry = {
      id,
      kind,
      listed,
      identifiers: { ...listed?.identifiers },
      forms: new Map(),
      givenName: '',
    };
    this.#entries.push(entry);
    this.#ids.set(id, entry);
    return entry;
  }
}

/** What an entry can be found by beside its id. */
function keysOf({ identifiers }: Listed): string[] {
  return Object.entries(identifiers).flatMap(([type, value]) => {
    const authority = authorityName(type);
    const identifier = authorityOfAddress(value) ?? (authority === undefined ? undefined : { authority, value });
    const address = keyOfAddress(value);
    return [
      ...(identifier === undefined ? [] : [keyOfIdentifier(identifier)]),
      ...(address === undefined ? [] : [address]),
    ];
  });
}

function named({ id, listed, identifiers, forms, givenName }: IndexedEntry): Listed {
  if (listed !== undefined && listed.names.length > 0) return { id, names: listed.names, identifiers };
  const [most] = [...forms].sort(([a, first], [b, second]) => second - first || (a < b ? -1 : 1));
  return { id, names: [{ text: givenName || (most?.[0] ?? id.replace(/[_-]+/g, ' ')) }], identifiers };
}

function folded(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\P{L}+/gu, ' ')
    .trim()
    .toLowerCase();
}

/** An id made of a pointer: what can stand in an address and in `xml:id`. */
export function idOfPointer(pointer: string): string {
  return toNCName(pointer.replace(/^https?:\/\/(?:www\.)?/i, '').replace(/[^\p{L}\p{N}._-]+/gu, '-')).slice(0, 80);
}
