import { collapse } from './xml-view.js';

/** Scripts whose words no blanks divide: where one ends is a matter of the language's dictionary. */
const UNDIVIDED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u;

/**
 * A word of any other script: letters and figures with their marks, and the signs that divide none between two
 * letters (don't, d.h.) or two figures (3.14), as UAX 29 has it.
 */
const WORD =
  /[\p{L}\p{N}][\p{L}\p{N}\p{M}_\u00ad\u200c\u200d]*(?:(?:(?<=[\p{L}\p{M}])['’.·](?=\p{L})|(?<=\p{N})['’.,;](?=\p{N}))[\p{L}\p{N}\p{M}_\u00ad\u200c\u200d]+)*/gu;

/**
 * Counts words as Unicode divides them (UAX 29). The segmenter, which knows dictionaries, is slow, and is asked only of
 * scripts that need one.
 */
export class WordCounter {
  readonly #language: string;
  #segmenter: Intl.Segmenter | undefined;
  #pieces: string[] = [];
  #paused = 0;
  #words = 0;

  /** @param language of the words (BCP 47); it decides where words end in scripts without blanks. */
  constructor(language: string) {
    this.#language = language;
  }

  /** Adds a piece of running text. */
  add(text: string): void {
    if (this.#paused === 0) this.#pieces.push(text);
  }

  /** Blocks end words; the pieces so far are counted, so that no text is held for long. */
  separate(): void {
    if (this.#paused > 0 || this.#pieces.length === 0) return;
    const text = this.#pieces.join('');
    this.#words += UNDIVIDED.test(text) ? this.#segmented(collapse(text)) : matches(text);
    this.#pieces = [];
  }

  /** A note interrupts the text but no word of it. */
  pause(): void {
    this.#paused++;
  }

  resume(): void {
    this.#paused--;
  }

  /** The number of words so far. */
  total(): number {
    this.separate();
    return this.#words;
  }

  #segmented(text: string): number {
    this.#segmenter ??= new Intl.Segmenter(segmenterLanguage(this.#language), { granularity: 'word' });
    let words = 0;
    for (const { isWordLike } of this.#segmenter.segment(text)) if (isWordLike === true) words++;
    return words;
  }
}

function matches(text: string): number {
  WORD.lastIndex = 0;
  let words = 0;
  while (WORD.test(text)) words++;
  return words;
}

function segmenterLanguage(language: string): string {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? 'en';
  } catch {
    return 'en';
  }
}
