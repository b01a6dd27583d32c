import {
  calendars,
  calendarWords,
  type CalendarWords,
  type CountedPhrase,
  type Direction,
  type OffsetPhrase,
  type PeriodPart,
  type Season,
} from '../../../language/calendar/index.js';
import { tokenize, type Token } from './token.js';

/** A matched phrase: its value, the index of the token after it, and the number that stood for `{n}`. */
export interface PhraseMatch<T> {
  readonly value: T;
  readonly end: number;
  readonly count?: number;
}

/** Phrases found by their first word, the longest first; `{n}` matches a number or a number word. */
export class PhraseTable<T> {
  readonly #entries = new Map<string, { readonly words: readonly string[]; readonly value: T }[]>();
  readonly #numbers: ReadonlyMap<string, number>;

  constructor(phrases: Iterable<readonly [string, T]>, numbers: ReadonlyMap<string, number> = new Map()) {
    this.#numbers = numbers;
    for (const [phrase, value] of phrases) {
      const words = tokenize(phrase.replace('{n}', '0')).map((token) => (token.text === '0' ? '{n}' : token.lower));
      const first = words[0];
      if (first === undefined) continue;
      const list = this.#entries.get(first) ?? [];
      list.push({ words, value });
      list.sort((a, b) => b.words.length - a.words.length);
      this.#entries.set(first, list);
    }
  }

