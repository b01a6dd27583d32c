import { collapse } from './xml-view.js';

/** Counts words as Unicode divides them (UAX 29), so that every script is counted by its own rules. */
export class WordCounter {
  readonly #segmenter: Intl.Segmenter;
  #pieces: string[] = [];
  #paused = 0;
  #words = 0;

  /** @param language of the words (BCP 47); it decides where words end in scripts without blanks. */
  constructor(language: string) {
    this.#segmenter = new Intl.Segmenter(segmenterLanguage(language), { granularity: 'word' });
  }

  /** Adds a piece of running text. */
  add(text: string): void {
    if (this.#paused === 0) this.#pieces.push(text);
  }

  /** Blocks end words; the pieces so far are counted, so that no text is held for long. */
  separate(): void {
    if (this.#paused > 0) return;
    for (const { isWordLike } of this.#segmenter.segment(collapse(this.#pieces.join('')))) {
      if (isWordLike === true) this.#words++;
    }
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
}

function segmenterLanguage(language: string): string {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? 'en';
  } catch {
    return 'en';
  }
}
