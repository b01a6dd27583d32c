import { namespaces } from '../xml/namespaces.js';
import type { SchematronNames } from './schematron.js';
import type { SchemaModel } from './schema-model.js';
import type { AnySpec, Attribute, ClassSpec, Constraint, ElementSpec } from './specification.js';

/** A constraint with the specification, and the attribute, that it belongs to; neither for one of the whole schema. */
export interface ConstraintPlace {
  readonly constraint: Constraint;
  /** The names of what it belongs to, from the outside in. */
  readonly owners: readonly string[];
  readonly spec?: AnySpec;
  readonly attribute?: Attribute;
}

/**
 * What a test is about that stands in a constraint without a rule: the element or attribute that it belongs to (the
 * document, for one of the schema). For a class these are all its members in the schema.
 *
 * @returns undefined where a test cannot be about anything: in a macro, or a class without members.
 */
export function implicitContext(place: ConstraintPlace, names: SchematronNames): string | undefined {
  const { spec, attribute } = place;
  if (spec === undefined) return '/';
  if (spec.kind !== 'element' && spec.kind !== 'class') return undefined;
  const elements = spec.kind === 'element' ? [spec] : elementsOf(spec, names.model);
  if (elements.length === 0) return undefined;
  const step = attribute === undefined ? '' : `/@${attribute.name}`;
  return elements.map((element) => `${prefixOf(element, names)}:${element.name}${step}`).join(' | ');
}

/** The elements that are members of a class, directly or by another class. */
function elementsOf(spec: ClassSpec, model: SchemaModel, seen = new Set<string>()): ElementSpec[] {
  if (seen.has(spec.ident)) return [];
  seen.add(spec.ident);
  const found = model
    .membersOf(spec.ident)
    .flatMap((member) => (member.kind === 'element' ? [member] : elementsOf(member, model, seen)));
  return [...new Set(found)];
}

/** The prefix for an element's namespace; one that has none yet gets one. */
export function prefixOf(spec: ElementSpec, { model, declared }: SchematronNames): string {
  const namespace = spec.namespace ?? model.customization.namespace ?? namespaces.tei;
  for (const [prefix, uri] of declared) if (uri === namespace) return prefix;
  const written = [...spec.node.scope].find(([prefix, uri]) => uri === namespace && prefix !== '')?.[0];
  const candidates = [...(written === undefined ? [] : [written]), 'teix', 'ns'];
  let prefix = candidates.find((each) => !declared.has(each) && (each !== 'teix' || namespace === namespaces.examples));
  for (let number = 2; prefix === undefined; number++) if (!declared.has(`ns${number}`)) prefix = `ns${number}`;
  declared.set(prefix, namespace);
  return prefix;
}
