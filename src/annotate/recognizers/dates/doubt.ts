/** Behind a date: a question mark that ends no sentence, alone or in brackets. “in May 1843? and”, “1843 (?)”. */
const doubtBehind = /^(?:\s?[([]\?[)\]]|\?(?=[,;:)\]]|\s+[\p{Ll}\d]))/u;
/** Before a date: that it is about that time, in the Latin abbreviation that scholars of all languages write. */
const doubtBefore = /(?:^|[\s([])(?:circa|ca?\.)\s?$/iu;
/** Characters around a date that are looked at. */
const REACH = 10;

/**
 * True where the words around a date say that its writer was not certain of it (TEI Guidelines, 22.1.2: `@cert`).
 *
 * @param text the text around. @param start @param end the date's own words, offsets in `text`.
 */
export function isDoubted(text: string, start: number, end: number): boolean {
  return (
    doubtBehind.test(text.slice(end, end + REACH)) || doubtBefore.test(text.slice(Math.max(0, start - REACH), start))
  );
}
