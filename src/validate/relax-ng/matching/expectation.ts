import type { Expectation, ValueExpectation, XmlName } from '../fault.js';
import { hasWildcard, listedNames } from '../patterns/name-class.js';
import { elementsIn } from '../patterns/parts.js';
import { partsOf, type Pattern } from '../patterns/pattern.js';
import type { ContentState } from './content-state.js';

/** What may come in a state, for messages. */
export function expectationOf(state: ContentState): Expectation {
  const elements = new Map<string, XmlName>();
  const required = new Map<string, XmlName>();
  let anyElement = false;
  for (const pattern of state.patterns) {
    for (const first of firstOf(pattern)) {
      if (first.kind !== 'element') continue;
      anyElement ||= hasWildcard(first.nameClass);
      add(elements, listedNames(first.nameClass));
    }
    add(required, requiredIn(pattern));
  }
  return {
    elements: [...elements.values()],
    required: [...required.values()],
    anyElement,
    text: state.patterns.some((pattern) => [...firstOf(pattern)].some(({ kind }) => isText(kind))),
    end: state.isComplete,
  };
}

/** What a value may be, by the patterns that it could match. */
export function valueExpectationOf(patterns: readonly Pattern[]): ValueExpectation {
  const values = new Set<string>();
  const datatypes = new Map<string, ValueExpectation['datatypes'][number]>();
  let list = false;
  const seen = new Set<Pattern>();
  const visit = (pattern: Pattern): void => {
    if (seen.has(pattern)) return;
    seen.add(pattern);
    list ||= pattern.kind === 'list';
    if (pattern.kind === 'value') values.add(pattern.value);
    else if (pattern.kind === 'data') {
      const { name, parameters } = pattern.datatype;
      const facets = parameters.map((parameter): readonly [string, string] => [parameter.name, parameter.value]);
      datatypes.set(JSON.stringify([name, facets]), { name, facets });
    } else if (pattern.kind !== 'element' && pattern.kind !== 'attribute') partsOf(pattern).forEach(visit);
  };
  patterns.forEach(visit);
  return { values: [...values], datatypes: [...datatypes.values()], list };
}

/** The attributes without which a content cannot begin; `oneOf` where any of several would do. */
export function missingAttributes(pattern: Pattern): { attributes: readonly XmlName[]; oneOf: boolean } {
  const { all, alternatives } = requiredAttributes(pattern);
  return all.length > 0 ? { attributes: all, oneOf: false } : { attributes: alternatives, oneOf: true };
}

/** The parts with which a pattern can begin: elements, texts and values, in the order of the schema. */
function firstOf(pattern: Pattern, found = new Set<Pattern>(), seen = new Set<Pattern>()): Set<Pattern> {
  if (seen.has(pattern)) return found;
  seen.add(pattern);
  switch (pattern.kind) {
    case 'choice':
    case 'interleave':
      for (const member of bySchema(pattern.members)) firstOf(member, found, seen);
      break;
    case 'group':
      firstOf(pattern.first, found, seen);
      if (pattern.first.nullable) firstOf(pattern.rest, found, seen);
      break;
    case 'oneOrMore':
      firstOf(pattern.pattern, found, seen);
      break;
    case 'empty':
    case 'notAllowed':
    case 'attribute':
      break;
    default:
      found.add(pattern);
  }
  return found;
}

/** Alternatives in the order of the schema: their own order is that in which they were met. */
function bySchema(patterns: readonly Pattern[]): readonly Pattern[] {
  const order = new Map(
    patterns.map((pattern) => [pattern, Math.min(...elementsIn(pattern).map((element) => element.order))]),
  );
  return [...patterns].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0) || 0);
}

/** The elements of which the next has to be one, where nothing else could complete the pattern. */
function requiredIn(pattern: Pattern): readonly XmlName[] {
  if (pattern.nullable) return [];
  switch (pattern.kind) {
    case 'element':
      return listedNames(pattern.nameClass);
    case 'group':
      return pattern.first.nullable ? requiredIn(pattern.rest) : requiredIn(pattern.first);
    case 'interleave':
      return pattern.members.flatMap(requiredIn);
    case 'oneOrMore':
      return requiredIn(pattern.pattern);
    default:
      return [];
  }
}

function requiredAttributes(pattern: Pattern): { all: readonly XmlName[]; alternatives: readonly XmlName[] } {
  switch (pattern.kind) {
    case 'attribute':
      return { all: listedNames(pattern.nameClass), alternatives: [] };
    case 'group':
    case 'interleave':
    case 'oneOrMore': {
      const parts = partsOf(pattern).map(requiredAttributes);
      return { all: parts.flatMap(({ all }) => all), alternatives: parts.flatMap(({ alternatives }) => alternatives) };
    }
    case 'choice': {
      const parts = pattern.members.map(requiredAttributes);
      const isNeeded = parts.every(({ all, alternatives }) => all.length + alternatives.length > 0);
      const names = parts.flatMap(({ all, alternatives }) => [...all, ...alternatives]);
      return { all: [], alternatives: isNeeded ? names : [] };
    }
    default:
      return { all: [], alternatives: [] };
  }
}

function isText(kind: Pattern['kind']): boolean {
  return kind === 'text' || kind === 'data' || kind === 'value' || kind === 'list';
}

function add(names: Map<string, XmlName>, more: readonly XmlName[]): void {
  for (const name of more) names.set(`{${name.namespace}}${name.local}`, name);
}
