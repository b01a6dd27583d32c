import type { Span } from '../source/span.js';

/** An attribute where it is written; offsets are of the file's text. */
export interface WrittenAttribute {
  /** The name as written, with its prefix. */
  readonly name: string;
  readonly nameSpan: Span;
  /** Without the quotation marks. */
  readonly valueSpan: Span;
}

const nameEnd = /[\s=/>]/g;
const space = /[\t\n\r ]*/y;

/** The `<` and the name of the tag at an offset: `<p`, `</p`. */
export function tagNameSpan(text: string, offset: number): Span {
  return { start: offset, end: endOfName(text, text.startsWith('</', offset) ? offset + 2 : offset + 1) };
}

/**
 * The attributes of the well-formed start tag at an offset, in the order written.
 *
 * @returns at the end, the offset after the tag's `>`.
 */
export function* readAttributes(text: string, offset: number): Generator<WrittenAttribute, number> {
  let at = afterSpace(text, endOfName(text, offset + 1));
  while (at < text.length && text[at] !== '>' && text[at] !== '/') {
    const nameSpan = { start: at, end: endOfName(text, at) };
    const quote = afterSpace(text, afterSpace(text, nameSpan.end) + 1);
    const close = text.indexOf(text.charAt(quote), quote + 1);
    if (nameSpan.end === at || close === -1) return text.length;
    yield { name: text.slice(at, nameSpan.end), nameSpan, valueSpan: { start: quote + 1, end: close } };
    at = afterSpace(text, close + 1);
  }
  return text[at] === '/' ? at + 2 : at + 1;
}

/** The attribute of this name, as written, of the start tag at an offset; undefined where the tag does not have it. */
export function writtenAttribute(text: string, offset: number, name: string): WrittenAttribute | undefined {
  for (const attribute of readAttributes(text, offset)) if (attribute.name === name) return attribute;
  return undefined;
}

/** The offset after the `>` of the start tag at an offset. */
export function endOfStartTag(text: string, offset: number): number {
  const attributes = readAttributes(text, offset);
  let next = attributes.next();
  while (next.done !== true) next = attributes.next();
  return next.value;
}

function endOfName(text: string, from: number): number {
  nameEnd.lastIndex = from;
  return nameEnd.exec(text)?.index ?? text.length;
}

function afterSpace(text: string, from: number): number {
  space.lastIndex = from;
  space.exec(text);
  return space.lastIndex;
}
