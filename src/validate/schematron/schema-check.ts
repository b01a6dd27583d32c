import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { checkForeignCode } from './foreign-code.js';
import {
  attributeOf,
  elementsOf,
  isSchematron,
  schematronChildren,
  wordsOf,
  type SchemaElement,
} from './schema-element.js';
import { schemaFault } from './schema-fault.js';

/** The attributes that an element cannot do without. */
const required: Readonly<Record<string, readonly string[]>> = {
  ns: ['prefix', 'uri'],
  let: ['name'],
  param: ['name', 'value'],
  phase: ['id'],
  active: ['pattern'],
  assert: ['test'],
  report: ['test'],
  'value-of': ['select'],
  diagnostic: ['id'],
  property: ['id'],
};

const known = new Set([
  ...[
    'schema',
    'title',
    'p',
    'ns',
    'let',
    'param',
    'phase',
    'active',
    'pattern',
    'rule',
    'extends',
    'assert',
    'report',
  ],
  ...['name', 'value-of', 'emph', 'dir', 'span', 'diagnostics', 'diagnostic', 'properties', 'property', 'include'],
]);

/** The query languages whose expressions are XPath and whose contexts are patterns of XSLT. */
const bindings = new Set(['xslt', 'xslt1', 'xslt2', 'xslt3', 'xpath', 'xpath2', 'xpath3', 'xpath31']);

/**
 * What is wrong with a schema before any of its expressions is read: parts that are missing, references that lead
 * nowhere or in a circle, ids that two elements have (ISO/IEC 19757-3, clauses 5.4, 6 and annex A).
 */
export function checkSchema(schema: SchemaElement): Diagnostic[] {
  const all = [...elementsOf(schema)];
  const elements = all.filter((each) => isSchematron(each));
  return [
    ...bindingFaults(schema),
    ...elements.flatMap(elementFaults),
    ...referenceFaults(schema, elements),
    ...duplicateFaults(schema, elements),
    ...elements
      .filter((each) => isSchematron(each, 'rule') && attributeOf(each, 'abstract') === 'true')
      .flatMap((rule) => circleFaults(rule, elements)),
    ...checkForeignCode(all),
  ];
}

function invalid(message: string, element: SchemaElement, attribute: string | undefined, help: string): Diagnostic {
  return schemaFault('schematron/schema-invalid', message, element, { attribute, help });
}

function bindingFaults(schema: SchemaElement): Diagnostic[] {
  const binding = attributeOf(schema, 'queryBinding');
  if (binding === undefined || bindings.has(binding.toLowerCase())) return [];
  return [
    invalid(`The query language “${binding}” is not known here.`, schema, 'queryBinding', 'Use xslt, xslt2 or xslt3.'),
  ];
}

function elementFaults(element: SchemaElement): Diagnostic[] {
  const { local } = element;
  const missing = (required[local] ?? [])
    .filter((name) => attributeOf(element, name) === undefined)
    .map((name) => invalid(`<${local}> lacks its attribute “${name}”.`, element, undefined, `Add ${name}="…".`));
  if (!known.has(local)) {
    return [
      schemaFault('schematron/not-supported', `<${local}> is no element of Schematron that is known here.`, element, {
        help: 'It is passed over, with all that it holds.',
      }),
    ];
  }
  if (local === 'pattern' && attributeOf(element, 'documents') !== undefined) {
    missing.push(
      schemaFault('schematron/not-supported', 'This pattern is about other documents, and is left out.', element, {
        attribute: 'documents',
        help: 'A document is checked by itself here; the check of references looks into other files.',
      }),
    );
  }
  if (local !== 'rule') return missing;
  const isAbstract = attributeOf(element, 'abstract') === 'true';
  if (isAbstract && attributeOf(element, 'id') === undefined) {
    missing.push(
      invalid('An abstract rule needs an id.', element, undefined, 'Add id="…", which <extends> refers to.'),
    );
  }
  if (!isAbstract && (attributeOf(element, 'context') ?? '').trim() === '') {
    missing.push(invalid('The rule does not say which nodes it is about.', element, undefined, 'Add context="…".'));
  }
  return missing;
}

