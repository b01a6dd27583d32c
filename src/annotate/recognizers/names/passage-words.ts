import { isFunctionWord } from '../../../language/function-words.js';
import { differByOneLetter, foldName, transliterationKey } from '../../../language/name-folding.js';
import { inflectsNames, nameStem } from '../../../language/name-inflection.js';
import {
  capitalisesNouns,
  isDeterminer,
  isOrdinaryWord,
  isPolitePronoun,
  isThingWord,
  isThingWordBefore,
  isTreatyWord,
} from '../../../language/name-words.js';
import type { LeafPart, PartPassage } from '../../../structure/division.js';
import type { TitleLookup } from './honorific.js';
import { isParticle } from './name-parts.js';
import { nameKey, type IndexedName, type NameIndex } from './name-index.js';
import { tokensOf, type Token } from './token.js';

/** What a document knows before it is searched. */
export interface ScanContext {
  readonly language: string;
  readonly index: NameIndex;
  readonly titles: TitleLookup;
  /** Folded words that the document has with a small letter. */
  readonly smallWords: ReadonlySet<string>;
  /** Surnames of persons that the register lacks but the document names in full. */
  readonly unregisteredSurnames: ReadonlySet<string>;
}

/** Prefixes whose hyphen makes an adjective of a name: "post-Stalin". */
const prefixes = new Set('post pre anti pro de ex non un neo crypto pseudo vor nach proto'.split(' '));
/** What English writes after an apostrophe. */
const contractions = new Set('s t d m ll re ve'.split(' '));
/** Letters with points that are no initials of a person. */
const notInitials = new Set(
  'p.s. n.b. u.s. u.n. u.k. n.s. d.c. n.y. a.d. b.c. a.m. p.m. z.b. u.a. d.h. s.a. s.o. c.c.'.split(' '),
);
/** Parts that hold names more than sentences. */
const nameParts: ReadonlySet<LeafPart> = new Set(['speaker', 'signed', 'item', 'salute', 'byline']);

/** The words of one passage with what each of them can be, seen by itself. */
export class PassageWords {
  readonly tokens: readonly Token[];
  /** Most words are printed in capitals: a heading, where a capital proves nothing. */
  readonly mostlyCapitals: boolean;
  /** The passage is of a kind that holds names more than sentences. */
  readonly holdsNames: boolean;

  constructor(
    readonly passage: PartPassage,
    private readonly context: ScanContext,
  ) {
    this.tokens = tokensOf(passage.text);
    this.mostlyCapitals = this.tokens.filter((token) => token.allCapitals).length * 2 > this.tokens.length;
    this.holdsNames = nameParts.has(passage.part);
  }

  /** The word as part of a key of the name index. */
  key(token: Token): string {
    return token.initial && (token.text.length === 1 || this.hasPoint(token)) ? `${token.folded}.` : token.folded;
  }

  isInitial(index: number): boolean {
    const token = this.tokens[index];
    if (token?.initial !== true) return false;
    const before = this.tokens[index - 1];
    const next = this.tokens[index + 1];
    const pair = (first: Token | undefined, second: Token | undefined): boolean =>
      first !== undefined &&
      second?.gap.startsWith('.') === true &&
      notInitials.has(`${first.folded}.${second.folded}.`);
    if (pair(before, token) || pair(token, next)) return false;
    return this.passage.text[token.end] === '.';
  }

  /** A capitalised word or initial between a given name and a surname that follows. */
  isMiddleName(index: number): boolean {
    const { language, smallWords } = this.context;
    const token = this.tokens[index];
    const next = this.tokens[index + 1];
    if (token?.capital === true && index < this.endOfElided(index)) return true;
    if (token === undefined || next === undefined || next.gap !== ' ' || !/^\.? $/u.test(token.gap)) return false;
    if (capitalisesNouns(language) || isThingWord(token.folded, language) || isFunctionWord(token.folded, language))
      return false;
    if (isOrdinaryWord(token.folded, language) && smallWords.has(token.folded)) return false;
    if (isOrdinaryWord(next.folded, language) && smallWords.has(next.folded)) return false;
    return this.maySurname(token) && this.maySurname(next) && !this.isEntry(token) && !this.isEntry(next);
  }

