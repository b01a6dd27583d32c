import type { Token } from './token.js';

/** How far a reading is from the lemma, the least difference first. */
export type Variation = 'none' | 'layout' | 'punctuation' | 'orthographic' | 'substantive';

/**
 * Letters that one hand writes as one and another as two, or as another letter: ligatures, the long s, u and v, i and j
 * as old prints have them, the letters of the Russian alphabet before 1918.
 */
const ligatures: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ſ: 's',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ı: 'i',
  v: 'u',
  j: 'i',
  ς: 'σ',
  ѣ: 'е',
  і: 'и',
  ѵ: 'и',
  ѳ: 'ф',
};

/** A hard sign at the end of a word, which Russian has not written since 1918. */
const FINAL_HARD_SIGN = /(?<=\p{Script=Cyrillic})ъ$/u;

/** Marks that stand for the same punctuation: quotation marks, apostrophes, dashes, dots of omission. */
const sameMarks: readonly (readonly [RegExp, string])[] = [
  [/["“”„«»‟]/gu, '"'],
  [/['‘’‚ʼ‹›]/gu, "'"],
  [/[-‐‑‒–—―−]/gu, '-'],
  [/…|\.{2,}/gu, '…'],
];

/**
 * The form by which tokens are compared: lower case, without accents, ligatures written out, initials without their
 * points, no apostrophe. Punctuation is compared by the mark that it stands for.
 */
export function normalForm({ form, kind }: Pick<Token, 'form' | 'kind'>): string {
  if (kind === 'punctuation') return sameMarks.reduce((mark, [pattern, same]) => mark.replace(pattern, same), form);
  const folded = form
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]+/gu, '')
    .toLowerCase()
    .replace(/[ßæœſøłđıvjςѣіѵѳ]/gu, (letter) => ligatures[letter] ?? letter)
    .replace(FINAL_HARD_SIGN, '')
    .replace(/['’ʼ]/gu, '');
  return /\p{L}/u.test(folded) ? folded.replaceAll('.', '') : folded;
}

/** Shortest word in which one other letter is taken for a spelling, and in which two are. */
export const SHORTEST_RESPELT = 6;
const TWO_LETTERS = 10;

/**
 * Whether two words (normal forms) are likely to be spellings of one: a letter differs, is missing or is swapped with
 * its neighbour, inside a word of six letters or more; two in one of ten or more. The first letter must be the same;
 * at the end only a swap counts (centre, center), since endings tell number, case and tense. A number is never
 * another spelling of another number.
 */
export function isSpellingOf(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length);
  if (shorter < SHORTEST_RESPELT || Math.abs(a.length - b.length) > 2 || a[0] !== b[0]) return false;
  if (/\p{N}/u.test(a + b)) return false;
  const endsAlike = a.at(-1) === b.at(-1);
  if (!endsAlike && !(a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1))) return false;
  return editDistance(a, b) <= (shorter >= TWO_LETTERS ? 2 : 1);
}

/** Letters changed, put in, left out, or swapped with their neighbour (Damerau's distance, each place changed once). */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let least = Math.min(changed, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (isSwap) least = Math.min(least, (beforeLast[j - 2] ?? 0) + 1);
      row.push(least);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}

/**
 * How a reading differs from the lemma. `substantive`: other words, or none; `orthographic`: the same words otherwise
 * written; `punctuation`: the same words, as they are written, with other marks; `layout`: other white space only.
 */
export function variationOf(lemma: readonly Token[], reading: readonly Token[]): Variation {
  const words = wordsOf(lemma);
  const otherWords = wordsOf(reading);
  if (words.length === otherWords.length && words.every(({ form }, index) => form === otherWords[index]?.form)) {
    const isSame = lemma.length === reading.length && lemma.every(({ form }, index) => form === reading[index]?.form);
    if (!isSame) return 'punctuation';
    return lemma.every(({ spaced }, index) => spaced === reading[index]?.spaced) ? 'none' : 'layout';
  }
  const normal = words.map(normalForm);
  const otherNormal = otherWords.map(normalForm);
  if (normal.length > 0 && normal.join('') === otherNormal.join('')) return 'orthographic';
  const isRespelt =
    normal.length === otherNormal.length &&
    normal.every((word, index) => word === otherNormal[index] || isSpellingOf(word, otherNormal[index] ?? ''));
  return isRespelt ? 'orthographic' : 'substantive';
}

function wordsOf(tokens: readonly Token[]): Token[] {
  return tokens.filter(({ kind }) => kind === 'word');
}
