import { visible } from '../../diagnostics/visible.js';
import { TEI_NAMESPACE } from '../../tei/node.js';
import { namespaces } from '../../xml/namespaces.js';
import type { XmlName } from '../relax-ng/fault.js';

/** Prefixes that readers know, by their namespaces. */
const prefixes: ReadonlyMap<string, string> = new Map([
  [namespaces.xml, 'xml'],
  ['http://www.w3.org/1999/xlink', 'xlink'],
  ['http://www.w3.org/2001/XMLSchema-instance', 'xsi'],
]);

/** Longest part of a document's text that a message repeats. */
const LONGEST_QUOTATION = 40;

/** A TEI element's name. */
export function tei(local: string): XmlName {
  return { namespace: TEI_NAMESPACE, local };
}

export function isTei(name: XmlName | undefined): boolean {
  return name?.namespace === TEI_NAMESPACE;
}

export function isSame(a: XmlName, b: XmlName): boolean {
  return a.local === b.local && a.namespace === b.namespace;
}

/** One string for a name and its namespace, as a key. */
export function keyOf({ namespace, local }: XmlName): string {
  return `${namespace} ${local}`;
}

/** An element as messages name it: `<p>`. */
export function tag({ local }: XmlName): string {
  return `<${local}>`;
}

/** An attribute's name as it is written in a tag, as far as the prefix is known: `xml:id`. */
export function attributeName({ namespace, local }: XmlName): string {
  const prefix = prefixes.get(namespace);
  return prefix === undefined ? local : `${prefix}:${local}`;
}

/** `a`, `a or b`, `a, b or c`. */
export function alternatives(words: readonly string[], conjunction = 'or'): string {
  return words.length < 2
    ? words.join('')
    : `${words.slice(0, -1).join(', ')} ${conjunction} ${words[words.length - 1] ?? ''}`;
}

/** Text of a document in quotation marks: white space made one blank, long text cut. */
export function quoted(text: string): string {
  const line = visible(text.replace(/[\t\n\r ]+/g, ' '));
  if (line.length <= LONGEST_QUOTATION) return `"${line}"`;
  // A pair of surrogates stays whole.
  const end = /[\uD800-\uDBFF]/.test(line.charAt(LONGEST_QUOTATION - 2))
    ? LONGEST_QUOTATION - 2
    : LONGEST_QUOTATION - 1;
  return `"${line.slice(0, end)}…"`;
}
