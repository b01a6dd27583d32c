import type { Annotation } from '../annotate/annotation.js';
import type { NoteAnchor } from '../annotate/notes/note-pairing.js';
import { firstAtOrAfter } from '../source/passage.js';
import type { Difference } from '../source/difference.js';
import { firstFrom, type Span } from '../source/span.js';
import { text, type TeiNode } from './node.js';

/** A thing that stands in the text: an annotation around words, or a note at its marker. */
type Insertion =
  | { readonly kind: 'annotation'; readonly span: Span; readonly annotation: Annotation }
  | { readonly kind: 'note'; readonly span: Span; readonly anchor: NoteAnchor };

/** What weaving needs beside the span to weave. */
export interface Weft {
  readonly sourceText: string;
  readonly differences: readonly Difference[];
  /** Properly nested, sorted by position, outer before inner. */
  readonly annotations: readonly Annotation[];
  /** Sorted by position. */
  readonly anchors: readonly NoteAnchor[];
  /** Makes the element of an annotation from its kind, its text and what is inside it. */
  elementOf(annotation: Annotation, children: readonly TeiNode[]): TeiNode;
  /** Makes the note that stands at an anchor. */
  noteAt(anchor: NoteAnchor): TeiNode;
}

/**
 * Weaves a stretch of the source and what stands off from it into nodes: the characters of the span, read through
 * the declared differences, with each annotation as an element around its own. The one place where text becomes TEI.
 */
export function weave(span: Span, weft: Weft): TeiNode[] {
  return weaveSpan(span, insertionsIn(span, weft), weft);
}

function insertionsIn(span: Span, weft: Weft): Insertion[] {
  const insertions: Insertion[] = [];
  // An empty insertion where two parts meet belongs to the second.
  const inside = (other: Span): boolean => other.start >= span.start && other.end <= span.end && other.start < span.end;
  for (let i = firstFrom(weft.annotations, span.start); i < weft.annotations.length; i++) {
    const annotation = weft.annotations[i];
    if (annotation === undefined || annotation.span.start > span.end) break;
    if (inside(annotation.span)) insertions.push({ kind: 'annotation', span: annotation.span, annotation });
  }
  for (let i = firstFrom(weft.anchors, span.start); i < weft.anchors.length; i++) {
    const anchor = weft.anchors[i];
    if (anchor === undefined || anchor.span.start >= span.end) break;
    if (inside(anchor.span)) insertions.push({ kind: 'note', span: anchor.span, anchor });
  }
  return insertions.sort(
    (a, b) =>
      a.span.start - b.span.start || Number(isEmpty(b.span)) - Number(isEmpty(a.span)) || b.span.end - a.span.end,
  );
}

/** An empty insertion (a page break) stands before what begins at its place. */
function isEmpty(span: Span): boolean {
  return span.start === span.end;
}

function weaveSpan(span: Span, insertions: readonly Insertion[], weft: Weft): TeiNode[] {
  const nodes: TeiNode[] = [];
  let position = span.start;
  for (let i = 0; i < insertions.length;) {
    const insertion = insertions[i];
    if (insertion === undefined) break;
    nodes.push(...textNodes({ start: position, end: insertion.span.start }, weft));
    let next = i + 1;
    while (next < insertions.length && isInside(insertions[next], insertion)) next++;
    if (insertion.kind === 'note') nodes.push(weft.noteAt(insertion.anchor));
    else
      nodes.push(weft.elementOf(insertion.annotation, weaveSpan(insertion.span, insertions.slice(i + 1, next), weft)));
    position = Math.max(position, insertion.span.end);
    i = next;
  }
  nodes.push(...textNodes({ start: position, end: span.end }, weft));
  return joinTexts(nodes);
}

/** An insertion belongs to the one before it if its characters do; an empty one at its end stands behind it. */
function isInside(inner: Insertion | undefined, outer: Insertion): boolean {
  if (inner === undefined || isEmpty(outer.span)) return false;
  return inner.span.start < outer.span.end && inner.span.end <= outer.span.end;
}

/** The characters of a span as read: verbatim, but for the differences that lie in it. */
function textNodes(span: Span, weft: Weft): TeiNode[] {
  if (span.start >= span.end) return [];
  const pieces: string[] = [];
  let position = span.start;
  for (let i = firstAtOrAfter(weft.differences, span.start); i < weft.differences.length; i++) {
    const difference = weft.differences[i];
    if (difference === undefined || difference.span.start >= span.end) break;
    pieces.push(weft.sourceText.slice(position, difference.span.start), difference.replacement);
    position = Math.max(position, difference.span.end);
  }
  if (position < span.end) pieces.push(weft.sourceText.slice(position, span.end));
  const value = pieces.join('');
  return value === '' ? [] : [text(value, span)];
}

function joinTexts(nodes: readonly TeiNode[]): TeiNode[] {
  const joined: TeiNode[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (node.kind === 'text' && last?.kind === 'text')
      joined[joined.length - 1] = text(last.text + node.text, last.origin);
    else joined.push(node);
  }
  return joined;
}
