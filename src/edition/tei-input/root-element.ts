/** The root element of an XML file, as its first characters say; nothing is parsed. */
export interface RootElement {
  /** Local name. */
  readonly name: string;
  readonly namespace: string;
  /** Where its start tag ends. */
  readonly end: number;
}

/**
 * Finds the root element behind the declaration, comments, instructions and a document type. Linear in what stands
 * before it.
 *
 * @returns undefined where no element begins: then the text is no XML.
 */
export function rootElementOf(text: string): RootElement | undefined {
  let position = text.startsWith('\uFEFF') ? 1 : 0;
  for (;;) {
    position = skipBlanks(text, position);
    if (text.startsWith('<?', position)) position = after(text, '?>', position);
    else if (text.startsWith('<!--', position)) position = after(text, '-->', position);
    else if (text.startsWith('<!', position)) position = endOfDoctype(text, position);
    else break;
    if (position === -1) return undefined;
  }
  const end = text.indexOf('>', position);
  if (end === -1) return undefined;
  const tag = text.slice(position, end + 1);
  const match = /^<(?:([\p{L}_][\p{L}\p{N}._-]*):)?([\p{L}_][\p{L}\p{N}._-]*)/u.exec(tag);
  if (match === null) return undefined;
  const [, prefix, name = ''] = match;
  const declaration = prefix === undefined ? 'xmlns' : `xmlns:${prefix}`;
  return { name, namespace: attributeOf(tag, declaration), end: end + 1 };
}

/** The value of an attribute in a start tag; empty where it has none. */
export function attributeOf(tag: string, name: string): string {
  for (let found = tag.indexOf(name); found !== -1; found = tag.indexOf(name, found + 1)) {
    if (!/\s/.test(tag.charAt(found - 1))) continue;
    const rest = tag.slice(found + name.length);
    const value = /^\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)')/.exec(rest);
    if (value !== null) return value[1] ?? value[2] ?? '';
  }
  return '';
}

function skipBlanks(text: string, start: number): number {
  let position = start;
  while (/\s/.test(text.charAt(position))) position++;
  return position;
}

function after(text: string, mark: string, start: number): number {
  const found = text.indexOf(mark, start);
  return found === -1 ? -1 : found + mark.length;
}

/** The end of a document type declaration; its internal subset, in brackets, may hold any number of `>`. */
function endOfDoctype(text: string, start: number): number {
  const close = text.indexOf('>', start);
  const subset = text.indexOf('[', start);
  if (subset === -1 || close < subset) return close === -1 ? -1 : close + 1;
  const end = text.indexOf(']', subset);
  return end === -1 ? -1 : after(text, '>', end);
}
