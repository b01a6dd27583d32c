import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { namespaces } from '../../xml/namespaces.js';
import {
  attributeOf,
  impliedElement,
  isSchematron,
  isXsltDeclaration,
  patternOf,
  type SchemaElement,
} from './schema-element.js';
import { schemaFault } from './schema-fault.js';

/** The specifications around a constraint, innermost last. */
interface Owners {
  readonly spec?: SchemaElement;
  readonly attribute?: SchemaElement;
  readonly namespace: string;
}

/**
 * The Schematron of an ODD that has not been compiled: the contents of its `constraint` elements, with the element or
 * attribute as context where tests stand in them without a rule (TEI Guidelines, 23.5.2 “Additional Constraints”).
 * Constraints of the specifications that an ODD takes from elsewhere are only in the compiled schema.
 */
export function constraintParts(odd: SchemaElement, report: (finding: Diagnostic) => void): SchemaElement[] {
  const parts: SchemaElement[] = [];
  const prefixes = new Map<string, string>([['tei', namespaces.tei]]);
  const ids = new Set<string>();
  const visit = (element: SchemaElement, owners: Owners): void => {
    for (const child of element.children) {
      if (child.kind === 'text' || child.namespace === namespaces.examples) continue;
      if (child.namespace === namespaces.tei && child.local === 'constraintSpec') {
        if (isActive(child)) parts.push(...partsOf(child, owners, { prefixes, ids, report }));
      } else visit(child, ownersWithin(child, owners));
    }
  };
  visit(odd, ownersWithin(odd, { namespace: namespaces.tei }));
  const declared = new Set(parts.flatMap((each) => (isSchematron(each, 'ns') ? [attributeOf(each, 'prefix')] : [])));
  for (const [prefix, uri] of prefixes) {
    if (!declared.has(prefix)) parts.push(impliedElement(odd, 'ns', { prefix, uri }, []));
  }
  return parts;
}

function isActive(constraintSpec: SchemaElement): boolean {
  const scheme = attributeOf(constraintSpec, 'scheme') ?? 'schematron';
  return attributeOf(constraintSpec, 'mode') !== 'delete' && ['schematron', 'isoschematron'].includes(scheme);
}

function ownersWithin(element: SchemaElement, owners: Owners): Owners {
  if (element.namespace !== namespaces.tei) return owners;
  const namespace = attributeOf(element, 'ns') ?? owners.namespace;
  switch (element.local) {
    case 'schemaSpec':
      return { ...owners, namespace };
    case 'elementSpec':
    case 'classSpec':
    case 'macroSpec':
    case 'dataSpec':
      return { spec: element, namespace };
    case 'attDef':
      return { ...owners, attribute: element };
    default:
      return owners;
  }
}

/** What is known of an ODD while its constraints are read. */
interface OddReading {
  readonly prefixes: Map<string, string>;
  /** The ids that patterns have so far: a constraint's name is unique only where it stands. */
  readonly ids: Set<string>;
  readonly report: (finding: Diagnostic) => void;
}

function partsOf(
  constraintSpec: SchemaElement,
  owners: Owners,
  { prefixes, ids, report }: OddReading,
): SchemaElement[] {
  const names = [owners.spec, owners.attribute, constraintSpec].flatMap((each) =>
    each === undefined ? [] : (attributeOf(each, 'ident') ?? []),
  );
  const newId = (): string => {
    const wanted = names.join('-').replaceAll(':', '-');
    let id = wanted;
    for (let number = 2; ids.has(id); number++) id = `${wanted}-${number}`;
    ids.add(id);
    return id;
  };
  const parts: SchemaElement[] = [];
  for (const constraint of constraintSpec.children) {
    if (constraint.kind === 'text' || constraint.local !== 'constraint') continue;
    const written = constraint.children.filter((child): child is SchemaElement => child.kind === 'element');
    const lets = written.filter((each) => isSchematron(each, 'let'));
    const rules = written.filter((each) => isSchematron(each, 'rule'));
    const tests = written.filter((each) => isSchematron(each, 'assert', 'report'));
    parts.push(...written.filter((each) => isSchematron(each, 'pattern', 'ns', 'phase', 'diagnostics', 'properties')));
    parts.push(...written.filter(isXsltDeclaration));
    if (rules.length > 0) parts.push(patternOf(constraint, [...lets, ...rules], newId()));
    if (tests.length === 0) continue;
    const context = impliedContext(owners, prefixes);
    if (context === undefined) {
      report(
        schemaFault(
          'schematron/not-supported',
          'These tests do not say which elements they are about.',
          constraintSpec,
          {
            help: 'Put them into <sch:rule context="…">, or check against the Schematron that the ODD is compiled to.',
          },
        ),
      );
    } else
      parts.push(
        patternOf(constraint, [impliedElement(constraint, 'rule', { context }, [...lets, ...tests])], newId()),
      );
  }
  return parts;
}

/** What a test without a rule is about; undefined for a class, whose members only the compiled schema knows. */
function impliedContext({ spec, attribute, namespace }: Owners, prefixes: Map<string, string>): string | undefined {
  if (spec === undefined) return '/';
  const step = attribute === undefined ? undefined : attributeName(attribute);
  if (spec.local === 'classSpec' && step !== undefined) return `*/@${step}`;
  if (spec.local !== 'elementSpec') return undefined;
  const name = attributeOf(spec, 'ident') ?? '*';
  const element = namespace === '' ? name : `${prefixFor(namespace, prefixes)}:${name}`;
  return step === undefined ? element : `${element}/@${step}`;
}

function attributeName(attribute: SchemaElement): string {
  const name = attributeOf(attribute, 'ident') ?? '*';
  return attributeOf(attribute, 'ns') === namespaces.xml && !name.includes(':') ? `xml:${name}` : name;
}

function prefixFor(namespace: string, prefixes: Map<string, string>): string {
  for (const [prefix, uri] of prefixes) if (uri === namespace) return prefix;
  const prefix = `ns${prefixes.size}`;
  prefixes.set(prefix, namespace);
  return prefix;
}
