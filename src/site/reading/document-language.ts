import { elementsAt, type XmlElement } from './xml-view.js';

/**
 * The language of a document (BCP 47): what its root or its text says, else the one language of `langUsage`, or the one
 * that most of the text is in (`@usage`). Codes of three letters become those of two where there are such (deu, de).
 *
 * @param tags what the elements around the text say, from the outside.
 */
export function documentLanguage(tags: readonly string[], header: XmlElement | undefined): string {
  const said = tags.map(languageTag).find((tag) => tag !== '');
  if (said !== undefined) return said;
  const used = elementsAt(header, 'profileDesc', 'langUsage', 'language')
    .map(({ attributes }) => ({
      tag: languageTag(attributes.get('ident') ?? ''),
      usage: Number(attributes.get('usage') ?? 0),
    }))
    .filter(({ tag }) => tag !== '');
  const [most, second] = used.toSorted((a, b) => b.usage - a.usage);
  return most !== undefined && (second === undefined || most.usage > second.usage) ? most.tag : '';
}

/** A language tag in its usual form; empty for what is none. */
export function languageTag(written: string): string {
  if (!/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$/.test(written.trim())) return '';
  try {
    return Intl.getCanonicalLocales(written.trim())[0] ?? '';
  } catch {
    return '';
  }
}
