import type { Span } from './span.js';

/**
 * Why the text of the TEI differs from the text of the source at one place. Each kind is a statement about
 * the encoding that `encodingDesc` makes in words.
 */
export type DifferenceKind =
  /** A line end inside a paragraph became a space. */
  | 'line-joined'
  /** A hyphen that divided a word at a line end was removed with the line end. */
  | 'word-joined'
  /** A line end that carries meaning became `lb` (or the end of a line element). */
  | 'line-kept'
  /** A page break that split a paragraph became `pb`. */
  | 'page-joined'
  /** The number of a page, printed between paragraphs, became `pb/@n`. */
  | 'page-number'
  /** The marks of a light markup language (asterisks, hashes, angle brackets) became elements. */
  | 'markup'
  /** The marker of a note was replaced by the note. */
  | 'note-marker'
  /** The printed number before a note's own text became `@n`. */
  | 'note-number'
  /** Editorial brackets became the element that they stand for; output prints them again. */
  | 'brackets'
  /** What a page break set amid a paragraph (a footnote, a footer) is read where it belongs, not there. */
  | 'set-apart'
  /** Text that is no part of the document (a catalogue's fields, a publisher's footer) stands in the header. */
  | 'moved-to-header'
  /** A character that XML cannot hold was replaced, with a mark. */
  | 'character-replaced';

/**
 * A declared difference: the characters of `span` read `replacement` in the TEI. Declared differences never
 * overlap. Whatever differs without being declared is a fault of the converter.
 */
export interface Difference {
  readonly span: Span;
  readonly replacement: string;
  readonly kind: DifferenceKind;
}

/**
 * The differences as a text is read that has other text in its midst: each stretch of `apart` is away, and what was
 * declared inside it with it.
 *
 * @param differences sorted. @param apart sorted, not overlapping; no difference lies across an edge of one.
 */
export function readAround(differences: readonly Difference[], apart: readonly Span[]): Difference[] {
  if (apart.length === 0) return [...differences];
  const read: Difference[] = [];
  let next = 0;
  for (const difference of differences) {
    for (let span = apart[next]; span !== undefined && span.end <= difference.span.start; span = apart[++next])
      read.push(setApart(span));
    const span = apart[next];
    if (span === undefined || difference.span.start < span.start) read.push(difference);
  }
  return [...read, ...apart.slice(next).map(setApart)];
}

function setApart(span: Span): Difference {
  return { span, replacement: '', kind: 'set-apart' };
}
