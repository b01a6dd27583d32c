import type { Phrase } from './phrase.js';
import type { DateView } from './date-view.js';

export type MentionKind = 'person' | 'place' | 'organisation';

/** One name in a text. */
export interface Mention extends Phrase {
  readonly kind: MentionKind;
  /** Ids that the name refers to; empty where nobody has identified it. */
  readonly references: readonly string[];
  /** `xml:id` of the name and of the elements around it, the nearest first. */
  readonly anchors: readonly string[];
  /** `@cert`, empty where the file says nothing. */
  readonly certainty: string;
  /** Ids of those who speak the words around it (`@who` of the speech). */
  readonly speakers: readonly string[];
}

/** One date in a text that has a value. */
export interface DateMention extends Phrase {
  readonly kind: 'date';
  readonly value: DateView;
  /** `@calendar` as written, empty for the Gregorian. */
  readonly calendar: string;
  readonly anchors: readonly string[];
}

/** What is known of a name when its element opens. */
export type MentionStart = Omit<Mention, keyof Phrase>;

/** What is known of a date when its element opens. */
export type DateStart = Omit<DateMention, keyof Phrase>;
