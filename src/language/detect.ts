import { franc } from 'franc-min';
import { languageByFunctionWords } from './function-words.js';

/** ISO 639-3 codes, as franc gives them, to the BCP 47 tags that a TEI file uses (RFC 5646: the shortest code). */
const tags: Readonly<Record<string, string>> = {
  eng: 'en', deu: 'de', fra: 'fr', rus: 'ru', hun: 'hu', spa: 'es', ita: 'it', pol: 'pl', por: 'pt', nld: 'nl', swe: 'sv',
  ces: 'cs', ron: 'ro', ukr: 'uk', bul: 'bg', srp: 'sr', hrv: 'hr', bos: 'bs', ell: 'el', tur: 'tr', cmn: 'zh', jpn: 'ja',
  kor: 'ko', arb: 'ar', heb: 'he', hin: 'hi', ben: 'bn', bel: 'be', kaz: 'kk', uzn: 'uz', fas: 'fa', pes: 'fa', vie: 'vi',
  ind: 'id', tha: 'th', swh: 'sw', azj: 'az', lat: 'la',
}; // prettier-ignore

/** Trigrams give no reliable answer for shorter texts. */
const ENOUGH = 120;

/**
 * Guesses the language of a text: by its trigrams, or a short one by its articles, prepositions and conjunctions.
 *
 * @returns a BCP 47 tag, or `und` (undetermined, ISO 639-2) where the guess is too weak.
 */
export function detectLanguage(text: string): string {
  const sample = text.slice(0, 20_000);
  const byTrigrams = sample.length < ENOUGH ? undefined : tags[franc(sample)];
  return byTrigrams ?? languageByFunctionWords(sample) ?? 'und';
}
