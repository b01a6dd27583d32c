import { readXml } from '../../../tei/xml-reader.js';
import { namespaces } from '../../../xml/namespaces.js';
import { resolveAddress } from './schema-address.js';
import { SchemaError } from './schema-fault.js';

/** The namespace of each prefix in scope; the empty prefix is the default namespace. */
export type Namespaces = ReadonlyMap<string, string>;

/** An element of a RELAX NG schema. Annotations are gone (4.1), inherited attributes are filled in (4.3, 4.9). */
export interface SchemaElement {
  /** Local name in the namespace of RELAX NG. */
  readonly name: string;
  /** Attributes without namespace: `name`, `combine`, `type`, `href`; trimmed (4.2), but for `ns` and `datatypeLibrary`. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly SchemaElement[];
  /** The characters directly inside. */
  readonly text: string;
  /** The namespace of names without prefix. */
  readonly ns: string;
  readonly datatypeLibrary: string;
  readonly namespaces: Namespaces;
  /** What relative addresses are relative to: the file, or `xml:base`. */
  readonly base: string;
  readonly path: string;
  readonly offset: number;
}

interface Open extends SchemaElement {
  readonly children: SchemaElement[];
  text: string;
}

/**
 * Reads a schema in the XML syntax.
 *
 * @param ns namespace that the file takes from the `externalRef` or `include` that names it, where it has none itself.
 * @throws SchemaError where it is not well-formed, or no RELAX NG.
 */
export function readSchemaTree(path: string, text: string, ns = ''): SchemaElement {
  const open: Open[] = [];
  const scopes: Namespaces[] = [new Map([['xml', namespaces.xml]])];
  let root: SchemaElement | undefined;
  /** Depth inside an annotation: an element of another namespace. */
  let foreign = 0;
  const fail = (offset: number, message: string): never => {
    throw new SchemaError({ path, offset, message });
  };

  const fault = readXml(text, {
    startTag: (tag) => {
      if (foreign > 0 || (tag.namespace !== namespaces.relaxNg && open.length > 0)) {
        const holder = open.at(-1);
        if (foreign === 0 && holder !== undefined && textOnly.has(holder.name)) {
          fail(tag.offset, `no annotation can stand in <${holder.name}>, which holds text only`);
        }
        foreign++;
        return;
      }
      if (tag.namespace !== namespaces.relaxNg) {
        fail(tag.offset, `the root element is <${tag.name}>, not one of RELAX NG (${namespaces.relaxNg})`);
      }
      const parent = open.at(-1);
      const outer = scopes.at(-1) ?? new Map<string, string>();
      const declared = new Map(outer);
      const attributes = new Map<string, string>();
      let base = parent?.base ?? path;
      for (const { name, value, namespace } of tag.attributes) {
        if (namespace === namespaces.relaxNg) fail(tag.offset, `the attribute ${name} has the namespace of RELAX NG`);
        if (name === 'xmlns') declared.set('', value);
        else if (name.startsWith('xmlns:')) declared.set(name.slice(6), value);
        else if (name === 'xml:base') base = resolveAddress(base, value) ?? base;
        else if (!name.includes(':')) attributes.set(name, isKept(name) ? value : trimmed(value));
      }
      const element: Open = {
        name: tag.local,
        attributes,
        children: [],
        text: '',
        ns: attributes.get('ns') ?? parent?.ns ?? ns,
        datatypeLibrary: attributes.get('datatypeLibrary') ?? parent?.datatypeLibrary ?? '',
        namespaces: declared,
        base,
        path,
        offset: tag.offset,
      };
      parent?.children.push(element);
      open.push(element);
      scopes.push(declared);
    },
    endTag: () => {
      if (foreign > 0) {
        foreign--;
        return;
      }
      scopes.pop();
      root = open.pop();
    },
    text: (piece) => {
      const element = open.at(-1);
      if (foreign === 0 && element !== undefined) element.text += piece;
    },
  });
  if (fault !== undefined) fail(fault.offset, `the schema is not well-formed XML: ${fault.message}`);
  return root ?? fail(0, 'the schema has no root element');
}

/** Without white space as XML counts it, which a non-breaking space is not (4.2). */
export function trimmed(value: string): string {
  return value.replace(/^[ \t\r\n]+|[ \t\r\n]+$/gu, '');
}

/** Elements that no annotation may stand in (section 3). */
const textOnly: ReadonlySet<string> = new Set(['value', 'param', 'name']);

/** Attributes whose blanks count. */
function isKept(name: string): boolean {
  return name === 'ns' || name === 'datatypeLibrary';
}
