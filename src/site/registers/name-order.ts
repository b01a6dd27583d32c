/** What a name is sorted by: the words that come first, and what decides between names that begin alike. */
export interface SortKey {
  readonly first: string;
  readonly rest: string;
}

/** The alphabet of a language, as registers use it. */
export interface NameOrder {
  /** Orders names as an index of the language does: surname by surname, then by what follows. */
  readonly compare: (a: SortKey, b: SortKey) => number;
  /** Orders plain words in the same alphabet. */
  readonly compareWords: (a: string, b: string) => number;
  /**
   * The letter that a name stands under: `É` under `E` in French, `Ö` a letter of its own in Swedish, `Cs` in
   * Hungarian. Names that begin with a number or a sign stand under {@link OTHER}.
   */
  readonly letterOf: (key: SortKey) => string;
}

/** What stands for everything that no letter begins. */
export const OTHER = '#';

/** Han characters are too many to be letters: all of them stand under this one. */
const HAN = '漢';

const ASCII = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Ligatures that most alphabets take for two letters. */
const LIGATURES: Readonly<Record<string, string>> = { Æ: 'AE', Œ: 'OE', ẞ: 'SS', ß: 'SS' };

/** A Latin letter after z in every alphabet: what sorts before it after one letter is no letter of its own. */
const AFTER_Z = 'ʒ';

/**
 * The order of names in a language (Unicode Technical Standard 10, with the language's tailoring in CLDR).
 *
 * @param language a BCP 47 tag; one that no alphabet is known of gets the order of all scripts together.
 */
export function nameOrder(language: string): NameOrder {
  const locale = canonical(language);
  const exact = new Intl.Collator(locale, { numeric: true });
  const base = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' });
  const compareWords = (a: string, b: string): number =>
    base.compare(a, b) || exact.compare(a, b) || (a < b ? -1 : Number(a > b));
  const letters = new Map<string, string>();
  const known = Array.from(ASCII);

  /** The letter as it is printed: one for all that the language does not tell apart. */
  const printed = (start: string): string => {
    const same = known.find((letter) => base.compare(letter, start) === 0);
    if (same !== undefined) return same;
    known.push(start);
    return start;
  };
  const isOneLetter = (letters: string): boolean => base.compare(letters.slice(0, -1) + AFTER_Z, letters) < 0;
  const letterOfStart = (start: string): string => {
    const [character = ''] = start;
    if (!/\p{L}/u.test(character)) return OTHER;
    if (/\p{Script=Han}/u.test(character)) return HAN;
    const ligature = LIGATURES[character];
    if (ligature !== undefined && base.compare(ligature, character) === 0) return ligature.slice(0, 1);
    // Two or three letters that the alphabet counts as one (Hungarian cs, dzs; Welsh ll).
    for (const length of [3, 2]) {
      const several = start.slice(0, length);
      if (/^[A-Z][A-ZŽ]+$/.test(several) && several.length === length && isOneLetter(several))
        return printed(several.slice(0, 1) + several.slice(1).toLowerCase());
    }
    const plain = character.normalize('NFD').slice(0, 1);
    return printed(/\p{L}/u.test(plain) && base.compare(plain, character) === 0 ? plain : character);
  };
  return {
    compareWords,
    compare: (a, b) => compareWords(a.first, b.first) || compareWords(a.rest, b.rest),
    letterOf: ({ first }) => {
      const start = Array.from(first.slice(0, 12).normalize('NFC').toLocaleUpperCase(locale)).slice(0, 3).join('');
      const letter = letters.get(start) ?? letterOfStart(start);
      letters.set(start, letter);
      return letter;
    },
  };
}

function canonical(language: string): string {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? 'und';
  } catch {
    return 'und';
  }
}
