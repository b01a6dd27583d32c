import type { MentionKind } from './mention.js';
import { namedKind, pointersOf } from './naming.js';

/** Whom pointers mean, as the file writes them. */
export type KnownReferences = ReadonlyMap<
  string,
  { readonly kind: MentionKind; readonly id: string; readonly name: string }
>;

/** What a name names, and the ids of the entries that it refers to. */
export interface NamedReference {
  readonly kind: MentionKind;
  readonly ids: readonly string[];
}

/** Reads what names refer to: by what is known of their pointers, else by the ids in these. */
export class ReferenceReader {
  readonly #known: KnownReferences;

  constructor(known: KnownReferences = new Map()) {
    this.#known = known;
  }

  /** What an element names; undefined for one that is no name of a person, a place or an organisation. */
  named(element: string, attributes: Readonly<Record<string, string>>): NamedReference | undefined {
    const kind = namedKind(element, attributes['type']);
    if (kind === undefined) return undefined;
    const pointers = pointersOf(attributes);
    // The entry knows better than the element: a firm that is marked as a person is in the register of firms.
    const listed = pointers.map((pointer) => this.#known.get(pointer)?.kind).find((each) => each !== undefined);
    const named = listed ?? kind;
    return named === 'any' ? undefined : { kind: named, ids: this.idsOf(pointers) };
  }

  /** The name of the first entry that a name refers to, for a name that has no words. */
  nameOf(attributes: Readonly<Record<string, string>>): string {
    for (const pointer of pointersOf(attributes)) {
      const name = this.#known.get(pointer)?.name;
      if (name !== undefined) return name;
    }
    return '';
  }

  /** The entries' ids that pointers mean, each once: `#a register/persons.xml#b` are `a` and `b`. */
  idsOf(pointers: readonly string[]): string[] {
    const ids = pointers.map((pointer) => this.#known.get(pointer)?.id ?? pointer.slice(pointer.indexOf('#') + 1));
    return [...new Set(ids)];
  }
}
