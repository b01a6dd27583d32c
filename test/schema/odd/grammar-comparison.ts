import { attribute, readXmlTree, textIn, type XmlElement } from '../../../src/schema/xml-tree.js';
import { namespaces } from '../../../src/xml/namespaces.js';
import { RegularLanguages, type Expression } from './regular-language.js';

/** One element of a grammar: its attributes, each as a canonical text, and its content as a regular language. */
interface ElementModel {
  readonly attributes: ReadonlySet<string>;
  readonly content: Expression;
}

/**
 * What two grammars (RELAX NG in XML syntax, each element defined once, no interleaving) differ in: elements that only
 * one can reach, attributes, and content, with the shortest content that one of them refuses. None where they accept
 * the same documents: content is compared as regular languages, so this is a proof and no sample.
 */
export function grammarDifferences(left: string, right: string): string[] {
  const languages = new RegularLanguages();
  const [a, b] = [new GrammarReader(left, languages), new GrammarReader(right, languages)].map((each) => each.read());
  if (a === undefined || b === undefined) throw new Error('No grammar.');
  const differences: string[] = [];
  const only = (side: string, name: string, what: string): unknown =>
    differences.push(`${name}: only ${side} has ${what}`);
  for (const name of new Set([...a.keys(), ...b.keys()])) {
    const [first, second] = [a.get(name), b.get(name)];
    if (first === undefined || second === undefined) {
      only(first === undefined ? 'right' : 'left', name, 'it');
      continue;
    }
    for (const each of first.attributes) if (!second.attributes.has(each)) only('left', name, each);
    for (const each of second.attributes) if (!first.attributes.has(each)) only('right', name, each);
    const difference = languages.difference(first.content, second.content);
    if (difference !== undefined) only(difference.only, name, `the content “${difference.word.join(' ')}”`);
  }
  return differences;
}

/** The attributes of an element, each as a canonical text such as `optional(@n=string)`, in alphabetical order. */
export function attributesIn(grammar: string, element: string): string[] {
  const found = new GrammarReader(grammar, new RegularLanguages()).read().get(element);
  if (found === undefined) throw new Error(`The grammar has no <${element}>.`);
  return [...found.attributes].sort();
}

const START = '(start)';

class GrammarReader {
  private readonly defines = new Map<string, XmlElement[]>();
  private readonly start: XmlElement;
  private readonly elements = new Map<string, ElementModel>();
  private readonly waiting: XmlElement[] = [];
  private readonly values = new Map<string, string>();

  constructor(
    text: string,
    private readonly languages: RegularLanguages,
  ) {
    const { root } = readXmlTree(text);
    const children = root === undefined ? [] : patternsOf(root);
    for (const define of children.filter(({ local }) => local === 'define')) {
      this.defines.set(attribute(define, 'name') ?? '', patternsOf(define));
    }
    const start = children.find(({ local }) => local === 'start');
    if (start === undefined) throw new Error('The grammar has no start.');
    this.start = start;
  }

  read(): ReadonlyMap<string, ElementModel> {
    this.elements.set(START, { attributes: new Set(), content: this.row(patternsOf(this.start), new Set()) });
    for (let next = this.waiting.pop(); next !== undefined; next = this.waiting.pop()) {
      const name = nameOf(next);
      if (this.elements.has(name)) continue;
      const attributes = new Set<string>();
      const placeholder = { attributes, content: this.languages.nothing };
      this.elements.set(name, placeholder);
      const parts = patternsOf(next).filter(({ local }) => !['name', 'anyName', 'nsName'].includes(local));
      this.elements.set(name, { attributes, content: this.row(parts, attributes) });
    }
    return this.elements;
  }

  private row(patterns: readonly XmlElement[], attributes: Set<string>): Expression {
    return patterns.reduceRight<Expression>(
      (rest, each) => this.languages.sequence(this.content(each, attributes), rest),
      this.languages.empty,
    );
  }

