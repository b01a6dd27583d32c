import type { Block } from '../blocks/block.js';
import type { Division } from './division.js';
import { blockLeaf, branch, plainParts } from './parts.js';

/** The number, letter or bullet of an item: "(a)", "1)", "2.", "–", "•". */
interface ItemLabel {
  readonly style: string;
  /** The place in the order that the label gives: 1 for `a`, `i`, `1`; undefined for bullets. */
  readonly order?: number;
}

function itemLabel(text: string): ItemLabel | undefined {
  const match = /^(?:(\()?(?:(\d{1,3})|(\p{Ll}))([.)])|([-–—•*·]))\s+(?=\S)/u.exec(text);
  if (match === null) return undefined;
  const [, open = '', figure, letter, close = '', bullet] = match;
  if (bullet !== undefined) return { style: bullet };
  if (figure !== undefined) return { style: `${open}1${close}`, order: Number(figure) };
  return { style: `${open}a${close}`, order: (letter?.codePointAt(0) ?? 0) - 0x60 };
}

/**
 * The parts of running blocks, with enumerations as lists: two or more blocks in a row that begin with the numbers or
 * letters of one style in their order, the first with the first.
 */
export function enumerations(blocks: readonly Block[]): Division[] {
  const parts: Division[] = [];
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i];
    if (block === undefined) continue;
    const list = enumerationAt(blocks, i);
    parts.push(...(list === undefined ? plainParts(block) : [list.part]));
    if (list !== undefined) i = list.next - 1;
  }
  return parts;
}

/** The enumeration that begins at a block, and the index of the block after it. */
export function enumerationAt(
  blocks: readonly Block[],
  from: number,
): { readonly part: Division; readonly next: number } | undefined {
  const items = itemsFrom(blocks, from);
  if (items.length < 2) return undefined;
  const leaves = items.map((item) => blockLeaf('item', item));
  return { part: branch('list', leaves, { rend: 'labelled' }), next: from + items.length };
}

function itemsFrom(blocks: readonly Block[], from: number): readonly Block[] {
  const first = itemLabel(blocks[from]?.text ?? '');
  if (first === undefined || (first.order !== undefined && first.order !== 1)) return [];
  const items: Block[] = [];
  for (let i = from; i < blocks.length; i++) {
    const block = blocks[i];
    const label = itemLabel(block?.text ?? '');
    if (block?.kind !== 'paragraph' || block.lines.length > 1 || label?.style !== first.style) break;
    if (first.order !== undefined && label.order !== items.length + 1) break;
    items.push(block);
  }
  return items;
}
