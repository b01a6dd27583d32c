import type { Span } from '../source/span.js';

/** Words of a text, and what stands immediately before and after them. */
export interface Quotation {
  readonly quote: string;
  readonly before?: string;
  readonly after?: string;
}

/**
 * All places where a text reads as quoted, in order; they may overlap. White space in the quotation matches any
 * white space, so that a quotation may run over line ends; at the edges, and between the quotation and what stands
 * around it, it does not matter. Linear in the text for each place that begins like the quotation.
 */
export function quotedPlaces(text: string, quotation: Quotation): Span[] {
  const quote = collapse(quotation.quote);
  const before = collapse(quotation.before ?? '');
  const after = collapse(quotation.after ?? '');
  const firstWord = quote.split(' ')[0] ?? '';
  const places: Span[] = [];
  if (firstWord === '') return places;
  for (let start = text.indexOf(firstWord); start !== -1; start = text.indexOf(firstWord, start + 1)) {
    const end = endOfMatch(text, start, quote);
    if (end === undefined) continue;
    if (before !== '' && !endsWith(text, start, before)) continue;
    if (after !== '' && endOfMatch(text, skipSpace(text, end), after) === undefined) continue;
    places.push({ start, end });
  }
  return places;
}

function collapse(quote: string): string {
  return quote.trim().replace(/\s+/g, ' ');
}

function isSpace(character: string | undefined): boolean {
  return character !== undefined && /\s/.test(character);
}

function skipSpace(text: string, position: number): number {
  let at = position;
  while (isSpace(text[at])) at++;
  return at;
}

/** Where a match of `quote` (white space collapsed) that begins at `position` ends; undefined where there is none. */
function endOfMatch(text: string, position: number, quote: string): number | undefined {
  let at = position;
  for (let i = 0; i < quote.length; i++) {
    if (quote[i] === ' ') {
      if (!isSpace(text[at])) return undefined;
      at = skipSpace(text, at);
    } else {
      if (text[at] !== quote[i]) return undefined;
      at++;
    }
  }
  return at;
}

/** True where `quote` (white space collapsed) stands before `position`, white space between them aside. */
function endsWith(text: string, position: number, quote: string): boolean {
  let at = position;
  while (at > 0 && isSpace(text[at - 1])) at--;
  for (let i = quote.length - 1; i >= 0; i--) {
    if (quote[i] === ' ') {
      if (!isSpace(text[at - 1])) return false;
      while (at > 0 && isSpace(text[at - 1])) at--;
    } else {
      at--;
      if (text[at] !== quote[i]) return false;
    }
  }
  return true;
}
