import type { IdType } from '../datatypes/datatype.js';
import type { XmlName } from '../fault.js';
import type { Grammar } from '../grammar.js';
import { contains } from '../patterns/name-class.js';

/** Which attributes of a grammar are IDs or refer to IDs, by element and attribute; asked for each attribute. */
export class IdTypes {
  readonly #known = new Map<XmlName, Map<XmlName, IdType>>();

  constructor(private readonly grammar: Grammar) {}

  get isEmpty(): boolean {
    return this.grammar.idAttributes.length === 0;
  }

  of(element: XmlName, attribute: XmlName): IdType {
    let types = this.#known.get(element);
    if (types === undefined) this.#known.set(element, (types = new Map<XmlName, IdType>()));
    let type = types.get(attribute);
    if (type === undefined) types.set(attribute, (type = this.#find(element, attribute)));
    return type;
  }

  #find(element: XmlName, attribute: XmlName): IdType {
    const found = this.grammar.idAttributes.find(
      (each) => contains(each.attribute.nameClass, attribute) && contains(each.element.nameClass, element),
    );
    return found?.idType ?? 'none';
  }
}
