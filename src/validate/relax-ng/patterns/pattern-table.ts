import { datatypeOf, type Parameter } from '../datatypes/datatype.js';
import { nameClassKey, type NameClass } from './name-class.js';
import type { DatatypeUse, ElementPattern, Pattern } from './pattern.js';

/** A pattern without its number. */
type Unnumbered = Pattern extends infer P ? (P extends Pattern ? Omit<P, 'id'> : never) : never;

/**
 * Makes patterns, each once. The constructors simplify as sections 4.20 and 4.21 of the specification say
 * (`notAllowed` and `empty` vanish where they change nothing), flatten choices and interleaves, and drop a repeated
 * alternative, so that derivatives of a pattern stay few.
 */
export class PatternTable {
  readonly patterns: Pattern[] = [];
  readonly #byKey = new Map<string, Pattern>();
  #elements = 0;
  readonly #optional = new Map<Pattern, Pattern>();
  readonly #datatypes = new Map<string, DatatypeUse>();

  readonly empty = this.#intern('empty', { kind: 'empty', ...flags(true) });
  readonly notAllowed = this.#intern('notAllowed', { kind: 'notAllowed', ...flags(false) });
  readonly text = this.#intern('text', { kind: 'text', ...flags(true) });

  choice(...patterns: readonly Pattern[]): Pattern {
    const members = new Set<Pattern>();
    for (const pattern of patterns) {
      if (pattern.kind === 'notAllowed') continue;
      if (pattern.kind === 'choice') for (const member of pattern.members) members.add(member);
      else members.add(pattern);
    }
    // `empty` adds nothing to alternatives of which one matches nothing anyway.
    if (members.has(this.empty) && [...members].some((member) => member !== this.empty && member.nullable)) {
      members.delete(this.empty);
    }
    if (members.size === 0) return this.notAllowed;
    const sorted = [...members].sort((a, b) => a.id - b.id);
    const [only] = sorted;
    if (sorted.length === 1 && only !== undefined) return only;
    return this.#intern(`c${idsOf(sorted)}`, {
      kind: 'choice',
      members: sorted,
      nullable: sorted.some(({ nullable }) => nullable),
      ...inherited(sorted),
    });
  }

  group(first: Pattern, rest: Pattern): Pattern {
    if (first === this.notAllowed || rest === this.notAllowed) return this.notAllowed;
    if (first === this.empty) return rest;
    if (rest === this.empty) return first;
    if (first.kind === 'group') return this.group(first.first, this.group(first.rest, rest));
    return this.#intern(`g${first.id},${rest.id}`, {
      kind: 'group',
      first,
      rest,
      nullable: first.nullable && rest.nullable,
      ...inherited([first, rest]),
    });
  }

  /** A group of any number of patterns; none is `empty`. */
  sequence(patterns: readonly Pattern[]): Pattern {
    return patterns.reduceRight<Pattern>((rest, first) => this.group(first, rest), this.empty);
  }

  interleave(...patterns: readonly Pattern[]): Pattern {
    const members: Pattern[] = [];
    for (const pattern of patterns) {
      if (pattern === this.notAllowed) return this.notAllowed;
      if (pattern.kind === 'interleave') members.push(...pattern.members);
      else if (pattern !== this.empty) members.push(pattern);
    }
    const [only] = members;
    if (only === undefined) return this.empty;
    if (members.length === 1) return only;
    members.sort((a, b) => a.id - b.id);
    return this.#intern(`i${idsOf(members)}`, {
      kind: 'interleave',
      members,
      nullable: members.every(({ nullable }) => nullable),
      ...inherited(members),
    });
  }

  oneOrMore(pattern: Pattern): Pattern {
    if (pattern === this.notAllowed || pattern === this.empty || pattern.kind === 'oneOrMore') return pattern;
    return this.#intern(`+${pattern.id}`, {
      kind: 'oneOrMore',
      pattern,
      nullable: pattern.nullable,
      ...inherited([pattern]),
    });
  }

  optional(pattern: Pattern): Pattern {
    if (pattern.nullable) return pattern;
    let optional = this.#optional.get(pattern);
    if (optional === undefined) this.#optional.set(pattern, (optional = this.choice(pattern, this.empty)));
    return optional;
  }

  list(pattern: Pattern): Pattern {
    if (pattern === this.notAllowed) return pattern;
    return this.#intern(`l${pattern.id}`, { kind: 'list', pattern, ...flags(false, false, true) });
  }

  data(datatype: DatatypeUse, except?: Pattern): Pattern {
    const key = `d${datatype.id}${except === undefined || except === this.notAllowed ? '' : `-${except.id}`}`;
    return this.#intern(key, {
      kind: 'data',
      datatype,
      ...(except === undefined || except === this.notAllowed ? {} : { except }),
      ...flags(false, false, true),
    });
  }

  value(datatype: DatatypeUse, value: string, key: string): Pattern {
    return this.#intern(`v${datatype.id}=${value}\0${key}`, {
      kind: 'value',
      datatype,
      value,
      key,
      ...flags(false, false, true),
    });
  }

  attribute(nameClass: NameClass, pattern: Pattern): Pattern {
    if (pattern === this.notAllowed) return pattern;
    return this.#intern(`a${pattern.id}${nameClassKey(nameClass)}`, {
      kind: 'attribute',
      nameClass,
      pattern,
      ...flags(false, true),
    });
  }

  /** An element of its own, never merged with another; its content follows by {@link setContent}. */
  element(nameClass: NameClass, order = this.#elements++): ElementPattern {
    const pattern = new DeclaredElement(this.patterns.length, order, nameClass);
    this.patterns.push(pattern);
    return pattern;
  }

  /** Says what an element holds; `content` is asked once, when it is wanted first. */
  setContent(element: ElementPattern, content: () => Pattern): void {
    if (!(element instanceof DeclaredElement)) throw new Error('The element was not made by a pattern table.');
    element.setContent(content);
  }

  datatype(library: string, name: string, parameters: readonly Parameter[]): DatatypeUse {
    const key = JSON.stringify([library, name, parameters.map((parameter) => [parameter.name, parameter.value])]);
    const known = this.#datatypes.get(key);
    if (known !== undefined) return known;
    let made: ReturnType<DatatypeUse['type']> | undefined;
    const use: DatatypeUse = {
      id: this.#datatypes.size,
      library,
      name,
      parameters,
      type: () => {
        if (made === undefined) {
          const result = datatypeOf(library, name, parameters);
          if ('fault' in result) throw new Error(`The datatype ${name} was taken into a grammar: ${result.fault}.`);
          made = result.datatype;
        }
        return made;
      },
    };
    this.#datatypes.set(key, use);
    return use;
  }

  #intern(key: string, pattern: Unnumbered): Pattern {
    const known = this.#byKey.get(key);
    if (known !== undefined) return known;
    const made: Pattern = { id: this.patterns.length, ...pattern };
    this.patterns.push(made);
    this.#byKey.set(key, made);
    return made;
  }
}