  /** The content that a pattern allows; what it says of attributes is put into the set. */
  private content(pattern: XmlElement, attributes: Set<string>): Expression {
    const { languages } = this;
    const inner = patternsOf(pattern);
    if (pattern.local !== 'ref' && pattern.local !== 'element' && this.hasAttributes(pattern)) {
      if (pattern.local !== 'group') {
        attributes.add(this.value(pattern));
        return languages.empty;
      }
    }
    switch (pattern.local) {
      case 'empty':
        return languages.empty;
      case 'notAllowed':
        return languages.nothing;
      case 'text':
        return languages.star(languages.symbol('(text)'));
      case 'ref':
        return this.row(this.defined(pattern), attributes);
      case 'element':
        this.waiting.push(pattern);
        return languages.symbol(nameOf(pattern));
      case 'group':
        return this.row(inner, attributes);
      case 'choice':
        return languages.choice(inner.map((each) => this.content(each, attributes)));
      case 'optional':
        return languages.choice([languages.empty, this.row(inner, attributes)]);
      case 'zeroOrMore':
        return languages.star(this.row(inner, attributes));
      case 'oneOrMore': {
        const member = this.row(inner, attributes);
        return languages.sequence(member, languages.star(member));
      }
      case 'data':
      case 'value':
      case 'list':
        return languages.symbol(`(${this.value(pattern)})`);
      default:
        throw new Error(`No case for ${pattern.local}.`);
    }
  }

  private defined(ref: XmlElement): XmlElement[] {
    const name = attribute(ref, 'name') ?? '';
    const found = this.defines.get(name);
    if (found === undefined) throw new Error(`Nothing defines ${name}.`);
    return found;
  }

  private hasAttributes(pattern: XmlElement): boolean {
    if (pattern.local === 'attribute') return true;
    return pattern.local !== 'element' && patternsOf(pattern).some((each) => this.hasAttributes(each));
  }

  /** A canonical text of a pattern for attributes and data, in which order and nesting of choices play no part. */
  private value(pattern: XmlElement): string {
    const inner = (): string[] => patternsOf(pattern).map((each) => this.value(each));
    switch (pattern.local) {
      case 'ref': {
        const name = attribute(pattern, 'name') ?? '';
        const known =
          this.values.get(name) ??
          this.defined(pattern)
            .map((each) => this.value(each))
            .join(', ');
        this.values.set(name, known);
        return known;
      }
      case 'choice': {
        const members = [
          ...new Set(inner().flatMap((each) => (isChoice(each) ? each.slice(1, -1).split(' | ') : [each]))),
        ];
        return members.length === 1 ? members.join() : `[${members.sort().join(' | ')}]`;
      }
      case 'group':
        return inner().join(', ');
      case 'value':
        return `"${textIn(pattern).trim()}"`;
      case 'param':
        return `${attribute(pattern, 'name') ?? ''}=${textIn(pattern)}`;
      case 'data':
        return `${attribute(pattern, 'type') ?? ''}${inner().length > 0 ? `{${inner().sort().join(';')}}` : ''}`;
      case 'attribute': {
        const children = patternsOf(pattern).filter(({ local }) => !['name', 'anyName', 'nsName'].includes(local));
        const value = children.map((each) => this.value(each)).join(', ');
        return `@${nameOf(pattern)}=${value === '' ? 'text' : value}`;
      }
      default:
        return inner().length === 0 ? pattern.local : `${pattern.local}(${inner().join(', ')})`;
    }
  }
}

function isChoice(value: string): boolean {
  return value.startsWith('[') && value.endsWith(']') && !value.slice(1, -1).includes('[ ');
}

/** The patterns in a pattern; annotations and Schematron are none. */
function patternsOf(pattern: XmlElement): XmlElement[] {
  return pattern.children.filter(
    (child): child is XmlElement => child.kind === 'element' && child.namespace === namespaces.relaxNg,
  );
}

/** The name of an element or attribute, or its name class as a text. */
function nameOf(pattern: XmlElement): string {
  const name = attribute(pattern, 'name');
  const ns = attribute(pattern, 'ns');
  if (name !== undefined) return ns === undefined || ns === namespaces.tei ? name : `{${ns}}${name}`;
  return patternsOf(pattern)
    .filter(({ local }) => ['name', 'anyName', 'nsName'].includes(local))
    .map(nameClass)
    .join();
}

function nameClass(node: XmlElement): string {
  const ns = attribute(node, 'ns') ?? '';
  const inner = patternsOf(node).map(nameClass).sort().join(' ');
  return `${node.local}{${ns}}${node.local === 'name' ? textIn(node).trim() : inner}`;
}
