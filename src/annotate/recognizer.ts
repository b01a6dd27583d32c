import type { Report } from '../diagnostics/diagnostic.js';
import type { Register } from '../edition/register.js';
import type { Span } from '../source/span.js';
import type { PartPassage } from '../structure/division.js';
import type { Annotation } from './annotation.js';

/** All that a recogniser may know of the document it works on. */
export interface AnnotationInput {
  /** The seed's path, for diagnostics. */
  readonly file: string;
  /** The document's leaves in reading order, its own text first, then its notes. */
  readonly passages: readonly PartPassage[];
  /** BCP 47 tag of the document's language. */
  readonly language: string;
  /** The document's date as an ISO 8601 prefix (`1956`, `1956-10`, `1956-10-30`), where sidecar, header or dateline say it. */
  readonly documentDate?: string;
  readonly register: Register;
  /** Register ids of persons that the sidecar or header names (sender, addressee, author …). */
  readonly knownPersons: readonly string[];
  /** BCP 47 tag of the language that the text was translated from, where it is a translation. */
  readonly originalLanguage?: string;
  /** Where an editor has decided what the words are: nothing there is left to ask. Sorted, not overlapping. */
  readonly decided: readonly Span[];
  /** Where an editor has corrected the source. Sorted, not overlapping. */
  readonly corrected?: readonly Span[];
  readonly report: Report;
}

/**
 * Finds one kind of thing in a document. A recogniser never changes text and never builds XML: it returns
 * spans (made with `passage.spanOf`) and what they are. Its time is linear in the text.
 */
export interface Recognizer {
  readonly name: string;
  recognize(input: AnnotationInput): Annotation[];
}
