import { readFileSync } from 'node:fs';
import { textOf, type TeiElement, type TeiNode } from '../../src/tei/node.js';
import { parseTei } from '../../src/tei/parse.js';
import { datatypeSample } from './datatype-samples.js';

/** A document under construction: what the patterns of one element have given so far. */
interface Content {
  readonly attributes: Record<string, string>;
  readonly children: TeiNode[];
}

/** Deep enough to reach every element, shallow enough for documents that can be read. */
const DEPTH = 14;

/** Elements after which a part of a document (down to DEPTH_OF_PARTS) ends as soon as its patterns allow. */
const SIZE = 30;
const DEPTH_OF_PARTS = 4;

/**
 * Generates documents that a RELAX NG grammar (XML syntax, elements and attributes by name) accepts. At each choice
 * the alternative taken least often so far comes next, so that a few hundred documents use every alternative.
 */
export class DocumentGenerator {
  private readonly defines = new Map<string, TeiElement>();
  private start: TeiElement | undefined;
  private readonly heights = new Map<TeiElement, number>();
  private readonly taken = new Map<TeiElement, number>();
  private identifiers = 0;
  private size = 0;
  private turn = 0;

  constructor(grammarPath: string) {
    const parsed = parseTei(readFileSync(grammarPath, 'utf8'));
    if (parsed.document === undefined) throw new Error(`${grammarPath}: ${parsed.fault.message}`);
    for (const child of elementsOf(parsed.document.root)) {
      if (child.name === 'start') this.start = child;
      else this.defines.set(child.attributes['name'] ?? '', child);
    }
    this.measureHeights();
  }

  /** Names of the elements that the grammar defines. */
  get elementNames(): string[] {
    const names: string[] = [];
    for (const define of this.defines.values()) {
      for (const child of elementsOf(define)) if (child.name === 'element') names.push(child.attributes['name'] ?? '');
    }
    return names;
  }

  /**
   * The next document's root.
   *
   * @param name of the element to begin with, defined under its own name; what the grammar starts with by default.
   */
  next(name?: string): TeiElement {
    this.size = 0;
    const content: Content = { attributes: {}, children: [] };
    const start = name === undefined ? this.start : this.defines.get(name);
    if (start === undefined) throw new Error(`The grammar does not define ${name ?? 'a start'}.`);
    this.expandAll(start, content, 0);
    const root = content.children[0];
    if (root?.kind !== 'element') throw new Error('The grammar starts with no element.');
    return root;
  }

  private expandAll(pattern: TeiElement, content: Content, depth: number): void {
    for (const child of elementsOf(pattern)) this.expand(child, content, depth);
  }

  private expand(pattern: TeiElement, content: Content, depth: number): void {
    const name = pattern.attributes['name'] ?? '';
    switch (pattern.name) {
      case 'ref': {
        const define = this.defines.get(name);
        if (define === undefined) throw new Error(`Nothing defines ${name}.`);
        this.expandAll(define, content, depth);
        return;
      }
      case 'element': {
        this.size = depth <= DEPTH_OF_PARTS ? 0 : this.size + 1;
        const inner: Content = { attributes: {}, children: [] };
        this.expandAll(pattern, inner, depth + 1);
        content.children.push({ kind: 'element', name, ...inner });
        return;
      }
      case 'attribute':
        content.attributes[name] = elementsOf(pattern)
          .map((value) => this.value(value))
          .join(' ');
        return;
      case 'text':
        content.children.push({ kind: 'text', text: 'word ' });
        return;
      case 'optional': {
        if (this.use(pattern) % 3 === 0 && this.fits(pattern, depth)) this.expandAll(pattern, content, depth);
        return;
      }
      case 'zeroOrMore':
      case 'oneOrMore': {
        const least = pattern.name === 'oneOrMore' ? 1 : 0;
        const wanted = this.fits(pattern, depth) ? this.use(pattern) % 4 : 0;
        for (let times = Math.max(least, wanted); times > 0; times--) this.expandAll(pattern, content, depth);
        return;
      }
      case 'choice':
        this.expand(this.choose(pattern, depth), content, depth);
        return;
      case 'group':
        this.expandAll(pattern, content, depth);
        return;
      case 'empty':
        return;
      default:
        throw new Error(`No case for ${pattern.name}.`);
    }
  }

