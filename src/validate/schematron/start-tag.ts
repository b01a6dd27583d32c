import type { Span } from '../../source/span.js';

const name = /[^\s=/>]+/y;
const gap = /[\s]*=?[\s]*/y;

/** The `<` and the name of the start tag at an offset of a well-formed text. */
export function nameSpan(text: string, offset: number): Span {
  name.lastIndex = offset + 1;
  return { start: offset, end: name.test(text) ? name.lastIndex : offset + 1 };
}

/**
 * One attribute of the start tag at an offset, name and value with its quotes; undefined where the tag does not have it.
 *
 * @param attribute the name as written.
 */
export function attributeSpan(text: string, offset: number, attribute: string): Span | undefined {
  let found: Span | undefined;
  readStartTag(text, offset, (written, span) => {
    if (written === attribute) found = span;
  });
  return found;
}

/** Walks over the attributes of the start tag at an offset; returns the offset after its `>`. */
export function readStartTag(text: string, offset: number, attribute?: (name: string, span: Span) => void): number {
  let at = nameSpan(text, offset).end;
  for (;;) {
    gap.lastIndex = at;
    gap.test(text);
    at = gap.lastIndex;
    const next = text.charAt(at);
    if (next === '>' || next === '') return at + 1;
    if (next === '/') {
      at++;
      continue;
    }
    name.lastIndex = at;
    name.test(text);
    const start = at;
    const nameEnd = name.lastIndex;
    gap.lastIndex = nameEnd;
    gap.test(text);
    const close = text.indexOf(text.charAt(gap.lastIndex), gap.lastIndex + 1);
    at = close === -1 ? text.length : close + 1;
    attribute?.(text.slice(start, nameEnd), { start, end: at });
  }
}
