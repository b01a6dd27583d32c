import { attribute, readXmlTree, textIn, type XmlElement } from '../../../src/schema/xml-tree.js';
import { namespaces } from '../../../src/xml/namespaces.js';

/** An element under construction. */
export interface Element {
  name: string;
  namespace: string;
  attributes: Map<string, string>;
  children: (Element | string)[];
}

/** Numbers from 0 (inclusive) to 1 (exclusive); the same seed gives the same row. */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}

/** A document has about this many elements, and is not nested deeper. */
const SIZE = 30;
const DEPTH = 13;

/** Makes documents that a RELAX NG grammar (XML syntax) accepts, at random but for its seed. */
export class RandomDocuments {
  private readonly defines = new Map<string, XmlElement[]>();
  private readonly start: XmlElement[] = [];
  private readonly heights = new Map<string, number>();
  private size = 0;
  private identifiers = 0;

  constructor(
    grammar: string,
    private readonly random: () => number,
  ) {
    const { root } = readXmlTree(grammar);
    for (const child of root === undefined ? [] : patternsOf(root)) {
      if (child.local === 'define') this.defines.set(attribute(child, 'name') ?? '', patternsOf(child));
      if (child.local === 'start') this.start.push(...patternsOf(child));
    }
    this.measure();
  }

  /** The names of all elements, for what stands in wrong places. */
  get elementNames(): string[] {
    return [...this.defines.values()]
      .flat()
      .flatMap((each) => (each.local === 'element' ? (attribute(each, 'name') ?? []) : []));
  }

  next(): Element {
    this.size = 0;
    this.identifiers = 0;
    const holder: Element = { name: '', namespace: '', attributes: new Map(), children: [] };
    this.expandAll(this.start, holder, 0);
    const root = holder.children.find((each) => typeof each !== 'string');
    if (root === undefined) throw new Error('The grammar begins with no element.');
    return root;
  }

  private expandAll(patterns: readonly XmlElement[], into: Element, depth: number): void {
    for (const each of patterns) this.expand(each, into, depth);
  }

  private expand(pattern: XmlElement, into: Element, depth: number): void {
    const inner = patternsOf(pattern);
    const roomy = this.size < SIZE && depth + this.height(inner) < DEPTH;
    switch (pattern.local) {
      case 'ref':
        this.expandAll(this.defines.get(attribute(pattern, 'name') ?? '') ?? [], into, depth);
        return;
      case 'element':
        into.children.push(this.element(pattern, depth));
        return;
      case 'attribute':
        this.attribute(pattern, inner, into);
        return;
      case 'text':
        if (this.random() < 0.5) into.children.push('word ');
        return;
      case 'group':
      case 'interleave':
        this.expandAll(inner, into, depth);
        return;
      case 'optional':
        if (roomy && this.random() < 0.4) this.expandAll(inner, into, depth);
        return;
      case 'zeroOrMore':
        for (let times = roomy ? this.below(4) : 0; times > 0; times--) this.expandAll(inner, into, depth);
        return;
      case 'oneOrMore':
        for (let times = roomy ? 1 + this.below(2) : 1; times > 0; times--) this.expandAll(inner, into, depth);
        return;
      case 'choice': {
        const lowest = Math.min(...inner.map((each) => this.height([each])));
        const fitting = roomy ? inner.filter((each) => depth + this.height([each]) < DEPTH) : [];
        const candidates = fitting.length > 0 ? fitting : inner.filter((each) => this.height([each]) === lowest);
        this.expand(this.pick(candidates), into, depth);
        return;
      }
      case 'data':
      case 'value':
      case 'list':
        into.children.push(this.value([pattern]));
        return;
      default:
    }
  }

  private element(pattern: XmlElement, depth: number): Element {
    this.size++;
    const name = attribute(pattern, 'name');
    const namespace = name === undefined ? 'http://example.org/other' : (attribute(pattern, 'ns') ?? namespaces.tei);
    const made: Element = { name: name ?? 'other', namespace, attributes: new Map(), children: [] };
    this.expandAll(patternsOf(pattern), made, depth + 1);
    return made;
  }

