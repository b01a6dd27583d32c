/** What a place of an XML text is part of, read by delimiters alone. */
export interface MarkupPlace {
  readonly kind: 'text' | 'tag' | 'attribute value' | 'comment' | 'CDATA section' | 'processing instruction';
  /** Offset of the part's first delimiter, or of the text's first character. */
  readonly start: number;
  /** Whether the part has its closing delimiter, here or later. */
  readonly closed: boolean;
  /** Offset of the first `&` up to the place that begins no reference, if there is one. */
  readonly ampersand?: number;
}

const delimited = [
  ['<!--', '-->', 'comment'],
  ['<![CDATA[', ']]>', 'CDATA section'],
  ['<?', '?>', 'processing instruction'],
] as const;

/** A reference as it must look; what it refers to is the parser's business (XML 1.0, section 4.1). */
const reference = /&(?:#[^;&<\s]*|[\p{L}_:][\p{L}\p{M}\p{N}_:.·-]*);/uy;

/**
 * Reads `text` from its beginning to `offset` once, in linear time, and tells where that is. It is meant for a place
 * at which a parser gave up: what stands before is well-formed, but for an `&` that the parser has not yet refused.
 */
export function scanMarkup(text: string, offset: number): MarkupPlace {
  let at = 0;
  let kind = 'text' as MarkupPlace['kind'];
  let start = 0;
  let quote = '';
  let tag = 0;
  const enter = (next: MarkupPlace['kind'], from: number): void => {
    kind = next;
    start = from;
  };
  while (at <= offset && at < text.length) {
    const character = text.charAt(at);
    if (character === '&' && kind !== 'tag') {
      reference.lastIndex = at;
      if (!reference.test(text)) return { kind, start, closed: true, ampersand: at };
    } else if (kind === 'attribute value') {
      if (character === quote) enter('tag', tag);
    } else if (kind === 'tag') {
      if (character === '>') enter('text', at + 1);
      else if (character === '"' || character === "'") {
        quote = character;
        enter('attribute value', at);
      }
    } else if (character === '<') {
      const found = delimited.find(([open]) => text.startsWith(open, at));
      if (found === undefined) {
        tag = at;
        enter('tag', at);
      } else {
        const [open, close, name] = found;
        const end = text.indexOf(close, at + open.length);
        if (end === -1 || end + close.length > offset) return { kind: name, start: at, closed: end !== -1 };
        at = end + close.length;
        enter('text', at);
        continue;
      }
    }
    at++;
  }
  const closer = kind === 'attribute value' ? quote : '>';
  return { kind, start, closed: kind === 'text' || text.includes(closer, start + 1) };
}
