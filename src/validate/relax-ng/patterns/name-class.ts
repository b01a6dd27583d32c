import type { XmlName } from '../fault.js';

/** A set of names (RELAX NG, section 4.16 and 6.1); the empty namespace is that of names without one. */
export type NameClass =
  | { readonly kind: 'name'; readonly namespace: string; readonly local: string }
  | { readonly kind: 'nsName'; readonly namespace: string; readonly except?: NameClass }
  | { readonly kind: 'anyName'; readonly except?: NameClass }
  | { readonly kind: 'choice'; readonly members: readonly NameClass[] };

/** Whether a name is in the class. */
export function contains(nameClass: NameClass, { namespace, local }: XmlName): boolean {
  switch (nameClass.kind) {
    case 'name':
      return nameClass.local === local && nameClass.namespace === namespace;
    case 'nsName':
      return (
        nameClass.namespace === namespace &&
        (nameClass.except === undefined || !contains(nameClass.except, { namespace, local }))
      );
    case 'anyName':
      return nameClass.except === undefined || !contains(nameClass.except, { namespace, local });
    case 'choice':
      return nameClass.members.some((member) => contains(member, { namespace, local }));
  }
}

/** The names that the class lists one by one, wildcards and their exceptions aside. */
export function listedNames(nameClass: NameClass): readonly XmlName[] {
  switch (nameClass.kind) {
    case 'name':
      return [{ namespace: nameClass.namespace, local: nameClass.local }];
    case 'choice':
      return nameClass.members.flatMap(listedNames);
    default:
      return [];
  }
}

/** Whether the class has a name because of the name or its namespace, not because it has all names. */
export function mentions(nameClass: NameClass, name: XmlName): boolean {
  if (nameClass.kind === 'choice') return nameClass.members.some((member) => mentions(member, name));
  return nameClass.kind !== 'anyName' && contains(nameClass, name);
}

/** Whether the class has infinitely many names. */
export function hasWildcard(nameClass: NameClass): boolean {
  return nameClass.kind === 'choice' ? nameClass.members.some(hasWildcard) : nameClass.kind !== 'name';
}

/** A character that no XML name has: it makes names and namespaces that no schema mentions. */
const IMPOSSIBLE = '\u0000';

/**
 * Whether two classes share a name. Two classes overlap exactly where one of finitely many witnesses is in both: the
 * names that they mention, one unmentioned name in each namespace that they mention, one name in no such namespace.
 */
export function overlap(a: NameClass, b: NameClass): boolean {
  if (a.kind === 'name') return contains(b, a);
  if (b.kind === 'name') return contains(a, b);
  return [...witnesses(a), ...witnesses(b)].some((name) => contains(a, name) && contains(b, name));
}

function witnesses(nameClass: NameClass): XmlName[] {
  switch (nameClass.kind) {
    case 'name':
      return [{ namespace: nameClass.namespace, local: nameClass.local }];
    case 'nsName':
      return [
        { namespace: nameClass.namespace, local: IMPOSSIBLE },
        ...(nameClass.except === undefined ? [] : witnesses(nameClass.except)),
      ];
    case 'anyName':
      return [
        { namespace: IMPOSSIBLE, local: IMPOSSIBLE },
        ...(nameClass.except === undefined ? [] : witnesses(nameClass.except)),
      ];
    case 'choice':
      return nameClass.members.flatMap(witnesses);
  }
}

/** A text that two classes share exactly where they are written alike. */
export function nameClassKey(nameClass: NameClass): string {
  switch (nameClass.kind) {
    case 'name':
      return `{${nameClass.namespace}}${nameClass.local}`;
    case 'nsName':
      return `{${nameClass.namespace}}*${exceptKey(nameClass.except)}`;
    case 'anyName':
      return `*${exceptKey(nameClass.except)}`;
    case 'choice':
      return `(${nameClass.members.map(nameClassKey).join('|')})`;
  }
}

function exceptKey(except: NameClass | undefined): string {
  return except === undefined ? '' : `-${nameClassKey(except)}`;
}
