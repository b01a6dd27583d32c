import { baseLanguage } from './function-words.js';

/**
 * How names change with their case: "Hannahs", "Хрущёва", "Rákosinak". A name is looked up by its stem where its
 * own form is not in the register; the register's forms are stemmed by the same rules, so a stem need not be a word.
 */
interface Endings {
  /** Endings of any part of a name, the longest first. */
  readonly every: readonly string[];
  /** Endings of the last part of a name only. */
  readonly last: readonly string[];
  /** A stem keeps at least so many letters, and never fewer than its ending had. */
  readonly stem: number;
}

const endings: Readonly<Record<string, Endings>> = {
  de: { every: [], last: ['chens', 'chen', 'lein', 'ens', 's'], stem: 3 },
  ru: {
    every: [],
    last: sorted('ого ому ыми ими ого его ему ой ей ым им ом ем ою ею ий ыи ои ии ия ию ией ием иею а я у ю ы и е о ь'),
    stem: 2,
  },
  uk: { every: [], last: sorted('ого ому ові еві ою ею ій им ом ем ий а я у ю и і е о ь'), stem: 2 },
  hu: {
    every: [],
    last: sorted(
      'nak nek ban ben bol rol tol hoz hez nal nel ra re ba be ert kent val vel al el ot et at t n ek ok ekkel okkal eknek oknak',
    ),
    stem: 3,
  },
};

/**
 * The stem of a part of a name.
 *
 * @param folded the part, folded by `foldName` (й is и there).
 * @param isLast whether it is the last part of its name.
 * @returns the stem, or the part itself where the language does not inflect names or nothing can be taken off.
 */
export function nameStem(folded: string, language: string, isLast: boolean): string {
  const rules = endings[baseLanguage(language)];
  if (rules === undefined) return folded;
  // Every part of a Russian name is inflected; of a German or Hungarian one, the last.
  const list = isLast || slavic.has(baseLanguage(language)) ? rules.last : rules.every;
  const ending = list.find(
    (item) => folded.endsWith(item) && folded.length - item.length >= Math.max(rules.stem, item.length),
  );
  const stem = ending === undefined ? folded : folded.slice(0, folded.length - ending.length);
  // "Kádárral": the ending took the last consonant's sound.
  return baseLanguage(language) === 'hu' ? stem.replace(/(.)\1$/u, '$1') : stem;
}

/** True for languages whose names are looked up by their stems as well. */
export function inflectsNames(language: string): boolean {
  return endings[baseLanguage(language)] !== undefined;
}

const slavic = new Set(['ru', 'uk']);

function sorted(list: string): string[] {
  return [...new Set(list.split(' '))].sort((a, b) => b.length - a.length);
}

/** A surname in the form that its cases share, where a language has many of them; in others the surname itself. */
export function surnameKey(folded: string, language: string): string {
  return inflectsNames(language) && baseLanguage(language) !== 'de' ? nameStem(folded, language, true) : folded;
}
