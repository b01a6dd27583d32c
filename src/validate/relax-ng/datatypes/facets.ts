import type { DatatypeResult, NamespaceContext, Parameter } from './datatype.js';
import { compilePattern } from './regex/pattern.js';
import type { ValueSpace } from './value-space.js';
import { normalizers } from './white-space.js';

/** One facet, compiled: what it asks of the text or of the value, or what is wrong with it. */
type Facet<V> =
  | { readonly pattern: (text: string) => boolean }
  | { readonly condition: (value: V) => boolean }
  | { readonly fault: string };

/** Types with an order do not depend on namespaces. */
const noNamespaces: NamespaceContext = { resolve: () => undefined };

/** The number that a counting facet gives, or undefined; what is too large for any text counts as infinite. */
function countOf(text: string): number | undefined {
  return /^(?:\+?[0-9]+|-0+)$/u.test(text) ? Math.abs(Number(text)) : undefined;
}

/** A facet that counts: length, minLength, maxLength, totalDigits, fractionDigits. */
function countingFacet<V>({ lengthOf, digitsOf }: ValueSpace<V>, { name, value }: Parameter): Facet<V> {
  const count = countOf(normalizers.collapse(value));
  const measure = name === 'totalDigits' || name === 'fractionDigits' ? digitsOf : lengthOf;
  if (measure === undefined) {
    return { fault: `the facet ${name} does not apply to it` };
  }
  if (count === undefined || (name === 'totalDigits' && count === 0)) {
    return { fault: `the facet ${name} wants a whole number, not "${value}"` };
  }
  if (name === 'totalDigits') return { condition: (each) => (digitsOf?.(each).total ?? 0) <= count };
  if (name === 'fractionDigits') return { condition: (each) => (digitsOf?.(each).fraction ?? 0) <= count };
  if (name === 'minLength') return { condition: (each) => (lengthOf?.(each) ?? 0) >= count };
  if (name === 'maxLength') return { condition: (each) => (lengthOf?.(each) ?? 0) <= count };
  return { condition: (each) => (lengthOf?.(each) ?? 0) === count };
}

/** A facet that gives a limit. `limit` is undefined where the type so far refuses the text. */
function limitingFacet<V>(space: ValueSpace<V>, { name, value }: Parameter, accepted: boolean): Facet<V> {
  const { isBefore } = space;
  if (isBefore === undefined) return { fault: `the facet ${name} does not apply to it: its values have no order` };
  if (!accepted) return { fault: `the limit "${value}" of ${name} is itself no value of the type` };
  const limit = space.valueOf(normalizers[space.whiteSpace](value), noNamespaces);
  const key = space.keyOf(limit);
  const isLimit = (each: V): boolean => space.keyOf(each) === key;
  switch (name) {
    case 'minInclusive':
      return { condition: (each) => isBefore(limit, each) || isLimit(each) };
    case 'maxInclusive':
      return { condition: (each) => isBefore(each, limit) || isLimit(each) };
    case 'minExclusive':
      return { condition: (each) => isBefore(limit, each) };
    default:
      return { condition: (each) => isBefore(each, limit) };
  }
}

const counting = new Set(['length', 'minLength', 'maxLength', 'totalDigits', 'fractionDigits']);
const limiting = new Set(['minInclusive', 'maxInclusive', 'minExclusive', 'maxExclusive']);

/** A facet of a type; `accepts` is the type with the facets before it. */
function facetOf<V>(space: ValueSpace<V>, parameter: Parameter, accepts: (text: string) => boolean): Facet<V> {
  const { name, value } = parameter;
  if (name === 'pattern') {
    const result = compilePattern(value);
    return 'fault' in result
      ? { fault: `the pattern "${value}" is wrong: ${result.fault}` }
      : { pattern: result.matches };
  }
  if (counting.has(name)) return countingFacet(space, parameter);
  if (limiting.has(name)) return limitingFacet(space, parameter, accepts(normalizers[space.whiteSpace](value)));
  if (name === 'enumeration') return { fault: 'enumeration is no parameter; a choice of value elements says it' };
  if (name === 'whiteSpace') return { fault: 'whiteSpace cannot be set in RELAX NG' };
  return { fault: `"${name}" is no facet` };
}

/**
 * A type of XML Schema with its facets (XML Schema Datatypes, section 4.3). Each facet restricts what those before it
 * leave: a limit has to be a value of the type so far.
 */
export function restrict<V>(name: string, space: ValueSpace<V>, parameters: readonly Parameter[]): DatatypeResult {
  const normalize = normalizers[space.whiteSpace];
  const patterns: ((text: string) => boolean)[] = [];
  const conditions: ((value: V) => boolean)[] = [];
  const accepts = (text: string, context: NamespaceContext): boolean => {
    if (!space.accepts(text, context)) return false;
    for (const matches of patterns) if (!matches(text)) return false;
    if (conditions.length === 0) return true;
    const value = space.valueOf(text, context);
    return conditions.every((condition) => condition(value));
  };
  for (const parameter of parameters) {
    const facet = facetOf(space, parameter, (text) => accepts(text, noNamespaces));
    if ('fault' in facet) return { fault: `the type ${name}: ${facet.fault}` };
    if ('pattern' in facet) patterns.push(facet.pattern);
    else conditions.push(facet.condition);
  }
  return {
    datatype: {
      name,
      idType: space.idType ?? 'none',
      needsContext: space.needsContext ?? false,
      allows: (value, context) => accepts(normalize(value), context),
      keyOf: (value, context) => {
        const text = normalize(value);
        return accepts(text, context) ? space.keyOf(space.valueOf(text, context)) : undefined;
      },
    },
  };
}
