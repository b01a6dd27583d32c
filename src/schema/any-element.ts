import { namespaces } from '../xml/namespaces.js';
import { pattern, reference, text, type Pattern } from './pattern.js';
import type { SchemaModel } from './schema-model.js';
import { attribute, descendants, isTei, type XmlElement } from './xml-tree.js';

/** The name of the pattern for one anyElement of a specification; a second one in the same content has a number. */
export function anyElementName(ident: string, node: XmlElement, content: XmlElement): string {
  const all: XmlElement[] = [...descendants(content)].filter((each) => isTei(each, 'anyElement'));
  const number = all.indexOf(node);
  return number <= 0 ? `anyElement_${ident}` : `anyElement_${ident}_${number + 1}`;
}

/**
 * The pattern of an element of any name with any attributes and content (Guidelines, anyElement), but for the names and
 * namespaces that it, or the schema, excepts.
 *
 * The schema's own elements are always excepted: an element whose `xml:id` is an identifier must not be allowed with
 * any attributes as well (RELAX NG DTD Compatibility, section 5.2), and validators refuse a grammar that does so.
 */
export function anyElementPattern(node: XmlElement, name: string, model: SchemaModel): Pattern {
  const { customization, source } = model;
  const own = attribute(node, 'except');
  const written = own ?? customization.defaultExceptions ?? source.defaultExceptions;
  const scope = own === undefined ? customization.node.scope : node.scope;
  const exceptions = written
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => exceptionOf(word, scope));
  const except = [...exceptions, ...ownElements(model, exceptions)].map(exceptionPattern);
  return pattern('element', [
    pattern('anyName', except.length === 0 ? [] : [pattern('except', except)]),
    pattern('zeroOrMore', [pattern('attribute', [pattern('anyName')])]),
    pattern('zeroOrMore', [pattern('choice', [text, reference(name)])]),
  ]);
}

/** The schema's elements that are not excepted yet: the whole of its main namespace, those of others by name. */
function ownElements({ specifications, customization }: SchemaModel, exceptions: readonly Exception[]): Exception[] {
  const main = customization.namespace ?? namespaces.tei;
  const found = new Map<string, Exception>();
  for (const spec of specifications) {
    if (spec.kind !== 'element') continue;
    const namespace = spec.namespace ?? main;
    const isExcepted = exceptions.some(
      (each) => each.namespace === namespace && (each.local === undefined || each.local === spec.name),
    );
    const local = namespace === main ? undefined : spec.name;
    if (!isExcepted) found.set(`${namespace} ${local ?? ''}`, { namespace, local });
  }
  return [...found.values()];
}

interface Exception {
  readonly namespace: string;
  /** Undefined where the whole namespace is excepted. */
  readonly local: string | undefined;
}

/** A prefixed name means that element, anything else is a namespace; the TEI's own prefix for examples is known. */
function exceptionOf(word: string, scope: ReadonlyMap<string, string>): Exception {
  const [prefix = '', local] = word.split(':');
  const namespace = scope.get(prefix) ?? (prefix === 'teix' ? namespaces.examples : undefined);
  if (local === undefined || local.startsWith('//') || namespace === undefined)
    return { namespace: word, local: undefined };
  return { namespace, local };
}

function exceptionPattern({ namespace, local }: Exception): Pattern {
  return local === undefined ? pattern('nsName', [], { ns: namespace }) : pattern('name', [local], { ns: namespace });
}
