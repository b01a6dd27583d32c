/**
 * A half-open range `[start, end)` of UTF-16 offsets into the text of a {@link SourceFile}.
 *
 * Every stage speaks of the source in spans: a block, a division, an annotation and a TEI node all know
 * the characters they came from, so a schema error in the TEI can be shown in the source.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** True where the two spans share at least one character. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** True where `outer` holds every character of `inner` (a span contains itself). */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Order of reading: earlier first; of two that start together, the longer first (so that a parent precedes its child). */
export function byPosition(a: Span, b: Span): number {
  return a.start - b.start || b.end - a.end;
}