  /** "Alwyn V. Freeman": a word in capitals, an initial and a further one show a name by their order. */
  startsInitialled(index: number): boolean {
    const token = this.tokens[index];
    const initial = this.tokens[index + 1];
    const surname = this.tokens[index + 2];
    if (token === undefined || initial === undefined || surname === undefined) return false;
    if (!this.maySurname(token) || this.isEntry(token) || isThingWord(token.folded, this.context.language))
      return false;
    if (token.sentenceStart && index > 0 && !this.holdsNames) return false;
    return (
      initial.gap === ' ' &&
      initial.text.length === 1 &&
      this.isInitial(index + 1) &&
      surname.gap === '. ' &&
      this.maySurname(surname)
    );
  }

  maySurname(token: Token): boolean {
    const { language, titles } = this.context;
    if (isPolitePronoun(token.folded)) return false;
    if (!token.capital || token.besideDigit || token.text.length < 2 || isFunctionWord(token.folded, language))
      return false;
    if (isFunctionWord(token.folded, 'en') && !token.folded.startsWith('d')) return false;
    return !titles.isTitleWord(token.folded) || this.surnames(token).length > 0;
  }

  /** The last word of a surname with hyphens: "La Roche-Stehelin". A hyphen before an ordinary word is a dash. */
  endOfHyphenated(index: number): number {
    const { language, smallWords } = this.context;
    const end = this.endOfElided(index);
    if (end > index) return end;
    const next = this.tokens[index + 1];
    if (next === undefined || !/^[-‐‑]$/u.test(next.gap) || isFunctionWord(next.folded, language)) return index;
    if (isOrdinaryWord(next.folded, language) || next.text.length < 2 || smallWords.has(next.folded)) return index;
    return index + 1;
  }

