import type { DecisionEntry } from '../edition/decision-lines.js';
import type { RegisterAddition } from '../edition/register-addition.js';
import type { Span } from '../source/span.js';
import type { ReviewedDocument } from './place.js';

/** What a question is about. The order is that of a review: what settles most with one answer comes first. */
export const QUESTION_KINDS = [
  'ambiguous-name',
  'unidentified-name',
  'note',
  'suspected-error',
  'date-without-value',
  'unclosed-quotation',
  'uncertain-name',
  'uncertain-date',
  'other',
] as const;

export type QuestionKind = (typeof QUESTION_KINDS)[number];

/** What an editor can say beside the answers that are proposed: who or what it is, when, how it should read. */
export type Asked = 'person' | 'place' | 'organisation' | 'date' | 'reading' | 'marker' | 'note';

/** A place of a text that a question is about, or that a decision is to quote. */
export interface AskedPlace {
  readonly document: ReviewedDocument;
  /** Offsets into the document's text. */
  readonly span: Span;
}

/** What a decision says of its place, as a sidecar has it: `person: berg-anna`. */
export type VerdictEntry = Omit<DecisionEntry, 'quote' | 'before' | 'after' | 'every' | 'by' | 'cert' | 'note'>;

/** What an answer gives the edition. */
export type Given =
  /** Decisions: on the places of the question, or on others where `at` has them. */
  | { readonly kind: 'verdict'; readonly verdict: VerdictEntry; readonly at?: readonly AskedPlace[] }
  /** An entry for a register. */
  | { readonly kind: 'entry'; readonly addition: RegisterAddition };

/** An answer that an editor can take as it is. */
export interface Answer {
  /** What it would say, in a few words. */
  readonly says: string;
  /** Which rule came to it, and what speaks for it. */
  readonly rule: string;
  readonly given: Given;
}

/** Something that wants a person's eye. */
export interface Question {
  readonly kind: QuestionKind;
  /** What is asked, in one sentence. */
  readonly question: string;
  /** Which rule came to what stands there now. */
  readonly rule: string;
  /** At least one. */
  readonly places: readonly AskedPlace[];
  readonly answers: readonly Answer[];
  readonly asks?: Asked;
}
