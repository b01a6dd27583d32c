import { plainDescription } from './description.js';
import type {
  AnySpec,
  Attribute,
  AttributeList,
  AttributeMember,
  Constraint,
  Datatype,
  Membership,
  Mode,
  Occurrence,
  ValueItem,
  ValueList,
} from './specification.js';
import { attribute, elementsIn, isTei, plainText, teiChildren, type XmlElement } from './xml-tree.js';

/** The local names of the elements that specify something, and what they specify. */
export const specificationKinds: ReadonlyMap<string, AnySpec['kind']> = new Map([
  ['elementSpec', 'element'],
  ['classSpec', 'class'],
  ['macroSpec', 'macro'],
  ['dataSpec', 'data'],
]);

/** Reads an elementSpec, classSpec, macroSpec or dataSpec; undefined for any other element. */
export function readSpecification(node: XmlElement): AnySpec | undefined {
  const kind = isTei(node, node.local) ? specificationKinds.get(node.local) : undefined;
  if (kind === undefined) return undefined;
  const ident = attribute(node, 'ident') ?? '';
  const shared = {
    ident,
    module: attribute(node, 'module') ?? '',
    mode: modeOf(node),
    description: plainDescription(node),
    constraints: constraintsIn(node),
    node,
  };
  const content = teiChildren(node, 'content')[0];
  switch (kind) {
    case 'element':
      return {
        ...shared,
        kind,
        name: documentName(node),
        namespace: attribute(node, 'ns'),
        classes: membershipIn(node),
        content,
        values: valueListIn(node),
        attributes: attributeListIn(node),
        validUntil: attribute(node, 'validUntil'),
      };
    case 'class': {
      const type = attribute(node, 'type') === 'atts' ? 'atts' : 'model';
      return { ...shared, kind, type, classes: membershipIn(node), attributes: attributeListIn(node) };
    }
    default:
      return { ...shared, kind, content, values: valueListIn(node) };
  }
}

/** `minOccurs` and `maxOccurs`, 1 where they do not stand (Guidelines, att.repeatable). */
export function occurrenceOf(node: XmlElement): Occurrence {
  const min = countOf(attribute(node, 'minOccurs') ?? '1');
  const max = countOf(attribute(node, 'maxOccurs') ?? '1');
  return { min, max: Math.max(min, max) };
}

function countOf(value: string): number {
  const count = value.trim();
  if (count === 'unbounded') return Infinity;
  return /^\d{1,4}$/.test(count) ? Number(count) : 1;
}

function modeOf(node: XmlElement): Mode | undefined {
  const mode = attribute(node, 'mode');
  return mode === 'add' || mode === 'change' || mode === 'replace' || mode === 'delete' ? mode : undefined;
}

/** The name that documents write: the alternative name, where the specification has one. */
function documentName(node: XmlElement): string {
  const [alternative] = teiChildren(node, 'altIdent');
  const name = alternative === undefined ? '' : plainText(alternative);
  return name === '' ? (attribute(node, 'ident') ?? '') : name;
}

/** The constraints of a specification that are written in Schematron. */
export function constraintsIn(node: XmlElement): Constraint[] {
  return readConstraints(teiChildren(node, 'constraintSpec'));
}

/** What `constraintSpec` elements say, those in a language other than Schematron aside. */
export function readConstraints(nodes: readonly XmlElement[]): Constraint[] {
  return nodes
    .filter((each) => ['schematron', 'isoschematron', undefined].includes(attribute(each, 'scheme')))
    .map((each) => ({ ident: attribute(each, 'ident') ?? '', mode: modeOf(each), node: each }));
}

function membershipIn(node: XmlElement): Membership | undefined {
  const [classes] = teiChildren(node, 'classes');
  if (classes === undefined) return undefined;
  const memberOf = teiChildren(classes, 'memberOf').map((each) => ({
    key: attribute(each, 'key') ?? '',
    mode: modeOf(each),
  }));
  return { changes: modeOf(classes) === 'change', memberOf };
}

/** Several attLists of a specification, as a merged change has them, count as one. */
function attributeListIn(node: XmlElement): AttributeList {
  const lists = teiChildren(node, 'attList');
  const [only] = lists;
  if (only !== undefined && lists.length === 1) return readAttributeList(only);
  return { kind: 'list', org: 'group', members: lists.map(readAttributeList) };
}

function readAttributeList(node: XmlElement): AttributeList {
  const members = elementsIn(node).flatMap((child): AttributeMember[] => {
    if (isTei(child, 'attDef')) return [readAttribute(child)];
    if (isTei(child, 'attList')) return [readAttributeList(child)];
    if (!isTei(child, 'attRef')) return [];
    return [{ kind: 'reference', className: attribute(child, 'class') ?? '', ident: attribute(child, 'name') }];
  });
  return { kind: 'list', org: attribute(node, 'org') === 'choice' ? 'choice' : 'group', members };
}

function readAttribute(node: XmlElement): Attribute {
  const [defaultValue] = teiChildren(node, 'defaultVal');
  const namespace = attribute(node, 'ns');
  const name = documentName(node);
  return {
    kind: 'attribute',
    ident: attribute(node, 'ident') ?? '',
    name,
    namespace,
    mode: modeOf(node),
    required: attribute(node, 'usage') === 'req',
    saysUsage: attribute(node, 'usage') !== undefined,
    datatype: datatypeIn(node),
    defaultValue: defaultValue === undefined || plainText(defaultValue) === '' ? undefined : plainText(defaultValue),
    values: valueListIn(node),
    constraints: constraintsIn(node),
    description: plainDescription(node),
    validUntil: attribute(node, 'validUntil'),
    node,
  };
}

function datatypeIn(node: XmlElement): Datatype | undefined {
  const [datatype] = teiChildren(node, 'datatype');
  return datatype && { ...occurrenceOf(datatype), declarations: elementsIn(datatype) };
}

function valueListIn(node: XmlElement): ValueList | undefined {
  const [list] = teiChildren(node, 'valList');
  return list && readValueList(list);
}

/** Reads a valList; without a type it is open (Guidelines, valList). */
export function readValueList(node: XmlElement): ValueList {
  const type = attribute(node, 'type');
  const items = teiChildren(node, 'valItem').map((item): ValueItem => ({
    ident: attribute(item, 'ident') ?? '',
    name: documentName(item),
    mode: modeOf(item),
    description: plainDescription(item),
  }));
  return { type: type === 'closed' || type === 'semi' ? type : 'open', mode: modeOf(node), items, node };
}
