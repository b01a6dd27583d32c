import type { Span } from '../source/span.js';
import { originAt, type Origin } from '../tei/serialize.js';

/** An element that pages can be led to: its id, and the stretch of the source that it was made from. */
export interface Anchor {
  readonly id: string;
  readonly span: Span;
}

/** A start tag with an id; the serialiser leaves no angle bracket in an attribute. */
const WITH_ID = /<[A-Za-z]+ [^<>]*?xml:id="([^"<>]+)"/gu;

/**
 * The elements of a TEI file that have ids, in the order of the places that they come from.
 *
 * @param origins from which places of the source the places of `xml` come.
 */
export function anchorsOf(xml: string, origins: readonly Origin[]): Anchor[] {
  const anchors = [...xml.matchAll(WITH_ID)].flatMap((match): Anchor[] => {
    const span = originAt(origins, match.index);
    const [, id = ''] = match;
    return span === undefined ? [] : [{ id, span }];
  });
  return anchors.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
}

/** The innermost element with an id that holds an offset of the source; the one before it where none does. */
export function anchorAt(anchors: readonly Anchor[], offset: number): Anchor | undefined {
  let low = 0;
  let high = anchors.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((anchors[middle]?.span.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  for (let i = low - 1; i >= 0; i--) {
    const anchor = anchors[i];
    if (anchor !== undefined && anchor.span.end > offset) return anchor;
  }
  return anchors[low - 1];
}
