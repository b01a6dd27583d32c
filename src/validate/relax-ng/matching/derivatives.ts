import type { NamespaceContext } from '../datatypes/datatype.js';
import type { XmlName } from '../fault.js';
import { contains } from '../patterns/name-class.js';
import type { ElementPattern, Pattern } from '../patterns/pattern.js';
import type { PatternTable } from '../patterns/pattern-table.js';

/** An element that can begin, and what its parent still takes after it. */
export interface Opening {
  readonly element: ElementPattern;
  readonly rest: Pattern;
}

/** An attribute's value, and what its element still takes beside it. */
export interface AttributeMatch {
  readonly value: Pattern;
  readonly rest: Pattern;
}

/** Nearly every alternative of a large choice answers with nothing. */
const none: readonly never[] = [];

const BLANK = /^[ \t\r\n]*$/u;
const BLANKS = /[ \t\r\n]+/u;

/**
 * Derivatives of patterns (Brzozowski; for RELAX NG: James Clark, "An algorithm for RELAX NG validation"): what a
 * pattern still takes after it took something. Nothing is remembered here; {@link Automaton} does that.
 */
export class Derivatives {
  constructor(private readonly table: PatternTable) {}

  /**
   * The elements of a name with which a content can go on.
   *
   * @param skipping whether parts that have to come before may be passed over, for going on after a fault.
   */
  openings(pattern: Pattern, name: XmlName, skipping = false): readonly Opening[] {
    const { table } = this;
    switch (pattern.kind) {
      case 'element':
        return contains(pattern.nameClass, name) ? [{ element: pattern, rest: table.empty }] : none;
      case 'choice':
        return joined(pattern.members, (member) => this.openings(member, name, skipping));
      case 'group': {
        const first = this.openings(pattern.first, name, skipping).map(({ element, rest }) => ({
          element,
          rest: table.group(rest, pattern.rest),
        }));
        const goesOn = pattern.first.nullable || (skipping && first.length === 0);
        if (!goesOn) return first;
        const later = this.openings(pattern.rest, name, skipping);
        return first.length === 0 ? later : [...first, ...later];
      }
      case 'interleave':
        return joined(pattern.members, (member, index) =>
          this.openings(member, name, skipping).map(({ element, rest }) => ({
            element,
            rest: table.interleave(rest, ...pattern.members.filter((_, other) => other !== index)),
          })),
        );
      case 'oneOrMore':
        return this.openings(pattern.pattern, name, skipping).map(({ element, rest }) => ({
          element,
          rest: table.group(rest, table.optional(pattern)),
        }));
      default:
        return none;
    }
  }

  /** The attributes of a name that a pattern takes. */
  attributes(pattern: Pattern, name: XmlName): readonly AttributeMatch[] {
    if (!pattern.hasAttributes) return none;
    const { table } = this;
    switch (pattern.kind) {
      case 'attribute':
        return contains(pattern.nameClass, name) ? [{ value: pattern.pattern, rest: table.empty }] : none;
      case 'choice':
        return joined(pattern.members, (member) => this.attributes(member, name));
      case 'group': {
        const first = this.attributes(pattern.first, name).map(({ value, rest }) => ({
          value,
          rest: table.group(rest, pattern.rest),
        }));
        const later = this.attributes(pattern.rest, name).map(({ value, rest }) => ({
          value,
          rest: table.group(pattern.first, rest),
        }));
        return later.length === 0 ? first : [...first, ...later];
      }
      case 'interleave':
        return joined(pattern.members, (member, index) =>
          this.attributes(member, name).map(({ value, rest }) => ({
            value,
            rest: table.interleave(rest, ...pattern.members.filter((_, other) => other !== index)),
          })),
        );
      case 'oneOrMore':
        return this.attributes(pattern.pattern, name).map(({ value, rest }) => ({
          value,
          rest: table.group(rest, table.optional(pattern)),
        }));
      default:
        return none;
    }
  }

  /**
   * What is left when there are no more attributes.
   *
   * @param missing what an attribute that did not come becomes: `notAllowed`, or, to go on after the fault, `empty`.
   */
  withoutAttributes(pattern: Pattern, missing: Pattern): Pattern {
    if (!pattern.hasAttributes) return pattern;
    const { table } = this;
    const inner = (part: Pattern): Pattern => this.withoutAttributes(part, missing);
    switch (pattern.kind) {
      case 'attribute':
        return missing;
      case 'choice':
        return table.choice(...pattern.members.map(inner));
      case 'group':
        return table.group(inner(pattern.first), inner(pattern.rest));
      case 'interleave':
        return table.interleave(...pattern.members.map(inner));
      case 'oneOrMore':
        return table.oneOrMore(inner(pattern.pattern));
      default:
        return pattern;
    }
  }

  /** What is left after a text. */
  text(pattern: Pattern, text: string, context: NamespaceContext): Pattern {
    const { table } = this;
    switch (pattern.kind) {
      case 'text':
        return pattern;
      case 'choice':
        return table.choice(...pattern.members.map((member) => this.text(member, text, context)));
      case 'group': {
        const first = table.group(this.text(pattern.first, text, context), pattern.rest);
        return pattern.first.nullable ? table.choice(first, this.text(pattern.rest, text, context)) : first;
      }
      case 'interleave':
        return table.choice(
          ...pattern.members.map((member, index) =>
            table.interleave(
              this.text(member, text, context),
              ...pattern.members.filter((_, other) => other !== index),
            ),
          ),
        );
      case 'oneOrMore':
        return table.group(this.text(pattern.pattern, text, context), table.optional(pattern));
      case 'data': {
        const isValue =
          pattern.datatype.type().allows(text, context) &&
          (pattern.except === undefined || !this.text(pattern.except, text, context).nullable);
        return isValue ? table.empty : table.notAllowed;
      }
      case 'value':
        return pattern.datatype.type().keyOf(text, context) === pattern.key ? table.empty : table.notAllowed;
      case 'list': {
        const tokens = text.split(BLANKS).filter((token) => token !== '');
        const rest = tokens.reduce((left, token) => this.text(left, token, context), pattern.pattern);
        return rest.nullable ? table.empty : table.notAllowed;
      }
      default:
        return table.notAllowed;
    }
  }

  /** Whether a whole value, of an attribute or of an element without children, is what a pattern wants. */
  matchesValue(pattern: Pattern, value: string, context: NamespaceContext): boolean {
    return (pattern.nullable && BLANK.test(value)) || this.text(pattern, value, context).nullable;
  }
}

/** The results of all parts, in order. */
function joined<Result>(
  parts: readonly Pattern[],
  results: (part: Pattern, index: number) => readonly Result[],
): readonly Result[] {
  let all: Result[] | undefined;
  parts.forEach((part, index) => {
    const found = results(part, index);
    if (found.length > 0) (all ??= []).push(...found);
  });
  return all ?? none;
}