  /** The least used alternative, or near the depth's end the one that ends soonest. */
  private choose(choice: TeiElement, depth: number): TeiElement {
    const all = elementsOf(choice);
    const fitting = all.filter((alternative) => this.fits(alternative, depth));
    const candidates = fitting.length > 0 ? fitting : [...all].sort((a, b) => this.need(a) - this.need(b)).slice(0, 1);
    let best: TeiElement | undefined;
    for (const candidate of candidates) {
      if (best === undefined || (this.taken.get(candidate) ?? 0) < (this.taken.get(best) ?? 0)) best = candidate;
    }
    if (best === undefined) throw new Error('A choice without alternatives.');
    this.use(best);
    return best;
  }

  private use(pattern: TeiElement): number {
    const count = (this.taken.get(pattern) ?? 0) + 1;
    this.taken.set(pattern, count);
    this.turn++;
    // Counting alone would make patterns march in step.
    return pattern.name === 'choice' ? count : count + (this.turn % 7);
  }

  private fits(pattern: TeiElement, depth: number): boolean {
    const fresh = !this.taken.has(pattern);
    return (fresh || this.size < SIZE) && depth + this.height(pattern) <= DEPTH;
  }

  /** The least number of nested elements that a pattern needs. */
  private height(pattern: TeiElement): number {
    return this.heights.get(pattern) ?? Number.POSITIVE_INFINITY;
  }

  /** The height that a pattern cannot do without. */
  private need(pattern: TeiElement): number {
    return pattern.name === 'optional' || pattern.name === 'zeroOrMore' ? 0 : this.height(pattern);
  }

  /** Least heights by repeated improvement until nothing changes. */
  private measureHeights(): void {
    const highest = (patterns: readonly TeiElement[]): number => Math.max(0, ...patterns.map(measure));
    const measure = (pattern: TeiElement): number => {
      const children = elementsOf(pattern);
      let height: number;
      switch (pattern.name) {
        case 'ref':
          height = this.heights.get(this.defines.get(pattern.attributes['name'] ?? '') ?? pattern) ?? Infinity;
          break;
        case 'element':
          height = 1 + highest(children);
          break;
        case 'choice':
          height = Math.min(...children.map(measure));
          break;
        case 'optional':
        case 'zeroOrMore':
          // What it would need if it were taken; its parent does not wait for it.
          this.heights.set(pattern, highest(children));
          return 0;
        case 'attribute':
          height = 0;
          break;
        case 'notAllowed':
          height = Infinity;
          break;
        default:
          height = highest(children);
      }
      this.heights.set(pattern, height);
      return height;
    };
    for (let changed = true; changed;) {
      changed = false;
      for (const define of this.defines.values()) {
        const before = this.height(define);
        const after = highest(elementsOf(define));
        this.heights.set(define, after);
        if (after !== before) changed = true;
      }
    }
    if (this.start !== undefined) measure(this.start);
  }

  /** A value of a data pattern. */
  private value(pattern: TeiElement): string {
    const children = elementsOf(pattern);
    switch (pattern.name) {
      case 'value':
        return textOf(pattern);
      case 'text':
        return 'any text';
      case 'ref':
        return this.values(this.defines.get(pattern.attributes['name'] ?? ''));
      case 'choice':
        return this.value(this.choose(pattern, 0));
      case 'list':
        return this.values(pattern);
      case 'oneOrMore':
        return `${this.values(pattern)} ${this.values(pattern)}`;
      case 'zeroOrMore':
      case 'optional':
      case 'group':
        return this.values(pattern);
      case 'data':
        return this.sample(pattern.attributes['type'] ?? '', children[0]);
      default:
        throw new Error(`No value for ${pattern.name}.`);
    }
  }

  private values(pattern: TeiElement | undefined): string {
    return pattern === undefined
      ? ''
      : elementsOf(pattern)
          .map((child) => this.value(child))
          .join(' ');
  }

  private sample(type: string, parameter: TeiElement | undefined): string {
    if (type === 'ID') return `id${++this.identifiers}`;
    if (parameter === undefined) return datatypeSample(type);
    return datatypeSample(type, { name: parameter.attributes['name'] ?? '', value: textOf(parameter) });
  }
}

/** The patterns in a pattern, without the documentation that stands beside them in a namespace of its own. */
function elementsOf(element: TeiElement): TeiElement[] {
  return element.children.filter((child): child is TeiElement => child.kind === 'element' && !child.name.includes(':'));
}
