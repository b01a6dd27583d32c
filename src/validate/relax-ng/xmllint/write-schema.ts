import { escapeAttribute } from '../../../xml/escape.js';
import { namespaces } from '../../../xml/namespaces.js';
import type { NameClass } from '../patterns/name-class.js';
import {
  groupMembers,
  type ChoicePattern,
  type DatatypeUse,
  type ElementPattern,
  type Pattern,
} from '../patterns/pattern.js';

/**
 * Writes patterns in RELAX NG's XML syntax, in the form that libxml2 is quick with: each element is a definition, and
 * so is each part of a content model that repeats; attributes stand directly in their element, and optional and
 * repeated parts are called so. Values of a type that depends on namespaces are written as they stood.
 */
export function writeSchema(start: Pattern, elements: readonly ElementPattern[]): string {
  return new SchemaWriter(elements).write(start);
}

class SchemaWriter {
  readonly #elements: ReadonlyMap<ElementPattern, string>;
  readonly #parts = new Map<Pattern, { readonly name: string; readonly body: string }>();

  constructor(elements: readonly ElementPattern[]) {
    this.#elements = new Map(elements.map((element, index) => [element, `e${index}`]));
  }

  write(start: Pattern): string {
    const definitions = [...this.#elements].map(
      ([element, name]) =>
        `<define name="${name}"><element>${nameClass(element.nameClass)}${this.#content(element)}</element></define>`,
    );
    const first = `<start>${this.#pattern(start)}</start>`;
    const parts = Array.from(this.#parts.values(), ({ name, body }) => `<define name="${name}">${body}</define>`);
    return `<grammar xmlns="${namespaces.relaxNg}">${[first, ...definitions, ...parts].join('\n')}</grammar>`;
  }

  #content({ content }: ElementPattern): string {
    return groupMembers(content)
      .map((member) => this.#pattern(member))
      .join('');
  }

  #pattern(pattern: Pattern): string {
    switch (pattern.kind) {
      case 'element':
        return `<ref name="${this.#elements.get(pattern) ?? ''}"/>`;
      case 'choice':
        return this.#choice(pattern);
      case 'interleave':
        return `<interleave>${this.#all(pattern.members)}</interleave>`;
      case 'group':
        return `<group>${this.#all(groupMembers(pattern))}</group>`;
      case 'oneOrMore':
        return `<oneOrMore>${this.#part(pattern.pattern)}</oneOrMore>`;
      case 'list':
        return `<list>${this.#pattern(pattern.pattern)}</list>`;
      case 'attribute':
        return `<attribute>${nameClass(pattern.nameClass)}${this.#pattern(pattern.pattern)}</attribute>`;
      case 'value':
        return `<value ${typeOf(pattern.datatype)}>${escapeAttribute(pattern.value)}</value>`;
      case 'data': {
        const { parameters } = pattern.datatype;
        const facets = parameters
          .map(({ name, value }) => `<param name="${name}">${escapeAttribute(value)}</param>`)
          .join('');
        const except = pattern.except === undefined ? '' : `<except>${this.#pattern(pattern.except)}</except>`;
        return `<data ${typeOf(pattern.datatype)}>${facets}${except}</data>`;
      }
      default:
        return `<${pattern.kind}/>`;
    }
  }

  #all(patterns: readonly Pattern[]): string {
    return patterns.map((each) => this.#pattern(each)).join('');
  }

  #choice({ members }: ChoicePattern): string {
    const others = members.filter(({ kind }) => kind !== 'empty');
    const [only] = others;
    const isOptional = others.length < members.length;
    if (isOptional && others.length === 1 && only?.kind === 'oneOrMore') {
      return `<zeroOrMore>${this.#part(only.pattern)}</zeroOrMore>`;
    }
    const alternatives = this.#all(others);
    const inner = others.length === 1 ? alternatives : `<choice>${alternatives}</choice>`;
    return isOptional ? `<optional>${inner}</optional>` : inner;
  }

  /** A choice that is repeated is written once: hundreds of elements share the model of a paragraph. */
  #part(pattern: Pattern): string {
    if (pattern.kind !== 'choice' || pattern.hasAttributes || pattern.hasValues) return this.#pattern(pattern);
    let part = this.#parts.get(pattern);
    if (part === undefined) {
      part = { name: `p${this.#parts.size}`, body: this.#choice(pattern) };
      this.#parts.set(pattern, part);
    }
    return `<ref name="${part.name}"/>`;
  }
}

function nameClass(each: NameClass): string {
  switch (each.kind) {
    case 'name':
      return `<name ns="${escapeAttribute(each.namespace)}">${each.local}</name>`;
    case 'nsName':
      return `<nsName ns="${escapeAttribute(each.namespace)}">${exception(each.except)}</nsName>`;
    case 'anyName':
      return `<anyName>${exception(each.except)}</anyName>`;
    case 'choice':
      return `<choice>${each.members.map(nameClass).join('')}</choice>`;
  }
}

function exception(except: NameClass | undefined): string {
  return except === undefined ? '' : `<except>${nameClass(except)}</except>`;
}

function typeOf({ library, name }: DatatypeUse): string {
  return `datatypeLibrary="${escapeAttribute(library)}" type="${name}"`;
}