function referenceFaults(schema: SchemaElement, elements: readonly SchemaElement[]): Diagnostic[] {
  const idsOf = (local: string, isAbstract?: boolean): ReadonlySet<string> =>
    new Set(
      elements
        .filter((each) => each.local === local)
        .filter((each) => isAbstract === undefined || (attributeOf(each, 'abstract') === 'true') === isAbstract)
        .flatMap((each) => attributeOf(each, 'id') ?? []),
    );
  const targets: readonly (readonly [string, string, ReadonlySet<string>, string])[] = [
    ['pattern', 'is-a', idsOf('pattern', true), 'abstract pattern'],
    ['extends', 'rule', idsOf('rule', true), 'abstract rule'],
    ['active', 'pattern', idsOf('pattern', false), 'pattern'],
    ['assert', 'diagnostics', idsOf('diagnostic'), 'diagnostic'],
    ['report', 'diagnostics', idsOf('diagnostic'), 'diagnostic'],
    ['assert', 'properties', idsOf('property'), 'property'],
    ['report', 'properties', idsOf('property'), 'property'],
  ];
  const faults = targets.flatMap(([local, attribute, ids, kind]) =>
    elements
      .filter((each) => each.local === local)
      .flatMap((each) =>
        wordsOf(each, attribute)
          .filter((id) => !ids.has(id))
          .map((id) => invalid(`There is no ${kind} with the id “${id}”.`, each, attribute, ofIds(ids, kind))),
      ),
  );
  const phase = attributeOf(schema, 'defaultPhase');
  if (phase !== undefined && !phase.startsWith('#') && !idsOf('phase').has(phase)) {
    faults.push(
      invalid(`There is no phase with the id “${phase}”.`, schema, 'defaultPhase', ofIds(idsOf('phase'), 'phase')),
    );
  }
  return faults;
}

function ofIds(ids: ReadonlySet<string>, kind: string): string {
  return ids.size === 0 ? `The schema has no ${kind} with an id.` : `Its ids are: ${[...ids].join(', ')}.`;
}

/** Ids are unique among all elements of a schema; names of variables where they are declared. */
function duplicateFaults(schema: SchemaElement, elements: readonly SchemaElement[]): Diagnostic[] {
  const faults: Diagnostic[] = [];
  const find = (among: readonly SchemaElement[], attribute: string, say: (value: string) => string): void => {
    const seen = new Set<string>();
    for (const element of among) {
      const value = attributeOf(element, attribute);
      if (value === undefined) continue;
      if (seen.has(value)) faults.push(invalid(say(value), element, attribute, 'Give one of the two another name.'));
      seen.add(value);
    }
  };
  // An abstract rule may have the same id in several patterns: it is looked for in the same pattern first.
  const unique = elements.filter((each) => !isSchematron(each, 'rule'));
  find(unique, 'id', (id) => `Two elements have the id “${id}”.`);
  find(schematronChildren(schema, 'ns'), 'prefix', (prefix) => `The prefix “${prefix}” is declared twice.`);
  const scopes = elements.filter((each) => isSchematron(each, 'schema', 'phase', 'pattern', 'rule'));
  for (const scope of scopes) {
    find(schematronChildren(scope, 'let'), 'name', (name) => `The variable “${name}” is declared twice.`);
  }
  return faults;
}

/** An abstract rule that extends itself, by others or at once. */
function circleFaults(rule: SchemaElement, elements: readonly SchemaElement[]): Diagnostic[] {
  const start = attributeOf(rule, 'id');
  const seen = new Set<string>();
  const waiting = [rule];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const extension of schematronChildren(next, 'extends')) {
      const id = attributeOf(extension, 'rule');
      if (id === undefined) continue;
      if (id === start)
        return [invalid(`The rule “${id}” extends itself.`, extension, 'rule', 'Remove one <extends>.')];
      if (seen.has(id)) continue;
      seen.add(id);
      waiting.push(...elements.filter((each) => isSchematron(each, 'rule') && attributeOf(each, 'id') === id));
    }
  }
  return [];
}
