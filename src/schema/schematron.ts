import { namespaces } from '../xml/namespaces.js';
import type { OddReport } from './odd-report.js';
import { expiryRules } from './deprecation.js';
import type { SchemaModel } from './schema-model.js';
import { implicitContext, prefixOf, type ConstraintPlace } from './schematron-context.js';
import { attributesIn, type Constraint } from './specification.js';
import { attribute, elementsIn, teiChildren, type XmlElement, type XmlNode } from './xml-tree.js';

/** A pattern of Schematron: rules as the ODD writes them, and where it writes bare tests, a rule around them. */
export interface SchematronPattern {
  readonly id: string;
  readonly children: readonly XmlNode[];
  /** The attributes of a pattern that the ODD writes itself. */
  readonly attributes: XmlElement['attributes'];
}

/** A Schematron schema, ready to be written. */
export interface Schematron {
  readonly title: string;
  /** Namespaces by prefix. */
  readonly namespaces: ReadonlyMap<string, string>;
  /** Keys, functions, phases and the like: what stands beside the patterns. */
  readonly declarations: readonly XmlElement[];
  readonly patterns: readonly SchematronPattern[];
}

/** The constraints of a schema as one Schematron schema, in the order of its specifications. */
export function buildSchematron(model: SchemaModel, report: OddReport): Schematron {
  const { ident } = model.customization;
  const declared = new Map<string, string>([['tei', namespaces.tei]]);
  const declarations: XmlElement[] = [];
  const patterns: SchematronPattern[] = [];
  const places = placesOf(model);
  for (const place of places) {
    for (const node of partsOf(place)) {
      const prefix = attribute(node, 'prefix');
      if (isSchematron(node, 'ns')) {
        if (prefix !== undefined && prefix !== 'xsl' && !declared.has(prefix)) {
          declared.set(prefix, attribute(node, 'uri') ?? '');
        }
      } else if (isDeclaration(node)) declarations.push(node);
    }
  }
  const names = { model, declared, report };
  for (const place of places) {
    const owners = [ident, ...place.owners, place.constraint.ident];
    for (const made of patternsOf(place, names)) {
      const id = ['schematron-constraint', ...owners, String(patterns.length + 1)].join('-').replaceAll(':', '');
      const own = made.attributes.find(({ name }) => name === 'id')?.value;
      patterns.push({ ...made, id: own === undefined || patterns.some((each) => each.id === own) ? id : own });
    }
  }
  patterns.push(...expiryRules(model, (spec) => prefixOf(spec, names)));
  return { title: `Rules of ${ident}`, namespaces: declared, declarations, patterns };
}

/** Everything that a schema must have before its constraints can be written. */
export interface SchematronNames {
  readonly model: SchemaModel;
  /** Prefixes declared so far; a namespace that has none gets one. */
  readonly declared: Map<string, string>;
  readonly report: OddReport;
}

/** The constraints of a schema with where they stand: its own, then those of its specifications and their attributes. */
function placesOf(model: SchemaModel): ConstraintPlace[] {
  const { customization, specifications } = model;
  const isSpoken = ({ node }: Constraint): boolean => (attribute(node, 'xml:lang') ?? 'en') === 'en';
  const places: ConstraintPlace[] = customization.constraints.map((constraint) => ({ constraint, owners: [] }));
  for (const spec of specifications) {
    for (const constraint of spec.constraints) places.push({ constraint, owners: [spec.ident], spec });
    if (spec.kind !== 'element' && spec.kind !== 'class') continue;
    for (const each of attributesIn(spec.attributes)) {
      if (each.mode === 'delete') continue;
      for (const constraint of each.constraints) {
        places.push({ constraint, owners: [spec.ident, each.ident], spec, attribute: each });
      }
    }
  }
  return places.filter(({ constraint }) => isSpoken(constraint));
}

function partsOf({ constraint }: ConstraintPlace): XmlElement[] {
  return teiChildren(constraint.node, 'constraint').flatMap(elementsIn);
}

export function isSchematron(node: XmlNode, ...locals: readonly string[]): node is XmlElement {
  return node.kind === 'element' && node.namespace === namespaces.schematron && locals.includes(node.local);
}

/** What stands beside patterns in a schema: keys and functions of XSLT, phases, diagnostics. */
function isDeclaration(node: XmlElement): boolean {
  return node.namespace === namespaces.xslt || isSchematron(node, 'phase', 'diagnostics', 'properties');
}

/** The patterns of one constraint: those it writes, one for its rules, and one for its bare tests. */
function patternsOf(place: ConstraintPlace, names: SchematronNames): Omit<SchematronPattern, 'id'>[] {
  const parts = partsOf(place);
  const lets = parts.filter((each) => isSchematron(each, 'let'));
  const rules = parts.filter((each) => isSchematron(each, 'rule'));
  const tests = parts.filter((each) => isSchematron(each, 'assert', 'report'));
  const made = parts
    .filter((each) => isSchematron(each, 'pattern'))
    .map(({ attributes, children }) => ({ attributes, children: children }));
  if (rules.length > 0) {
    const placed = rules.map((rule) => (isAddressed(rule) ? rule : withContext(rule, place, names)));
    made.push({ attributes: [], children: [...lets, ...placed] });
  }
  const [first] = tests;
  if (first !== undefined) {
    const rule: XmlElement = { ...first, name: 'rule', local: 'rule', attributes: [], children: [...lets, ...tests] };
    made.push({ attributes: [], children: [withContext(rule, place, names)] });
  }
  return made;
}

/** Whether a rule says itself what it is about; an abstract one does not need to. */
function isAddressed(rule: XmlElement): boolean {
  return attribute(rule, 'context') !== undefined || attribute(rule, 'abstract') === 'true';
}

function withContext(rule: XmlElement, place: ConstraintPlace, names: SchematronNames): XmlElement {
  const context = implicitContext(place, names);
  if (context === undefined) {
    const message = `The constraint “${place.constraint.ident}” does not say what it is about.`;
    if (names.model.customization.specifications.some(({ node }) => node === place.spec?.node)) {
      names.report.at(place.constraint.node, 'schema/constraint-without-context', message, {
        help: 'Put its tests into <sch:rule context="…">.',
      });
    }
  }
  return { ...rule, attributes: [{ name: 'context', value: context ?? '*' }, ...rule.attributes] };
}
