import type { XmlName } from '../relax-ng/fault.js';
import type { GrammarFacts } from './context.js';
import { attributeName, keyOf } from './names.js';
import { likelySpelling } from './spelling.js';

/** The grammar's names in the orders in which explanations ask for them. */
export interface GrammarIndex {
  has(element: XmlName): boolean;
  /** The elements of a local name, in any namespace. */
  named(local: string): readonly XmlName[];
  hasNamespace(namespace: string): boolean;
  /** The local name of a namespace that is spelt most like this one, if one is. */
  nearest(name: XmlName): string | undefined;
  /** Whether an element can have child elements. */
  canHoldElements(element: XmlName): boolean;
  /** The elements that can have an attribute, by its name as messages write it. */
  holdersOf(attribute: string): readonly XmlName[];
}

const indexes = new WeakMap<GrammarFacts, GrammarIndex>();

/** Indexes a grammar once, whatever the number of faults. */
export function indexGrammar(grammar: GrammarFacts): GrammarIndex {
  const known = indexes.get(grammar);
  if (known !== undefined) return known;
  const keys = new Set<string>();
  const byLocal = new Map<string, XmlName[]>();
  const byNamespace = new Map<string, string[]>();
  for (const name of grammar.elements()) {
    keys.add(keyOf(name));
    push(byLocal, name.local, name);
    push(byNamespace, name.namespace, name.local);
  }
  const near = new Map<string, string | undefined>();
  let parents: Set<string> | undefined;
  let holders: Map<string, XmlName[]> | undefined;
  const index: GrammarIndex = {
    has: (element) => keys.has(keyOf(element)),
    named: (local) => byLocal.get(local) ?? [],
    hasNamespace: (namespace) => byNamespace.has(namespace),
    nearest: (name) => {
      const key = keyOf(name);
      if (!near.has(key)) near.set(key, likelySpelling(name.local, [byNamespace.get(name.namespace) ?? []]));
      return near.get(key);
    },
    canHoldElements: (element) =>
      (parents ??= new Set(grammar.elements().flatMap((name) => grammar.parentsOf(name).map(keyOf)))).has(
        keyOf(element),
      ),
    holdersOf: (attribute) => (holders ??= holdersByAttribute(grammar)).get(attribute) ?? [],
  };
  indexes.set(grammar, index);
  return index;
}

function holdersByAttribute(grammar: GrammarFacts): Map<string, XmlName[]> {
  const holders = new Map<string, XmlName[]>();
  for (const element of grammar.elements()) {
    for (const attribute of grammar.attributesOf(element)) push(holders, attributeName(attribute), element);
  }
  return holders;
}

function push<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}
