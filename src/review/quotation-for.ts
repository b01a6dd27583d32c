import { quotedPlaces, type Quotation } from '../edition/quotation.js';
import type { Span } from '../source/span.js';
import { LONGEST_CONTEXT, sharedContexts } from './shared-context.js';

/** One word of context is soon met again elsewhere. */
const FEWEST_WORDS = 2;
/** Words of context after which a place that is still not alone is given up. */
const MOST_WORDS = 12;
/** Characters in which a word of context is looked for. */
const WORD = LONGEST_CONTEXT / MOST_WORDS;

/** A text in which places are to be quoted. */
export interface QuotableText {
  /**
   * The shortest quotation that a decision can name a place by: its words, and where they stand more than once, what
   * stands before or after them.
   *
   * @param span offsets into the text.
   * @returns undefined where no context of a few words tells the place from others.
   */
  readonly quotationFor: (span: Span) => Quotation | undefined;
  /** All places that read so, white space collapsed, in order. */
  readonly placesOf: (quote: string) => readonly Span[];
}

/** Where words stand in a text, and how far the surroundings of each place are those of another one. */
interface Occurrences {
  readonly places: readonly Span[];
  /** By where a place begins: how many characters after it, white space collapsed, stand after another place as well. */
  readonly sharedAfter: ReadonlyMap<number, number>;
  readonly sharedBefore: ReadonlyMap<number, number>;
}

/** Makes a text quotable. It is searched once for each form of words, not for each place. */
export function quotableText(text: string): QuotableText {
  const known = new Map<string, Occurrences>();
  const occurrencesOf = (quote: string): Occurrences => {
    const present = known.get(quote);
    if (present !== undefined) return present;
    const places = quotedPlaces(text, { quote });
    const starts = places.map(({ start }) => start);
    const shared = (offsets: readonly number[], direction: 1 | -1): ReadonlyMap<number, number> =>
      new Map(sharedContexts(text, offsets, direction).map((length, i) => [starts[i] ?? 0, length]));
    const ends = places.map(({ end }) => end);
    const found = { places, sharedAfter: shared(ends, 1), sharedBefore: shared(starts, -1) };
    known.set(quote, found);
    return found;
  };
  return {
    placesOf: (quote) => occurrencesOf(quote).places,
    quotationFor: ({ start, end }) => {
      const words = text.slice(start, end);
      const quote = collapsed(words);
      const { places, sharedAfter, sharedBefore } = occurrencesOf(quote);
      if (places.length === 1) return { quote };
      const first = start + words.length - words.trimStart().length;
      for (let count = FEWEST_WORDS; count <= MOST_WORDS; count++) {
        const after = following(text, end, count);
        if (after.length > (sharedAfter.get(first) ?? Infinity)) return { quote, after };
        const before = preceding(text, start, count);
        if (before.length > (sharedBefore.get(first) ?? Infinity)) return { quote, before };
      }
      return undefined;
    },
  };
}

function collapsed(text: string): string {
  return text.trim().replace(/\s+/gu, ' ');
}

function following(text: string, from: number, count: number): string {
  const words = collapsed(text.slice(from, from + count * WORD)).split(' ');
  return words.slice(0, count).join(' ');
}

function preceding(text: string, to: number, count: number): string {
  const words = collapsed(text.slice(Math.max(0, to - count * WORD), to)).split(' ');
  return words.slice(-count).join(' ');
}
