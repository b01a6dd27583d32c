import type { Block } from '../blocks/block.js';
import type { Division } from './division.js';
import type { GenreInput } from './genre.js';
import { withoutMarkers } from './line-kinds.js';
import { blockLeaf, branch } from './parts.js';

/** A name, a dash, and what the person is, or nothing: "Kadar-a state minister.", "Kovacs Bela-", `Tildy Zoltan- "`. */
const entry = /^\p{Lu}[\p{L}'’.]+(?:\s\p{Lu}[\p{L}'’.]*){0,3}\s?[-–—:]\s?(?:["″〃”]|\p{Ll}.{0,100})?$/u;

/** Fewer entries are remarks, not a list. */
const FEWEST = 2;

/**
 * A list of persons with their offices, one a block, as notes of a meeting have the members of a government.
 *
 * @returns the list, and the index of the block after it
 */
export function personList(
  input: GenreInput,
  blocks: readonly Block[],
  from: number,
): { part: Division; next: number } | undefined {
  let next = from;
  while (next < blocks.length) {
    const block = blocks[next];
    if (
      block === undefined ||
      input.labels.has(block) ||
      block.lines.length > 1 ||
      !entry.test(withoutMarkers(block.text))
    )
      break;
    next++;
  }
  if (next - from < FEWEST) return undefined;
  const items = blocks.slice(from, next).map((block) => blockLeaf('item', block));
  return { part: branch('list', items, { type: 'persons' }), next };
}
