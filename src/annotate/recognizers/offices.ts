import { isOfficeArticle, isOfficeCompound, isOfficeConnector, officePhrases } from '../../language/offices.js';
import { isFunctionWord } from '../../language/function-words.js';
import type { PartPassage } from '../../structure/division.js';
import type { Annotation } from '../annotation.js';
import type { Recognizer } from '../recognizer.js';
import type { Mention } from './names/mention.js';
import { recognizeNames } from './names/recognition.js';
import { tokensOf, type Token } from './names/token.js';

/** More words than this no office has, its complement included. */
const LONGEST = 12;
/** Words of an office's own name: "first deputy prime minister". */
const LONGEST_PHRASE = 4;

/**
 * Offices that stand beside a person's name with words of their own (TEI Guidelines, 14.2.1, `roleName`):
 *
 * - before it: "First Secretary of the CC of the CPSU N. Khrushchev"
 * - after it: "Nagy, the prime minister", in a list also "Nagy - the prime minister"
 * - under it: a line of the signature that names the office alone.
 *
 * Titles without complement ("Ambassador Micunovic") are found with the names. A `roleName` never contains a name
 * of a person.
 */
export const offices: Recognizer = {
  name: 'offices',
  recognize(input) {
    const phrases = officePhrases(input.language);
    const mentions = new Map<number, Mention[]>();
    for (const { mention } of recognizeNames(input).persons) {
      const list = mentions.get(mention.passage) ?? [];
      list.push(mention);
      mentions.set(mention.passage, list);
    }
    return input.passages.flatMap((passage, number) => {
      const persons = mentions.get(number) ?? [];
      if (persons.length === 0 && passage.part !== 'signed') return [];
      const words = new OfficeWords(passage, phrases, input.language);
      const spans =
        persons.length === 0
          ? [words.whole()]
          : persons.flatMap((mention, index) => [
              words.before(mention, persons[index - 1]),
              words.after(mention, persons[index + 1]),
            ]);
      return spans.flatMap((span) => (span === undefined ? [] : [annotation(passage, span)]));
    });
  },
};

interface Words {
  /** Indexes of the first word and of the word after the last. */
  readonly first: number;
  readonly end: number;
}

function annotation(passage: PartPassage, span: { start: number; end: number }): Annotation {
  return {
    span: passage.spanOf(span.start, span.end),
    kind: 'roleName',
    attributes: {},
    recognizer: offices.name,
    certainty: passage.part === 'p' ? 'medium' : 'high',
  };
}

class OfficeWords {
  private readonly tokens: readonly Token[];

  constructor(
    private readonly passage: PartPassage,
    private readonly phrases: ReadonlySet<string>,
    private readonly language: string,
  ) {
    this.tokens = tokensOf(passage.text);
  }

  /** An office with its complement directly before the name or its title. */
  before(mention: Mention, previous: Mention | undefined): { start: number; end: number } | undefined {
    const name = Math.min(mention.start, mention.evidence.titleSpan?.start ?? mention.start);
    const end = this.firstAt(name);
    const named = this.tokens[end];
    const last = this.tokens[end - 1];
    if (named === undefined || last?.capital !== true || !/^,? $/u.test(named.gap)) return undefined;
    for (let at = end - 1; at >= Math.max(0, end - LONGEST); at--) {
      const token = this.tokens[at];
      if (token === undefined || (previous !== undefined && token.start < previous.end)) return undefined;
      const phrase = this.phraseAt(at, end);
      if (phrase !== undefined && phrase.end < end) {
        const next = this.tokens[phrase.end];
        if (next === undefined || !isOfficeConnector(next.folded, this.language)) return undefined;
        return this.span({ first: this.withModifiers(this.beginningOf(phrase), previous), end });
      }
      if (at < end - 1 && !/^(?: |-)$/u.test(this.tokens[at + 1]?.gap ?? '')) return undefined;
      if (!token.capital && !isOfficeConnector(token.folded, this.language)) return undefined;
    }
    return undefined;
  }

