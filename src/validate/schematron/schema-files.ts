import { dirname, resolve } from 'node:path';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { attribute, descendants, readXmlTree, type XmlElement } from '../../schema/xml-tree.js';
import { decodePercent } from '../../source/percent-encoding.js';
import { isInside } from '../../storage/containment.js';
import {
  attributeOf,
  isSchematron,
  schemaElement,
  type SchemaElement,
  type SchemaFile,
  type SchemaNode,
} from './schema-element.js';
import { schemaFault } from './schema-fault.js';

/** Reads a text file that a schema includes; undefined where it cannot be read. */
export type ReadText = (path: string) => string | undefined;

/** A chain of inclusions that is longer than this goes round in a circle that no comparison finds. */
const DEEPEST = 32;

/** Reads one file; a text that is no well-formed XML is a finding. */
export function readSchemaFile(file: SchemaFile, report: (finding: Diagnostic) => void): SchemaElement | undefined {
  const { root, fault } = readXmlTree(file.text);
  if (root !== undefined) return schemaElement(root, file);
  report(
    schemaFault('schematron/schema-unreadable', `The schema is no well-formed XML: ${fault.message}.`, {
      file,
      offset: fault.offset,
    }),
  );
  return undefined;
}

/**
 * Puts in what `include` and `extends` with an `href` refer to (ISO/IEC 19757-3:2016, 5.4.4 and 5.4.7): the element that
 * the address leads to in the place of `include`, its children in the place of `extends`. Only files in the folder of
 * the schema and below are read, and nothing is fetched.
 */
export class Inclusions {
  readonly #root: string;
  readonly #files = new Map<string, XmlElement | undefined>();

  constructor(
    schemaPath: string,
    private readonly read: ReadText,
    private readonly report: (finding: Diagnostic) => void,
  ) {
    this.#root = dirname(resolve(schemaPath));
  }

  resolve(element: SchemaElement, trail: readonly string[] = []): SchemaElement {
    const children = element.children.flatMap((child): readonly SchemaNode[] => {
      if (child.kind === 'text') return [child];
      const href = attributeOf(child, 'href');
      if (href === undefined || !isSchematron(child, 'include', 'extends')) return [this.resolve(child, trail)];
      const found = this.#target(child, href, trail);
      if (found === undefined) return [];
      const whole = this.resolve(found.element, [...trail, found.key]);
      return child.local === 'include' ? [whole] : whole.children;
    });
    return { ...element, children };
  }

  #target(
    from: SchemaElement,
    href: string,
    trail: readonly string[],
  ): { readonly element: SchemaElement; readonly key: string } | undefined {
    const [address = '', id] = href.split('#');
    const path = resolve(dirname(from.file.path), decodePercent(address));
    const key = `${path}#${id ?? ''}`;
    const refusal = this.#refusal(address, path, trail.includes(key) || trail.length > DEEPEST);
    const text = address === '' ? from.file.text : refusal === undefined ? this.read(path) : undefined;
    if (refusal !== undefined || text === undefined) {
      this.#fault(
        from,
        href,
        refusal ?? ['cannot be read', 'Correct the path: it counts from the file it is written in.'],
      );
      return undefined;
    }
    const file: SchemaFile = address === '' ? from.file : { path, text };
    const root = this.#rootOf(file);
    if (root === undefined) return undefined;
    const isMeant = (each: XmlElement): boolean => attribute(each, 'id') === id || attribute(each, 'xml:id') === id;
    const element = id === undefined ? root : [...descendants(root)].find(isMeant);
    if (element !== undefined) return { element: schemaElement(element, file), key };
    this.#fault(from, href, ['leads to no element', 'Correct the id after the “#”.']);
    return undefined;
  }

  /** Why an address is not followed, and what to do; undefined where it is. */
  #refusal(address: string, path: string, isCircle: boolean): readonly [string, string] | undefined {
    if (/^(?:[a-z][a-z0-9+.-]*:|[/\\])/i.test(address) || !isInside(this.#root, path)) {
      return [
        'lies outside the folder of the schema, and nothing is read from there or fetched',
        'Put the file beside the schema, or below its folder, and refer to it by a relative path.',
      ];
    }
    return isCircle ? ['includes itself', 'Remove one of the inclusions that lead back here.'] : undefined;
  }

  #fault(from: SchemaElement, href: string, [reason, help]: readonly [string, string]): void {
    this.report(schemaFault('schematron/schema-unreadable', `“${href}” ${reason}.`, from, { attribute: 'href', help }));
  }

  #rootOf(file: SchemaFile): XmlElement | undefined {
    if (this.#files.has(file.path)) return this.#files.get(file.path);
    const { root, fault } = readXmlTree(file.text);
    this.#files.set(file.path, root);
    if (fault !== undefined) {
      const message = `The included file is no well-formed XML: ${fault.message}.`;
      this.report(schemaFault('schematron/schema-unreadable', message, { file, offset: fault.offset }));
    }
    return root;
  }
}
