import { namespaces } from '../xml/namespaces.js';
import { pattern, type Pattern } from './pattern.js';
import { textIn, type XmlElement } from './xml-tree.js';

/** Elements of RELAX NG whose content is text. */
const textual = new Set(['name', 'value', 'param']);

/**
 * A pattern that an ODD writes in RELAX NG, as it stands. A prefix in a name becomes a namespace, since the schema
 * does not have the ODD's declarations.
 *
 * @param otherwise the patterns of an element inside it that is not RELAX NG.
 */
export function relaxNgPattern(node: XmlElement, otherwise: (node: XmlElement) => Pattern[]): Pattern {
  const attributes: Record<string, string> = {};
  for (const { name, value } of node.attributes) {
    if (!name.includes(':') && name !== 'xmlns') attributes[name] = value;
  }
  const { name } = attributes;
  if ((node.local === 'element' || node.local === 'attribute') && name !== undefined) {
    Object.assign(attributes, resolved(name, node, attributes['ns']));
  }
  if (textual.has(node.local)) {
    const text = textIn(node);
    if (node.local !== 'name') return pattern(node.local, [text], attributes);
    const { name: local, ns } = resolved(text.trim(), node, attributes['ns']);
    return pattern('name', [local], { ...attributes, ns });
  }
  const children = node.children.flatMap((child): Pattern[] => {
    if (child.kind === 'text') return [];
    return child.namespace === namespaces.relaxNg ? [relaxNgPattern(child, otherwise)] : otherwise(child);
  });
  return pattern(node.local, children, attributes);
}

/** A name of RELAX NG without its prefix, and the prefix's namespace; `xml:` is known to every schema. */
function resolved(name: string, { scope }: XmlElement, ns: string | undefined): { name: string; ns?: string } {
  const [prefix, local] = name.split(':');
  const namespace = local === undefined || prefix === 'xml' ? undefined : scope.get(prefix ?? '');
  if (local !== undefined && namespace !== undefined) return { name: local, ns: namespace };
  return ns === undefined ? { name } : { name, ns };
}
