import { quotedPlaces, type Quotation } from '../edition/quotation.js';
import type { Span } from '../source/span.js';

/** One word of context is soon met again elsewhere. */
const FEWEST_WORDS = 2;
/** Words of context after which a place that is still not alone is given up. */
const MOST_WORDS = 12;

/**
 * The shortest quotation that a decision can name a place by: its words, and where they stand more than once, what
 * stands before or after them.
 *
 * @param text the source's text. @param span offsets into it.
 * @returns undefined where no context of a few words tells the place from others.
 */
export function quotationFor(text: string, span: Span): Quotation | undefined {
  const quote = collapsed(text.slice(span.start, span.end));
  const isAlone = (quotation: Quotation): boolean => quotedPlaces(text, quotation).length === 1;
  if (isAlone({ quote })) return { quote };
  for (let words = FEWEST_WORDS; words <= MOST_WORDS; words++) {
    const after = following(text, span.end, words);
    if (after !== '' && isAlone({ quote, after })) return { quote, after };
    const before = preceding(text, span.start, words);
    if (before !== '' && isAlone({ quote, before })) return { quote, before };
  }
  return undefined;
}

function collapsed(text: string): string {
  return text.trim().replace(/\s+/gu, ' ');
}

function following(text: string, from: number, count: number): string {
  const words = collapsed(text.slice(from, from + count * 40)).split(' ');
  return words.slice(0, count).join(' ');
}

function preceding(text: string, to: number, count: number): string {
  const words = collapsed(text.slice(Math.max(0, to - count * 40), to)).split(' ');
  return words.slice(-count).join(' ');
}
