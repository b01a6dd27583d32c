import type { Occurrence } from './specification.js';

/**
 * A pattern of RELAX NG as its XML syntax writes it (RELAX NG specification, section 3): `name` is the local name of
 * the element, `a:documentation` that of an annotation.
 */
export interface Pattern {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Pattern | string)[];
}

/** Makes a pattern; attributes whose value is undefined are left out. */
export function pattern(
  name: string,
  children: readonly (Pattern | string)[] = [],
  attributes: Readonly<Record<string, string | undefined>> = {},
): Pattern {
  const present: Record<string, string> = {};
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined) present[key] = value;
  return { name, attributes: present, children };
}

export const empty = pattern('empty');
export const text = pattern('text');
export const notAllowed = pattern('notAllowed');

export const reference = (name: string): Pattern => pattern('ref', [], { name });

/** The child patterns, texts left out. */
export function patternsIn({ children }: Pattern): Pattern[] {
  return children.filter((child): child is Pattern => typeof child !== 'string');
}

/** Patterns one after another; nothing is `empty`, one is itself. */
export function group(members: readonly Pattern[]): Pattern {
  const [only] = members;
  if (only === undefined) return empty;
  return members.length === 1 ? only : pattern('group', members);
}

/** One of several patterns; nothing is `notAllowed`, one is itself. */
export function choice(members: readonly Pattern[]): Pattern {
  const [only] = members;
  if (only === undefined) return notAllowed;
  return members.length === 1 ? only : pattern('choice', members);
}

/** More repetitions than this are not counted out: beyond it any number is allowed. */
const MOST = 400;

/** A pattern as often as `occurrence` says (Guidelines, att.repeatable). */
export function repeated(member: Pattern, { min, max }: Occurrence): Pattern {
  if (max === 0) return empty;
  if (max === Infinity && min === 0) return pattern('zeroOrMore', [member]);
  if (max === Infinity && min === 1) return pattern('oneOrMore', [member]);
  if (max === 1) return min === 0 ? pattern('optional', [member]) : member;
  const required = Array.from({ length: Math.min(min, MOST) }, () => member);
  const beyond = max - min;
  if (beyond > MOST) return group([...required, pattern('zeroOrMore', [member])]);
  return group([...required, ...Array.from({ length: beyond }, () => pattern('optional', [member]))]);
}
