/**
 * Words that a sentence cannot end with: articles, prepositions, conjunctions, possessives. A paragraph whose
 * last word is one of them was broken off, by a page end or a bad line.
 */
const words: Readonly<Record<string, string>> = {
  en: `a an the and or but nor of in on at to for from with by into upon about between among through during before after
    against without within as than that which who whom whose if because although while when where is are was were be been
    has have had will would shall should may might must can could do does did not no our your his her its their my this these
    those any some each every such so very more most other both either neither per via`,
  de: `der die das des dem den ein eine einer eines einem einen und oder aber sondern in im an am auf aus bei beim mit nach
    von vom vor zu zum zur für gegen durch ohne um über unter zwischen während wegen als wie daß dass weil wenn ob ist sind
    war waren sein seine seiner ihr ihre mein meine dein deine unser unsere kein keine nicht sehr so dieser diese dieses`,
  fr: `le la les un une des du de au aux et ou mais ni dans en sur sous à par pour avec sans entre vers chez contre depuis
    pendant que qui dont où si comme est sont était étaient a ont avait son sa ses leur leurs mon ma mes ton ta tes notre nos
    votre vos ce cet cette ces ne pas plus très l' d' qu'`,
  ru: `и или но а в во на с со к ко у о об от до из за по под над при для без между через про перед что чтобы как если когда
    где который которая которые не ни его её их мой наш ваш этот эта это эти`,
  hu: `a az egy és vagy de hogy mint ha mert nem is ki mely amely aki ez az ezt azt`,
  es: `el la los las un una de del al y o pero en con por para sin sobre entre que como si su sus mi tu no se`,
  it: `il lo la i gli le un una di del della dei delle a al alla da dal in nel nella con su per tra fra e o ma che come se non`,
  pl: `i w na z do o od po za przez dla przy nad pod bez że który która które nie się jest`,
};

const sets = new Map(Object.entries(words).map(([language, list]) => [language, new Set(list.split(/\s+/))]));

/** True where `word` (any case) is a word of `language` that a sentence does not end with; false in languages without a list. */
export function isFunctionWord(word: string, language: string): boolean {
  return sets.get(baseLanguage(language))?.has(word.toLowerCase()) ?? false;
}

/** The language that more of a text's words are function words of than of any other; undefined where two would do. */
export function languageByFunctionWords(text: string): string | undefined {
  const list = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const counts = [...sets]
    .map(([language, set]) => ({ language, count: list.filter((word) => set.has(word)).length }))
    .sort((a, b) => b.count - a.count);
  const [first, second] = counts;
  return first !== undefined && first.count >= 2 && first.count > (second?.count ?? 0) ? first.language : undefined;
}

/** The language without its script and region: `ru` for `ru-Latn` (BCP 47). */
export function baseLanguage(language: string): string {
  return language.split('-', 1)[0]?.toLowerCase() ?? language;
}
