import { textOf, type XmlElement } from './xml-view.js';

/** Kinds of titles that name a document for machines or for a shelf, not for readers. */
const UNREAD: ReadonlySet<string> = new Set('iso-date short sort sorting filing gmd uniform filename'.split(' '));

/**
 * The titles of a document, the main one first: marked as main, else that of the document and not of its series; of
 * several, the one in the document's language. What is left keeps its order.
 *
 * @param language the document's, empty where it is not known.
 */
export function titlesOf(titles: readonly XmlElement[], language: string): XmlElement[] {
  const filled = titles.filter((title) => textOf(title) !== '');
  const read = filled.filter((title) => !UNREAD.has(title.attributes.get('type') ?? ''));
  const best = read.toSorted((a, b) => rank(a, language) - rank(b, language));
  const [main = filled[0]] = best;
  if (main === undefined) return [];
  const others = read.filter((title) => title !== main && textOf(title) !== textOf(main));
  return [main, ...others.filter((title) => isIn(title, language))];
}

/** The lower the better; equal ones keep their order. */
function rank(title: XmlElement, language: string): number {
  const type = title.attributes.get('type') ?? '';
  const level = title.attributes.get('level') ?? '';
  const kind = type === 'main' ? 0 : level === 'a' ? 1 : type === '' && level !== 's' && level !== 'j' ? 2 : 3;
  return kind * 2 + (isIn(title, language) ? 0 : 1);
}

/** True of a title in a language, or in none that the file names. */
function isIn(title: XmlElement, language: string): boolean {
  const own = title.attributes.get('xml:lang') ?? '';
  return own === '' || language === '' || primary(own) === primary(language);
}

function primary(tag: string): string {
  return tag.toLowerCase().split('-')[0] ?? '';
}
