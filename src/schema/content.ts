import { namespaces } from '../xml/namespaces.js';
import { dataPattern, type DatatypeContext } from './datatype.js';
import { choice, empty, group, pattern, reference, repeated, text, type Pattern } from './pattern.js';
import { occurrenceOf, readValueList } from './read-specification.js';
import { relaxNgPattern } from './relax-ng-content.js';
import type { ValueList } from './specification.js';
import { attribute, isTei, words, type XmlElement } from './xml-tree.js';

/** What a content model may ask of the schema that it stands in. */
export interface ContentContext extends DatatypeContext {
  /** The members of a model class in their order: names of elements and of classes. */
  readonly membersOf: (className: string) => readonly string[];
  /** The pattern for an element of any name, but for those excepted. */
  readonly anyElement: (node: XmlElement) => Pattern;
}

/** The suffixes by which RELAX NG content may ask for a class in another way (Guidelines, section "Content Models"). */
export const expansions = [
  'alternation',
  'sequence',
  'sequenceOptional',
  'sequenceOptionalRepeatable',
  'sequenceRepeatable',
] as const;

export type Expansion = (typeof expansions)[number];

/** The pattern of a specification's `content`: pure ODD, RELAX NG, or both. */
export function contentPattern(content: XmlElement, context: ContentContext): Pattern {
  return group(partsOf(content, context));
}

function partsOf(parent: XmlElement, context: ContentContext): Pattern[] {
  return parent.children.flatMap((child) => (child.kind === 'element' ? partOf(child, context) : []));
}

/** The pattern of one part of a content model; none for what is no part (comments on it, examples). */
function partOf(node: XmlElement, context: ContentContext): Pattern[] {
  if (node.namespace === namespaces.relaxNg) return [relaxNgPattern(node, (inner) => partOf(inner, context))];
  if (!isTei(node, node.local)) return [];
  const occurs = occurrenceOf(node);
  switch (node.local) {
    case 'sequence':
      return [repeated(sequence(node, context), occurs)];
    case 'alternate':
      return [repeated(pattern('choice', partsOf(node, context)), occurs)];
    case 'elementRef':
    case 'macroRef':
      return [repeated(reference(attribute(node, 'key') ?? ''), occurs)];
    case 'classRef':
      return [repeated(classReference(node, context), occurs)];
    case 'dataRef':
      return [repeated(dataPattern(node, context), occurs)];
    case 'anyElement':
      return [repeated(context.anyElement(node), occurs)];
    case 'textNode':
      return [text];
    case 'valList':
      return [valuesPattern(readValueList(node))];
    case 'empty':
      return [empty];
    default:
      return [];
  }
}

/** A sequence of data alone is a list of words; one without order is interleaved. */
function sequence(node: XmlElement, context: ContentContext): Pattern {
  const parts = partsOf(node, context);
  const isList = parts.length > 0 && node.children.every((child) => child.kind === 'text' || isTei(child, 'dataRef'));
  if (isList) return pattern('list', parts);
  return attribute(node, 'preserveOrder') === 'false' ? pattern('interleave', parts) : pattern('group', parts);
}

/** A reference to a class: its members in a row or one of them, as `expand` says, all or some. */
function classReference(node: XmlElement, context: ContentContext): Pattern {
  const key = attribute(node, 'key') ?? '';
  const expand = attribute(node, 'expand');
  const include = words(node, 'include');
  const except = words(node, 'except');
  if (expand === undefined && include.length === 0 && except.length === 0) return reference(key);
  const chosen = context
    .membersOf(key)
    .filter((member) => (include.length > 0 ? include.includes(member) : !except.includes(member)));
  return classPattern(chosen.map(reference), expansions.find((each) => each === expand) ?? 'alternation');
}

/** The members of a class as one pattern; a class without members allows nothing that it would require. */
export function classPattern(members: readonly Pattern[], expansion: Expansion): Pattern {
  switch (expansion) {
    case 'alternation':
      return choice(members);
    case 'sequence':
      return group(members);
    case 'sequenceOptional':
      return group(members.map((member) => pattern('optional', [member])));
    case 'sequenceOptionalRepeatable':
      return group(members.map((member) => pattern('zeroOrMore', [member])));
    case 'sequenceRepeatable':
      return members.length === 0 ? choice([]) : group(members.map((member) => pattern('oneOrMore', [member])));
  }
}

/** A list of values as a choice between them. */
export function valuesPattern({ items }: ValueList): Pattern {
  return pattern(
    'choice',
    items.flatMap(({ name, description }) => [
      pattern('value', [name]),
      ...(description === '' ? [] : [pattern('a:documentation', [description])]),
    ]),
  );
}
