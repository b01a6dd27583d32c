/** What stands before the root element, read without a parser. */
export interface Prolog {
  /** Offset of a document type declaration, if there is one. */
  readonly doctype?: number;
  /** The version that the XML declaration says. */
  readonly version?: string;
  /** The data of each `xml-model` instruction. */
  readonly models: readonly string[];
}

/**
 * Reads a document's prolog by its delimiters alone, in linear time, so that a document type declaration is found
 * before any parser could act on it. Whatever is not XML here is left for the parser to complain of.
 */
export function readProlog(text: string): Prolog {
  const models: string[] = [];
  let version: string | undefined;
  const found = (doctype?: number): Prolog => ({
    models,
    ...(version === undefined ? {} : { version }),
    ...(doctype === undefined ? {} : { doctype }),
  });
  let at = 0;
  for (;;) {
    at = text.indexOf('<', at);
    if (at === -1) return found();
    if (text.startsWith('<!--', at)) {
      const end = text.indexOf('-->', at + 4);
      if (end === -1) return found();
      at = end + 3;
    } else if (text.startsWith('<?', at)) {
      const end = text.indexOf('?>', at + 2);
      if (end === -1) return found();
      const instruction = text.slice(at + 2, end);
      if (/^xml\s/.test(instruction)) version = /\sversion\s*=\s*["']([^"']*)["']/.exec(instruction)?.[1];
      if (/^xml-model\s/.test(instruction)) models.push(instruction.slice('xml-model'.length).trim());
      at = end + 2;
    } else {
      return /^<!doctype/i.test(text.slice(at, at + 9)) ? found(at) : found();
    }
  }
}

/**
 * Whether a document type declaration ends without declaring anything itself, between brackets: entities, with which
 * a small file can fill the memory or name other files.
 *
 * @param doctype offset of its `<!`.
 */
export function doctypeForm(text: string, doctype: number): 'plain' | 'internal-subset' | 'unclosed' {
  let quote: string | undefined;
  for (let at = doctype; at < text.length; at++) {
    const character = text.charAt(at);
    if (quote !== undefined) {
      if (character === quote) quote = undefined;
    } else if (character === '"' || character === "'") quote = character;
    else if (character === '[') return 'internal-subset';
    else if (character === '>') return 'plain';
  }
  return 'unclosed';
}
