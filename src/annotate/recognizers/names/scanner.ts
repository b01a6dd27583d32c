import { isGivenName } from '../../../language/given-names.js';
import { baseLanguage, isFunctionWord } from '../../../language/function-words.js';
import { nameStem } from '../../../language/name-inflection.js';
import { capitalisesNouns, isConjunction, isOrdinaryWord } from '../../../language/name-words.js';
import type { PartPassage } from '../../../structure/division.js';
import { isAbbreviatedTitle, type TitleMatch } from './honorific.js';
import { isRelative } from './document-persons.js';
import type { Mention } from './mention.js';
import type { FoundName } from './found-name.js';
import { isParticle } from './name-parts.js';
import { nameRunAt } from './name-run.js';
import { PassageWords, type ScanContext } from './passage-words.js';
import { loneNameAt } from './lone-name.js';
import { registeredNameAt } from './registered-name.js';
import { titledNameAt } from './titled-name.js';
import { follows, type Token } from './token.js';

const locatives = new Set(
  'in at to from near via around toward towards outside inside nach aus bei a au vers в из на под около'.split(' '),
);
/** German particles that are prepositions as well: without a given name they are no part of the name. */
const prepositions = new Set(['von', 'vom', 'zu', 'zum', 'zur', 'am', 'an', 'aus']);

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
      (token.capital
        ? loneNameBefore(this.words, index, title, this.context)
        : titledNameAt(this.words, index, title, this.context));
    if (best === undefined) return undefined;
    const organisation = best.names.length > 0 && best.names.every((name) => name.entry === 'organisation');
    const place = best.names.some((name) => name.entry === 'place');
    const isPart = organisation ? this.words.isTreaty(best.end) : this.words.isPartOfThing(index, best.end, place);
    return isPart ? undefined : best;
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
        relative: isRelative(this.tokens, index, begin, language),
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
    return next !== undefined && /^\.\s*$/u.test(next.gap) && !next.capital && !isParticle(next.folded);
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
    const isOffice = title.honorifics.some(({ kind }) => kind === 'office');
    const first = this.tokens[isOffice ? this.words.withHolder(title.first) : title.first];
    const last = this.tokens[title.end - 1];
    if (first === undefined || last === undefined) return undefined;
    return { start: first.start, end: this.words.passage.text[last.end] === '.' ? last.end + 1 : last.end };
  }
}

/** What the title or the place shows counts before what a lone word is, but after what the document called somebody. */
function loneNameBefore(
  words: PassageWords,
  index: number,
  title: TitleMatch | undefined,
  context: ScanContext,
): FoundName | undefined {
  return title === undefined
    ? (loneNameAt(words, index, context) ?? titledNameAt(words, index, title, context))
    : (titledNameAt(words, index, title, context) ?? loneNameAt(words, index, context));
}

function inList(token: Token): boolean {
  return /^(?:, ?| & | |,? ?\()$/u.test(token.gap);
}

function longer(registered: FoundName | undefined, run: FoundName | undefined): FoundName | undefined {
  if (registered === undefined || run === undefined) return registered ?? run;
  return run.end > registered.end ? run : registered;
}
