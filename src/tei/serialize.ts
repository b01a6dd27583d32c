import type { Span } from '../source/span.js';
import { findIllegalCharacter, isNCName, isQName } from '../xml/characters.js';
import { escapeAttribute, escapeText } from '../xml/escape.js';
import { namespaces } from '../xml/namespaces.js';
import { mayBreakLines } from './layout.js';
import { TEI_NAMESPACE, type TeiElement, type TeiInstruction, type TeiNode } from './node.js';

export interface SerializeOptions {
  /** Instructions and comments to write before the root, each on a line of its own. */
  readonly prolog?: readonly TeiNode[];
  readonly epilog?: readonly TeiNode[];
  /** Whether elements without text of their own are laid out in lines; true unless told otherwise. */
  readonly indent?: boolean;
}

/** From `offset` in the XML on (up to the next entry), the characters come from `span` of the source, if from anywhere. */
export interface Origin {
  readonly offset: number;
  readonly span: Span | undefined;
}

export interface SerializedTei {
  readonly xml: string;
  /** Sorted by offset. */
  readonly origins: readonly Origin[];
}

/** What is being written: the pieces so far and where each came from. */
interface Writing {
  readonly pieces: string[];
  length: number;
  readonly origins: Origin[];
}

/**
 * Writes a TEI document: XML declaration, prolog, root with the TEI namespace, LF line ends, the same bytes for the
 * same tree. Line breaks and indentation come only where no text can be (see `tei/layout`); no blank is added to or
 * taken from running text, and no line of it is wrapped.
 *
 * @returns the XML, and for each place in it the source span that it was made from.
 * @throws Error where the tree cannot be XML (a name or character that XML does not allow): a fault of the caller.
 */
export function serializeTei(root: TeiElement, options: SerializeOptions = {}): SerializedTei {
  const writing: Writing = { pieces: [], length: 0, origins: [] };
  write(writing, '<?xml version="1.0" encoding="UTF-8"?>\n');
  for (const node of options.prolog ?? []) {
    writeNode(writing, node, undefined, undefined);
    write(writing, '\n');
  }
  const declaresNamespace = 'xmlns' in root.attributes;
  const written = declaresNamespace ? root : { ...root, attributes: { xmlns: TEI_NAMESPACE, ...root.attributes } };
  writeNode(writing, written, undefined, options.indent === false ? undefined : 0);
  write(writing, '\n');
  for (const node of options.epilog ?? []) {
    writeNode(writing, node, undefined, undefined);
    write(writing, '\n');
  }
  return { xml: writing.pieces.join(''), origins: writing.origins };
}

/** The `xml-model` instruction that associates a schema with a document (W3C Note "Associating Schemas with XML documents"). */
export function xmlModel(href: string, schema: 'relaxng' | 'schematron'): TeiInstruction {
  const namespace = schema === 'relaxng' ? namespaces.relaxNg : namespaces.schematron;
  const data = `href="${escapeAttribute(lawful(href, 'an attribute'))}" type="application/xml" schematypens="${namespace}"`;
  return { kind: 'instruction', target: 'xml-model', data };
}

/** The source span that the character at `offset` of the XML was made from. */
export function originAt(origins: readonly Origin[], offset: number): Span | undefined {
  let low = 0;
  let high = origins.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((origins[middle]?.offset ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return origins[low - 1]?.span;
}

function write(writing: Writing, piece: string): void {
  writing.pieces.push(piece);
  writing.length += piece.length;
}

/** From here on the characters come from `span`; a second word on the same place takes the first one's. */
function mark(writing: Writing, span: Span | undefined): void {
  const last = writing.origins.at(-1);
  if (last?.span === span) return;
  if (last?.offset === writing.length) writing.origins.pop();
  writing.origins.push({ offset: writing.length, span });
}

/** `indent` is the depth to lay out at, or undefined inside running text. `around` is the origin of the parent. */
function writeNode(writing: Writing, node: TeiNode, around: Span | undefined, indent: number | undefined): void {
  switch (node.kind) {
    case 'text':
      mark(writing, node.origin ?? around);
      write(writing, escapeText(lawful(node.text, 'text')));
      mark(writing, around);
      return;
    case 'comment':
      if (node.text.includes('--') || node.text.endsWith('-'))
        throw new Error('A comment cannot hold "--" or end in "-".');
      write(writing, `<!--${lawful(node.text, 'a comment')}-->`);
      return;
    case 'instruction':
      write(writing, instruction(node));
      return;
    case 'element':
      mark(writing, node.origin ?? around);
      writeElement(writing, node, node.origin ?? around, indent);
      mark(writing, around);
  }
}

function writeElement(writing: Writing, node: TeiElement, origin: Span | undefined, indent: number | undefined): void {
  if (!isQName(node.name)) throw new Error(`"${node.name}" is no name of an XML element.`);
  const attributes = Object.entries(node.attributes).map(([name, value]) => {
    if (!isQName(name)) throw new Error(`"${name}" is no name of an XML attribute.`);
    return ` ${name}="${escapeAttribute(lawful(value, 'an attribute'))}"`;
  });
  const start = `<${node.name}${attributes.join('')}`;
  const children = node.children.filter((child) => child.kind !== 'text' || child.text !== '');
  if (children.length === 0) {
    write(writing, `${start}/>`);
    return;
  }
  write(writing, `${start}>`);
  const inner = indent !== undefined && isLaidOut(node, children) ? indent + 1 : undefined;
  for (const child of children) {
    if (inner !== undefined) write(writing, `\n${'  '.repeat(inner)}`);
    writeNode(writing, child, origin, inner);
  }
  if (inner !== undefined) write(writing, `\n${'  '.repeat(inner - 1)}`);
  write(writing, `</${node.name}>`);
}

function isLaidOut(node: TeiElement, children: readonly TeiNode[]): boolean {
  if (node.attributes['xml:space'] === 'preserve' || children.some((child) => child.kind === 'text')) return false;
  return mayBreakLines(
    node.name,
    children.flatMap((child) => (child.kind === 'element' ? [child.name] : [])),
  );
}

function instruction({ target, data }: TeiInstruction): string {
  if (!isNCName(target) || target.toLowerCase() === 'xml')
    throw new Error(`"${target}" is no target of an instruction.`);
  if (data.includes('?>')) throw new Error('An instruction cannot hold "?>".');
  return `<?${target}${data === '' ? '' : ' '}${lawful(data, 'an instruction')}?>`;
}

function lawful(text: string, where: string): string {
  const at = findIllegalCharacter(text);
  if (at === -1) return text;
  const code = (text.codePointAt(at) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  throw new Error(`U+${code} cannot stand in ${where}: XML 1.0 does not allow it.`);
}
