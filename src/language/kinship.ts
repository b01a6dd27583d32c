import { baseLanguage } from './function-words.js';

/** Words that say of somebody, with the relative's name after them, whose relative it is; all folded. */
const relatives: Readonly<Record<string, string>> = {
  en: 'brother sister father mother son daughter wife husband uncle aunt nephew niece cousin grandfather grandmother grandson',
  de: 'bruder schwester vater mutter sohn tochter frau mann gatte gattin onkel tante neffe nichte vetter kusine cousin cousine grossvater grossmutter',
  fr: 'frere soeur pere mere fils fille femme mari epouse epoux oncle tante neveu niece cousin cousine',
};

const possessives: Readonly<Record<string, string>> = {
  en: 'his her their',
  de: 'sein seine seinen seinem seiner seines ihr ihre ihren ihrem ihrer ihres dessen deren',
  fr: 'son sa ses leur leurs',
};

const setsOf = (lists: Readonly<Record<string, string>>): ReadonlyMap<string, ReadonlySet<string>> =>
  new Map(Object.entries(lists).map(([language, list]) => [language, new Set(list.split(' '))]));

const relativesOf = setsOf(relatives);
const possessivesOf = setsOf(possessives);

/** True for a word for a relative: "brother", "Schwester", "frère". */
export function isRelativeWord(folded: string, language: string): boolean {
  return relativesOf.get(baseLanguage(language))?.has(folded) === true;
}

/** True for a possessive of the third person, as it stands before a relative: "his", "dessen", "sa". */
export function isThirdPossessive(folded: string, language: string): boolean {
  return possessivesOf.get(baseLanguage(language))?.has(folded) === true;
}
