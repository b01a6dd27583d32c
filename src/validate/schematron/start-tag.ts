import type { Span } from '../../source/span.js';
import { writtenAttribute } from '../../tei/start-tag.js';

/**
 * One attribute of the start tag at an offset, name and value with its quotes; undefined where the tag does not have it.
 *
 * @param attribute the name as written.
 */
export function attributeSpan(text: string, offset: number, attribute: string): Span | undefined {
  const found = writtenAttribute(text, offset, attribute);
  return found === undefined ? undefined : { start: found.nameSpan.start, end: found.valueSpan.end + 1 };
}
