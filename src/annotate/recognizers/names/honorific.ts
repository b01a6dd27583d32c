import { followingHonorifics, honorifics, type Honorific } from '../../../language/honorifics.js';
import { baseLanguage } from '../../../language/function-words.js';
import { foldName } from '../../../language/name-folding.js';
import { nameStem } from '../../../language/name-inflection.js';
import type { Token } from './token.js';

/** Titles and offices that stand in a text: the words `first` up to, not including, `end`. */
export interface TitleMatch {
  readonly first: number;
  readonly end: number;
  readonly honorifics: readonly Honorific[];
}

/** Finds titles among the words of a passage. */
export interface TitleLookup {
  /** The titles that begin at word `index`, all that follow one another ("Herr Prof. Dr."), or undefined. */
  at(tokens: readonly Token[], index: number): TitleMatch | undefined;
  /** True where the word is a title or office of one word, so not a name by itself. */
  isTitleWord(folded: string): boolean;
  /** True for a title that stands after a name. */
  isFollowing(folded: string): boolean;
}

const LONGEST_PHRASE = 5;

/** Short titles that are whole words: a point after one ends a sentence. Most longer ones are whole words anyway. */
const wholeWords = new Set(
  foldName(
    `king lord lady sir miss earl duke pope madam queen count baron dame rabbi imam tsar czar herr frau graf furst prinz konig dean canon judge chair
    major uncle aunt cousin onkel tante pere soeur frere abbe roi duc comte kaiser zar papst pater consul envoy mayor maire juge father sister master`,
  )
    .trim()
    .split(/\s+/),
);
const longAbbreviations = new Set('messrs profs sergt comdr theol'.split(' '));
/** In small letters these are words of everyday speech: "what kind of speaker Gerö is". */
const everyday: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set(
    `speaker leader translator editor deputy chair representative judge dean general major citizen colleague engineer director captain
      master king queen lord lady father sister count sir dame miss nurse brother cousin abbot canon justice`
      .trim()
      .split(/\s+/),
  ),
};

/** True where the point after a title belongs to it: "Com.", "Prof.", but not "comrades." */
export function isAbbreviatedTitle(token: Token): boolean {
  return token.text.length <= 4 ? !wholeWords.has(token.folded) : longAbbreviations.has(token.folded);
}

/** The lookup of titles for texts in one language. */
export function titleLookup(language: string): TitleLookup {
  const phrases = new Map<string, Honorific>();
  for (const honorific of honorifics(language)) {
    const key = foldName(honorific.text).split(/[ -]/u).join(' ');
    if (!phrases.has(key)) phrases.set(key, honorific);
  }
  // "доктора", "генералу": the cases of titles of one word.
  const cased = ['ru', 'uk'].includes(baseLanguage(language));
  const stemOf = (folded: string): string => (cased && folded.length > 4 ? nameStem(folded, language, true) : '');
  const inflected = new Map(
    [...phrases]
      .filter(([key]) => cased && key.length > 4 && !key.includes(' '))
      .map(([key, honorific]) => [nameStem(key, language, true), honorific] as const),
  );
  const small = everyday[baseLanguage(language)];
  const following = new Set(followingHonorifics(language).map(foldName));

  const phraseAt = (tokens: readonly Token[], index: number): { end: number; honorific: Honorific } | undefined => {
    const first = tokens[index];
    if (first === undefined) return undefined;
    let key = '';
    let found: { end: number; honorific: Honorific } | undefined;
    for (let end = index; end < Math.min(tokens.length, index + LONGEST_PHRASE); end++) {
      const token = tokens[end];
      if (end === index && !first.capital && small?.has(first.folded) === true) break;
      if (token === undefined || (end > index && !/^(?:\.? ?|[ -]|-)$/u.test(token.gap))) break;
      key = end === index ? token.folded : `${key} ${token.folded}`;
      const honorific = phrases.get(key) ?? (end === index ? inflected.get(stemOf(token.folded)) : undefined);
      // A letter or two are a title only as an abbreviation: "M. Dupont", "H. Orelli", "т. Хрущёв".
      if (honorific === undefined || (key.length === 1 && tokens[end + 1]?.gap.startsWith('.') !== true)) continue;
      found = { end: end + 1, honorific };
    }
    return found;
  };

  return {
    at: (tokens, index) => {
      const found: Honorific[] = [];
      let end = index;
      for (let next = phraseAt(tokens, index); next !== undefined; next = phraseAt(tokens, end)) {
        // "Prof. Dr.", "Secretary Dr.", but not "the Secretary of State. Mr. Franklin": a point after a whole word is a full stop.
        const gap = tokens[end]?.gap ?? '';
        if (found.length > 0 && !(gap === ' ' || (/^\.[ \u00a0]?$/u.test(gap) && pointBelongs(tokens[end - 1])))) break;
        found.push(next.honorific);
        end = next.end;
      }
      return found.length === 0 ? undefined : { first: index, end, honorifics: found };
    },
    isTitleWord: (folded) => phrases.has(folded),
    isFollowing: (folded) =>
      following.has(folded) || (folded.length > 3 && following.has(nameStem(folded, language, true))),
  };
}

function pointBelongs(token: Token | undefined): boolean {
  return token !== undefined && isAbbreviatedTitle(token);
}
