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

/** Spans in order, those that overlap as one: what {@link overlapsAny} and {@link spanWithout} ask for. */
export function joinedSpans(spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last === undefined || !overlaps(last, span)) joined.push(span);
    else joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
  }
  return joined;
}

/** True where a span overlaps one of others, which are sorted and do not overlap each other. */
export function overlapsAny(span: Span, others: readonly Span[]): boolean {
  let low = 0;
  let high = others.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((others[middle]?.end ?? 0) <= span.start) low = middle + 1;
    else high = middle;
  }
  const other = others[low];
  return other !== undefined && overlaps(span, other);
}

/** What is left of a span without others; they are sorted and do not overlap. */
export function spanWithout(span: Span, others: readonly Span[]): Span[] {
  const left: Span[] = [];
  let { start } = span;
  for (const other of others) {
    if (!overlaps(span, other)) continue;
    if (other.start > start) left.push({ start, end: other.start });
    start = Math.max(start, other.end);
  }
  return start < span.end ? [...left, { start, end: span.end }] : left;
}

/** Index of the first of sorted things that starts at or after an offset (binary search). */
export function firstFrom(sorted: readonly { readonly span: Span }[], offset: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.span.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
