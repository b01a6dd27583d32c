import type { AnySpec } from './specification.js';
import { readSpecification, specificationKinds } from './read-specification.js';
import { versionOf } from './vocabulary.js';
import { attribute, descendants, isTei, plainText, readXmlTree, teiChildren, type XmlElement } from './xml-tree.js';
import type { XmlFault } from '../tei/xml-reader.js';
import { namespaces } from '../xml/namespaces.js';

/** The specifications of one version of the TEI, as its `p5subset.xml` has them. */
export interface TeiSource {
  /** The version, such as `4.9.0a`. */
  readonly version: string;
  /** The names of its modules. */
  readonly modules: ReadonlySet<string>;
  /** The names of all its elements, classes, macros and datatypes. */
  readonly names: ReadonlySet<string>;
  /** What a module declares, in the order of the file. */
  readonly membersOf: (module: string) => readonly AnySpec[];
  /** The element, class, macro or datatype of this name. */
  readonly find: (ident: string) => AnySpec | undefined;
  /** The names that an element of any name must not have, where a schema does not say otherwise. */
  readonly defaultExceptions: string;
}

export type TeiSourceResult =
  | { readonly source: TeiSource; readonly fault?: undefined }
  | { readonly source?: undefined; readonly fault: XmlFault };

/** Reads `p5subset.xml`. A specification is interpreted only when it is asked for: most schemas need a part of them. */
export function readTeiSource(text: string): TeiSourceResult {
  const { root, fault } = readXmlTree(text, isUnwanted);
  if (root === undefined) return { fault };
  const nodes = new Map<string, XmlElement>();
  const modules = new Map<string, string[]>();
  for (const node of descendants(root)) {
    const ident = attribute(node, 'ident') ?? '';
    if (isTei(node, 'moduleSpec')) modules.set(ident, modules.get(ident) ?? []);
    if (!isTei(node, node.local) || !specificationKinds.has(node.local) || nodes.has(ident)) continue;
    nodes.set(ident, node);
    const module = attribute(node, 'module') ?? '';
    const members = modules.get(module);
    if (members === undefined) modules.set(module, [ident]);
    else members.push(ident);
  }
  const read = new Map<string, AnySpec | undefined>();
  const find = (ident: string): AnySpec | undefined => {
    const node = nodes.get(ident);
    if (node === undefined) return undefined;
    if (!read.has(ident)) read.set(ident, readSpecification(node));
    return read.get(ident);
  };
  const source: TeiSource = {
    version: versionOf(root),
    modules: new Set(modules.keys()),
    names: new Set(nodes.keys()),
    membersOf: (module) => (modules.get(module) ?? []).flatMap((ident) => find(ident) ?? []),
    find,
    defaultExceptions: defaultExceptionsIn(nodes.get('schemaSpec')),
  };
  return { source };
}

/** Examples and remarks are most of the file, and no part of a schema; so are words in other languages than English. */
function isUnwanted(local: string, attributes: XmlElement['attributes']): boolean {
  if (local === 'exemplum' || local === 'remarks' || local === 'listRef') return true;
  if (local !== 'desc' && local !== 'gloss') return false;
  return (attributes.find(({ name }) => name === 'xml:lang')?.value ?? 'en') !== 'en';
}

/** The default value of `schemaSpec/@defaultExceptions` (Guidelines, schemaSpec). */
function defaultExceptionsIn(schemaSpec: XmlElement | undefined): string {
  for (const node of schemaSpec === undefined ? [] : descendants(schemaSpec)) {
    if (!isTei(node, 'attDef') || attribute(node, 'ident') !== 'defaultExceptions') continue;
    const [value] = teiChildren(node, 'defaultVal');
    if (value !== undefined) return plainText(value);
  }
  return `${namespaces.tei} teix:egXML`;
}
