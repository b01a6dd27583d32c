import type { Mark } from '../blocks/markup.js';
import { firstFrom, overlaps, type Span } from '../source/span.js';
import type { PartPassage } from '../structure/division.js';
import type { Annotation } from './annotation.js';

/** A title of a book, as a note cites it: several words of which the longer are capitalised. */
const bookTitle = /^\p{Lu}[^.!?]*(?:\s[\p{Lu}\d(][\p{L}\d]*){1,}/u;

/**
 * What a source's light markup says: links, and emphasis that does not cover its whole part (there it is the part's
 * `@rend`). Italics around a title in a note are the title.
 */
export function emphasis(marks: readonly Mark[], passages: readonly PartPassage[]): Annotation[] {
  // The notes may stand amid the text, but neither among themselves nor in each other.
  const own = passages.filter((passage) => passage.note === undefined).sort(inOrder);
  const notes = passages.filter((passage) => passage.note !== undefined).sort(inOrder);
  return marks.flatMap((mark) =>
    [...passagesIn(mark.span, own), ...passagesIn(mark.span, notes)].flatMap((passage) => inPassage(mark, passage)),
  );
}

function inOrder(a: PartPassage, b: PartPassage): number {
  return a.span.start - b.span.start;
}

function passagesIn(span: Span, sorted: readonly PartPassage[]): PartPassage[] {
  const found: PartPassage[] = [];
  for (let i = Math.max(0, firstFrom(sorted, span.start + 1) - 1); i < sorted.length; i++) {
    const passage = sorted[i];
    if (passage === undefined || passage.span.start >= span.end) break;
    if (overlaps(passage.span, span)) found.push(passage);
  }
  return found;
}

/** A mark over several lines of verse is one in each. */
function inPassage(mark: Mark, passage: PartPassage): Annotation[] {
  const span = { start: Math.max(mark.span.start, passage.span.start), end: Math.min(mark.span.end, passage.span.end) };
  if (mark.kind === 'link') {
    return [{ span, kind: 'ref', attributes: { target: mark.target ?? '' }, recognizer: 'markup', certainty: 'high' }];
  }
  const start = passage.offsetOf(span.start);
  const words = passage.text.slice(start, passage.offsetOf(span.end));
  if (start === 0 && words.length >= passage.text.trim().length)
    return mark.span.end > passage.span.end || mark.span.start < passage.span.start ? [hi(span, mark)] : [];
  const isTitle = mark.kind === 'italic' && passage.note !== undefined && bookTitle.test(words);
  return [isTitle ? { ...hi(span, mark), kind: 'title', attributes: { level: 'm' } } : hi(span, mark)];
}

function hi(span: Span, mark: Mark): Annotation {
  return { span, kind: 'hi', attributes: { rend: mark.kind }, recognizer: 'markup', certainty: 'high' };
}
