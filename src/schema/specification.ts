import type { XmlElement } from './xml-tree.js';

/** What a specification does to one of the same name (Guidelines, att.combinable); absent means `add`. */
export type Mode = 'add' | 'change' | 'replace' | 'delete';

/** How often something occurs; `max` is Infinity for `unbounded`. */
export interface Occurrence {
  readonly min: number;
  readonly max: number;
}

/** One value of a list of values (valItem). */
export interface ValueItem {
  readonly ident: string;
  /** The value as documents write it: the alternative name where there is one. */
  readonly name: string;
  readonly mode: Mode | undefined;
  readonly description: string;
}

/** A list of values (valList): `closed` allows these alone, `semi` and `open` only suggest them. */
export interface ValueList {
  readonly type: 'closed' | 'semi' | 'open';
  readonly mode: Mode | undefined;
  readonly items: readonly ValueItem[];
  readonly node: XmlElement;
}

/** What an attribute's value is made of (datatype): the declarations and how many such words stand in it. */
export interface Datatype extends Occurrence {
  readonly declarations: readonly XmlElement[];
}

/** A Schematron constraint (constraintSpec), with the specifications that it stands in. */
export interface Constraint {
  readonly ident: string;
  readonly mode: Mode | undefined;
  readonly node: XmlElement;
}

/** An attribute (attDef). */
export interface Attribute {
  readonly kind: 'attribute';
  readonly ident: string;
  /** The name in documents, with its prefix (`xml:id`). */
  readonly name: string;
  readonly namespace: string | undefined;
  readonly mode: Mode | undefined;
  /** Whether an element must have it (usage `req`). */
  readonly required: boolean;
  /** Whether `usage` is said at all: a change without it leaves it as it was. */
  readonly saysUsage: boolean;
  readonly datatype: Datatype | undefined;
  readonly defaultValue: string | undefined;
  readonly values: ValueList | undefined;
  readonly constraints: readonly Constraint[];
  readonly description: string;
  readonly validUntil: string | undefined;
  readonly node: XmlElement;
}

/** A reference to attributes of a class: one of them, or all (attRef). */
export interface AttributeReference {
  readonly kind: 'reference';
  readonly className: string;
  readonly ident: string | undefined;
}

/** A list of attributes of which only one may stand (org `choice`), or all together (attList). */
export interface AttributeList {
  readonly kind: 'list';
  readonly org: 'choice' | 'group';
  readonly members: readonly AttributeMember[];
}

export type AttributeMember = Attribute | AttributeReference | AttributeList;

/** One membership of a class (memberOf). */
export interface MemberOf {
  readonly key: string;
  readonly mode: Mode | undefined;
}

/** The classes that a specification names; `changes` is true for mode `change`, which leaves the others as they were. */
export interface Membership {
  readonly changes: boolean;
  readonly memberOf: readonly MemberOf[];
}

interface Specification {
  readonly ident: string;
  readonly module: string;
  readonly mode: Mode | undefined;
  readonly description: string;
  readonly constraints: readonly Constraint[];
  readonly node: XmlElement;
}

export interface ElementSpec extends Specification {
  readonly kind: 'element';
  /** The name in documents: the alternative name where there is one. */
  readonly name: string;
  readonly namespace: string | undefined;
  readonly classes: Membership | undefined;
  /** The `content` element; undefined where none stands, which in a change leaves the content as it was. */
  readonly content: XmlElement | undefined;
  /** A closed list of values that is the whole content. */
  readonly values: ValueList | undefined;
  readonly attributes: AttributeList;
  readonly validUntil: string | undefined;
}

export interface ClassSpec extends Specification {
  readonly kind: 'class';
  readonly type: 'model' | 'atts';
  readonly classes: Membership | undefined;
  readonly attributes: AttributeList;
}

/** A macro or a datatype: a name for content, or for the values of attributes. */
export interface MacroSpec extends Specification {
  readonly kind: 'macro' | 'data';
  readonly content: XmlElement | undefined;
  readonly values: ValueList | undefined;
}

export type AnySpec = ElementSpec | ClassSpec | MacroSpec;

/** The attributes of a list and of the lists in it, in order. */
export function attributesIn(list: AttributeList): Attribute[] {
  return list.members.flatMap((member) =>
    member.kind === 'attribute' ? [member] : member.kind === 'list' ? attributesIn(member) : [],
  );
}
