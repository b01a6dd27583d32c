import { namespaces } from '../xml/namespaces.js';
import { anyElementName, anyElementPattern } from './any-element.js';
import {
  attributePattern,
  classAttributeName,
  classAttributesName,
  classAttributesPattern,
  elementAttributesPattern,
} from './attribute-pattern.js';
import { classPattern, contentPattern, expansions, valuesPattern, type ContentContext } from './content.js';
import { choice, empty, group, notAllowed, pattern, patternsIn, reference, type Pattern } from './pattern.js';
import { classAttributes, type SchemaModel } from './schema-model.js';
import type { AnySpec, ClassSpec, ElementSpec, MacroSpec } from './specification.js';
import { descendants, isTei } from './xml-tree.js';
import { withoutDeleted, withoutUndefined } from './undefined-references.js';

/** A named pattern of a grammar. */
export interface Definition {
  readonly name: string;
  readonly pattern: Pattern;
}

/** A grammar: where documents begin, and the patterns that are used, each defined once. */
export interface Grammar {
  readonly namespace: string;
  readonly start: Pattern;
  readonly definitions: readonly Definition[];
}

/** The grammar of a schema. What no document can reach from its start is left out. */
export function buildGrammar(model: SchemaModel): Grammar {
  const { customization } = model;
  const available = definitionsOf(model);
  const isDefined = (name: string): boolean => available.has(name);
  const start = choice(startNames(model).map(reference));
  const reached = new Map<string, Pattern>();
  const waiting = [start];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const name of referredBy(next)) {
      const make = available.get(name);
      if (make === undefined || reached.has(name)) continue;
      const made = withoutUndefined(make(), isDefined) ?? empty;
      reached.set(name, made);
      waiting.push(made);
    }
  }
  const definitions = [...available.keys()].flatMap((name) => {
    const made = reached.get(name);
    return made === undefined ? [] : [{ name, pattern: made }];
  });
  return { namespace: customization.namespace ?? namespaces.tei, start, definitions };
}

/** The elements that documents may begin with: those that the schemaSpec names, or TEI and teiCorpus. */
export function startNames({ customization: { start }, find }: SchemaModel): string[] {
  return (start ?? ['TEI', 'teiCorpus']).filter((name) => find(name)?.kind === 'element');
}

function referredBy(whole: Pattern): string[] {
  const name = whole.name === 'ref' ? [whole.attributes['name'] ?? ''] : [];
  return [...name, ...patternsIn(whole).flatMap(referredBy)];
}

/** Makers of all patterns that a schema could define, in the order in which they are written. */
function definitionsOf(model: SchemaModel): ReadonlyMap<string, () => Pattern> {
  const definitions = new Map<string, () => Pattern>();
  const { specifications } = model;
  for (const spec of specifications) {
    if (spec.kind === 'element') definitions.set(spec.ident, () => elementPattern(spec, model));
  }
  for (const spec of specifications) {
    if (spec.kind === 'element' || spec.kind === 'macro') addAnyElement(spec, model, definitions);
  }
  for (const spec of specifications)
    if (spec.kind === 'class' && spec.type === 'model') addClass(spec, model, definitions);
  for (const spec of specifications) {
    if (spec.kind === 'macro') definitions.set(spec.ident, () => macroPattern(spec, model));
  }
  for (const spec of specifications) if (spec.kind === 'class') addAttributes(spec, model, definitions);
  for (const spec of specifications) {
    if (spec.kind === 'data') definitions.set(spec.ident, () => macroPattern(spec, model));
  }
  return definitions;
}

type Definitions = Map<string, () => Pattern>;

/** A model class as one of its members, and in the other ways that content may ask for it. */
function addClass(spec: ClassSpec, model: SchemaModel, definitions: Definitions): void {
  const members = model.membersOf(spec.ident);
  definitions.set(spec.ident, () =>
    classPattern(
      members.map(({ ident }) => reference(ident)),
      'alternation',
    ),
  );
  for (const expansion of expansions) {
    const named = ({ kind, ident }: ElementSpec | ClassSpec): Pattern =>
      reference(kind === 'class' ? `${ident}_${expansion}` : ident);
    definitions.set(`${spec.ident}_${expansion}`, () => classPattern(members.map(named), expansion));
  }
}

/** An attribute class, as a whole and attribute by attribute. */
function addAttributes(spec: ClassSpec, model: SchemaModel, definitions: Definitions): void {
  if (spec.type !== 'atts') return;
  definitions.set(classAttributesName(spec.ident), () => classAttributesPattern(spec, model));
  for (const attribute of classAttributes(spec)) {
    definitions.set(classAttributeName(spec.ident, attribute.ident), () =>
      attributePattern(attribute, contextOf(spec, model)),
    );
  }
}

function addAnyElement(spec: ElementSpec | MacroSpec, model: SchemaModel, definitions: Definitions): void {
  if (spec.content === undefined) return;
  for (const node of descendants(spec.content)) {
    if (!isTei(node, 'anyElement')) continue;
    const name = anyElementName(spec.ident, node, spec.content);
    definitions.set(name, () => anyElementPattern(node, name, model));
  }
}

function elementPattern(spec: ElementSpec, model: SchemaModel): Pattern {
  const context = contextOf(spec, model);
  const content = specifiedContent(spec, model);
  if (content.name === 'notAllowed') return notAllowed;
  const attributes = elementAttributesPattern(spec, model, context);
  const documentation = spec.description === '' ? [] : [pattern('a:documentation', [spec.description])];
  const parts = [...flat(content), ...flat(attributes)];
  return pattern('element', [...documentation, ...(parts.length === 0 ? [empty] : parts)], {
    name: spec.name,
    ns: spec.namespace === namespaces.tei ? undefined : spec.namespace,
  });
}

/** An element's children stand in a row anyway. */
function flat(whole: Pattern): Pattern[] {
  return whole.name === 'empty' ? [] : whole.name === 'group' ? patternsIn(whole) : [whole];
}

function macroPattern(spec: MacroSpec, model: SchemaModel): Pattern {
  return specifiedContent(spec, model);
}

/** The content of a specification: its closed list of values, or its content model. */
function specifiedContent(spec: ElementSpec | MacroSpec, model: SchemaModel): Pattern {
  if (spec.values?.type === 'closed') return valuesPattern(spec.values);
  if (spec.content === undefined) return empty;
  const content = contentPattern(spec.content, contextOf(spec, model));
  if (!model.customized.has(spec.ident)) return content;
  return withoutDeleted(content, (name) => model.deleted.has(name)) ?? empty;
}

function contextOf(spec: AnySpec, model: SchemaModel): ContentContext {
  return {
    membersOf: (className) => model.membersOf(className).map(({ ident }) => ident),
    contentOf: (name) => {
      const found = model.find(name);
      return found?.kind === 'data' || found?.kind === 'macro' ? found.content : undefined;
    },
    anyElement: (node) => {
      const content = spec.kind === 'class' ? undefined : spec.content;
      return content === undefined ? group([]) : reference(anyElementName(spec.ident, node, content));
    },
  };
}
