import { proseOf, type Prose } from './prose.js';
import { elementsOf, textOf, type XmlElement } from './xml-view.js';

/** One line of a shelfmark: what it is (an element's name or its `@type`) and its value. */
export interface ShelfmarkPart {
  readonly kind: string;
  readonly value: Prose;
}

/** Where a document is kept (`msDesc`). */
export interface ManuscriptView {
  readonly shelfmark: readonly ShelfmarkPart[];
  /** Titles, leaves and notes of `msContents`. */
  readonly contents: readonly Prose[];
}

const GROUPS: ReadonlySet<string> = new Set(['altIdentifier', 'msFrag']);

/**
 * Reads a manuscript description (TEI Guidelines, 11.4): every part of `msIdentifier` in its order, whatever the
 * archive's own words for its levels are.
 */
export function manuscriptOf(description: XmlElement): ManuscriptView {
  return {
    shelfmark: elementsOf(description, 'msIdentifier').flatMap((identifier) => partsOf(identifier)),
    contents: elementsOf(description, 'msContents', 'head', 'p')
      .flatMap((part) => (part.name === 'msContents' ? elementsOf(part) : [part]))
      .map(proseOf)
      .filter((prose) => prose.length > 0),
  };
}

/** @param inherited the `@type` of an `altIdentifier`, which says what its own `idno` is. */
function partsOf(identifier: XmlElement, inherited?: string): ShelfmarkPart[] {
  return elementsOf(identifier).flatMap((part) => {
    const type = part.attributes.get('type') ?? (part.name === 'idno' ? inherited : undefined);
    if (GROUPS.has(part.name)) return partsOf(part, type);
    return textOf(part) === '' ? [] : [{ kind: type ?? part.name, value: proseOf(part) }];
  });
}
