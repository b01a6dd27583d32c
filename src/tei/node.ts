import type { Span } from '../source/span.js';
import { namespaces } from '../xml/namespaces.js';

/** The namespace of TEI P5 (Guidelines, "Infrastructure"). */
export const TEI_NAMESPACE = namespaces.tei;

/** An element of the TEI namespace. Attribute names are prefixed names (`xml:id`); order is the order written. */
export interface TeiElement {
  readonly kind: 'element';
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly TeiNode[];
  /** The characters of the source that the element was made from. */
  readonly origin?: Span;
}

export interface TeiText {
  readonly kind: 'text';
  readonly text: string;
  readonly origin?: Span;
}

export interface TeiComment {
  readonly kind: 'comment';
  readonly text: string;
}

export interface TeiInstruction {
  readonly kind: 'instruction';
  readonly target: string;
  readonly data: string;
}

/** A node of a TEI document as plain data. */
export type TeiNode = TeiElement | TeiText | TeiComment | TeiInstruction;

/** Makes an element; attributes whose value is undefined are left out. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | undefined>> = {},
  children: readonly (TeiNode | string)[] = [],
  origin?: Span,
): TeiElement {
  const present: Record<string, string> = {};
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined) present[key] = value;
  return {
    kind: 'element',
    name,
    attributes: present,
    children: children.map((child) => (typeof child === 'string' ? text(child) : child)),
    ...(origin === undefined ? {} : { origin }),
  };
}

/** Makes a text node. */
export function text(value: string, origin?: Span): TeiText {
  return { kind: 'text', text: value, ...(origin === undefined ? {} : { origin }) };
}

/** All text inside a node, in document order. */
export function textOf(node: TeiNode): string {
  switch (node.kind) {
    case 'text':
      return node.text;
    case 'element':
      return node.children.map(textOf).join('');
    default:
      return '';
  }
}
