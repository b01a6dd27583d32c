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
  /** The marks of a light markup language (asterisks, hashes, angle brackets) became elements. */
  | 'markup'
  /** The marker of a note was replaced by the note. */
  | 'note-marker'
  /** The printed number before a note's own text became `@n`. */
  | 'note-number'
  /** Editorial brackets became the element that they stand for; output prints them again. */
  | 'brackets'
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
