import { hasWildcard, listedNames, overlap, type NameClass } from '../patterns/name-class.js';
import { attributesIn, elementsIn } from '../patterns/parts.js';
import { groupMembers, partsOf, type ElementPattern, type Pattern } from '../patterns/pattern.js';
import { contentTypeOf } from './content-type.js';
import { checkContexts, type Visits } from './contexts.js';

/** Tells of a restriction that does not hold; `element` is where, or undefined for the start of the grammar. */
export type RestrictionFault = (message: string, element?: ElementPattern) => never;

/**
 * Checks the restrictions of section 7 on all that can be reached from the start.
 *
 * @returns the elements that can be reached, in the order of the schema.
 */
export function checkRestrictions(start: Pattern, fail: RestrictionFault): ElementPattern[] {
  const seen: Seen = { contexts: new Map(), once: new Set(), repeated: new Set(), interleaves: new Set() };
  checkContexts(start, 'start', seen.contexts, (message) => fail(message));
  const reached = new Set<ElementPattern>();
  const waiting = [...elementsIn(start)];
  for (let element = waiting.pop(); element !== undefined; element = waiting.pop()) {
    if (reached.has(element)) continue;
    reached.add(element);
    const { content } = element;
    const here = (message: string): never => fail(message, element);
    checkContexts(content, 'element', seen.contexts, here);
    if (contentTypeOf(content) === undefined) {
      here('data, a value or a list stands beside elements or text; it has to be the whole content (7.2)');
    }
    checkAttributes(content, seen, here);
    checkInterleaves(content, seen, here);
    waiting.push(...elementsIn(content));
  }
  return [...reached].sort((a, b) => a.order - b.order);
}

function walk(pattern: Pattern, seen: Set<Pattern>, visit: (part: Pattern) => void): void {
  if (seen.has(pattern)) return;
  seen.add(pattern);
  visit(pattern);
  for (const part of partsOf(pattern)) walk(part, seen, visit);
}

type Fail = (message: string) => never;

/** What has been checked: a part that many elements share is checked once. */
interface Seen {
  readonly contexts: Visits;
  readonly once: Set<Pattern>;
  readonly repeated: Set<Pattern>;
  readonly interleaves: Set<Pattern>;
}

/** 7.3: an attribute stands once; one with a wildcard is repeated. */
function checkAttributes(content: Pattern, seen: Seen, fail: Fail): void {
  const check = (pattern: Pattern, repeated: boolean): void => {
    if (pattern.kind === 'attribute') {
      if (!hasWildcard(pattern.nameClass)) return;
      if (!repeated) fail('an attribute with a wildcard for a name has to be in a oneOrMore or zeroOrMore (7.3)');
      return;
    }
    if (!pattern.hasAttributes || seen.once.has(pattern) || (repeated && seen.repeated.has(pattern))) return;
    (repeated ? seen.repeated : seen.once).add(pattern);
    if (pattern.kind === 'group' || pattern.kind === 'interleave') {
      const members = pattern.kind === 'group' ? groupMembers(pattern) : pattern.members;
      checkDistinct(
        members.map((member) => attributesIn(member).map(({ nameClass }) => nameClass)),
        (name) => fail(`the attribute ${name} can stand twice on one element (7.3)`),
      );
      for (const member of members) check(member, repeated);
      return;
    }
    for (const part of partsOf(pattern)) check(part, repeated || pattern.kind === 'oneOrMore');
  };
  check(content, false);
}

/** 7.4: the parts of an interleave share no element and at most one has text. */
function checkInterleaves(content: Pattern, seen: Seen, fail: Fail): void {
  walk(content, seen.interleaves, (pattern) => {
    if (pattern.kind !== 'interleave') return;
    checkDistinct(
      pattern.members.map((member) => elementsIn(member).map(({ nameClass }) => nameClass)),
      (name) => fail(`the element ${name} can stand in two parts of one interleave (7.4)`),
    );
    const withText = pattern.members.filter((member) => holdsText(member));
    if (withText.length > 1) fail('text can stand in two parts of one interleave (7.4)');
  });
}

function holdsText(pattern: Pattern): boolean {
  if (pattern.kind === 'text') return true;
  return pattern.kind !== 'attribute' && pattern.kind !== 'element' && partsOf(pattern).some(holdsText);
}

/** Checks that no name is in the classes of two parts. */
function checkDistinct(parts: readonly (readonly NameClass[])[], fail: Fail): void {
  const owner = new Map<string, number>();
  const wildcards: { part: number; nameClass: NameClass }[] = [];
  parts.forEach((classes, part) => {
    for (const nameClass of classes) {
      if (hasWildcard(nameClass)) wildcards.push({ part, nameClass });
      for (const { namespace, local } of listedNames(nameClass)) {
        const key = `{${namespace}}${local}`;
        const other = owner.get(key);
        if (other !== undefined && other !== part) fail(local);
        owner.set(key, part);
      }
    }
  });
  for (const { part, nameClass } of wildcards) {
    parts.forEach((classes, other) => {
      if (other !== part && classes.some((each) => overlap(each, nameClass))) fail('of a wildcard');
    });
  }
}
