import { isSpellingOf, normalForm, SHORTEST_RESPELT } from './similarity.js';
import type { Token } from './token.js';

/** A witness's tokens as numbers: equal numbers are equal forms (`forms`) or equal normal forms (`normals`). */
export interface CodedTokens {
  readonly tokens: readonly Token[];
  readonly forms: Int32Array;
  readonly normals: Int32Array;
}

/** How alike two tokens are: the same form, the same normal form, two spellings, or nothing of the kind. */
export type Likeness = 'form' | 'normal' | 'spelling' | 'none';

const NEVER_RESPELT = -1;

/** Numbers the forms of all witnesses, so that comparing them is comparing numbers. */
export class Vocabulary {
  private readonly numbers = new Map<string, number>();
  private readonly words: string[] = [];
  /** The first letter of each word that may have other spellings: most pairs of words are told apart by it. */
  private readonly initials: number[] = [];
  private readonly spellings = new Map<number, boolean>();

  code(tokens: readonly Token[]): CodedTokens {
    const forms = new Int32Array(tokens.length);
    const normals = new Int32Array(tokens.length);
    tokens.forEach((token, index) => {
      forms[index] = this.numberOf(`=${token.form}`, token.form);
      const normal = normalForm(token);
      // A word is never equal to a mark, whatever is left of it.
      normals[index] = this.numberOf(`${token.kind === 'word' ? '~' : '.'}${normal}`, normal);
    });
    return { tokens, forms, normals };
  }

  /** Whether two normal forms are likely to be one word's spellings. */
  areSpellings(a: number, b: number): boolean {
    if (this.initials[a] !== this.initials[b] || this.initials[a] === NEVER_RESPELT) return false;
    const key = Math.min(a, b) * 0x4000000 + Math.max(a, b);
    const known = this.spellings.get(key);
    if (known !== undefined) return known;
    const found = isSpellingOf(this.words[a] ?? '', this.words[b] ?? '');
    this.spellings.set(key, found);
    return found;
  }

  private numberOf(key: string, word: string): number {
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    const number = this.numbers.size;
    this.numbers.set(key, number);
    this.words.push(word);
    this.initials.push(word.length < SHORTEST_RESPELT ? NEVER_RESPELT : word.charCodeAt(0));
    return number;
  }
}
