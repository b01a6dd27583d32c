const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

function referenceFor(character: string): string {
  return REFERENCES[character] ?? character;
}

/**
 * A text for the content of an element, of XML and of HTML alike. `>` always is a reference, so that `]]>` never stands
 * in it (XML 1.0, section 2.4); a carriage return is, since parsers take it for a line feed (section 2.11).
 */
export function escapeText(text: string): string {
  return text.replace(/[&<>\r]/gu, referenceFor);
}

/**
 * A text for an attribute in double quotes, of XML and of HTML alike: white space other than a blank is kept only as a
 * reference (XML 1.0, section 3.3.3). It may stand in content as well, where its line ends must outlast a tidying.
 */
export function escapeAttribute(value: string): string {
  return value.replace(/[&<>"\t\n\r]/gu, referenceFor);
}
