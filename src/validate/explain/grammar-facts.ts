import type { XmlName } from '../relax-ng/fault.js';
import type { Grammar } from '../relax-ng/grammar.js';
import { listedNames } from '../relax-ng/patterns/name-class.js';
import { partsOf, type AttributePattern, type ElementPattern, type Pattern } from '../relax-ng/patterns/pattern.js';
import type { GrammarFacts } from './context.js';
import { keyOf } from './names.js';

/** What stands directly in an element. */
interface Content {
  readonly attributes: readonly AttributePattern[];
  readonly children: readonly ElementPattern[];
  readonly holdsText: boolean;
}

/**
 * What a compiled grammar can tell of itself, worked out as it is asked. Elements of one name that the grammar declares
 * in several ways are told as one; wildcards are passed over, since they name nothing.
 */
export function grammarFacts(grammar: Grammar): GrammarFacts {
  const read = contentReader();
  let names: ReadonlyMap<string, NamedElements> | undefined;
  let parents: ReadonlyMap<string, readonly XmlName[]> | undefined;
  const byName = (): ReadonlyMap<string, NamedElements> => (names ??= elementsByName(grammar));
  const contentsOf = (element: XmlName): Content[] => (byName().get(keyOf(element))?.patterns ?? []).map(read);
  return {
    elements: () => Array.from(byName().values(), ({ name }) => name),
    attributesOf: (element) =>
      distinct(
        contentsOf(element).flatMap(({ attributes }) => attributes.flatMap((each) => listedNames(each.nameClass))),
      ),
    parentsOf: (element) => (parents ??= parentsByChild(byName().values(), read)).get(keyOf(element)) ?? [],
    holdsText: (element) => contentsOf(element).some(({ holdsText }) => holdsText),
  };
}

/** The elements that the grammar declares under one name. */
interface NamedElements {
  readonly name: XmlName;
  readonly patterns: readonly ElementPattern[];
}

function elementsByName({ elements }: Grammar): ReadonlyMap<string, NamedElements> {
  const byName = new Map<string, { readonly name: XmlName; readonly patterns: ElementPattern[] }>();
  for (const pattern of elements) {
    for (const name of listedNames(pattern.nameClass)) {
      const known = byName.get(keyOf(name));
      if (known === undefined) byName.set(keyOf(name), { name, patterns: [pattern] });
      else known.patterns.push(pattern);
    }
  }
  return byName;
}

/** Reads each element's content once. */
function contentReader(): (element: ElementPattern) => Content {
  const contents = new Map<ElementPattern, Content>();
  // Marks the patterns seen in the present walk, by their numbers: cheaper than a set for each of many walks.
  const seenIn: number[] = [];
  return (element) => {
    const known = contents.get(element);
    if (known !== undefined) return known;
    const content = readContent(element.content, seenIn, contents.size + 1);
    contents.set(element, content);
    return content;
  };
}

function readContent(content: Pattern, seenIn: number[], walk: number): Content {
  const attributes: AttributePattern[] = [];
  const children: ElementPattern[] = [];
  let holdsText = false;
  const open: Pattern[] = [content];
  for (let pattern = open.pop(); pattern !== undefined; pattern = open.pop()) {
    if (seenIn[pattern.id] === walk) continue;
    seenIn[pattern.id] = walk;
    if (pattern.kind === 'element') children.push(pattern);
    else if (pattern.kind === 'attribute') attributes.push(pattern);
    else if (
      pattern.kind === 'text' ||
      pattern.kind === 'data' ||
      pattern.kind === 'value' ||
      pattern.kind === 'list'
    ) {
      holdsText = true;
    } else {
      const parts = partsOf(pattern);
      // The last first, so that the first is taken up first.
      for (let i = parts.length - 1; i >= 0; i--) {
        const part = parts[i];
        if (part !== undefined) open.push(part);
      }
    }
  }
  return { attributes, children, holdsText };
}

function parentsByChild(
  elements: Iterable<NamedElements>,
  read: (element: ElementPattern) => Content,
): ReadonlyMap<string, readonly XmlName[]> {
  const byPattern = new Map<ElementPattern, Set<XmlName>>();
  for (const { name, patterns } of elements) {
    for (const child of patterns.flatMap((pattern) => read(pattern).children)) {
      const known = byPattern.get(child);
      if (known === undefined) byPattern.set(child, new Set([name]));
      else known.add(name);
    }
  }
  const parents = new Map<string, Set<XmlName>>();
  for (const [child, names] of byPattern) {
    for (const name of listedNames(child.nameClass)) {
      const known = parents.get(keyOf(name));
      if (known === undefined) parents.set(keyOf(name), new Set(names));
      else for (const each of names) known.add(each);
    }
  }
  return new Map(Array.from(parents, ([key, names]) => [key, [...names]]));
}

function distinct(names: readonly XmlName[]): XmlName[] {
  return [...new Map(names.map((name) => [keyOf(name), name])).values()];
}