  /** An office in apposition after the name. */
  after(mention: Mention, next: Mention | undefined): { start: number; end: number } | undefined {
    const inList = this.passage.part === 'item' || this.passage.part === 'signed';
    let first = this.firstAt(mention.end);
    const opening = this.tokens[first];
    // The lines of a signature may have been joined: "James Riddleberger American Ambassador".
    const below = this.passage.part === 'signed' && opening?.gap === ' ';
    if (opening === undefined || !(below || (inList ? /^\s?(?:,|-|–|—|:|\(|\n)\s*$/u : /^, $/u).test(opening.gap)))
      return undefined;
    if (isOfficeArticle(opening.folded) && this.tokens[first + 1]?.gap === ' ') first++;
    const modifiers = inList ? 2 : 1;
    for (let at = first; at <= first + modifiers; at++) {
      const phrase = this.phraseAt(at, this.tokens.length);
      if (phrase === undefined) {
        if (this.tokens[at + 1]?.gap !== ' ') return undefined;
        continue;
      }
      const end = this.endOfComplement(phrase.end);
      const last = this.tokens[end - 1];
      const following = this.tokens[end]?.gap ?? '';
      if (last === undefined || (next !== undefined && last.end > (next.evidence.titleSpan?.start ?? next.start)))
        return undefined;
      const closed = end === this.tokens.length || /^\s?[,;.)(\n:]/u.test(following);
      return closed ? this.span({ first, end }) : undefined;
    }
    return undefined;
  }

  /** The whole of a signature's line that begins with an office. */
  whole(): { start: number; end: number } | undefined {
    if (this.tokens.length === 0 || this.tokens.length > LONGEST) return undefined;
    const phrase = [0, 1, 2].some((at) => this.phraseAt(at, this.tokens.length) !== undefined);
    return phrase && this.tokens[0]?.capital === true ? this.span({ first: 0, end: this.tokens.length }) : undefined;
  }

  /** Index of the first word at or after an offset (binary search). */
  private firstAt(offset: number): number {
    let low = 0;
    let high = this.tokens.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.tokens[middle]?.start ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The longest office that begins at a word. */
  private phraseAt(at: number, limit: number): Words | undefined {
    let key = '';
    let found: Words | undefined;
    for (let end = at; end < Math.min(limit, at + LONGEST_PHRASE, this.tokens.length); end++) {
      const token = this.tokens[end];
      if (token === undefined || (end > at && !/^(?: |-)$/u.test(token.gap))) break;
      key = end === at ? token.folded : `${key} ${token.folded}`;
      const isCompound = end === at && isOfficeCompound(token.folded, this.language);
      if (isCompound || this.phrases.has(key)) found = { first: at, end: end + 1 };
    }
    return found;
  }

  /** The first word of the longest office that ends with this one: "commander-in-chief". */
  private beginningOf({ first, end }: Words): number {
    for (let at = Math.max(0, first - LONGEST_PHRASE + 1); at < first; at++) {
      if (this.phraseAt(at, end)?.end === end) return at;
    }
    return first;
  }

  /** Ordinals and adjectives before the office that have its capital: "Yugoslav Ambassador", "First Deputy Premier". */
  private withModifiers(at: number, previous: Mention | undefined): number {
    let first = at;
    while (first > Math.max(0, at - 2)) {
      const before = this.tokens[first - 1];
      if (this.tokens[first]?.gap !== ' ' || before?.capital !== true) break;
      if (isFunctionWord(before.folded, this.language) || (previous !== undefined && before.start < previous.end))
        break;
      first--;
    }
    return first;
  }

  /** The end of "of the CPSU" after an office: connectors and words with capitals. */
  private endOfComplement(from: number): number {
    let end = from;
    for (let at = from; at < Math.min(this.tokens.length, from + LONGEST); at++) {
      const token = this.tokens[at];
      if (token === undefined || !/^(?: |-|['’]\s?)$/u.test(token.gap)) break;
      if (token.capital || (/['’]/u.test(token.gap) && token.text.length === 1)) end = at + 1;
      else if (!isOfficeConnector(token.folded, this.language)) break;
    }
    return end;
  }

  private span({ first, end }: Words): { start: number; end: number } | undefined {
    const start = this.tokens[first];
    const last = this.tokens[end - 1];
    return start === undefined || last === undefined ? undefined : { start: start.start, end: last.end };
  }
}
