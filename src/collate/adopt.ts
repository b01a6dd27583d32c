import type { TeiElement, TeiNode } from '../tei/node.js';

/** Attributes that hold pointers, one or several. */
const pointerAttributes = new Set(
  `ref target resp who corresp ana source facs sameAs copyOf next prev decls rendition wit hand change calendar datingPoint
   scheme spanTo synch select exclude edRef`.split(/\s+/),
);

/** How a document's parts become parts of another. */
export interface Adoption {
  /** The id of the document that is adopted, where it has one; its ids mostly begin with it. */
  readonly oldId?: string;
  readonly newId: string;
  /** The address of the adopted document, seen from the new one. */
  readonly href: string;
  /** What a relative address of the adopted document is, seen from the new one. */
  relocate(address: string): string;
}

/**
 * Parts of a document as parts of a new one. Ids are made new, so that they stay unique in an edition that holds both;
 * pointers to what is adopted follow them, and other pointers lead where they led before.
 */
export function adopt(parts: readonly TeiElement[], adoption: Adoption): TeiElement[] {
  const ids = new Map<string, string>();
  const collect = (node: TeiNode): void => {
    if (node.kind !== 'element') return;
    const id = node.attributes['xml:id'];
    if (id !== undefined) ids.set(id, renamed(id, adoption));
    node.children.forEach(collect);
  };
  parts.forEach(collect);
  const adopted = (node: TeiElement): TeiElement => ({
    ...node,
    attributes: Object.fromEntries(
      Object.entries(node.attributes).map(([name, value]) => [name, valueOf(name, value, ids, adoption)]),
    ),
    children: node.children.map((child) => (child.kind === 'element' ? adopted(child) : child)),
  });
  return parts.map(adopted);
}

function renamed(id: string, { oldId, newId }: Adoption): string {
  return oldId !== undefined && id.startsWith(oldId) ? newId + id.slice(oldId.length) : `${newId}-${id}`;
}

function valueOf(name: string, value: string, ids: ReadonlyMap<string, string>, adoption: Adoption): string {
  if (name === 'xml:id') return ids.get(value) ?? value;
  if (!pointerAttributes.has(name)) return value;
  return value
    .split(/\s+/u)
    .map((pointer) => {
      if (pointer.startsWith('#')) {
        const id = ids.get(pointer.slice(1));
        return id === undefined ? adoption.href + pointer : `#${id}`;
      }
      // Addresses with a scheme, and absolute ones, mean the same everywhere.
      return /^(?:[a-z][a-z\d+.-]*:|\/|$)/iu.test(pointer) ? pointer : adoption.relocate(pointer);
    })
    .join(' ');
}
