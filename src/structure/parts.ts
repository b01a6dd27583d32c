import type { Block } from '../blocks/block.js';
import type { Span } from '../source/span.js';
import type { Branch, BranchPart, Division, Leaf, LeafPart } from './division.js';

/** Makes a part that holds text. */
export function leaf(part: LeafPart, span: Span, attributes?: Readonly<Record<string, string>>): Leaf {
  return { kind: 'leaf', part, span, ...(attributes === undefined ? {} : { attributes }) };
}

/** Makes a part that holds parts. */
export function branch(
  part: BranchPart,
  children: readonly Division[],
  attributes?: Readonly<Record<string, string>>,
): Branch {
  return { kind: 'branch', part, children, ...(attributes === undefined ? {} : { attributes }) };
}

/** The leaf of a whole block: emphasis that covers all of it becomes the part's own `@rend`. */
export function blockLeaf(part: LeafPart, block: Block, attributes: Readonly<Record<string, string>> = {}): Leaf {
  const all = block.emphasis === undefined ? attributes : { ...attributes, rend: block.emphasis };
  return leaf(part, block.span, Object.keys(all).length === 0 ? undefined : all);
}

/**
 * The parts of a block that is nothing in particular: a paragraph; a stanza where its lines mean something; a rule
 * between sections.
 */
export function plainParts(block: Block): Division[] {
  if (block.kind === 'rule') return [blockLeaf('ab', block, { type: 'rule' })];
  // A heading where TEI allows no `head`, as inside a quotation.
  if (block.kind === 'heading') return [blockLeaf('ab', block, { type: 'heading' })];
  if (block.lines.length >= 3)
    return [
      branch(
        'lg',
        block.lines.map((line) => leaf('l', line.span)),
      ),
    ];
  return [blockLeaf('p', block)];
}

/** The items of lists of those present, and of those absent unless only the former are asked for: persons. */
export function personItems(division: Division, types: readonly string[] = ['attendees', 'absentees']): Leaf[] {
  if (division.kind === 'leaf') return [];
  if (division.part === 'list' && types.includes(division.attributes?.['type'] ?? ''))
    return leavesOf(division).filter((each) => each.part === 'item');
  return division.children.flatMap((child) => personItems(child, types));
}

/** All leaves of a division, in reading order. */
export function leavesOf(division: Division): Leaf[] {
  return division.kind === 'leaf' ? [division] : division.children.flatMap(leavesOf);
}