  private attribute(pattern: XmlElement, inner: readonly XmlElement[], into: Element): void {
    const name = attribute(pattern, 'name');
    if (name !== undefined) into.attributes.set(name, this.value(inner));
  }

  private value(patterns: readonly XmlElement[]): string {
    return patterns
      .map((each) => this.valueOf(each))
      .filter((each) => each !== '')
      .join(' ');
  }

  private valueOf(pattern: XmlElement): string {
    const inner = patternsOf(pattern);
    switch (pattern.local) {
      case 'value':
        return textIn(pattern);
      case 'text':
        return 'any text';
      case 'ref':
        return this.value(this.defines.get(attribute(pattern, 'name') ?? '') ?? []);
      case 'choice':
        return this.valueOf(this.pick(inner));
      case 'optional':
        return this.random() < 0.5 ? '' : this.value(inner);
      case 'zeroOrMore':
      case 'oneOrMore':
        return Array.from({ length: 1 + this.below(3) }, () => this.value(inner)).join(' ');
      case 'data':
        return this.data(attribute(pattern, 'type') ?? '', inner.map(textIn).join(' '));
      default:
        return this.value(inner);
    }
  }

  private data(type: string, parameters: string): string {
    if (type === 'ID') return `id${String(++this.identifiers)}`;
    return samples.find(([part]) => parameters.includes(part))?.[1] ?? typed[type] ?? 'token';
  }

  below(limit: number): number {
    return Math.floor(this.random() * limit);
  }

  pick<Item>(items: readonly Item[]): Item {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new Error('Nothing to pick from.');
    return item;
  }

  private height(patterns: readonly XmlElement[]): number {
    return Math.max(0, ...patterns.map((each) => this.heightOf(each)));
  }

  /** The least depth of elements that a pattern needs. */
  private heightOf(pattern: XmlElement): number {
    const inner = patternsOf(pattern);
    switch (pattern.local) {
      case 'ref':
        return this.heights.get(attribute(pattern, 'name') ?? '') ?? Infinity;
      case 'element':
        return 1 + this.height(inner);
      case 'choice':
        return Math.min(Infinity, ...inner.map((each) => this.heightOf(each)));
      case 'optional':
      case 'zeroOrMore':
      case 'attribute':
        return 0;
      case 'notAllowed':
        return Infinity;
      default:
        return this.height(inner);
    }
  }

  private measure(): void {
    for (let changed = true; changed;) {
      changed = false;
      for (const [name, patterns] of this.defines) {
        const height = this.height(patterns);
        if (height === (this.heights.get(name) ?? Infinity)) continue;
        this.heights.set(name, height);
        changed = true;
      }
    }
  }
}

function patternsOf(pattern: XmlElement): XmlElement[] {
  return pattern.children.filter(
    (child): child is XmlElement => child.kind === 'element' && child.namespace === namespaces.relaxNg,
  );
}

/** Values by a part of the restrictions that they have to match. */
const samples: readonly (readonly [string, string])[] = [
  ['%|cm|mm', '12.5cm'],
  ['(\\-?[\\d]+/', '3/4'],
  ['[^/\\s]+:\\S*', 'x:y'],
  ['.+:.+', 'x:y'],
  ['[a-z][a-z0-9', 'prefix'],
  ['(\\.[\\d]+){0,2}', '4.9.0'],
  ['[\\d]+[a-z]*', '1.2.3'],
  [',-?[0-9]', '1,2'],
  ['DHMPRSTWYZ', '2001-01'],
];

const typed: Readonly<Record<string, string>> = {
  anyURI: '#target',
  language: 'hu',
  boolean: 'true',
  date: '1989-10-23',
  gYear: '1956',
  gMonth: '--10',
  gDay: '---30',
  gYearMonth: '1956-10',
  gMonthDay: '--10-30',
  time: '12:30:00',
  dateTime: '1989-10-23T12:30:00',
  duration: 'P1D',
  double: '0.5',
  float: '0.5',
  decimal: '1.5',
  nonNegativeInteger: '2',
  integer: '2',
};
