import { isGivenName, isInflectedGivenName, isUnmistakableGivenName } from '../../../language/given-names.js';
import { baseLanguage, isFunctionWord } from '../../../language/function-words.js';
import { nameStem, surnameKey } from '../../../language/name-inflection.js';
import { capitalisesNouns, isConjunction, isOrdinaryWord } from '../../../language/name-words.js';
import { foldName } from '../../../language/name-folding.js';
import type { PartPassage } from '../../../structure/division.js';
import { isAbbreviatedTitle, type TitleMatch } from './honorific.js';
import type { Mention } from './mention.js';
import type { FoundName } from './found-name.js';
import { isParticle } from './name-parts.js';
import { nameRunAt } from './name-run.js';
import { PassageWords, type ScanContext } from './passage-words.js';
import { registeredNameAt } from './registered-name.js';
import { follows, type Token } from './token.js';

const locatives = new Set(
  'in at to from near via around toward towards outside inside nach aus bei a au vers в из на под около'.split(' '),
);
const possessiveEndings = new Set(['s', 't', 'd', 'm', 'll', 're', 've']);
/** German particles that are prepositions as well: without a given name they are no part of the name. */
const prepositions = new Set(['von', 'vom', 'zu', 'zum', 'zur', 'am', 'an', 'aus']);

/** What is held in a country, which "de" or "von" then names. */
const sovereigns =
  /^(?:roi|reine|empereur|imperatrice|king|queen|emperor|empress|tsar|czar|konig|konigin|kaiser|kaiserin|pape|pope|zar|zarin|sultan)$/u;
/** Ranks that are offices before a particle too. */
const ranks =
  /^(?:general|marechal|marshal|colonel|oberst|capitaine|captain|hauptmann|commandant|lieutenant|leutnant|major|amiral|admiral|geheimrat|hofrat|geh rat)/u;

/** Finds everything in a passage that may be a name; longest first, one pass over the words. */
export function scanPassage(passage: PartPassage, number: number, context: ScanContext): Mention[] {
  return new PassageScanner(number, context, new PassageWords(passage, context)).scan();
}

class PassageScanner {
  private readonly tokens: readonly Token[];
  private readonly found: Mention[] = [];

  constructor(
    private readonly number: number,
    private readonly context: ScanContext,
    private readonly words: PassageWords,
  ) {
    this.tokens = words.tokens;
  }

  scan(): Mention[] {
    // The plural title of a list of names, as long as only commas and "and" follow: "Coms. Molotov, Kaganovich, and I".
    let listTitle: TitleMatch | undefined;
    for (let i = 0; i < this.tokens.length;) {
      const token = this.tokens[i];
      if (token === undefined) break;
      const title = this.titleAt(i);
      const start = title?.end ?? i;
      const found = this.nameAt(start, title ?? (inList(token) ? listTitle : undefined));
      if (found !== undefined) {
        this.take(start, found, title, listTitle);
        if (title?.honorifics.some((honorific) => honorific.plural) === true) listTitle = title;
        i = found.end;
        continue;
      }
      if (title !== undefined) {
        listTitle = undefined;
        // "Judge" may be a surname: if no name follows the title, the word is tried as a name itself.
        const itself = title.end === i + 1 ? this.nameAt(i, undefined) : undefined;
        if (itself !== undefined) this.take(i, itself, undefined, undefined);
        i = itself?.end ?? title.end;
        continue;
      }
      if (!isConjunction(token.folded)) listTitle = undefined;
      i++;
    }
    return this.found;
  }

  private titleAt(index: number): TitleMatch | undefined {
    const token = this.tokens[index];
    if (token === undefined || token.besideDigit) return undefined;
    // A single letter may be the initial of a name that the register has: "H. Heine".
    if (token.text.length === 1 && registeredNameAt(this.words, index, this.context) !== undefined) return undefined;
    const title = this.context.titles.at(this.tokens, index);
    const next = title === undefined ? undefined : this.tokens[title.end];
    if (title === undefined || next === undefined || !(next.capital || isParticle(next.folded)) || !follows(next))
      return undefined;
    const last = this.tokens[title.end - 1];
    // "Secretary of State Dean Rusk"
    const more = title.end - title.first > 1 && last?.capital === true && isGivenName(last.folded);
    if (more && next.gap === ' ' && !isGivenName(next.folded))
      return { first: title.first, end: title.end - 1, honorifics: title.honorifics.slice(0, -1) };
    if (last !== undefined && next.gap.startsWith('.') && !isAbbreviatedTitle(last)) return undefined;
    // "Dean Acheson", "Earl Warren": a word that is a given name as well, unless a given name follows it.
    if (
      title.end === index + 1 &&
      token.capital &&
      next.gap === ' ' &&
      isGivenName(token.folded) &&
      !isGivenName(next.folded)
    )
      return undefined;
    return title;
  }

