import { TEI_NAMESPACE } from '../../tei/node.js';
import type { XmlHandler, XmlStartTag } from '../../tei/xml-reader.js';
import { joinBase } from './address.js';
import {
  INCLUDE,
  type FileReferences,
  type IdentifiedElement,
  type Inclusion,
  type Pointer,
  type PrefixRule,
} from './file-references.js';
import { pointersIn } from './pointer-attributes.js';

const XINCLUDE_NAMESPACE = 'http://www.w3.org/2001/XInclude';
const SPACE = /[\t\n\r ]+/u;

/** Gathers what a file has to do with references while its events pass by. */
export interface ReferenceCollector {
  /** To be given every start tag and end tag of the file, in order. */
  readonly handler: XmlHandler;
  /** What was gathered so far; for a whole file, when its last event has passed. */
  result(): FileReferences;
}

/** The base address in scope (XML Base, section 3.1: each is relative to the one around it), and whether examples of markup are being read. */
interface Scope {
  readonly base: string | undefined;
  readonly isExample: boolean;
}

const OUTERMOST: Scope = { base: undefined, isExample: false };

/**
 * Makes the collector of one file. Pointers are taken from elements in TEI's namespace, ids from every element.
 * Markup shown inside `egXML` is in a namespace of its own, or quoted: what stands in it points nowhere.
 *
 * @param path the path as the user wrote it. @param text the decoded file, which the events' offsets count in.
 */
export function collectReferences(path: string, text: string): ReferenceCollector {
  const ids: IdentifiedElement[] = [];
  const pointers: Pointer[] = [];
  const prefixes: PrefixRule[] = [];
  const inclusions: Inclusion[] = [];
  const scopes: Scope[] = [];
  let root: string | undefined;

  const include = (tag: XmlStartTag, base: string | undefined): void => {
    // An inclusion that says what to do without the file may lack it; no other pointer stands between the two.
    if (tag.local === 'fallback' && pointers.at(-1)?.element === INCLUDE) pointers.pop();
    const token = valueOf(tag, 'href')?.trim() ?? '';
    if (tag.local !== 'include' || token === '') return;
    const { offset } = tag;
    inclusions.push({ href: token, base, offset });
    const owner = undefined;
    pointers.push({ element: INCLUDE, attribute: 'href', token, index: 0, count: 'one', offset, owner, base });
  };
  const point = (tag: XmlStartTag, owner: string | undefined, base: string | undefined): void => {
    const { local: element, offset } = tag;
    for (const { name: attribute, value } of tag.attributes) {
      const count = pointersIn(element, attribute);
      if (count === undefined) continue;
      const tokens = count === 'list' && SPACE.test(value) ? value.trim().split(SPACE) : [value.trim()];
      for (const [index, token] of tokens.entries()) {
        if (token === '' && count === 'list') continue;
        pointers.push({ element, attribute, token, index, count, offset, owner, base });
      }
    }
  };
  const startTag = (tag: XmlStartTag): void => {
    let scope = scopes.at(-1) ?? OUTERMOST;
    let id: string | undefined;
    root ??= tag.local;
    for (const { name, value } of tag.attributes) {
      if (name === 'xml:id') id = value.trim();
      if (name === 'xml:base') scope = { ...scope, base: joinBase(scope.base, value.trim()) };
    }
    if (tag.local === 'egXML') scope = { ...scope, isExample: true };
    scopes.push(scope);
    if (id !== undefined) ids.push({ id, element: elementName(tag), offset: tag.offset });
    if (scope.isExample) return;
    if (tag.namespace === XINCLUDE_NAMESPACE) include(tag, scope.base);
    if (tag.namespace !== TEI_NAMESPACE) return;
    if (tag.local === 'prefixDef') prefixes.push(prefixRuleOf(tag));
    point(tag, id, scope.base);
  };

  return {
    handler: {
      startTag,
      endTag: () => {
        scopes.pop();
      },
    },
    result: () => ({ path, text, root: root ?? '', ids, pointers, prefixes, inclusions }),
  };
}

function prefixRuleOf(tag: XmlStartTag): PrefixRule {
  return {
    ident: valueOf(tag, 'ident')?.trim() ?? '',
    matchPattern: valueOf(tag, 'matchPattern')?.trim() ?? '',
    replacementPattern: valueOf(tag, 'replacementPattern')?.trim() ?? '',
    offset: tag.offset,
  };
}

function elementName(tag: XmlStartTag): string {
  return tag.namespace === TEI_NAMESPACE ? tag.local : `{${tag.namespace}}${tag.local}`;
}

function valueOf(tag: XmlStartTag, name: string): string | undefined {
  return tag.attributes.find((attribute) => attribute.name === name)?.value;
}
