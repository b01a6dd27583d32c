import { attributeOf } from '../../edition/tei-input/root-element.js';

const START = /<(?:[\w.-]+:)?teiHeader[\s>]/;
const END = /<\/(?:[\w.-]+:)?teiHeader\s*>/;

/**
 * The header of a TEI file as text, the first where there are several: that of the whole. The text of a file can be a
 * thousand times as long as its header, and is read by other means.
 */
export function headerOf(xml: string): string {
  const start = xml.search(START);
  if (start === -1) return '';
  const rest = xml.slice(start);
  const end = END.exec(rest);
  return end === null ? rest : rest.slice(0, end.index + end[0].length);
}

/** What the elements around a text say of its language, from the outside: root, text, body, its one division. */
export function languagesAround(xml: string): string[] {
  const header = xml.search(START);
  const text = xml.search(/<(?:[\w.-]+:)?text[\s>]/);
  const root = tagsOf(header === -1 ? xml.slice(0, BEGINNING) : xml.slice(0, header));
  const inside = text === -1 ? [] : tagsOf(xml.slice(text, text + BEGINNING)).slice(0, DEPTH);
  return [...root, ...inside].map((tag) => attributeOf(tag, 'xml:lang'));
}

/** How much of a text is looked at for the tags that open it, in UTF-16 units, and how many of these. */
const BEGINNING = 2000;
const DEPTH = 3;

function tagsOf(markup: string): string[] {
  return markup.match(/<(?![?!/])[^>]*>/g) ?? [];
}
