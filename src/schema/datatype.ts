import { namespaces } from '../xml/namespaces.js';
import { choice, pattern, reference, repeated, text, type Pattern } from './pattern.js';
import { relaxNgPattern } from './relax-ng-content.js';
import type { Attribute, Datatype } from './specification.js';
import { attribute, isTei, teiChildren, type XmlElement } from './xml-tree.js';

/** What a datatype may ask of the schema that it stands in. */
export interface DatatypeContext {
  /** The `content` of the datatype or macro of this name; undefined where the schema has none. */
  readonly contentOf: (name: string) => XmlElement | undefined;
}

/**
 * The pattern of a dataRef: a datatype of W3C Schema by `name`, or one of the TEI by `key`. A restriction holds beside
 * those that the datatype has already (Guidelines, dataRef).
 */
export function dataPattern(node: XmlElement, context: DatatypeContext): Pattern {
  const restriction = attribute(node, 'restriction');
  const key = attribute(node, 'key');
  if (key !== undefined) {
    if (restriction === undefined) return reference(key);
    return restrictedContent(key, restriction, context, [key]);
  }
  const type = attribute(node, 'name');
  if (type === undefined) return text;
  return pattern('data', [...facetsOf(node), ...parameterOf(restriction)], { type });
}

function facetsOf(node: XmlElement): Pattern[] {
  return teiChildren(node, 'dataFacet').map((facet) =>
    pattern('param', [attribute(facet, 'value') ?? ''], { name: attribute(facet, 'name') ?? '' }),
  );
}

function parameterOf(restriction: string | undefined): Pattern[] {
  return restriction === undefined ? [] : [pattern('param', [restriction], { name: 'pattern' })];
}

/** A named datatype written out, each of its alternatives under one more restriction. */
function restrictedContent(
  key: string,
  restriction: string,
  context: DatatypeContext,
  seen: readonly string[],
): Pattern {
  const content = context.contentOf(key);
  if (content === undefined) return reference(key);
  const restricted = (node: XmlElement): Pattern[] =>
    node.children.flatMap((child): Pattern[] => {
      if (child.kind === 'text') return [];
      const inner = attribute(child, 'key');
      if (isTei(child, 'dataRef') && inner !== undefined) {
        // A datatype that leads back to itself has no values of its own.
        return seen.includes(inner) ? [] : [restrictedContent(inner, restriction, context, [...seen, inner])];
      }
      if (isTei(child, 'dataRef')) {
        const data = dataPattern(child, context);
        return [pattern('data', [...data.children, ...parameterOf(restriction)], data.attributes)];
      }
      if (isTei(child, 'valItem')) return [restrictedValue(attribute(child, 'ident') ?? '', restriction)];
      if (isTei(child, 'textNode')) return [pattern('data', parameterOf(restriction), { type: 'string' })];
      return restricted(child);
    });
  return choice(restricted(content));
}

/** A value that must also match a restriction: validators judge it, so that no expression is run here. */
function restrictedValue(value: string, restriction: string): Pattern {
  const literal = value.replace(/[\\|.?*+(){}[\]^-]/g, '\\$&');
  return pattern('data', [...parameterOf(literal), ...parameterOf(restriction)], { type: 'token' });
}

/**
 * The pattern of an attribute's value: a closed list of values alone; a half-open one beside its datatype; else the
 * datatype, as many words of it as it says.
 */
export function valuePattern({ values, datatype }: Attribute, context: DatatypeContext): Pattern {
  const word = wordPattern(values, datatype, context);
  if (datatype === undefined || word.name === 'text') return word;
  const { min, max } = datatype;
  if (max === 1) return min === 0 ? repeated(word, datatype) : word;
  return pattern('list', [repeated(word, datatype)]);
}

function wordPattern(values: Attribute['values'], datatype: Datatype | undefined, context: DatatypeContext): Pattern {
  const declared = datatype?.declarations.flatMap((node) => declarationPattern(node, context)) ?? [];
  const listed = values?.items.flatMap(({ name, description }) => [
    pattern('value', [name]),
    ...(description === '' ? [] : [pattern('a:documentation', [description])]),
  ]);
  if (values === undefined || listed === undefined || values.type === 'open') {
    return declared.length === 0 ? text : choice(declared);
  }
  if (values.type === 'closed') return pattern('choice', listed);
  // Without a datatype the values beside those listed are names.
  return pattern('choice', [
    ...listed,
    ...(declared.length === 0 ? [pattern('data', [], { type: 'Name' })] : declared),
  ]);
}

function declarationPattern(node: XmlElement, context: DatatypeContext): Pattern[] {
  if (isTei(node, 'dataRef')) return [dataPattern(node, context)];
  if (node.namespace !== namespaces.relaxNg) return [];
  return [relaxNgPattern(node, (inner) => declarationPattern(inner, context))];
}
