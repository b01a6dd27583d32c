import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.js';
import type { LineIndex } from '../diagnostics/line-index.js';
import { TEI_NAMESPACE } from '../tei/node.js';
import { nearestTeiElement, teiElement } from '../validate/explain/guidelines.js';
import { namespaces } from '../xml/namespaces.js';

const XINCLUDE = 'http://www.w3.org/2001/XInclude';

/** Elements of one name in a document's text, or of one namespace that is not TEI's. */
export interface ElementUse {
  /** Local name of the first. */
  readonly name: string;
  readonly namespace: string;
  /** Offset of the first start tag's `<`. */
  readonly offset: number;
  readonly count: number;
}

/** Counts the elements of a document's text, in the order in which their names first occur. */
export class ElementUses {
  private readonly uses = new Map<string, { name: string; namespace: string; offset: number; count: number }>();

  add(name: string, namespace: string, offset: number): void {
    const key = namespace === TEI_NAMESPACE || namespace === XINCLUDE ? `${namespace} ${name}` : namespace;
    const use = this.uses.get(key);
    if (use === undefined) this.uses.set(key, { name, namespace, offset, count: 1 });
    else use.count++;
  }

  list(): readonly ElementUse[] {
    return [...this.uses.values()];
  }
}

/**
 * What an output cannot give a form of its own: elements that TEI does not have, elements of other vocabularies, files
 * that would be included. Their words are printed; of each name, or each namespace, one warning tells.
 */
export function strangeElements(uses: readonly ElementUse[], file: string, lines: LineIndex): Diagnostic[] {
  return uses.flatMap(({ name, namespace, offset, count }) => {
    const place = { file, position: lines.positionOf(offset), span: { start: offset, end: offset + name.length + 1 } };
    const times = count === 1 ? '' : ` (${count} times in this file)`;
    // Examples of markup are shown as they stand (Guidelines, 22.1.1).
    if (namespace === namespaces.examples) return [];
    if (namespace === XINCLUDE) {
      if (name !== 'include') return [];
      return diagnostic('transform/not-included', `What this element includes is not in the output${times}.`, {
        ...place,
        help: 'Editio opens no file because another one says so: carry the inclusions out first (xmllint --xinclude), and transform the result.',
      });
    }
    if (namespace !== TEI_NAMESPACE) {
      const whose = namespace === '' ? 'of no namespace' : `of the namespace "${namespace}"`;
      return diagnostic('transform/other-vocabulary', `Elements ${whose} are printed as plain words${times}.`, {
        ...place,
        actual: namespace,
        help: 'Nothing is lost, but a formula or a drawing has no form: put a picture of it beside it (<figure><graphic url="…"/>).',
      });
    }
    if (teiElement(name) !== undefined) return [];
    const nearest = nearestTeiElement(name);
    const guess = nearest === undefined ? '' : `; did you mean <${nearest}>?`;
    const said = `<${name}> is no element of TEI, so its words are printed without a form of their own${times}`;
    return diagnostic('transform/unknown-element', guess === '' ? `${said}.` : `${said}${guess}`, {
      ...place,
      actual: name,
      ...(nearest === undefined ? {} : { expected: [nearest] }),
      help: 'Use the element of TEI that is meant; editio validate tells where each may stand.',
    });
  });
}