/** An element whose content may be made later: elements contain each other in circles, and few are met in a document. */
class DeclaredElement implements ElementPattern {
  readonly kind = 'element';
  readonly nullable = false;
  readonly hasAttributes = false;
  readonly hasValues = false;
  #content: Pattern | undefined;
  #make: (() => Pattern) | undefined;

  constructor(
    readonly id: number,
    readonly order: number,
    readonly nameClass: NameClass,
  ) {}

  get content(): Pattern {
    if (this.#content === undefined) {
      if (this.#make === undefined) throw new Error('The content of an element was asked for before it was known.');
      this.#content = this.#make();
      this.#make = undefined;
    }
    return this.#content;
  }

  setContent(make: () => Pattern): void {
    this.#make = make;
  }
}

type Flags = Pick<Pattern, 'nullable' | 'hasAttributes' | 'hasValues'>;

function flags(nullable: boolean, hasAttributes = false, hasValues = false): Flags {
  return { nullable, hasAttributes, hasValues };
}

function inherited(parts: readonly Pattern[]): Omit<Flags, 'nullable'> {
  return {
    hasAttributes: parts.some(({ hasAttributes }) => hasAttributes),
    hasValues: parts.some(({ hasValues }) => hasValues),
  };
}

function idsOf(patterns: readonly Pattern[]): string {
  return patterns.map(({ id }) => id).join(',');
}
