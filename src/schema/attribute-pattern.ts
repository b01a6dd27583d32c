import { namespaces } from '../xml/namespaces.js';
import { valuePattern, type DatatypeContext } from './datatype.js';
import { mergedAttribute } from './merge-attributes.js';
import { choice, group, pattern, reference, type Pattern } from './pattern.js';
import { classAttributes, type SchemaModel } from './schema-model.js';
import { attributesIn, type Attribute, type AttributeList, type ClassSpec, type ElementSpec } from './specification.js';

/** The name of the pattern that stands for all attributes of a class. */
export const classAttributesName = (className: string): string => `${className}.attributes`;

/** The name of the pattern that stands for one attribute of a class; colons cannot stand in names of patterns. */
export const classAttributeName = (className: string, ident: string): string =>
  `${className}.attribute.${ident.replaceAll(':', '')}`;

/** The pattern of one attribute. */
export function attributePattern(attribute: Attribute, context: DatatypeContext): Pattern {
  const documentation = attribute.description === '' ? [] : [pattern('a:documentation', [attribute.description])];
  const made = pattern('attribute', [...documentation, valuePattern(attribute, context)], {
    name:
      attribute.namespace === namespaces.xml && !attribute.name.includes(':')
        ? `xml:${attribute.name}`
        : attribute.name,
    ns: attribute.namespace === namespaces.xml ? undefined : attribute.namespace,
    'a:defaultValue': attribute.defaultValue,
  });
  return attribute.required ? made : pattern('optional', [made]);
}

/** The attributes that a class gives: those of its own classes, its own, and those of others that it refers to. */
export function classAttributesPattern(spec: ClassSpec, model: SchemaModel): Pattern {
  const inherited = attributeClasses(spec, model).map(({ ident }) => reference(classAttributesName(ident)));
  const own = classAttributes(spec).filter(isDeclarable);
  return group([
    ...inherited,
    ...own.map(({ ident }) => reference(classAttributeName(spec.ident, ident))),
    ...referencesIn(spec.attributes),
  ]);
}

/** Declarations of namespaces are no attributes to a validator. */
const isDeclarable = ({ ident }: Attribute): boolean => !ident.startsWith('xmlns');

function referencesIn(list: AttributeList): Pattern[] {
  return list.members.flatMap((member) => {
    if (member.kind === 'list') return referencesIn(member);
    if (member.kind !== 'reference') return [];
    const { className, ident } = member;
    if (className === '') return ident === undefined ? [] : [reference(ident)];
    return [reference(ident === undefined ? classAttributesName(className) : classAttributeName(className, ident))];
  });
}

/** The attribute classes that a specification is a member of and that the schema has. */
function attributeClasses({ classes }: ElementSpec | ClassSpec, model: SchemaModel): ClassSpec[] {
  return (classes?.memberOf ?? []).flatMap(({ key }) => {
    const found = model.find(key);
    return found?.kind === 'class' && found.type === 'atts' ? [found] : [];
  });
}

/** An attribute as an element inherits it. */
interface Inherited {
  readonly className: string;
  readonly attribute: Attribute;
}

/** All attributes that a class gives, of its own classes too; a class that leads back to itself is read once. */
function inheritedFrom(spec: ClassSpec, model: SchemaModel, seen: Set<string> = new Set()): Inherited[] {
  if (seen.has(spec.ident)) return [];
  seen.add(spec.ident);
  return [
    ...classAttributes(spec).map((attribute) => ({ className: spec.ident, attribute })),
    ...attributeClasses(spec, model).flatMap((each) => inheritedFrom(each, model, seen)),
  ];
}

/**
 * The attributes of an element: those of its classes, as a whole where the element leaves them alone, one by one where
 * it says something else of one of them; and its own.
 */
export function elementAttributesPattern(spec: ElementSpec, model: SchemaModel, context: DatatypeContext): Pattern {
  const own = new Map(attributesIn(spec.attributes).map((each) => [each.ident, each]));
  const inherited = new Map<string, Inherited>();
  const fromClasses = attributeClasses(spec, model).flatMap((each) => {
    const given = inheritedFrom(each, model);
    const isPlain = given.every(({ attribute: { ident } }) => !own.has(ident) && !inherited.has(ident));
    const fresh = given.filter(({ attribute: { ident } }) => !inherited.has(ident));
    for (const item of fresh) inherited.set(item.attribute.ident, item);
    if (isPlain) return [reference(classAttributesName(each.ident))];
    return fresh
      .filter(({ attribute }) => !own.has(attribute.ident) && isDeclarable(attribute))
      .map(({ className, attribute }) => reference(classAttributeName(className, attribute.ident)));
  });
  // A choice as the outermost list of an element of the TEI itself is none to the TEI's tools: theirs are nested.
  const list = model.customized.has(spec.ident) ? spec.attributes : { ...spec.attributes, org: 'group' as const };
  const members = ownMembers(list, inherited, context);
  return group([...fromClasses, ...(members === undefined ? [] : [members])]);
}

/** An element's own attributes in their lists, changes of inherited ones carried out; nothing where none remain. */
function ownMembers(
  list: AttributeList,
  inherited: ReadonlyMap<string, Inherited>,
  context: DatatypeContext,
): Pattern | undefined {
  const members = list.members.flatMap((member): Pattern[] => {
    if (member.kind === 'list') return [ownMembers(member, inherited, context) ?? []].flat();
    if (member.kind === 'reference') return referencesIn({ kind: 'list', org: 'group', members: [member] });
    const attribute = ownAttribute(member, inherited.get(member.ident)?.attribute);
    return attribute === undefined || !isDeclarable(attribute) ? [] : [attributePattern(attribute, context)];
  });
  if (members.length === 0) return undefined;
  return list.org === 'choice' ? choice(members) : group(members);
}

/** What an element's attribute is after what its classes say of it. */
function ownAttribute(own: Attribute, inherited: Attribute | undefined): Attribute | undefined {
  switch (own.mode) {
    case 'delete':
      return undefined;
    case 'change':
      return inherited === undefined ? undefined : mergedAttribute(inherited, own);
    default:
      return own;
  }
}