  private nameAt(index: number, title: TitleMatch | undefined): FoundName | undefined {
    const token = this.tokens[index];
    if (token === undefined) return undefined;
    if (!token.capital) {
      if (!isParticle(token.folded) || this.tokens[index + 1]?.capital !== true) return undefined;
      if (title === undefined && capitalisesNouns(this.context.language) && prepositions.has(token.folded))
        return undefined;
    }
    const registered = registeredNameAt(this.words, index, this.context);
    const run = token.capital ? nameRunAt(this.words, index, title !== undefined, this.context) : undefined;
    const best =
      longer(registered, run) ??
      (!token.capital
        ? this.particleAt(index, title)
        : (this.initialAt(index, title) ??
          this.familyFirstAt(index) ??
          this.documentNameAt(index) ??
          this.lookAt(index, title) ??
          this.givenAt(index)));
    if (best === undefined) return undefined;
    const organisation = best.names.length > 0 && best.names.every((name) => name.entry === 'organisation');
    const place = best.names.some((name) => name.entry === 'place');
    return !organisation && this.words.isPartOfThing(index, best.end, place) ? undefined : best;
  }

  /** A title, a particle and a surname: "M. de Rémusat", "Frau von Stein", "General de Gaulle"; but no "roi de Prusse". */
  private particleAt(index: number, title: TitleMatch | undefined): FoundName | undefined {
    const last = title?.honorifics.at(-1);
    if (title === undefined || last === undefined || sovereigns.test(foldName(last.text))) return undefined;
    if (last.kind !== 'title' && !ranks.test(foldName(last.text))) return undefined;
    let at = index;
    while (isParticle(this.tokens[at]?.folded ?? '') && at < index + 3) at++;
    const token = this.tokens[at];
    if (
      token === undefined ||
      !/^[ '’]$/u.test(token.gap) ||
      !this.words.maySurname(token) ||
      this.words.isEntry(token)
    )
      return undefined;
    const end = this.words.endOfHyphenated(at) + 1;
    return { end, match: 'unregistered', names: [], givenBeside: false, inflected: false };
  }

  /** Hungarian order: "Kossuth Lajossal"; or a surname with its title after it: "Kádár elvtársnak", "Bem tábornok". */
  private familyFirstAt(index: number): FoundName | undefined {
    const { language } = this.context;
    const token = this.tokens[index];
    const next = this.tokens[index + 1];
    if (baseLanguage(language) !== 'hu' || token === undefined || next?.gap !== ' ' || !this.words.maySurname(token))
      return undefined;
    const given = next.capital && (isGivenName(next.folded) || isInflectedGivenName(next.folded, language));
    const titled = !next.capital && this.context.titles.isFollowing(next.folded);
    if (!given && !titled) return undefined;
    if (isFunctionWord(token.folded, language) || (titled && token.folded.length < 3)) return undefined;
    const known = this.words.surnames(token);
    const match = titled && known.length > 0 ? 'surname' : 'unregistered';
    const names = match === 'surname' ? known : [];
    return { end: index + (given ? 2 : 1), match, names, givenBeside: given, inflected: false };
  }

  /** A surname of which a title leaves only the first letter: "Mrs. C.", "Frau v. M.". */
  private initialAt(index: number, title: TitleMatch | undefined): FoundName | undefined {
    const token = this.tokens[index];
    const first = title === undefined ? undefined : this.tokens[title.first];
    const addresses = title?.honorifics.some(({ kind, text }) => kind === 'title' && text.length > 1) === true;
    if (token?.text.length !== 1 || first?.capital !== true || !addresses || !this.words.isInitial(index))
      return undefined;
    return { end: index + 1, match: 'unregistered', names: [], givenBeside: false, inflected: false };
  }

  /** A name that only its title or its place shows: "Com. Kalmar", the signature "Gysbert". */
  private lookAt(index: number, title: TitleMatch | undefined): FoundName | undefined {
    const token = this.tokens[index];
    if (token === undefined || !this.words.maySurname(token)) return undefined;
    const { language } = this.context;
    const byPlace = this.words.isNameByPlace(index);
    if (title === undefined && !byPlace) return undefined;
    const alike = this.words.alike(token);
    if (alike.length > 0)
      return { end: index + 1, match: 'spelling', names: alike, givenBeside: false, inflected: false };
    if (this.words.isEntry(token) || (title !== undefined && !this.provesName(title, token))) return undefined;
    // "Coms. Kardelj and Yugoslav Ambassador Micunovic": what stands before a further title is no name.
    const after = this.tokens[index + 1];
    const beforeTitle =
      after !== undefined && after.gap === ' ' && after.capital && this.context.titles.isTitleWord(after.folded);
    if (beforeTitle && this.words.surnames(after).length === 0) return undefined;
    let end = this.words.endOfHyphenated(index) + 1;
    while (end < Math.min(this.tokens.length, index + 3)) {
      const next = this.tokens[end];
      if (next === undefined || !/^ $|^['’]$|^[-‐‑]$/u.test(next.gap)) break;
      // "Lu Di-ni", "Kondrat'evich": a small letter after a hyphen or an apostrophe goes on with the name.
      const rest =
        !next.capital &&
        next.gap !== ' ' &&
        !possessiveEndings.has(next.folded) &&
        !this.context.smallWords.has(next.folded);
      const more = next.capital && next.gap === ' ' && this.words.maySurname(next) && !this.words.isEntry(next);
      if (
        !rest &&
        (!more ||
          isOrdinaryWord(next.folded, language) ||
          (capitalisesNouns(language) && !byPlace && this.words.passage.part !== 'item'))
      )
        break;
      end = this.words.endOfHyphenated(end) + 1;
    }
    return { end, match: 'unregistered', names: [], givenBeside: false, inflected: false };
  }

  /** A bare surname of somebody whom the document names in full elsewhere and the register lacks. */
  private documentNameAt(index: number): FoundName | undefined {
    const token = this.tokens[index];
    if (token === undefined || !this.context.unregisteredSurnames.has(surnameKey(token.folded, this.context.language)))
      return undefined;
    if (!this.words.maySurname(token)) return undefined;
    if (isOrdinaryWord(token.folded, this.context.language) || this.words.hasDeterminer(index)) return undefined;
    return { end: index + 1, match: 'unregistered', names: [], givenBeside: false, inflected: false };
  }

  /** A given name alone that is nothing else: "Lydie". */
  private givenAt(index: number): FoundName | undefined {
    const token = this.tokens[index];
    if (
      token === undefined ||
      token.text.length < 4 ||
      !isUnmistakableGivenName(token.folded) ||
      this.words.isEntry(token)
    )
      return undefined;
    if (
      isOrdinaryWord(token.folded, this.context.language) ||
      this.context.smallWords.has(token.folded) ||
      this.words.mostlyCapitals
    )
      return undefined;
    // Before a further word with a capital it is part of something unknown, where nouns have no capitals.
    const next = this.tokens[index + 1];
    const goesOn =
      next !== undefined &&
      next.capital &&
      /^[ -]$/u.test(next.gap) &&
      !isFunctionWord(next.folded, this.context.language);
    if (goesOn && !capitalisesNouns(this.context.language)) return undefined;
    return { end: index + 1, match: 'unregistered', names: [], givenBeside: false, inflected: false };
  }

  /** A title proves a name unless it is a word of everyday speech with a small letter ("the general Soviet line"). */
  private provesName(title: TitleMatch, token: Token): boolean {
    const { language, smallWords } = this.context;
    const printed = this.tokens[title.first];
    const strong = title.honorifics.some((honorific) => honorific.kind === 'title');
    // "Dear Colonel House": a line that holds a name.
    if (this.words.holdsNames && printed?.capital === true) return true;
    if (isOrdinaryWord(token.folded, language) && (!strong || token.allCapitals || smallWords.has(token.folded)))
      return false;
    if (strong && (printed?.capital === true || /^(?:comrade|genoss|camarade|тов)/u.test(printed?.folded ?? '')))
      return true;
    if (!capitalisesTitles(language)) return !smallWords.has(token.folded) && !this.words.mostlyCapitals;
    return printed?.capital === true && !smallWords.has(token.folded) && !this.words.mostlyCapitals;
  }

  private take(
    index: number,
    found: FoundName,
    title: TitleMatch | undefined,
    listTitle: TitleMatch | undefined,
  ): void {
    const first = this.tokens[index];
    const last = this.tokens[found.end - 1];
    if (first === undefined || last === undefined) return;
    const { language, smallWords } = this.context;
    const begin = title?.first ?? index;
    const before = this.tokens[begin - 1];
    const single = found.end === index + 1;
    const persons = found.names.filter((name) => name.entry === 'person');
    const determiner = this.words.hasDeterminer(begin);
    this.found.push({
      passage: this.number,
      part: this.words.passage.part,
      start: first.start,
      end: this.endOf(found, last),
      words: this.words.passage.text.slice(first.start, last.end),
      head: last.folded,
      match: found.match,
      names: found.names,
      evidence: {
        titles: (title ?? (inList(first) ? listTitle : undefined))?.honorifics ?? [],
        titleSpan: title === undefined ? this.followingTitle(found.end) : this.titleSpan(title),
        givenBeside: found.givenBeside,
        sentenceStart: first.sentenceStart && title === undefined,
        ordinary:
          single &&
          (isOrdinaryWord(first.folded, language) ||
            (found.inflected && isOrdinaryWord(nameStem(first.folded, language, true), language))),
        determiner,
        article: single && before !== undefined && this.hasEnglishArticle(before, found.end),
        abbreviation: single && this.isAbbreviated(found.end),
        family: determiner && single && (found.inflected || this.words.isPossessive(index)),
        locative:
          before !== undefined && locatives.has(before.folded) && /^[ \u00a0]$/u.test(this.tokens[begin]?.gap ?? ''),
        alsoSmall: single && smallWords.has(first.folded),
        rivals: persons.length > 0 ? found.names.filter((name) => name.entry !== 'person') : [],
      },
    });
  }

  /** "the Hall", but not "the Stalin era", where the name stands before a noun. */
  private hasEnglishArticle(before: Token, end: number): boolean {
    const { language } = this.context;
    if (baseLanguage(language) !== 'en' || !/^(?:the|an?)$/u.test(before.folded)) return false;
    const next = this.tokens[end];
    return next === undefined || next.capital || next.gap !== ' ' || isFunctionWord(next.folded, language);
  }

  /** The word before `index` ends with a point that ends no sentence. */
  private isAbbreviated(index: number): boolean {
    const next = this.tokens[index];
    return next !== undefined && /^\. ?$/u.test(next.gap) && !next.capital && !isParticle(next.folded);
  }

  /** The point of an abbreviation belongs to it: "U.S.S.R.", "Mrs. C.". */
  private endOf(found: FoundName, last: Token): number {
    const dotted =
      last.text.length === 1 &&
      this.words.passage.text[last.end] === '.' &&
      (found.match === 'unregistered' || found.names.some((name) => name.entry !== 'person' || name.kind === 'given'));
    return dotted ? last.end + 1 : last.end;
  }

  /** A title after the name: "Kádár elvtárs". */
  private followingTitle(index: number): { start: number; end: number } | undefined {
    const token = this.tokens[index];
    if (token?.gap !== ' ' || !this.context.titles.isFollowing(token.folded)) return undefined;
    return { start: token.start, end: token.end };
  }

  private titleSpan(title: TitleMatch): { start: number; end: number } | undefined {
    const first = this.tokens[title.first];
    const last = this.tokens[title.end - 1];
    if (first === undefined || last === undefined) return undefined;
    return { start: first.start, end: this.words.passage.text[last.end] === '.' ? last.end + 1 : last.end };
  }
}

/** True for languages that print the title before a name with a capital; French, Russian and others do not. */
function capitalisesTitles(language: string): boolean {
  return ['en', 'de'].includes(baseLanguage(language));
}

function inList(token: Token): boolean {
  return /^(?:, ?| & | |,? ?\()$/u.test(token.gap);
}

function longer(registered: FoundName | undefined, run: FoundName | undefined): FoundName | undefined {
  if (registered === undefined || run === undefined) return registered ?? run;
  return run.end > registered.end ? run : registered;
}
