import type { LeafPart } from '../../../structure/division.js';
import type { Honorific } from '../../../language/honorifics.js';
import type { IndexedName } from './name-index.js';

/** How the words of a mention were found: by a form of the register, by a spelling near to one, or by their look alone. */
export type MentionMatch =
  | 'full'
  | 'initials'
  | 'surname'
  | 'given'
  | 'single'
  | 'spelling'
  | 'unregistered'
  /** A word of an organisation's name, for all of it. */
  | 'short';

/** Words that may name a person, a place or an organisation, with all that speaks for and against it. Nothing is decided yet. */
export interface Mention {
  /** Index of the passage in the recogniser's input. */
  readonly passage: number;
  readonly part: LeafPart;
  /** Offsets of the name alone into the passage's text. */
  readonly start: number;
  readonly end: number;
  readonly words: string;
  /** The folded last word: the surname, or the only word. */
  readonly head: string;
  readonly match: MentionMatch;
  readonly names: readonly IndexedName[];
  readonly evidence: Evidence;
}

/** What the place of a mention says. */
export interface Evidence {
  /** Titles before the name (or the plural title of the list that it stands in); offsets where they stand beside it. */
  readonly titles: readonly Honorific[];
  readonly titleSpan: { readonly start: number; readonly end: number } | undefined;
  /** A given name or initials stand beside the surname. */
  readonly givenBeside: boolean;
  /** The capital may be due to the beginning of a sentence. */
  readonly sentenceStart: boolean;
  /** An ordinary word of the language beside being a name. */
  readonly ordinary: boolean;
  /** An article or the like stands before it. */
  readonly determiner: boolean;
  /** An article stands directly before it in a language that has none before a person's name ("the Hall"). */
  readonly article: boolean;
  /** A point follows, and the sentence goes on with a small letter: "6. Rapp. die schwereren Briefe". */
  readonly abbreviation: boolean;
  /** The article and a genitive speak of a family or its house: "die Tillichs", "at the Valpy's". */
  readonly family: boolean;
  /** A preposition of place stands before it ("in Washington"). */
  readonly locative: boolean;
  /** The document has the same word with a small letter. */
  readonly alsoSmall: boolean;
  /** The words before it make the bearer somebody's relative: "his brother, Karl Berg". */
  readonly relative: boolean;
  /** The words are taken by a place or an organisation of the register as well. */
  readonly rivals: readonly IndexedName[];
}
