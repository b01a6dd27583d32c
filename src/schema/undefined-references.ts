import { choice, empty, group, pattern, patternsIn, text, type Pattern } from './pattern.js';

/** Patterns that hold others and mean nothing where all of them are gone. */
const loops = new Set(['optional', 'zeroOrMore', 'oneOrMore', 'mixed']);

/**
 * Content without the references to what the customisation deletes, as the TEI's tools take them out of the content of
 * what an ODD adds or changes: whatever loses all that it held goes as well.
 *
 * @returns undefined where nothing remains.
 */
export function withoutDeleted(whole: Pattern, isDeleted: (name: string) => boolean): Pattern | undefined {
  if (whole.name === 'ref') return isDeleted(whole.attributes['name'] ?? '') ? undefined : whole;
  const before = patternsIn(whole);
  if (before.length === 0) return whole;
  const after = before.flatMap((child) => withoutDeleted(child, isDeleted) ?? []);
  if (after.length === before.length && after.every((child, index) => child === before[index])) return whole;
  return after.length === 0 ? undefined : { ...whole, children: after };
}

/**
 * Content without the references to what the schema does not have (a module not taken, an element not included). In a
 * row the place is left empty; in a choice the alternative goes, and a choice without alternatives is empty. A
 * repetition whose members are all such references goes; one that has become empty inside is empty. That is what the
 * TEI's tools make of them, so that both schemas accept the same.
 *
 * @returns undefined where nothing remains.
 */
export function withoutUndefined(whole: Pattern, isDefined: (name: string) => boolean): Pattern | undefined {
  const { name } = whole;
  if (name === 'ref') return isDefined(whole.attributes['name'] ?? '') ? whole : undefined;
  const before = patternsIn(whole);
  if (before.length === 0) return loops.has(name) ? undefined : name === 'choice' || name === 'group' ? empty : whole;
  const after = before.flatMap((child) => withoutUndefined(child, isDefined) ?? []);
  const parts = after.filter((child) => child.name !== 'a:documentation');
  if (name === 'choice') return simplifiedChoice(parts, after);
  const filled = parts.filter((child) => child.name !== 'empty');
  if (name === 'group') return group(filled);
  if (loops.has(name)) return parts.length === 0 ? undefined : filled.length === 0 ? empty : repetition(name, filled);
  if (filled.length === 0 && name === 'interleave') return empty;
  // An attribute whose datatype is not there may have any value.
  if (filled.length === 0) return { ...whole, children: [...after, name === 'attribute' ? text : empty] };
  return { ...whole, children: after };
}

function simplifiedChoice(parts: readonly Pattern[], after: readonly Pattern[]): Pattern {
  const filled = parts.filter((child) => child.name !== 'empty');
  if (filled.length === 0) return empty;
  if (filled.length < parts.length) return pattern('optional', [choice(filled)]);
  return filled.length === 1 ? choice(filled) : { name: 'choice', attributes: {}, children: after };
}

/** A repetition, not nested where the inner one says as much. */
function repetition(name: string, members: readonly Pattern[]): Pattern {
  const [only] = members;
  if (only !== undefined && members.length === 1) {
    const outer = only.name === 'oneOrMore' && name === 'optional' ? 'zeroOrMore' : only.name;
    if (only.name === name || only.name === 'zeroOrMore') return only;
    if (name === 'zeroOrMore' && loops.has(only.name) && only.name !== 'mixed') return pattern(name, only.children);
    if (outer !== only.name) return pattern(outer, only.children);
  }
  return pattern(name, members);
}
