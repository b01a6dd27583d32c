import type { Difference } from './difference.js';
import type { Span } from './span.js';

/**
 * A stretch of the source as a reader reads it: line ends joined, divided words whole, markers and markup
 * away. Recognisers look at `text`; `spanOf` leads back to the characters of the source.
 */
export interface Passage {
  /** The text as read: the source's characters with the declared differences applied. */
  readonly text: string;
  /** The stretch of the source that was read. */
  readonly span: Span;
  /** The source span of `text.slice(start, end)`; offsets in `text`, UTF-16 units, `start < end`. */
  spanOf(start: number, end: number): Span;
  /** The offset in `text` of the first character that stands at or after `offset` in the source. */
  offsetOf(offset: number): number;
}

/**
 * Reads `span` of `sourceText` with the differences that lie inside it applied.
 *
 * @param differences sorted by position, not overlapping; those outside `span` are ignored.
 */
export function readPassage(sourceText: string, span: Span, differences: readonly Difference[]): Passage {
  // Runs of characters taken over unchanged, and replacements, each with where it starts in both texts.
  const textStarts: number[] = [];
  const sourceStarts: number[] = [];
  const verbatim: boolean[] = [];
  const pieces: string[] = [];
  let length = 0;
  let position = span.start;

  const take = (piece: string, sourceStart: number, isVerbatim: boolean): void => {
    if (piece === '') return;
    textStarts.push(length);
    sourceStarts.push(sourceStart);
    verbatim.push(isVerbatim);
    pieces.push(piece);
    length += piece.length;
  };

  for (let i = firstAtOrAfter(differences, span.start); i < differences.length; i++) {
    const difference = differences[i];
    if (difference === undefined || difference.span.start >= span.end) break;
    if (difference.span.end > span.end) break;
    take(sourceText.slice(position, difference.span.start), position, true);
    take(difference.replacement, difference.span.start, false);
    position = difference.span.end;
  }
  take(sourceText.slice(position, span.end), position, true);

  const runAt = (offset: number): number => {
    let low = 0;
    let high = textStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((textStarts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  const sourceOffset = (offset: number): number => {
    const run = runAt(offset);
    const within = verbatim[run] === true ? offset - (textStarts[run] ?? 0) : 0;
    return (sourceStarts[run] ?? span.start) + within;
  };

  return {
    text: pieces.join(''),
    span,
    spanOf: (start, end) => ({
      start: sourceOffset(start),
      end: end <= start ? sourceOffset(start) : sourceOffset(end - 1) + 1,
    }),
    offsetOf: (offset) => {
      let low = 0;
      let high = sourceStarts.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((sourceStarts[middle] ?? 0) <= offset) low = middle + 1;
        else high = middle;
      }
      const run = low - 1;
      if (run < 0) return 0;
      const start = sourceStarts[run] ?? span.start;
      const runLength = pieces[run]?.length ?? 0;
      const within = verbatim[run] === true ? Math.min(offset - start, runLength) : offset > start ? runLength : 0;
      return (textStarts[run] ?? 0) + within;
    },
  };
}

/** Index of the first difference that starts at or after `offset` (binary search). */
export function firstAtOrAfter(differences: readonly Difference[], offset: number): number {
  let low = 0;
  let high = differences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((differences[middle]?.span.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
