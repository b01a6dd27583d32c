import { readXml, type XmlFault } from '../tei/xml-reader.js';
import { namespaces } from '../xml/namespaces.js';

/** An element of any namespace, with its place in the file it was read from. */
export interface XmlElement {
  readonly kind: 'element';
  /** The name as written, with its prefix. */
  readonly name: string;
  readonly local: string;
  readonly namespace: string;
  /** In the order written, namespace declarations included. */
  readonly attributes: readonly { readonly name: string; readonly value: string }[];
  readonly children: readonly XmlNode[];
  /** The prefixes declared here or further out, with their namespaces; the default one has the key ''. */
  readonly scope: ReadonlyMap<string, string>;
  /** Offset of the start tag's `<` in UTF-16 units. */
  readonly offset: number;
}

export interface XmlText {
  readonly kind: 'text';
  readonly text: string;
}

export type XmlNode = XmlElement | XmlText;

export type XmlTree =
  { readonly root: XmlElement; readonly fault?: undefined } | { readonly root?: undefined; readonly fault: XmlFault };

/** An element whose end tag has not come yet. */
interface OpenElement extends XmlElement {
  readonly children: XmlNode[];
}

/** What a reader may pass over: an element for which this is true is left out with all that it holds. */
export type Skip = (local: string, attributes: XmlElement['attributes']) => boolean;

/**
 * Reads an XML text into a tree of its elements and texts; comments and instructions are left out.
 *
 * @param text the decoded file.
 * @param skip which elements are not wanted; none by default.
 * @returns the root element, or the first fault.
 */
export function readXmlTree(text: string, skip: Skip = () => false): XmlTree {
  const open: OpenElement[] = [];
  let root: XmlElement | undefined;
  // Depth inside an element that is left out; zero outside.
  let skipped = 0;
  const fault = readXml(text, {
    startTag: ({ name, local, namespace, attributes, offset }) => {
      if (skipped > 0 || skip(local, attributes)) {
        skipped++;
        return;
      }
      const parent = open.at(-1);
      const scope = scopeOf(attributes, parent?.scope ?? new Map());
      const element: OpenElement = { kind: 'element', name, local, namespace, attributes, children: [], scope, offset };
      if (parent === undefined) root ??= element;
      else parent.children.push(element);
      open.push(element);
    },
    endTag: () => {
      if (skipped > 0) skipped--;
      else open.pop();
    },
    text: (value) => {
      if (skipped === 0) open.at(-1)?.children.push({ kind: 'text', text: value });
    },
  });
  if (fault !== undefined) return { fault };
  if (root === undefined) return { fault: { reason: 'not-well-formed', message: 'there is no element', offset: 0 } };
  return { root };
}

/**
 * The prefixes in scope inside a start tag, with their namespaces; the default one has the key '' (Namespaces in XML 1.0).
 *
 * @param outer those around it: returned as they are where the tag declares none.
 */
export function scopeOf(
  attributes: XmlElement['attributes'],
  outer: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  let scope: Map<string, string> | undefined;
  for (const { name, value } of attributes) {
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue;
    scope ??= new Map(outer);
    scope.set(name.slice('xmlns:'.length), value);
  }
  return scope ?? outer;
}

/** The value of an attribute by its name as written; undefined where it does not stand. */
export function attribute(element: XmlElement, name: string): string | undefined {
  return element.attributes.find((each) => each.name === name)?.value;
}

/** The words of an attribute whose value is a list; none where it does not stand. */
export function words(element: XmlElement, name: string): string[] {
  return (attribute(element, name) ?? '').split(/\s+/).filter((word) => word !== '');
}

/** Whether an element is one of the TEI with this local name. */
export function isTei<const Local extends string>(
  node: XmlNode,
  local: Local,
): node is XmlElement & { readonly local: Local } {
  return node.kind === 'element' && node.local === local && node.namespace === namespaces.tei;
}

/** The child elements, of any namespace. */
export function elementsIn(parent: XmlElement): XmlElement[] {
  return parent.children.filter((child): child is XmlElement => child.kind === 'element');
}

/** The child elements of the TEI with this local name. */
export function teiChildren(parent: XmlElement, local: string): XmlElement[] {
  return parent.children.filter((child): child is XmlElement => isTei(child, local));
}

/** All text inside a node, in document order. */
export function textIn(node: XmlNode): string {
  return node.kind === 'text' ? node.text : node.children.map(textIn).join('');
}

/** All text inside a node, white space collapsed to single spaces and none at the ends. */
export function plainText(node: XmlNode): string {
  return textIn(node).replace(/\s+/g, ' ').trim();
}

/** The elements inside `root`, itself included, in document order. */
export function* descendants(root: XmlElement): Generator<XmlElement> {
  yield root;
  for (const child of root.children) if (child.kind === 'element') yield* descendants(child);
}
