import type { IdType } from './datatypes/datatype.js';
import type { XmlName } from './fault.js';
import type { AttributePattern, ElementPattern, Pattern } from './patterns/pattern.js';
import type { PatternTable } from './patterns/pattern-table.js';

/** An attribute that names its element, or another (RELAX NG DTD Compatibility, section 5). */
export interface IdAttribute {
  readonly element: ElementPattern;
  readonly attribute: AttributePattern;
  readonly idType: Exclude<IdType, 'none'>;
}

/** A schema, ready to validate with. */
export interface Grammar {
  readonly table: PatternTable;
  /** What a document is: an element, or a choice of elements. */
  readonly start: Pattern;
  /** All elements that can be reached, in the order of the schema. */
  readonly elements: readonly ElementPattern[];
  readonly idAttributes: readonly IdAttribute[];
}

/** Gives each name of a document one object, so that names can be compared and looked up by identity. */
export class NameTable {
  readonly #names = new Map<string, Map<string, XmlName>>();

  of(namespace: string, local: string): XmlName {
    let names = this.#names.get(namespace);
    if (names === undefined) this.#names.set(namespace, (names = new Map<string, XmlName>()));
    let name = names.get(local);
    if (name === undefined) names.set(local, (name = { namespace, local }));
    return name;
  }
}
