import type { Grammar } from '../../../src/validate/relax-ng/grammar.js';
import { listedNames } from '../../../src/validate/relax-ng/patterns/name-class.js';
import { partsOf, type DatatypeUse, type Pattern } from '../../../src/validate/relax-ng/patterns/pattern.js';
import { Dice } from './dice.js';

/** Values of which at least one is of nearly every datatype that a TEI schema uses. */
const samples = [
  'a', '1', '0.5', 'true', '1956-10-30', '1956-10', '1956', '10:30:00', '1956-10-30T10:30:00', '--10-30', 'P1D', 'PT2H',
  '#a', 'en', 'x1', 'high', '*', 'text/plain', '1cm', '-1', '50', 'p', 'M', '/TEI/text', 'Q', 'NN', '2.1.0',
  'http://example.org/', 'persName', '.+', '1 2', '1,2 3,4 5,6', 'A 1', '00:00', '#x @y', 'calc(1)', '3', 'geo:1,2', '+1',
]; // prettier-ignore

const anyNamespace: { resolve: (prefix: string) => string | undefined } = { resolve: () => undefined };

interface Made {
  attributes: string;
  content: string;
}

/** Makes documents that a grammar accepts, by walking its patterns at random. */
export class PatternGenerator {
  /** How deep elements have to be nested, at least, to complete a pattern. */
  readonly #depths = new Map<Pattern, number>();
  readonly #values = new Map<DatatypeUse, readonly string[]>();
  #ids = 0;
  #size = 0;

  constructor(
    private readonly grammar: Grammar,
    private readonly dice: Dice,
  ) {
    this.#measure();
  }

  document(depth = 14, size = 300): string {
    this.#ids = 0;
    this.#size = size;
    return this.#make(this.grammar.start, depth).content;
  }

  #make(pattern: Pattern, depth: number): Made {
    switch (pattern.kind) {
      case 'element': {
        const [name] = listedNames(pattern.nameClass);
        const { local, namespace } = name ?? { local: 'any', namespace: 'urn:any' };
        this.#size--;
        const { attributes, content } = this.#make(pattern.content, depth - 1);
        const tag = `${local} xmlns="${namespace}"${attributes}`;
        return { attributes: '', content: content === '' ? `<${tag}/>` : `<${tag}>${content}</${local}>` };
      }
      case 'attribute': {
        const [name] = listedNames(pattern.nameClass);
        if (name === undefined) return nothing();
        const value = this.#isId(pattern) ? `id${this.#ids++}` : this.#make(pattern.pattern, depth).content;
        const prefix = name.namespace === '' ? '' : name.namespace.endsWith('/namespace') ? 'xml:' : 'n:';
        const declaration = prefix === 'n:' ? ` xmlns:n="${name.namespace}"` : '';
        return { attributes: `${declaration} ${prefix}${name.local}="${value}"`, content: '' };
      }
      case 'choice': {
        const possible = pattern.members.filter((member) => this.#depthOf(member) <= depth);
        const isSparse = pattern.members.some(({ kind, hasAttributes }) => kind === 'attribute' || hasAttributes);
        const isFull = this.#size <= 0 || (isSparse && this.dice.chance(0.9));
        const nullable = possible.filter((member) => member.nullable && !(isSparse && member.hasAttributes));
        if (isFull && pattern.nullable && nullable.length === 0) return nothing();
        const pool = isFull && nullable.length > 0 ? nullable : possible;
        return this.#make(this.dice.pick(pool.length > 0 ? pool : this.#shallowest(pattern.members)), depth);
      }
      case 'group':
        return joined([this.#make(pattern.first, depth), this.#make(pattern.rest, depth)]);
      case 'interleave':
        return joined(this.dice.shuffled(pattern.members).map((member) => this.#make(member, depth)));
      case 'oneOrMore': {
        const times = this.#size > 0 && !pattern.hasAttributes ? 1 + this.dice.below(4) : 1;
        return joined(Array.from({ length: times }, () => this.#make(pattern.pattern, depth)));
      }
      case 'list':
        return { attributes: '', content: this.#tokens(pattern.pattern, depth).join(' ') };
      case 'text':
        return { attributes: '', content: this.dice.pick(['words ', 'a text, ', '']) };
      case 'data':
        return { attributes: '', content: this.dice.pick(this.#valuesOf(pattern.datatype)) };
      case 'value':
        return { attributes: '', content: pattern.value };
      default:
        return nothing();
    }
  }

  #tokens(pattern: Pattern, depth: number): string[] {
    switch (pattern.kind) {
      case 'group':
        return [...this.#tokens(pattern.first, depth), ...this.#tokens(pattern.rest, depth)];
      case 'oneOrMore':
        return Array.from({ length: 1 + this.dice.below(2) }, () => this.#tokens(pattern.pattern, depth)).flat();
      case 'choice':
        return this.#tokens(this.dice.pick(pattern.members), depth);
      case 'empty':
        return [];
      default:
        return [this.#make(pattern, depth).content];
    }
  }

  #isId(attribute: Pattern): boolean {
    return this.grammar.idAttributes.some((each) => each.attribute === attribute);
  }

  #valuesOf(use: DatatypeUse): readonly string[] {
    const known = this.#values.get(use) ?? samples.filter((sample) => use.type().allows(sample, anyNamespace));
    this.#values.set(use, known);
    return known;
  }

  #shallowest(members: readonly Pattern[]): readonly Pattern[] {
    const least = Math.min(...members.map((member) => this.#depthOf(member)));
    return members.filter((member) => this.#depthOf(member) === least);
  }

  #depthOf(pattern: Pattern): number {
    return this.#depths.get(pattern) ?? Number.POSITIVE_INFINITY;
  }

  /** Depths are lowered until none changes: elements contain each other in circles. */
  #measure(): void {
    const patterns = this.grammar.table.patterns;
    for (let isChanged = true; isChanged;) {
      isChanged = false;
      for (const pattern of patterns) {
        const depth = this.#measured(pattern);
        if (depth >= this.#depthOf(pattern)) continue;
        this.#depths.set(pattern, depth);
        isChanged = true;
      }
    }
  }

  #measured(pattern: Pattern): number {
    switch (pattern.kind) {
      case 'notAllowed':
        return Number.POSITIVE_INFINITY;
      case 'element':
        return listedNames(pattern.nameClass).length === 0
          ? Number.POSITIVE_INFINITY
          : 1 + this.#depthOf(pattern.content);
      case 'choice':
        return Math.min(...pattern.members.map((member) => this.#depthOf(member)));
      case 'data':
        return this.#valuesOf(pattern.datatype).length === 0 ? Number.POSITIVE_INFINITY : 0;
      default:
        return Math.max(0, ...partsOf(pattern).map((part) => this.#depthOf(part)));
    }
  }
}

function nothing(): Made {
  return { attributes: '', content: '' };
}

function joined(parts: readonly Made[]): Made {
  return {
    attributes: parts.map(({ attributes }) => attributes).join(''),
    content: parts.map(({ content }) => content).join(''),
  };
}
