/** What a piece of an XML file is: running text (words, punctuation, white space) or one piece of markup. */
export type TokenKind = 'word' | 'punctuation' | 'space' | 'start' | 'end' | 'whole';

/** A piece of an XML file. The raw texts of all tokens, one after the other, are the file. */
export interface Token {
  readonly kind: TokenKind;
  /** The characters as the file has them. */
  readonly raw: string;
  /** The same for all spellings of one thing: white space of any length, characters as references, attributes in any order. */
  readonly meaning: string;
  /** By what tokens of two files are found to be the same: an end tag also says which start tag it ends. */
  readonly key: string;
  /** Offset of the first character in the file, in UTF-16 units. */
  readonly offset: number;
}

const text = /[\p{L}\p{M}\p{N}]+|\s+|[^\s]/gu;
const word = /^[\p{L}\p{M}\p{N}]/u;
const reference = /&(?:#(\d+)|#[xX]([0-9a-fA-F]+)|(\w+));/gu;
const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
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
      for (const token of textTokens(piece, at)) tokens.push(token);
      at += piece.length;
      continue;
    }
    const raw = withEndTag(xml, at, xml.slice(at, endOfMarkup(xml, at)));
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

/** Text as words, punctuation and white space. A character that is written as a reference is that character. */
function textTokens(piece: string, start: number): Token[] {
  if (!piece.includes('&'))
    return [...piece.matchAll(text)].map(({ 0: raw, index }) => textToken(raw, raw, start + index));
  // Where each character of the text begins in the file, which is where the one before it ends.
  const begins: number[] = [];
  let read = '';
  let at = 0;
  for (const match of [...piece.matchAll(reference), undefined]) {
    for (const end = match?.index ?? piece.length; at < end; at++) {
      read += piece[at] ?? '';
      begins.push(at);
    }
    if (match === undefined) break;
    const characters = characterOf(match);
    read += characters;
    for (let i = 0; i < characters.length; i++) begins.push(at);
    at += match[0].length;
  }
  begins.push(piece.length);
  return [...read.matchAll(text)].map(({ 0: meaning, index }) => {
    const from = begins[index] ?? 0;
    return textToken(piece.slice(from, begins[index + meaning.length]), meaning, start + from);
  });
}

function characterOf([raw = '', decimal, hexadecimal, name]: readonly (string | undefined)[]): string {
  if (name !== undefined) return named[name] ?? raw;
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
  return code <= 0x10ffff ? String.fromCodePoint(code) : raw;
}

function decoded(value: string): string {
  const plain = value.replace(/\s/gu, ' ');
  return plain.includes('&')
    ? plain.replace(reference, (...match) => characterOf(match as (string | undefined)[]))
    : plain;
}

function textToken(raw: string, meaning: string, offset: number): Token {
  if (/^\s/u.test(meaning)) return { kind: 'space', raw, meaning: ' ', key: ' ', offset };
  return { kind: word.test(meaning) ? 'word' : 'punctuation', raw, meaning, key: meaning, offset };
}

/** A start tag that its end tag follows at once is an empty element, written in another way. */
function withEndTag(xml: string, at: number, raw: string): string {
  if (!/^<[^/!?]/u.test(raw) || raw.endsWith('/>') || !xml.startsWith('</', at + raw.length)) return raw;
  return raw + xml.slice(at + raw.length, endOfMarkup(xml, at + raw.length));
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
  if (raw.startsWith('<?')) {
    const meaning = raw.startsWith('<?xml ') ? '<?xml?>' : raw.replace(/\s+/gu, ' ').replaceAll("'", '"');
    return { kind: 'whole', raw, meaning, key: meaning, offset };
  }
  if (raw.startsWith('<!')) return { kind: 'whole', raw, meaning: raw, key: raw, offset };
  if (raw.startsWith('</')) {
    const meaning = `</${raw.slice(2, -1).trim()}>`;
    return { kind: 'end', raw, meaning, key: `/${open.pop() ?? meaning}`, offset };
  }
  const tag = raw.slice(0, endOfMarkup(raw, 0));
  const isEmpty = raw.endsWith('/>') || tag.length < raw.length;
  const inner = tag.slice(1, tag.endsWith('/>') ? -2 : -1);
  const name = /^[^\s]+/u.exec(inner)?.[0] ?? '';
  const attributes = [...inner.slice(name.length).matchAll(attribute)]
    .map((match) => `${match[1] ?? ''}=${JSON.stringify(decoded(match[2] ?? match[3] ?? ''))}`)
    .sort();
  const meaning = `<${[name, ...attributes].join(' ')}${isEmpty ? '/' : ''}>`;
  if (!isEmpty) open.push(meaning);
  return { kind: isEmpty ? 'whole' : 'start', raw, meaning, key: meaning, offset };
}
