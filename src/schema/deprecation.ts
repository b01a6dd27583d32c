import { namespaces } from '../xml/namespaces.js';
import type { SchemaModel } from './schema-model.js';
import type { SchematronPattern } from './schematron.js';
import { attributesIn, type ElementSpec } from './specification.js';
import type { XmlElement, XmlNode } from './xml-tree.js';

/** Rules that warn of elements and attributes which the TEI will remove (att.deprecated, `validUntil`). */
export function expiryRules(model: SchemaModel, prefixOf: (spec: ElementSpec) => string): SchematronPattern[] {
  return model.specifications.flatMap((spec): SchematronPattern[] => {
    if (spec.kind !== 'element') return [];
    const context = `${prefixOf(spec)}:${spec.name}`;
    const element =
      spec.validUntil === undefined
        ? []
        : [warning(`deprecated-${spec.ident}`, context, 'true()', `<${spec.name}>`, spec.validUntil)];
    const attributes = attributesIn(spec.attributes).flatMap(({ ident, name, validUntil, mode }) =>
      validUntil === undefined || mode === 'delete'
        ? []
        : [warning(`deprecated-${spec.ident}-${ident}`, context, `@${name}`, `@${name} of <${spec.name}>`, validUntil)],
    );
    return [...element, ...attributes];
  });
}

function warning(id: string, context: string, test: string, what: string, until: string): SchematronPattern {
  const report = schematron('report', { test, role: 'warning' }, [
    { kind: 'text', text: `${what} is deprecated: the TEI will remove it after ${until}.` },
  ]);
  return { id, attributes: [], children: [schematron('rule', { context }, [report])] };
}

/** An element of Schematron that no file holds. */
function schematron(
  local: string,
  attributes: Readonly<Record<string, string>>,
  children: readonly XmlNode[],
): XmlElement {
  return {
    kind: 'element',
    name: local,
    local,
    namespace: namespaces.schematron,
    attributes: Object.entries(attributes).map(([name, value]) => ({ name, value })),
    children,
    scope: new Map(),
    offset: 0,
  };
}
