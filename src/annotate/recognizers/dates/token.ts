/** A word, number or mark of a text, with its offsets (UTF-16 units of the passage's text). */
export interface Token {
  readonly kind: 'word' | 'number' | 'mark';
  readonly text: string;
  /** The text in lower case. */
  readonly lower: string;
  readonly start: number;
  readonly end: number;
  /** True where no white space divides it from the token before. */
  readonly joined: boolean;
  /** The token stands inside an address of the Web, where numbers are no dates. */
  readonly inAddress: boolean;
}

const pattern = /\p{Nd}+|\p{L}[\p{L}\p{M}]*|[^\s]/gu;
const addressPattern = /(?:https?:\/\/|www\.)\S+/g;
const digit = /^\p{Nd}/u;
const letter = /^\p{L}/u;

/** Divides a text into words, numbers and marks. Linear in the text. */
export function tokenize(text: string): Token[] {
  const addresses = [...text.matchAll(addressPattern)].map(
    (match) => [match.index, match.index + match[0].length] as const,
  );
  let nextAddress = 0;
  let previousEnd = -1;
  const tokens: Token[] = [];
  for (const match of text.matchAll(pattern)) {
    const value = match[0];
    const start = match.index;
    const end = start + value.length;
    while ((addresses[nextAddress]?.[1] ?? Infinity) <= start) nextAddress++;
    tokens.push({
      kind: digit.test(value) ? 'number' : letter.test(value) ? 'word' : 'mark',
      text: value,
      lower: value.toLowerCase(),
      start,
      end,
      joined: start === previousEnd,
      inAddress: (addresses[nextAddress]?.[0] ?? Infinity) <= start,
    });
    previousEnd = end;
  }
  return tokens;
}
