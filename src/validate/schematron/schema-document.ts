import { escapeAttribute } from '../../xml/escape.js';
import { namespaces } from '../../xml/namespaces.js';
import { attributeOf, isSchematron, type SchemaElement, type SchemaFile, type SchemaNode } from './schema-element.js';

/** Where an element of a schema was read: what the numbers in the transpiled stylesheet lead back to. */
export type SchemaPlace = Pick<SchemaElement, 'file' | 'offset'> & {
  /** The element's attributes: their values as written, for messages about expressions. */
  readonly attributes: SchemaElement['attributes'];
};

/** A schema made ready for the stylesheet that transpiles it. */
export interface SchemaDocument {
  /** XML: one `sch:schema`, with `at:place` on each element of Schematron and XSLT. */
  readonly xml: string;
  /** The places by their numbers. */
  readonly places: readonly SchemaPlace[];
  /** The files of the schema, itself first. */
  readonly files: readonly SchemaFile[];
}

const AT = 'urn:editio:schematron';

/** The elements that hold only elements; the text in them is white space. */
const structures = ['schema', 'phase', 'pattern', 'rule', 'diagnostics', 'properties'];

/** Writes a schema as one document. Prose that no check speaks of is left out. */
export function schemaDocument(schema: SchemaElement): SchemaDocument {
  const places: SchemaPlace[] = [];
  const files = new Map<string, SchemaFile>();
  const pieces: string[] = [];
  const write = (node: SchemaNode, inherited: ReadonlyMap<string, string>): void => {
    if (node.kind === 'text') {
      pieces.push(escapeAttribute(node.text));
      return;
    }
    if (isSchematron(node, 'title', 'p')) return;
    files.set(node.file.path, node.file);
    pieces.push('<', tagName(node));
    for (const { name, value } of node.attributes) {
      if (name !== 'xmlns' && !name.startsWith('xmlns:')) pieces.push(` ${name}="${escapeAttribute(value)}"`);
    }
    for (const [prefix, uri] of node.scope) {
      if (prefix !== '' && prefix !== 'sch' && prefix !== 'at' && inherited.get(prefix) !== uri) {
        pieces.push(` xmlns:${prefix}="${escapeAttribute(uri)}"`);
      }
    }
    if (isSchematron(node)) {
      if (inherited === none) pieces.push(` xmlns:sch="${node.namespace}" xmlns:at="${AT}"`);
    } else if (!node.name.includes(':')) pieces.push(` xmlns="${escapeAttribute(node.namespace)}"`);
    if (isSchematron(node) || node.namespace === namespaces.xslt) {
      pieces.push(` at:place="${places.length}"`);
      places.push({ file: node.file, offset: node.offset, attributes: node.attributes });
    }
    pieces.push('>');
    const hasText = !isSchematron(node, ...structures);
    for (const child of node.children) if (hasText || child.kind === 'element') write(child, node.scope);
    pieces.push('</', tagName(node), '>');
  };
  write(schema, none);
  return { xml: pieces.join(''), places, files: [...files.values()] };
}

const none: ReadonlyMap<string, string> = new Map();

/** Schematron gets one prefix, whatever the files use. */
function tagName(node: SchemaElement): string {
  return isSchematron(node) ? `sch:${node.local}` : node.name;
}

/** The document of one phase: all patterns, or those that the phase names. */
export function phaseDocument({ xml }: SchemaDocument, phase: string | undefined): string {
  return phase === undefined
    ? xml
    : xml.replace('<sch:schema', () => `<sch:schema at:phase="${escapeAttribute(phase)}"`);
}

/** The phases of a schema by their ids. */
export function phasesOf(schema: SchemaElement): string[] {
  return schema.children.flatMap((child) => (isSchematron(child, 'phase') ? (attributeOf(child, 'id') ?? []) : []));
}
