import type { Datatype, Parameter } from '../datatypes/datatype.js';
import type { NameClass } from './name-class.js';

/** A datatype as a schema uses it. */
export interface DatatypeUse {
  /** Number in its table. */
  readonly id: number;
  readonly library: string;
  readonly name: string;
  readonly parameters: readonly Parameter[];
  /** The type itself, made at the first call: most types of a large schema meet no value. */
  type(): Datatype;
}

/**
 * A pattern of the simple syntax (RELAX NG, section 5), interned: two equal patterns of one table are one object, so
 * that identity is equality and what was worked out for a pattern can be kept with it.
 */
interface PatternBase {
  /** Number in its table. */
  readonly id: number;
  /** Whether it matches nothing at all: no attribute, no text, no element. */
  readonly nullable: boolean;
  /** Whether attributes are in it (not in an element inside it). */
  readonly hasAttributes: boolean;
  /** Whether text is matched by its value: `data`, `value` or `list` is in it, not in an element or attribute. */
  readonly hasValues: boolean;
}

export interface EmptyPattern extends PatternBase {
  readonly kind: 'empty';
}
export interface NotAllowedPattern extends PatternBase {
  readonly kind: 'notAllowed';
}
export interface TextPattern extends PatternBase {
  readonly kind: 'text';
}
/** Alternatives, at least two, by ascending id. */
export interface ChoicePattern extends PatternBase {
  readonly kind: 'choice';
  readonly members: readonly Pattern[];
}
/** `first`, which is no group itself, then `rest`. */
export interface GroupPattern extends PatternBase {
  readonly kind: 'group';
  readonly first: Pattern;
  readonly rest: Pattern;
}
/** Parts in any order, at least two, by ascending id. */
export interface InterleavePattern extends PatternBase {
  readonly kind: 'interleave';
  readonly members: readonly Pattern[];
}
export interface OneOrMorePattern extends PatternBase {
  readonly kind: 'oneOrMore';
  readonly pattern: Pattern;
}
export interface ListPattern extends PatternBase {
  readonly kind: 'list';
  readonly pattern: Pattern;
}
export interface DataPattern extends PatternBase {
  readonly kind: 'data';
  readonly datatype: DatatypeUse;
  readonly except?: Pattern;
}
export interface ValuePattern extends PatternBase {
  readonly kind: 'value';
  readonly datatype: DatatypeUse;
  /** The value as the schema writes it. */
  readonly value: string;
  /** What all forms of the value share. */
  readonly key: string;
}
export interface AttributePattern extends PatternBase {
  readonly kind: 'attribute';
  readonly nameClass: NameClass;
  readonly pattern: Pattern;
}
/** One `element` of the schema. Its content is set once, since elements contain each other in circles. */
export interface ElementPattern extends PatternBase {
  readonly kind: 'element';
  /** Its place among the elements of the schema. */
  readonly order: number;
  readonly nameClass: NameClass;
  readonly content: Pattern;
}

export type Pattern =
  | EmptyPattern
  | NotAllowedPattern
  | TextPattern
  | ChoicePattern
  | GroupPattern
  | InterleavePattern
  | OneOrMorePattern
  | ListPattern
  | DataPattern
  | ValuePattern
  | AttributePattern
  | ElementPattern;

/** The members of a group, in order; a pattern that is no group is its own only member. */
export function groupMembers(pattern: Pattern): Pattern[] {
  const members: Pattern[] = [];
  let rest = pattern;
  while (rest.kind === 'group') {
    members.push(rest.first);
    rest = rest.rest;
  }
  members.push(rest);
  return members;
}

/** The patterns directly inside a pattern, but for the content of an element. */
export function partsOf(pattern: Pattern): readonly Pattern[] {
  switch (pattern.kind) {
    case 'choice':
    case 'interleave':
      return pattern.members;
    case 'group':
      return [pattern.first, pattern.rest];
    case 'oneOrMore':
    case 'list':
    case 'attribute':
      return [pattern.pattern];
    case 'data':
      return pattern.except === undefined ? [] : [pattern.except];
    default:
      return [];
  }
}
