import type { NameClass } from '../patterns/name-class.js';
import { SchemaError } from './schema-fault.js';
import { trimmed, type SchemaElement } from './schema-tree.js';

const XMLNS = 'http://www.w3.org/2000/xmlns';
const QNAME = /^(?:([\p{L}_][\p{L}\p{M}\p{N}._\-\u00B7]*):)?([\p{L}_][\p{L}\p{M}\p{N}._\-\u00B7]*)$/u;

/**
 * The name class of an `element` or `attribute` (4.8 to 4.10, 4.16), and the patterns that follow it. An attribute's
 * name without prefix has no namespace, whatever `ns` it stands in.
 *
 * @throws SchemaError for an unbound prefix, and for classes that the specification forbids.
 */
export function readNameClass(element: SchemaElement): { nameClass: NameClass; patterns: readonly SchemaElement[] } {
  const name = element.attributes.get('name');
  const [first, ...others] = element.children;
  let nameClass: NameClass;
  if (name !== undefined) {
    const ns = element.name === 'attribute' ? (element.attributes.get('ns') ?? '') : element.ns;
    nameClass = readName(element, name, ns);
  } else {
    if (first === undefined) throw new Error('The syntax check let an element without a name pass.');
    nameClass = readClass(first, 'none');
  }
  if (element.name === 'attribute') checkAttributeName(element, nameClass);
  return { nameClass, patterns: name === undefined ? others : element.children };
}

/** Inside which `except` a class stands: wildcards exclude no wider ones (4.16). */
type Inside = 'none' | 'anyName' | 'nsName';

function readClass(element: SchemaElement, inside: Inside): NameClass {
  switch (element.name) {
    case 'name':
      return readName(element, trimmed(element.text), element.ns);
    case 'anyName':
      if (inside !== 'none') fail(element, '<anyName> cannot stand in an <except> of a name class');
      return { kind: 'anyName', ...exceptOf(element, 'anyName') };
    case 'nsName':
      if (inside === 'nsName') fail(element, '<nsName> cannot stand in the <except> of an <nsName>');
      return { kind: 'nsName', namespace: element.ns, ...exceptOf(element, 'nsName') };
    default:
      return union(element.children.map((child) => readClass(child, inside)));
  }
}

function exceptOf(element: SchemaElement, inside: Inside): { except?: NameClass } {
  const [except] = element.children;
  return except === undefined ? {} : { except: union(except.children.map((child) => readClass(child, inside))) };
}

function union(members: readonly NameClass[]): NameClass {
  const [only] = members;
  return members.length === 1 && only !== undefined ? only : { kind: 'choice', members };
}

function readName(element: SchemaElement, written: string, ns: string): NameClass {
  const match = QNAME.exec(written);
  if (match === null) return fail(element, `"${written}" is no name`);
  const [, prefix, local = ''] = match;
  if (prefix === undefined) return { kind: 'name', namespace: ns, local };
  const namespace = element.namespaces.get(prefix);
  if (namespace === undefined) return fail(element, `the prefix of "${written}" is bound to no namespace`);
  return { kind: 'name', namespace, local };
}

/** Namespace declarations are no attributes (4.16). */
function checkAttributeName(element: SchemaElement, nameClass: NameClass): void {
  switch (nameClass.kind) {
    case 'choice':
      for (const member of nameClass.members) checkAttributeName(element, member);
      return;
    case 'anyName':
      if (nameClass.except !== undefined) checkAttributeName(element, nameClass.except);
      return;
    case 'nsName':
      if (nameClass.namespace === XMLNS) fail(element, 'a namespace declaration is no attribute');
      if (nameClass.except !== undefined) checkAttributeName(element, nameClass.except);
      return;
    case 'name':
      if (nameClass.namespace === XMLNS || (nameClass.namespace === '' && nameClass.local === 'xmlns')) {
        fail(element, 'a namespace declaration is no attribute');
      }
  }
}

function fail(element: SchemaElement, message: string): never {
  throw new SchemaError({ path: element.path, offset: element.offset, message });
}
