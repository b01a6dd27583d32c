import { replaceIllegalCharacters } from '../../xml/characters.js';
import { escapeAttribute } from '../../xml/escape.js';

/** Text for the content of an element or a quoted attribute; characters that no XML file may have become U+FFFD. */
export function escapeXml(text: string): string {
  return escapeAttribute(replaceIllegalCharacters(text));
}
