import type { Span } from '../source/span.js';

/** How sure the recogniser is; `high` is not written, the others become `@cert`. */
export type Certainty = 'high' | 'medium' | 'low';

/** What an annotation says of its words: the name of the TEI element that it becomes, or of the pair that it becomes. */
export type AnnotationKind =
  | 'persName'
  | 'roleName'
  | 'placeName'
  | 'orgName'
  | 'date'
  | 'note'
  | 'ref'
  | 'hi'
  | 'title'
  | 'bibl'
  | 'biblScope'
  | 'editor'
  | 'pubPlace'
  | 'publisher'
  | 'idno'
  | 'foreign'
  | 'gloss'
  | 'sic'
  | 'supplied'
  | 'gap'
  | 'said'
  | 'stage'
  | 'pb'
  | 'lb'
  /** `choice/sic/corr`; the correction is in `reading`. */
  | 'correction'
  /** `choice/abbr/expan`; the expansion is in `reading`. */
  | 'abbreviation';

/**
 * A recogniser's finding: these characters of the source are that. Annotations stand off from the text; one
 * function (`tei/encode`) weaves them into it.
 */
export interface Annotation {
  readonly span: Span;
  readonly kind: AnnotationKind;
  /** TEI attributes, ready to write (`ref="#nagy-imre"`, `when="1956-10-30"`). */
  readonly attributes: Readonly<Record<string, string>>;
  /** The recogniser that found it (or `decision` for an editor's word). */
  readonly recognizer: string;
  readonly certainty: Certainty;
  /** The other reading of a `choice`: the correction, the expansion. */
  readonly reading?: string;
  /** Register ids between which the recogniser could not decide. */
  readonly candidates?: readonly string[];
}
