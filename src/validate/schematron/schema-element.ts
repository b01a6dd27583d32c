import type { XmlElement, XmlNode } from '../../schema/xml-tree.js';
import { namespaces } from '../../xml/namespaces.js';

/** A file that a schema was read from. */
export interface SchemaFile {
  readonly path: string;
  readonly text: string;
}

/** An element of a schema; inclusions bring in elements of other files. */
export interface SchemaElement {
  readonly kind: 'element';
  /** The name as written, with its prefix. */
  readonly name: string;
  readonly local: string;
  readonly namespace: string;
  readonly attributes: readonly { readonly name: string; readonly value: string }[];
  readonly children: readonly SchemaNode[];
  /** The prefixes declared here or further out, with their namespaces. */
  readonly scope: ReadonlyMap<string, string>;
  readonly file: SchemaFile;
  /** Offset of the start tag's `<` in the file's text. */
  readonly offset: number;
}

/** An element of ISO Schematron. */
export interface SchematronElement extends SchemaElement {
  readonly namespace: typeof namespaces.schematron;
}

export type SchemaNode = SchemaElement | { readonly kind: 'text'; readonly text: string };

/** An element of a file with all that it holds. */
export function schemaElement(element: XmlElement, file: SchemaFile): SchemaElement {
  return { ...element, file, children: element.children.map((child) => schemaNode(child, file)) };
}

function schemaNode(node: XmlNode, file: SchemaFile): SchemaNode {
  return node.kind === 'text' ? node : schemaElement(node, file);
}

/** An element that the file implies but does not write, in the place of one that it writes. */
export function impliedElement(
  model: SchemaElement,
  local: string,
  attributes: Readonly<Record<string, string>>,
  children: readonly SchemaNode[],
): SchemaElement {
  return {
    ...model,
    name: local,
    local,
    namespace: namespaces.schematron,
    attributes: Object.entries(attributes).map(([name, value]) => ({ name, value })),
    children,
  };
}

/** The value of an attribute by its name as written; undefined where it does not stand. */
export function attributeOf(element: SchemaElement, name: string): string | undefined {
  return element.attributes.find((each) => each.name === name)?.value;
}

/** Whether a node is an element of ISO Schematron with one of these names, or with any name. */
export function isSchematron(node: SchemaNode, ...locals: readonly string[]): node is SchematronElement {
  return (
    node.kind === 'element' &&
    node.namespace === namespaces.schematron &&
    (locals.length === 0 || locals.includes(node.local))
  );
}

/** The child elements of ISO Schematron with one of these names. */
export function schematronChildren(parent: SchemaElement, ...locals: readonly string[]): SchemaElement[] {
  return parent.children.filter((child): child is SchematronElement => isSchematron(child, ...locals));
}

/** The elements inside an element, itself included, in document order. */
export function* elementsOf(element: SchemaElement): Generator<SchemaElement> {
  yield element;
  for (const child of element.children) if (child.kind === 'element') yield* elementsOf(child);
}

/** The words of an attribute whose value is a list. */
export function wordsOf(element: SchemaElement, name: string): string[] {
  return (attributeOf(element, name) ?? '').split(/\s+/).filter((word) => word !== '');
}

/** A pattern around rules that have none. */
export function patternOf(place: SchemaElement, rules: readonly SchemaElement[], id?: string): SchemaElement {
  return impliedElement(place, 'pattern', id === undefined ? {} : { id }, rules);
}

/** Keys and functions may stand beside patterns. */
export function isXsltDeclaration(element: SchemaElement): boolean {
  return element.namespace === namespaces.xslt && ['key', 'function'].includes(element.local);
}
