import { baseLanguage } from './function-words.js';

/**
 * Endings and letter groups that Slavic words have in Latin transliteration (Library of Congress, BGN/PCGN) and words
 * of West European languages have not.
 */
const slavic =
  /(?:yye|yy|iye|yye|oye|ogo|ego|nost|ost|niye|niya|eniye|yenie|eniya|eniia|aniia|tsiia|stvie|tsiya|tsii|isty|iki|nik|niki|ovka|ovat|skiy|skaya|skoye|skii|shch|zh|kh|yu|ya|yi|aya|'|’|ata|chik|stvo|lyudi|oblast|rayon|kray|uyezd|guberniya)$|^(?:vz|vs|zh|kh|shch|tsk|mn|sr)|[bcdfghjklmnpqrstvz]['’](?:[^st]|$)|kh|zh|shch|yy|yu/iu;

/** English words that the endings would catch. */
const notSlavic = new Set(
  'they the party post most cost lost host ghost frost coast guest almost data strata errata ego logo cargo yahoo beyond you your young youth year technik music'.split(
    ' ',
  ),
);

/**
 * Whether words are of the original's language in Latin letters, from their form alone.
 *
 * @param words one or two words; longer ones are prose
 * @param language language of the text around them
 * @param original language of the original
 */
export function isTransliteration(words: string, language: string, original: string): boolean {
  if (
    !['ru', 'uk', 'bg', 'be'].includes(baseLanguage(original)) ||
    !['en', 'de', 'fr', 'hu', 'es', 'it'].includes(baseLanguage(language))
  ) {
    return false;
  }
  const list = words.trim().split(/\s+/u);
  if (list.length > 3 || !/^[\p{Ll}'’\s-]+$/u.test(words)) return false;
  const foreign = list.filter(
    (word) => word.length >= 4 && slavic.test(word) && !notSlavic.has(word) && !/['’](?:s|t|re|ve|ll|d)$/u.test(word),
  );
  return foreign.length > 0 && foreign.length >= list.length / 2;
}
