/** What a piece of an XML file is: running text (words, punctuation, white space) or one piece of markup. */
export type TokenKind = 'word' | 'punctuation' | 'space' | 'start' | 'end' | 'whole';

/** A piece of an XML file. The raw texts of all tokens, one after the other, are the file. */
export interface Token {
  readonly kind: TokenKind;
  /** The characters as the file has them. */
  readonly raw: string;
  /** The same for all spellings of one thing: white space of any length, a tag's attributes in any order. */
  readonly meaning: string;
  /** By what tokens of two files are found to be the same: an end tag also says which start tag it ends. */
  readonly key: string;
  /** Offset of the first character in the file, in UTF-16 units. */
  readonly offset: number;
}

const text = /[\p{L}\p{M}\p{N}]+|&[^;]*;|\s+|[^\s&]/gu;
const word = /^[\p{L}\p{M}\p{N}&]/u;
const attribute = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu;

/** Markup that ends with a fixed string, whatever stands in it (XML 1.0, sections 2.5 to 2.7). */
const fixedEnds: readonly (readonly [string, string])[] = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
];

/**
 * Takes an XML file apart into tags, comments, words, punctuation and white space.
 *
 * @param xml a well-formed document without a document type declaration; the caller has made sure of it.
 */
export function tokensOf(xml: string): Token[] {
  const tokens: Token[] = [];
  const open: string[] = [];
  let at = 0;
  while (at < xml.length) {
    if (xml[at] !== '<') {
      const end = xml.indexOf('<', at);
      const piece = xml.slice(at, end === -1 ? xml.length : end);
      for (const match of piece.matchAll(text)) tokens.push(textToken(match[0], at + match.index));
      at += piece.length;
      continue;
    }
    const raw = xml.slice(at, endOfMarkup(xml, at));
    tokens.push(markupToken(raw, at, open));
    at += raw.length;
  }
  return tokens;
}

/** True for words, punctuation and white space; false for markup. */
export function isText({ kind }: Token): boolean {
  return kind === 'word' || kind === 'punctuation' || kind === 'space';
}

/** How many words stand among some tokens. */
export function wordsIn(tokens: readonly Token[]): number {
  return tokens.filter(({ kind }) => kind === 'word').length;
}

/** The characters of some tokens. */
export function rawOf(tokens: readonly Token[]): string {
  return tokens.map(({ raw }) => raw).join('');
}

function textToken(raw: string, offset: number): Token {
  if (/^\s/u.test(raw)) return { kind: 'space', raw, meaning: ' ', key: ' ', offset };
  return { kind: word.test(raw) ? 'word' : 'punctuation', raw, meaning: raw, key: raw, offset };
}

/** The offset after the markup that begins at `start`; a `>` in an attribute's value does not end a tag. */
function endOfMarkup(xml: string, start: number): number {
  for (const [opening, closing] of fixedEnds) {
    if (!xml.startsWith(opening, start)) continue;
    const end = xml.indexOf(closing, start + opening.length);
    return end === -1 ? xml.length : end + closing.length;
  }
  let quote: string | undefined;
  for (let at = start; at < xml.length; at++) {
    const character = xml[at];
    if (quote !== undefined) {
      if (character === quote) quote = undefined;
    } else if (character === '"' || character === "'") quote = character;
    else if (character === '>') return at + 1;
  }
  return xml.length;
}

function markupToken(raw: string, offset: number, open: string[]): Token {
  if (raw.startsWith('<!') || raw.startsWith('<?')) return { kind: 'whole', raw, meaning: raw, key: raw, offset };
  if (raw.startsWith('</')) {
    const meaning = `</${raw.slice(2, -1).trim()}>`;
    return { kind: 'end', raw, meaning, key: `/${open.pop() ?? meaning}`, offset };
  }
  const isEmpty = raw.endsWith('/>');
  const inner = raw.slice(1, isEmpty ? -2 : -1);
  const name = /^[^\s]+/u.exec(inner)?.[0] ?? '';
  const attributes = [...inner.slice(name.length).matchAll(attribute)]
    .map((match) => `${match[1] ?? ''}=${JSON.stringify(match[2] ?? match[3] ?? '')}`)
    .sort();
  const meaning = `<${[name, ...attributes].join(' ')}${isEmpty ? '/' : ''}>`;
  if (!isEmpty) open.push(meaning);
  return { kind: isEmpty ? 'whole' : 'start', raw, meaning, key: meaning, offset };
}
