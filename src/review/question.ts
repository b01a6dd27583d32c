/** What a question is about. The order is that of a review: what settles most with one answer comes first. */
export const QUESTION_KINDS = [
  'ambiguous-name',
  'unidentified-name',
  'note',
  'suspected-error',
  'date-without-value',
  'uncertain-name',
  'uncertain-date',
  'other',
] as const;

export type QuestionKind = (typeof QUESTION_KINDS)[number];

/** A place of a text that a question is about. */
export interface QuestionPlace {
  readonly document: string;
  /** The path of the text, as findings have it. */
  readonly file: string;
  /** 1-based; the column in UTF-16 units. */
  readonly line: number;
  readonly column: number;
  /** The words themselves, and what stands before and after them in the text, white space as blanks. */
  readonly before: string;
  readonly words: string;
  readonly after: string;
}

/** An answer that an editor can take as it is: lines for a file of the edition. */
export interface Proposal {
  /** The file that they go into, relative to the edition: a sidecar or a register. */
  readonly file: string;
  /** What they would say, in a few words. */
  readonly says: string;
  readonly text: string;
}

/** Something that wants a person's eye. */
export interface Question {
  readonly kind: QuestionKind;
  /** What is asked, in one sentence. */
  readonly question: string;
  /** Which rule came to what stands there now. */
  readonly rule: string;
  readonly places: readonly QuestionPlace[];
  readonly proposals: readonly Proposal[];
}