  /** The last part of a word with the sign of a soft consonant inside: "Kondrat'evich", "Prokof'ev". */
  private endOfElided(index: number): number {
    const next = this.tokens[index + 1];
    const goesOn = next !== undefined && /^['’ʹʼ]$/u.test(next.gap) && !next.capital && next.text.length > 1;
    return goesOn && !contractions.has(next.folded) ? index + 1 : index;
  }

  /** Persons of the register with this surname, or this name alone. */
  surnames(token: Token): readonly IndexedName[] {
    const { index: names, language } = this.context;
    const isSurname = (name: IndexedName): boolean =>
      name.entry === 'person' && (name.kind === 'surname' || name.kind === 'single');
    const exact = names.exact(nameKey([token.folded])).filter(isSurname);
    if (exact.length > 0 || !inflectsNames(language)) return exact;
    return names.inflected(nameStem(token.folded, language, true)).filter(isSurname);
  }

  /** Persons whose surname is spelt nearly so: one letter, or another transliteration, with the same first letter. */
  alike(token: Token): readonly IndexedName[] {
    return this.context.index.alike(token.folded).filter((name) => {
      const surname = nameKey([foldName(name.form.surname ?? name.form.text.split(' ').at(-1) ?? '')]);
      const near =
        differByOneLetter(surname, token.folded) || transliterationKey(surname) === transliterationKey(token.folded);
      return surname.startsWith(token.folded.slice(0, 1)) && near;
    });
  }

  /** True where the given names printed before a surname, words `from` to `to`, can be that person's: none known, the same, initials, a near spelling. */
  compatible(name: IndexedName, from: number, to: number): boolean {
    const person = this.context.index.persons.get(name.id);
    const printed = this.tokens.slice(from, to).filter((token) => !isParticle(token.folded));
    if (person === undefined || printed.length === 0) return false;
    if (person.givens.every((given) => given.length === 0)) return true;
    return person.givens.some((given) => {
      if (given.length === 0) return false;
      return printed.length <= given.length
        ? printed.every((token) => given.some((word) => this.sameGiven(token, word)))
        : given.every((word) => printed.some((token) => this.sameGiven(token, word)));
    });
  }

  /** True where the word is a place or organisation of the register. */
  isEntry(token: Token): boolean {
    return this.context.index.exact(token.folded).some((name) => name.entry !== 'person');
  }

  /** An article or the like stands before word `index`, in German also with an adjective between: "die ersten Häuser". */
  hasDeterminer(index: number): boolean {
    const { language } = this.context;
    const before = this.tokens[index - 1];
    if (before === undefined || !/^[ \u00a0]$/u.test(this.tokens[index]?.gap ?? '')) return false;
    if (isDeterminer(before.folded, language)) return true;
    if (!capitalisesNouns(language) || before.capital || !/(?:e|e[nrsm])$/u.test(before.folded)) return false;
    const article = this.tokens[index - 2];
    return article !== undefined && before.gap === ' ' && isDeterminer(article.folded, language);
  }

  /** A possessive mark follows the word: "Valpy's". */
  isPossessive(index: number): boolean {
    const next = this.tokens[index + 1];
    return next !== undefined && /^['’]$/u.test(next.gap) && next.folded === 's';
  }

  /** "Karl Marx Street", "rue Voltaire", "the Warsaw Pact", "Furche-Verlag", "post-Stalin": words `index` to `end` are part of another name. */
  isPartOfThing(index: number, end: number, isPlace: boolean): boolean {
    const { language } = this.context;
    const first = this.tokens[index];
    const before = this.tokens[index - 1];
    if (first !== undefined && before !== undefined && end === index + 1) {
      const named = /^\.? $/u.test(first.gap) && isThingWordBefore(before.folded, language);
      if (named && (before.capital || before.text.length > 3)) return true;
      if (/^[-‐‑] ?$/u.test(first.gap) && prefixes.has(before.folded)) return true;
    }
    // Up to two further words may stand before the one that tells: "the Potsdam Four-Power Agreement".
    for (let next = end; next < Math.min(this.tokens.length, end + (isPlace ? 3 : 2)); next++) {
      const token = this.tokens[next];
      if (token === undefined || !/^(?: |[-‐‑])$/u.test(token.gap) || !token.capital) return false;
      const thing = isThingWord(token.folded, language) || isThingWord(token.folded.replace(/s$/u, ''), language);
      if (thing && !this.context.unregisteredSurnames.has(token.folded)) return true;
      if (capitalisesNouns(language) && token.gap !== ' ' && next === end && !this.mayHyphenSurname(token)) return true;
    }
    return false;
  }

  /** Whose office it is, abbreviated before it: "US Ambassador", "U.S. Ambassador", "CC Secretary". */
  withHolder(index: number): number {
    const [initial, before, office] = [this.tokens[index - 2], this.tokens[index - 1], this.tokens[index]];
    if (before === undefined || office === undefined || this.mostlyCapitals || before.besideDigit) return index;
    if (office.gap === ' ' && before.allCapitals && before.text.length <= 5) return index - 1;
    const isDotted = initial?.initial === true && before.initial && before.gap === '.' && office.gap === '. ';
    return isDotted && notInitials.has(`${initial.folded}.${before.folded}.`) ? index - 2 : index;
  }

  /** "the Warsaw Pact Treaty", "der NATO-Vertrag": the words up to `end` name what an organisation's members signed. */
  isTreaty(end: number): boolean {
    const token = this.tokens[end];
    if (token === undefined || !/^(?: |[-‐‑])$/u.test(token.gap)) return false;
    return (token.capital || token.gap !== ' ') && isTreatyWord(token.folded, this.context.language);
  }

  /** The second part of a double surname, not of a compound noun. */
  private mayHyphenSurname(token: Token): boolean {
    return this.surnames(token).length > 0 && !isOrdinaryWord(token.folded, this.context.language);
  }

  private sameGiven(token: Token, word: string): boolean {
    if (token.initial && this.hasPoint(token)) return word.startsWith(token.folded);
    if (token.folded === word) return true;
    if (word.length <= 2) return token.folded.startsWith(word.replace('.', ''));
    return (
      word.length > 3 &&
      (differByOneLetter(word, token.folded) || transliterationKey(word) === transliterationKey(token.folded))
    );
  }

  private hasPoint(token: Token): boolean {
    return this.passage.text[token.end] === '.' || token.text.length === 1;
  }
}
