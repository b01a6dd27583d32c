import type { IdType } from './datatypes/datatype.js';
import type { IdAttribute } from './grammar.js';
import { hasWildcard, nameClassKey, listedNames, overlap } from './patterns/name-class.js';
import { partsOf, type AttributePattern, type ElementPattern, type Pattern } from './patterns/pattern.js';
import { attributesIn } from './patterns/parts.js';

/** Tells of a schema whose IDs are not sound; `element` is where. */
export type IdFault = (message: string, element: ElementPattern) => never;

interface Candidate {
  readonly element: ElementPattern;
  readonly attribute: AttributePattern;
  readonly idType: IdType;
}

/**
 * The attributes of a grammar that are IDs or refer to IDs, checked as RELAX NG DTD Compatibility (section 5) asks: an
 * ID stands in an attribute with a name, on an element with a name, and the same attribute of the same element has the
 * same type everywhere.
 */
export function readIdAttributes(elements: readonly ElementPattern[], fail: IdFault): IdAttribute[] {
  const seen = new Set<Pattern>();
  const types = new Map<AttributePattern, IdType>();
  const candidates = elements.flatMap((element): Candidate[] => {
    if (holdsId(element.content, seen)) fail('an ID or IDREF can only be the value of an attribute', element);
    return attributesIn(element.content).map((attribute) => {
      // The same attributes come again in hundreds of elements.
      const idType = types.get(attribute) ?? idTypeOf(attribute, element, fail);
      types.set(attribute, idType);
      return { element, attribute, idType };
    });
  });
  const ids = candidates.filter((each): each is IdAttribute => each.idType !== 'none');
  for (const { element, attribute } of ids) {
    if (hasWildcard(element.nameClass) || attribute.nameClass.kind !== 'name') {
      fail(
        'an ID or IDREF stands on an element with a wildcard for a name, or in an attribute without a single name',
        element,
      );
    }
  }
  checkConflicts(ids, candidates, fail);
  return ids;
}

function idTypeOf({ pattern }: AttributePattern, element: ElementPattern, fail: IdFault): IdType {
  if (pattern.kind === 'data' || pattern.kind === 'value') return pattern.datatype.type().idType;
  if (holdsId(pattern)) fail('an ID or IDREF has to be the whole value of its attribute', element);
  return 'none';
}

/** Whether an ID type stands in a content, attributes aside. */
function holdsId(pattern: Pattern, seen = new Set<Pattern>()): boolean {
  if (!pattern.hasValues || seen.has(pattern) || pattern.kind === 'attribute' || pattern.kind === 'element')
    return false;
  seen.add(pattern);
  const isId = (pattern.kind === 'data' || pattern.kind === 'value') && pattern.datatype.type().idType !== 'none';
  return isId || partsOf(pattern).some((part) => holdsId(part, seen));
}

/** The attributes of one name on elements of one name are of one type. */
function checkConflicts(ids: readonly Candidate[], candidates: readonly Candidate[], fail: IdFault): void {
  const names = new Set(ids.flatMap(({ attribute }) => listedNames(attribute.nameClass).map(({ local }) => local)));
  const rivals = candidates.filter(
    ({ attribute }) =>
      hasWildcard(attribute.nameClass) || listedNames(attribute.nameClass).some(({ local }) => names.has(local)),
  );
  const byElement = new Map<string, Candidate[]>();
  const anyElement: Candidate[] = [];
  for (const rival of rivals) {
    if (hasWildcard(rival.element.nameClass)) anyElement.push(rival);
    for (const name of listedNames(rival.element.nameClass)) {
      const key = nameClassKey({ kind: 'name', ...name });
      byElement.set(key, [...(byElement.get(key) ?? []), rival]);
    }
  }
  for (const id of ids) {
    const same = listedNames(id.element.nameClass).flatMap(
      (name) => byElement.get(nameClassKey({ kind: 'name', ...name })) ?? [],
    );
    for (const rival of [...same, ...anyElement]) {
      if (rival.idType === id.idType || !overlap(rival.attribute.nameClass, id.attribute.nameClass)) continue;
      if (!overlap(rival.element.nameClass, id.element.nameClass)) continue;
      fail('an attribute that is an ID or IDREF here is something else on the same element elsewhere', id.element);
    }
  }
}
