import { escapeAttribute } from '../xml/escape.js';
import { namespaces } from '../xml/namespaces.js';
import type { Schematron } from './schematron.js';
import { descendants, type XmlElement, type XmlNode } from './xml-tree.js';

/** The query languages that rules may be written in: XPath 2.0 or 3.1, with XSLT's functions. */
export type QueryBinding = 'xslt2' | 'xslt3';

/** Writes a Schematron schema (ISO/IEC 19757-3): the same schema gives the same bytes. */
export function serializeSchematron(schema: Schematron, title: string, queryBinding: QueryBinding): string {
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<!-- ${title.replaceAll('--', '- -')} -->`,
    `<schema xmlns="${namespaces.schematron}" queryBinding="${queryBinding}">`,
    `  <title>${escapeAttribute(schema.title)}</title>`,
  ];
  for (const [prefix, uri] of schema.namespaces) {
    lines.push(`  <ns prefix="${escapeAttribute(prefix)}" uri="${escapeAttribute(uri)}"/>`);
  }
  for (const node of schema.declarations) writeElement(node, '  ', lines);
  for (const { id, attributes, children } of schema.patterns) {
    const others = attributes.filter(({ name }) => name !== 'id').map(written);
    lines.push(`  <pattern id="${escapeAttribute(id)}"${others.join('')}>`);
    for (const child of children) if (child.kind === 'element') writeElement(child, '    ', lines);
    lines.push('  </pattern>');
  }
  lines.push('</schema>', '');
  return lines.join('\n');
}

/** An element on lines of its own; one with text stands on one line, its white space as words are read. */
function writeElement(node: XmlElement, indent: string, lines: string[]): void {
  const hasText = node.children.some((child) => child.kind === 'text' && child.text.trim() !== '');
  if (hasText || node.children.length === 0) {
    lines.push(`${indent}${inline(node)}`);
    return;
  }
  lines.push(`${indent}<${openingTag(node)}>`);
  for (const child of node.children) if (child.kind === 'element') writeElement(child, `${indent}  `, lines);
  lines.push(`${indent}</${nameOf(node)}>`);
}

function inline(node: XmlNode): string {
  if (node.kind === 'text') return escapeAttribute(node.text.replace(/\s+/g, ' '));
  const content = node.children.map(inline).join('').trim();
  return content === '' ? `<${openingTag(node)}/>` : `<${openingTag(node)}>${content}</${nameOf(node)}>`;
}

/** Schematron is the default namespace of the file; others keep their prefixes and are declared where they begin. */
function nameOf({ namespace, local, name }: XmlElement): string {
  if (namespace === namespaces.schematron) return local;
  return namespace === namespaces.xslt ? `xsl:${local}` : name;
}

function openingTag(node: XmlElement): string {
  const attributes = node.attributes.filter(({ name }) => name !== 'xmlns' && !name.startsWith('xmlns:')).map(written);
  return `${nameOf(node)}${declarationsFor(node).join('')}${attributes.join('')}`;
}

const written = ({ name, value }: { readonly name: string; readonly value: string }): string =>
  ` ${name}="${escapeAttribute(value)}"`;

/** The declarations that an element of another namespace needs: its own, and those of prefixes that its values use. */
function declarationsFor(node: XmlElement): string[] {
  if (node.namespace === namespaces.schematron) return [];
  const own = nameOf(node).includes(':') ? nameOf(node).split(':')[0] : '';
  const needed = new Map([[own ?? '', node.namespace]]);
  const values = [...descendants(node)].flatMap(({ attributes }) => attributes.map(({ value }) => value)).join(' ');
  for (const [prefix, uri] of node.scope) {
    if (prefix !== '' && values.includes(`${prefix}:`)) needed.set(prefix, uri);
  }
  return [...needed].map(([prefix, uri]) => written({ name: prefix === '' ? 'xmlns' : `xmlns:${prefix}`, value: uri }));
}
