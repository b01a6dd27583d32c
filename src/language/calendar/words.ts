/** The four seasons, by the name of their first quarter of the year in English. */
export type Season = 'spring' | 'summer' | 'autumn' | 'winter';

/** A part of a month, a season, a year or a decade, as words name it. */
export type PeriodPart = 'early' | 'middle' | 'late' | 'first-half' | 'second-half';

/** A word that ties a date to the day of writing: last, this, next. */
export type Direction = 'last' | 'current' | 'next';

/** What a phrase such as "yesterday" or "two days later" counts from. */
export type OffsetAnchor =
  /** The day on which the text was written or spoken. */
  | 'document'
  /** The date that the text named last. */
  | 'preceding';

/** A phrase that names a day by its distance from another: "yesterday", "the following day". */
export interface OffsetPhrase {
  readonly phrase: string;
  readonly days: number;
  readonly anchor: OffsetAnchor;
}

/** Words that count units of time: "{n} days later", "vor {n} Tagen". `{n}` stands for a number or a number word. */
export interface CountedPhrase {
  readonly phrase: string;
  readonly unit: 'day' | 'week' | 'month' | 'year';
  readonly sign: 1 | -1;
  readonly anchor: OffsetAnchor;
}

/**
 * The calendar vocabulary of one language. Words are lower case; a word may have several forms, divided by a
 * space in the lists of twelve and seven. Phrases are written as in a text; `…` is not used, case is ignored.
 */
export interface CalendarWords {
  /** BCP 47 tag. */
  readonly language: string;
  /** January to December, each with its inflected forms. */
  readonly months: readonly string[];
  /** January to December, each with its abbreviations (without the point). */
  readonly monthAbbreviations: readonly string[];
  /** Monday to Sunday. */
  readonly weekdays: readonly string[];
  /** Monday to Sunday, abbreviated: weekdays only beside a day of the month. */
  readonly weekdayAbbreviations: readonly string[];
  readonly seasons: Readonly<Record<Season, string>>;
  /** Month names begin with a capital: a small letter means another word ("march", "may"). */
  readonly capitalised: boolean;
  /** Month names that are also other words, even with a capital: alone they need a preposition of time. */
  readonly ambiguousMonths: string;
  /** Of these, those that a noun may follow as an adjective or verb ("in March step"): alone they must end their phrase. */
  readonly doubtfulMonths: string;
  /** "October 30, 1956" is a date in this language. */
  readonly monthFirst: boolean;
  /** "30. Oktober": a point may follow the day. */
  readonly dayPoint: boolean;
  /** Endings of a day's number: "29th", "1er". */
  readonly ordinalEndings: string;
  /** Words between day, month and year: "of", "de". */
  readonly joiners: readonly string[];
  /** Words before a year or a month that stands alone, in their own meaning of time: "in", "since". */
  readonly prepositions: string;
  /** Words before a day that stands alone: "on the", "am", "le". */
  readonly dayPrepositions: readonly string[];
  /** Words after a year that belong to it: "г.", "goda". */
  readonly yearWords: readonly string[];
  /** Endings of a decade's number: "1930s", "1930er Jahre". */
  readonly decadeEndings: readonly string[];
  /** Words before a decade's number: "années". */
  readonly decadePrefixes: readonly string[];
  readonly parts: Readonly<Record<PeriodPart, readonly string[]>>;
  /** "morning of", "Nacht vom": before a day, and belonging to the date. */
  readonly dayParts: readonly string[];
  /** "Abend" after a weekday or an adverb: "gestern Abend". */
  readonly timesOfDay: string;
  readonly articles: string;
  /** Between the ends of a span: "to", "bis". */
  readonly spanWords: readonly string[];
  /** Pairs that enclose the ends of a span: between … and. */
  readonly spanFrames: readonly (readonly [string, string])[];
  /** "and", "or": between two days of one month. */
  readonly conjunctions: string;
  readonly last: string;
  readonly current: string;
  readonly next: string;
  /** "inst.", "d. M.": after a day, the month of writing, the one before, the one after. */
  readonly instant: readonly string[];
  readonly ultimo: readonly string[];
  readonly proximo: readonly string[];
  readonly oldStyle: readonly string[];
  /** Nouns for week, month, year, with their inflected forms. */
  readonly units: Readonly<Record<'week' | 'month' | 'year', string>>;
  readonly offsets: readonly OffsetPhrase[];
  readonly counted: readonly CountedPhrase[];
  /** One to twelve, each with its forms. */
  readonly numbers: readonly string[];
  /** Words that make the number after them no year: "No.", "p.". Without the point. */
  readonly notBeforeYear: string;
  /** Words that make the number before them no year: "men", "roubles". */
  readonly notAfterYear: string;
  /** Words, beside those of the grammar, that may follow a date at once: pronouns, adverbs. */
  readonly followers: string;
  /** A year may stand in a sentence without a preposition ("er wurde 1848 gewählt"). */
  readonly bareYears: boolean;
}
