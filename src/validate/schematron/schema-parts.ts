import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { namespaces } from '../../xml/namespaces.js';
import {
  attributeOf,
  elementsOf,
  impliedElement,
  isSchematron,
  isXsltDeclaration,
  patternOf,
  type SchemaElement,
} from './schema-element.js';
import { constraintParts } from './constraints.js';
import { schemaFault } from './schema-fault.js';

const SCHEMATRON_1_5 = 'http://www.ascc.net/xml/schematron';

/** The order of a schema's parts (ISO/IEC 19757-3, 5.4.12), into which those of other files are brought. */
const order = ['ns', 'let', 'phase', 'pattern', 'diagnostics', 'properties'];

/**
 * The Schematron schema in a file: the file itself, or what stands in a RELAX NG grammar (XML syntax) or in an ODD.
 *
 * @returns undefined where a finding says why there is none.
 */
export function findSchema(root: SchemaElement, report: (finding: Diagnostic) => void): SchemaElement | undefined {
  if (isSchematron(root, 'schema')) return root;
  const found = root.namespace === namespaces.tei ? constraintParts(root, report) : grammarParts(root);
  if (found.some((each) => isSchematron(each, 'pattern'))) return schemaOf(root, found);
  report(missingSchema(root));
  return undefined;
}

function schemaOf(root: SchemaElement, parts: readonly SchemaElement[]): SchemaElement {
  const rank = (part: SchemaElement): number => (part.namespace === namespaces.xslt ? 1.5 : order.indexOf(part.local));
  // One declaration of a prefix is enough; grammars repeat them for each element.
  const seen = new Set<string>();
  const once = parts.filter((part) => {
    if (!isSchematron(part, 'ns')) return true;
    const key = `${attributeOf(part, 'prefix') ?? ''} ${attributeOf(part, 'uri') ?? ''}`;
    return !seen.has(key) && seen.add(key);
  });
  const binding = attributeOf(root, 'queryBinding') ?? 'xslt3';
  return impliedElement(
    root,
    'schema',
    { queryBinding: binding },
    once.sort((a, b) => rank(a) - rank(b)),
  );
}

function missingSchema(root: SchemaElement): Diagnostic {
  const old = [...elementsOf(root)].find(({ namespace }) => namespace === SCHEMATRON_1_5);
  if (old !== undefined) {
    return schemaFault('schematron/schema-unreadable', 'The rules are of Schematron 1.5, which is not read.', old, {
      help: `Write ${namespaces.schematron} in the place of that namespace: it is the one of the standard.`,
    });
  }
  return schemaFault(
    'schematron/schema-unreadable',
    `There is no Schematron rule in this file; it is a <${root.name}>.`,
    root,
    {
      help: 'Give a Schematron schema, or a RELAX NG grammar or an ODD that holds Schematron patterns.',
    },
  );
}

/** Parts of Schematron among the patterns of RELAX NG. A rule without a pattern is a pattern of its own. */
function grammarParts(element: SchemaElement, owner?: SchemaElement): SchemaElement[] {
  const parts: SchemaElement[] = [];
  const tests: SchemaElement[] = [];
  for (const child of element.children) {
    if (child.kind === 'text') continue;
    if (isSchematron(child, 'assert', 'report')) tests.push(child);
    else if (isSchematron(child, 'rule')) parts.push(patternOf(child, [child]));
    else if (isSchematron(child, ...order)) parts.push(child);
    else if (isXsltDeclaration(child)) parts.push(child);
    else
      parts.push(
        ...grammarParts(child, child.namespace === namespaces.relaxNg && child.local === 'element' ? child : owner),
      );
  }
  const [first] = tests;
  const context = owner === undefined ? undefined : elementContext(owner);
  if (first !== undefined && context !== undefined) {
    parts.push(patternOf(first, [impliedElement(first, 'rule', { context }, tests)]));
  }
  return parts;
}

/** The name that a RELAX NG element gives to an element of the document, as a context; undefined for a name class. */
function elementContext(owner: SchemaElement): string | undefined {
  const name = attributeOf(owner, 'name');
  if (name === undefined) return undefined;
  const [local = name, prefix] = name.split(':').reverse();
  const namespace = prefix === undefined ? inheritedNamespace(owner) : (owner.scope.get(prefix) ?? '');
  return `*[local-name() = '${local}' and namespace-uri() = '${namespace}']`;
}

/** RELAX NG's `ns` is inherited, which the tree of one element does not show; TEI grammars have it on the root. */
function inheritedNamespace(owner: SchemaElement): string {
  const own = attributeOf(owner, 'ns');
  if (own !== undefined) return own;
  return /<(?:[\w.-]+:)?grammar\b[^>]*?\sns\s*=\s*["']([^"']*)["']/.exec(owner.file.text)?.[1] ?? '';
}
