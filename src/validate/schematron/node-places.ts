import { endOfStartTag, tagNameSpan } from '../../tei/start-tag.js';
import type { Span } from '../../source/span.js';
import { attributeSpan } from './start-tag.js';

/** A node of a document, as the processor's thread counts them. */
export interface NodeAddress {
  /** The number of the element in document order, from 0; -1 for the document. For other nodes that of their parent. */
  readonly element: number;
  /** The name of an attribute of the element, as written. */
  readonly attribute?: string;
  /** For a text: how many elements, comments and instructions stand before it in its parent. */
  readonly after?: number;
  /** For a comment or instruction: its number among the elements, comments and instructions of its parent, from 0. */
  readonly child?: number;
}

/**
 * Where nodes stand in a text: of an element the `<` and the name of its start tag, of an attribute name and value, of
 * other nodes all of it. The processor's trees know no positions. One walk over the text, from one `<` to the next.
 *
 * @param text a document that passed the gate: well-formed, line ends as they are.
 * @returns a span for each address, in UTF-16 offsets; that of its parent where an address leads nowhere.
 */
export function placesIn(text: string, addresses: readonly NodeAddress[]): Span[] {
  const elements = new Map<number, number>();
  const others = new Map<string, Span | undefined>();
  for (const address of addresses) {
    elements.set(Math.max(address.element, 0), 0);
    others.set(keyOf(address), undefined);
  }
  const found = (address: NodeAddress, span: () => Span): void => {
    const key = keyOf(address);
    if (others.has(key)) others.set(key, span());
  };
  walk(text, {
    element: (number, offset) => {
      if (elements.has(number)) elements.set(number, offset);
    },
    other: (element, child, span) => {
      found({ element, child }, () => span);
    },
    gap: (element, after, offset) => {
      found({ element, after }, () => textSpan(text, offset));
    },
  });
  return addresses.map((address) => {
    const offset = elements.get(Math.max(address.element, 0)) ?? 0;
    const { attribute } = address;
    const own = attribute === undefined ? others.get(keyOf(address)) : attributeSpan(text, offset, attribute);
    return own ?? tagNameSpan(text, offset);
  });
}

function keyOf({ element, after, child }: NodeAddress): string {
  return `${element} ${after ?? ''} ${child ?? ''}`;
}

interface Visitor {
  /** A start tag: the element's number and the offset of its `<`. */
  element(number: number, offset: number): void;
  /** A comment or instruction, and its number among its siblings, texts not counted. */
  other(parent: number, child: number, span: Span): void;
  /** The place in an element after so many of its children, texts not counted. */
  gap(parent: number, after: number, offset: number): void;
}

/** Walks over the markup of a well-formed text. */
function walk(text: string, visitor: Visitor): void {
  const open = [{ number: -1, children: 0 }];
  let count = 0;
  const arrive = (offset: number): void => {
    const parent = open.at(-1);
    if (parent !== undefined) visitor.gap(parent.number, parent.children, offset);
  };
  const pass = (offset: number): void => {
    const parent = open.at(-1);
    if (parent !== undefined) parent.children++;
    arrive(offset);
  };
  arrive(0);
  for (let at = text.indexOf('<'); at !== -1; at = text.indexOf('<', at)) {
    if (text.startsWith('<![CDATA[', at)) at = endOf(text, ']]>', at);
    else if (text.startsWith('<!--', at) || text.startsWith('<?', at)) {
      const start = at;
      at = endOf(text, text.startsWith('<?', at) ? '?>' : '-->', at);
      const parent = open.at(-1);
      if (isDeclaration(text, start)) continue;
      if (parent !== undefined) visitor.other(parent.number, parent.children, { start, end: at });
      pass(at);
    } else if (text.startsWith('<!', at)) {
      at = endOf(text, '>', at);
    } else if (text.startsWith('</', at)) {
      at = endOf(text, '>', at);
      open.pop();
      pass(at);
    } else {
      visitor.element(count, at);
      open.push({ number: count++, children: 0 });
      at = endOfStartTag(text, at);
      arrive(at);
      if (text.charAt(at - 2) === '/') {
        open.pop();
        pass(at);
      }
    }
  }
}

function endOf(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at === -1 ? text.length : at + mark.length;
}

/** The declaration at the beginning of a file looks like an instruction, and is none. */
function isDeclaration(text: string, offset: number): boolean {
  return /^<\?xml\s/.test(text.slice(offset, offset + 6));
}

/** The text at an offset, CDATA sections included, the white space at its ends left out. */
function textSpan(text: string, offset: number): Span {
  let end = offset;
  while (end < text.length && (text.charAt(end) !== '<' || text.startsWith('<![CDATA[', end))) {
    const next = text.charAt(end) === '<' ? endOf(text, ']]>', end) : text.indexOf('<', end);
    end = next === -1 ? text.length : next;
  }
  const whole = text.slice(offset, end);
  const start = offset + whole.length - whole.trimStart().length;
  return start >= end ? { start: offset, end } : { start, end: offset + whole.trimEnd().length };
}
