import { nearestSpelling } from '../diagnostics/spelling.js';
import type { Span } from '../source/span.js';

/** The most places that are proposed. */
const MOST = 3;
/** Longer quotations are looked for by their beginning. */
const LONGEST = 120;
/** The share of a quotation's groups of three letters that a place has to have. */
const ALIKE = 0.4;
/** How far from where it is expected a place may begin, in characters. */
const SHIFT = 12;

/**
 * The places of a text that read nearly as quoted, the most alike first: another letter (as a reading machine has it),
 * other accents, marks or capitals. First the stretches are found that share most groups of three letters with the
 * quotation, in one pass over the text; then, in these few, the words that take the fewest changes.
 *
 * @returns spans of whole words; none where nothing is alike.
 */
export function nearPlaces(text: string, quote: string): Span[] {
  const wanted = quote.trim().replace(/\s+/gu, ' ').slice(0, LONGEST);
  const folded = ` ${fold(wanted)} `;
  const found: { readonly span: Span; readonly words: string }[] = [];
  for (const start of likelyStarts(fold(text), folded)) {
    const place = nearestIn(text, wanted, start);
    if (place === undefined || found.some(({ span }) => span.start < place.end && place.start < span.end)) continue;
    found.push({ span: place, words: text.slice(place.start, place.end) });
    if (found.length === MOST) break;
  }
  return found.map(({ span }) => span);
}

/** Letters and digits in lower case without accents, all else blanks; as many UTF-16 units as before. */
function fold(text: string): string {
  return text.replace(/[^a-z0-9 ]/gu, (character) => {
    if (!/[\p{L}\p{N}]/u.test(character)) return ' '.repeat(character.length);
    const bare = character.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
    return bare.length === character.length ? bare : character;
  });
}

/** Offsets at which the quotation may begin, most groups of letters in common first. */
function likelyStarts(text: string, quote: string): number[] {
  const groups = new Map<string, number>();
  for (let at = 0; at + 3 <= quote.length; at++) groups.set(quote.slice(at, at + 3), at);
  const width = Math.max(4, quote.length >> 1);
  const votes = new Map<number, number>();
  for (let at = 0; at + 3 <= text.length; at++) {
    const inQuote = groups.get(text.slice(at, at + 3));
    if (inQuote === undefined) continue;
    const bucket = Math.floor((at - inQuote + 1) / width);
    votes.set(bucket, (votes.get(bucket) ?? 0) + 1);
  }
  const least = groups.size * ALIKE;
  return [...votes]
    .map(([bucket, count]) => ({ bucket, count: count + (votes.get(bucket + 1) ?? 0) }))
    .filter(({ count }) => count >= least)
    .sort((a, b) => b.count - a.count || a.bucket - b.bucket)
    .slice(0, MOST * 4)
    .map(({ bucket }) => bucket * width);
}

/** The run of words near an offset that is most like the quotation, if any is like it. */
function nearestIn(text: string, quote: string, near: number): Span | undefined {
  const from = Math.max(0, near - SHIFT);
  const slack = Math.max(3, Math.floor(quote.length / 5));
  const stretch = text.slice(from, near + 2 * quote.length + SHIFT + slack);
  const words = [...stretch.matchAll(/[\p{L}\p{M}\p{N}]+/gu)];
  const runs = new Map<string, Span>();
  for (const first of words) {
    for (const last of words) {
      const end = last.index + last[0].length;
      if (last.index < first.index || Math.abs(end - first.index - quote.length) > slack) continue;
      const words = stretch.slice(first.index, end).replace(/\s+/gu, ' ');
      if (!runs.has(words)) runs.set(words, { start: from + first.index, end: from + end });
    }
  }
  const nearest = nearestSpelling(quote, [...runs.keys()], Math.max(1, Math.floor(quote.length / 3)));
  return nearest === undefined ? undefined : runs.get(nearest);
}
