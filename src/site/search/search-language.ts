/** Languages whose words Pagefind knows to reduce to their stems (the Snowball stemmers). */
export const LANGUAGES_WITH_STEMS: readonly string[] =
  `ar ca da de el en es et eu fi fr ga hi hu hy id it lt ne nl no pt ro ru sr sv ta tr yi`.split(' ');

/** Languages written without blanks, whose texts Pagefind divides into words. */
export const DIVIDED_LANGUAGES: readonly string[] = ['ja', 'zh'];

/** The index of all other languages, in which words stand as they are written. */
export const OTHER_LANGUAGES = 'unknown';

/** Other tags of known languages: both written forms of Norwegian, and tags that ISO 639 has given up. */
const EQUAL: Readonly<Record<string, string>> = { nb: 'no', nn: 'no', ji: 'yi', in: 'id', cmn: 'zh' };

/**
 * The index that words of a language belong to: that of its primary language, if stems are known for it.
 *
 * @param tag a language tag (BCP 47). One that says that a text is in a script foreign to its language
 *   (`ru-Latn`) has no stems: they are known for the usual script only.
 */
export function indexLanguage(tag: string): string {
  const [primary = '', ...subtags] = tag.toLowerCase().split('-');
  const language = Object.hasOwn(EQUAL, primary) ? (EQUAL[primary] ?? primary) : primary;
  const script = subtags.find((subtag) => /^[a-z]{4}$/.test(subtag));
  const isRomanised = script === 'latn' && USUALLY_NOT_LATIN.has(language);
  const isKnown = LANGUAGES_WITH_STEMS.includes(language) || DIVIDED_LANGUAGES.includes(language);
  return isKnown && !isRomanised ? language : OTHER_LANGUAGES;
}

const USUALLY_NOT_LATIN: ReadonlySet<string> = new Set('ar el hi hy ja ne ru ta yi zh'.split(' '));
