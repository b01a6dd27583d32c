import type { Position } from '../diagnostics/diagnostic.js';
import { indexLines } from '../diagnostics/line-index.js';
import type { Span } from '../source/span.js';
import { TEI_NAMESPACE, type TeiElement, type TeiNode } from './node.js';
import { readXml, type XmlFault, type XmlStartTag } from './xml-reader.js';

/** A TEI file, read. */
export interface ParsedTei {
  readonly root: TeiElement;
  /** Comments and instructions (`xml-model`, `xml-stylesheet`) before the root. */
  readonly prolog: readonly TeiNode[];
  /** Comments and instructions after the root. */
  readonly epilog: readonly TeiNode[];
  /** Where an element's start tag begins in the file; undefined for a node that is not of this file. */
  positionOf(node: TeiElement): Position | undefined;
  /** The characters of the file from an element's start tag to its end tag, in UTF-16 offsets of the decoded text. */
  spanOf(node: TeiElement): Span | undefined;
}

export type ParseResult =
  | { readonly document: ParsedTei; readonly fault?: undefined }
  | { readonly document?: undefined; readonly fault: XmlFault };

/** An element whose end tag has not come yet. */
interface OpenElement {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: TeiNode[];
  readonly offset: number;
  /** The default namespace as the tree says it (see {@link namesIn}). */
  readonly namespace: string;
}

/**
 * Reads a TEI file into a tree: entities and CDATA sections become text, comments and instructions are kept,
 * attributes stand in the order written. Neighbouring texts are one node.
 *
 * An element of the TEI namespace has its local name, whatever prefix the file uses. An element of another
 * namespace keeps its prefix, or says its namespace in an `xmlns` attribute.
 *
 * @param text the decoded file; one that may come from anywhere has passed the gate first (`validate/gate`).
 */
export function parseTei(text: string): ParseResult {
  const prolog: TeiNode[] = [];
  const epilog: TeiNode[] = [];
  const open: OpenElement[] = [];
  const starts = new Map<TeiElement, number>();
  const ends = new Map<TeiElement, number>();
  let root: TeiElement | undefined;
  const pieces: string[] = [];

  const place = (): TeiNode[] => open.at(-1)?.children ?? (root === undefined ? prolog : epilog);
  const endText = (): void => {
    const value = pieces.join('');
    pieces.length = 0;
    if (value !== '' && open.length > 0) place().push({ kind: 'text', text: value });
  };

  const fault = readXml(text, {
    startTag: (tag) => {
      endText();
      open.push({ ...namesIn(tag, open.at(-1)?.namespace ?? TEI_NAMESPACE), children: [], offset: tag.offset });
    },
    endTag: (end) => {
      endText();
      const closed = open.pop();
      if (closed === undefined) return;
      const { name, attributes, children } = closed;
      const element: TeiElement = { kind: 'element', name, attributes, children };
      starts.set(element, closed.offset);
      ends.set(element, end);
      if (open.length === 0) root = element;
      else place().push(element);
    },
    text: (piece) => {
      pieces.push(piece);
    },
    comment: (value) => {
      endText();
      place().push({ kind: 'comment', text: value });
    },
    instruction: (target, data) => {
      endText();
      place().push({ kind: 'instruction', target, data });
    },
  });
  if (fault !== undefined) return { fault };
  if (root === undefined)
    return { fault: { reason: 'not-well-formed', message: 'there is no root element', offset: 0 } };

  const lines = indexLines(text);
  const document: ParsedTei = {
    root,
    prolog,
    epilog,
    positionOf: (node) => {
      const start = starts.get(node);
      return start === undefined ? undefined : lines.positionOf(start);
    },
    spanOf: (node) => {
      const start = starts.get(node);
      const end = ends.get(node);
      return start === undefined || end === undefined ? undefined : { start, end };
    },
  };
  return { document };
}

/**
 * Name and attributes of an element as the tree says them. `inherited` is the default namespace around it, TEI's at
 * the root; a declaration that only repeats it is left out, since the serializer writes the root's.
 */
function namesIn(tag: XmlStartTag, inherited: string): Pick<OpenElement, 'name' | 'attributes' | 'namespace'> {
  const keepsPrefix = tag.prefix !== '' && tag.namespace !== TEI_NAMESPACE;
  const namespace = keepsPrefix ? inherited : tag.namespace;
  const attributes: Record<string, string> = {};
  if (namespace !== inherited) attributes['xmlns'] = namespace;
  for (const { name, value } of tag.attributes) if (name !== 'xmlns') attributes[name] = value;
  return { name: keepsPrefix ? tag.name : tag.local, attributes, namespace };
}
