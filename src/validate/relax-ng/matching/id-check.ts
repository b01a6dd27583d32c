import type { XmlStartTag } from '../../../tei/xml-reader.js';
import type { RelaxNgFault, XmlName } from '../fault.js';
import type { Automaton } from './automaton.js';

/**
 * The soundness of IDs in one document: each ID once, and every reference leads to one (RELAX NG DTD Compatibility,
 * section 5).
 */
export class IdCheck {
  /** Offset of the start tag that has an ID first. */
  readonly #ids = new Map<string, number>();
  readonly #references: (RelaxNgFault & { readonly kind: 'missing-id' })[] = [];

  constructor(private readonly automaton: Automaton) {}

  /** Takes note of an element's IDs and references. */
  take(element: XmlName, tag: XmlStartTag): RelaxNgFault | undefined {
    const { idTypes, names } = this.automaton;
    if (idTypes.isEmpty) return undefined;
    let duplicate: RelaxNgFault | undefined;
    for (const { local, namespace, value } of tag.attributes) {
      const attribute = names.of(namespace, local);
      const type = idTypes.of(element, attribute);
      if (type === 'none') continue;
      const place = { offset: tag.offset, end: tag.end, parent: element, attribute };
      const tokens = value.split(/[ \t\r\n]+/u).filter((token) => token !== '');
      for (const token of type === 'idrefs' ? tokens : tokens.slice(0, 1)) {
        const first = this.#ids.get(token);
        if (type !== 'id') this.#references.push({ kind: 'missing-id', ...place, value: token });
        else if (first === undefined) this.#ids.set(token, tag.offset);
        else duplicate ??= { kind: 'duplicate-id', ...place, value: token, first };
      }
    }
    return duplicate;
  }

  /** The references that lead nowhere, when the document has ended. */
  missing(): RelaxNgFault[] {
    return this.#references.filter(({ value }) => !this.#ids.has(value));
  }
}