  /** The words that a phrase can begin with; `{n}` for a number word. */
  firstWords(): string[] {
    const words = [...this.#entries.keys()];
    return words.includes('{n}') ? [...words, ...this.#numbers.keys()] : words;
  }

  #count(token: Token): number | undefined {
    if (token.kind === 'number') return token.text.length <= 3 ? Number(token.text) : undefined;
    return this.#numbers.get(token.lower);
  }

  /** The longest phrase that starts at token `at`. */
  match(tokens: readonly Token[], at: number): PhraseMatch<T> | undefined {
    const first = tokens[at];
    if (first === undefined) return undefined;
    const named = this.#entries.get(first.lower) ?? [];
    const counted = this.#count(first) === undefined ? [] : (this.#entries.get('{n}') ?? []);
    for (const { words, value } of [...named, ...counted]) {
      let count: number | undefined;
      const matches = words.every((word, i) => {
        const token = tokens[at + i];
        if (token === undefined) return false;
        if (word !== '{n}') return token.lower === word;
        count = this.#count(token);
        return count !== undefined;
      });
      if (matches) return { value, end: at + words.length, ...(count === undefined ? {} : { count }) };
    }
    return undefined;
  }
}

/** A language's calendar vocabulary, ready for looking up. */
export interface Lexicon {
  readonly words: CalendarWords;
  /** Every word that a date can begin with. */
  readonly starters: ReadonlySet<string>;
  readonly months: ReadonlyMap<string, number>;
  readonly monthAbbreviations: ReadonlyMap<string, number>;
  /** Months of the other languages: they count only in a date with day and year, or month and year. */
  readonly foreignMonths: ReadonlyMap<string, number>;
  readonly weekdays: ReadonlyMap<string, number>;
  readonly weekdayAbbreviations: ReadonlyMap<string, number>;
  readonly seasons: ReadonlyMap<string, Season>;
  readonly ambiguousMonths: ReadonlySet<string>;
  readonly doubtfulMonths: ReadonlySet<string>;
  readonly prepositions: ReadonlySet<string>;
  readonly articles: ReadonlySet<string>;
  readonly conjunctions: ReadonlySet<string>;
  readonly timesOfDay: ReadonlySet<string>;
  readonly followers: ReadonlySet<string>;
  readonly notBeforeYear: ReadonlySet<string>;
  readonly notAfterYear: ReadonlySet<string>;
  readonly directions: ReadonlyMap<string, Direction>;
  readonly units: ReadonlyMap<string, 'week' | 'month' | 'year'>;
  readonly ordinalEndings: PhraseTable<true>;
  readonly joiners: PhraseTable<true>;
  readonly dayPrepositions: PhraseTable<true>;
  readonly yearWords: PhraseTable<true>;
  readonly decadeEndings: PhraseTable<true>;
  readonly decadePrefixes: PhraseTable<true>;
  readonly parts: PhraseTable<PeriodPart>;
  readonly dayParts: PhraseTable<true>;
  readonly spanWords: PhraseTable<true>;
  readonly spanFrames: PhraseTable<PhraseTable<true>>;
  readonly monthOfWriting: PhraseTable<Direction>;
  readonly oldStyle: PhraseTable<true>;
  readonly offsets: PhraseTable<OffsetPhrase>;
  readonly counted: PhraseTable<CountedPhrase>;
}

function split(forms: string): string[] {
  return forms === '' ? [] : forms.split(' ');
}

/** Each form of a numbered list with its number, counted from 1. Only the first word of a form is kept: marks end a word. */
function numbered(list: readonly string[]): Map<string, number> {
  const map = new Map<string, number>();
  list.forEach((forms, i) => {
    for (const form of split(forms)) map.set(tokenize(form)[0]?.lower ?? form, i + 1);
  });
  return map;
}

function flags(phrases: readonly string[]): PhraseTable<true> {
  return new PhraseTable(phrases.map((phrase) => [phrase, true] as const));
}

function tagged<T>(phrases: readonly string[], value: T): (readonly [string, T])[] {
  return phrases.map((phrase) => [phrase, value] as const);
}

/** Makes the lexicon of a calendar vocabulary. */
export function compileLexicon(words: CalendarWords): Lexicon {
  const parts = compileParts(words);
  const starters = new Set<string>(["'", '’', '‘']);
  for (const map of [
    parts.months,
    parts.monthAbbreviations,
    parts.foreignMonths,
    parts.weekdays,
    parts.weekdayAbbreviations,
  ]) {
    for (const word of map.keys()) starters.add(word);
  }
  for (const map of [parts.seasons, parts.directions, parts.units]) for (const word of map.keys()) starters.add(word);
  for (const table of [
    parts.decadePrefixes,
    parts.parts,
    parts.dayParts,
    parts.spanFrames,
    parts.offsets,
    parts.counted,
  ]) {
    for (const word of table.firstWords()) starters.add(word);
  }
  return { ...parts, starters };
}

function compileParts(words: CalendarWords): Omit<Lexicon, 'starters'> {
  const others = calendars.filter((other) => other.language !== words.language);
  const numbers = numbered(words.numbers);
  const frames = new Map<string, string[]>();
  for (const [opening, closing] of words.spanFrames) frames.set(opening, [...(frames.get(opening) ?? []), closing]);
  return {
    words,
    months: numbered(words.months),
    monthAbbreviations: numbered(words.monthAbbreviations),
    foreignMonths: new Map(others.flatMap((other) => [...numbered(other.months)]).filter(([form]) => form.length > 2)),
    weekdays: numbered(words.weekdays),
    weekdayAbbreviations: numbered(words.weekdayAbbreviations),
    seasons: new Map(
      (Object.entries(words.seasons) as [Season, string][]).flatMap(([season, forms]) =>
        split(forms).map((form) => [form, season] as const),
      ),
    ),
    ambiguousMonths: new Set(split(words.ambiguousMonths)),
    doubtfulMonths: new Set(split(words.doubtfulMonths)),
    prepositions: new Set(split(words.prepositions).map((word) => tokenize(word)[0]?.lower ?? word)),
    articles: new Set(split(words.articles)),
    conjunctions: new Set(split(words.conjunctions)),
    timesOfDay: new Set(split(words.timesOfDay)),
    followers: new Set(split(words.followers)),
    notBeforeYear: new Set(split(words.notBeforeYear)),
    notAfterYear: new Set(split(words.notAfterYear)),
    directions: new Map([
      ...tagged(split(words.last), 'last' as const),
      ...tagged(split(words.current), 'current' as const),
      ...tagged(split(words.next), 'next' as const),
    ]),
    units: new Map(
      (Object.entries(words.units) as ['week' | 'month' | 'year', string][]).flatMap(([unit, forms]) =>
        split(forms).map((form) => [form, unit] as const),
      ),
    ),
    ordinalEndings: flags(split(words.ordinalEndings)),
    joiners: flags(words.joiners),
    dayPrepositions: flags(words.dayPrepositions),
    yearWords: flags(words.yearWords),
    decadeEndings: flags(words.decadeEndings),
    decadePrefixes: flags(words.decadePrefixes),
    parts: new PhraseTable(
      (Object.entries(words.parts) as [PeriodPart, readonly string[]][]).flatMap(([part, phrases]) =>
        tagged(phrases, part),
      ),
    ),
    dayParts: flags(words.dayParts),
    spanWords: flags(words.spanWords),
    spanFrames: new PhraseTable([...frames].map(([opening, closings]) => [opening, flags(closings)] as const)),
    monthOfWriting: new PhraseTable([
      ...tagged(words.instant, 'current' as const),
      ...tagged(words.ultimo, 'last' as const),
      ...tagged(words.proximo, 'next' as const),
    ]),
    oldStyle: flags(words.oldStyle),
    offsets: new PhraseTable(words.offsets.map((offset) => [offset.phrase, offset] as const)),
    counted: new PhraseTable(
      words.counted.map((phrase) => [phrase.phrase, phrase] as const),
      numbers,
    ),
  };
}

const compiled = new Map<string, Lexicon>();

/** The lexicon of a language (a BCP 47 tag), made once; undefined where there is no calendar vocabulary for it. */
export function lexiconFor(language: string): Lexicon | undefined {
  const words = calendarWords(language);
  if (words === undefined) return undefined;
  const lexicon = compiled.get(words.language) ?? compileLexicon(words);
  compiled.set(words.language, lexicon);
  return lexicon;
}
