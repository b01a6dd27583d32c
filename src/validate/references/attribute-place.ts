import type { Span } from '../../source/span.js';
import { writtenAttribute } from '../../tei/start-tag.js';

/** White space written as a character reference, which divides tokens like any other. */
const REFERENCE = /&#(?:0*(?:9|10|13|32)|x0*(?:9|a|d|20));/giu;

/**
 * Where the value of an attribute stands, without its quotation marks; undefined where the tag does not have it.
 *
 * @param text a well-formed document. @param tag offset of the `<` of a start tag.
 */
export function attributeValuePlace(text: string, tag: number, attribute: string): Span | undefined {
  return writtenAttribute(text, tag, attribute)?.valueSpan;
}

/**
 * Where a token of an attribute's value stands: the token with this index, counted from 0, or without an index the
 * value without white space at its ends. The whole value where it has no such token, the tag's `<` where the tag does
 * not have the attribute.
 */
export function tokenPlace(text: string, tag: number, attribute: string, index?: number): Span {
  const value = attributeValuePlace(text, tag, attribute);
  if (value === undefined) return { start: tag, end: tag + 1 };
  const written = text.slice(value.start, value.end).replace(REFERENCE, (reference) => ' '.repeat(reference.length));
  const tokens = [...written.matchAll(/[^\t\n\r ]+/gu)];
  const first = index === undefined ? tokens[0] : tokens[index];
  const last = index === undefined ? tokens.at(-1) : first;
  if (first === undefined || last === undefined) return value;
  return { start: value.start + first.index, end: value.start + last.index + last[0].length };
}
