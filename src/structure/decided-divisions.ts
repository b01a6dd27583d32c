import { beginsAt, type Block } from '../blocks/block.js';
import type { SourceFile } from '../source/source-file.js';
import type { DecidedBlocks } from './decided-parts.js';
import type { Division } from './division.js';
import type { GenreName } from './genre.js';
import { branch, plainParts } from './parts.js';

/** Blocks of one genre; the first stretch of a document is of the document's own. */
export interface Stretch {
  readonly blocks: readonly Block[];
  readonly genre?: GenreName;
}

/**
 * Divides a document where an editor says that a division of a genre begins. Each reaches to the next, the last to the
 * end of the text.
 *
 * @returns the stretches, the first without a genre and perhaps without blocks, and the offsets where no block begins
 */
export function stretchesOf(
  source: SourceFile,
  blocks: readonly Block[],
  divisions: readonly { readonly offset: number; readonly genre: GenreName }[],
): { readonly stretches: readonly Stretch[]; readonly unheeded: readonly number[] } {
  const starts = divisions
    .map(({ offset, genre }) => ({
      offset,
      genre,
      index: blocks.findIndex(({ span }) => beginsAt(source.text, span, offset)),
    }))
    .sort((a, b) => a.index - b.index);
  const found = starts.filter(({ index }) => index !== -1);
  return {
    stretches: [
      { blocks: blocks.slice(0, found[0]?.index) },
      ...found.map(({ index, genre }, i) => ({ blocks: blocks.slice(index, found[i + 1]?.index), genre })),
    ],
    unheeded: starts.filter(({ index }) => index === -1).map(({ offset }) => offset),
  };
}

/**
 * The introduction that an editor sees before a document, and the document. Prose and declarations know where under the
 * title theirs stands; in other genres it is all that stands up to its last paragraph.
 */
export function introductionOf(
  genre: GenreName,
  blocks: readonly Block[],
  { said }: DecidedBlocks,
): { readonly introduction: readonly Division[]; readonly rest: readonly Block[] } {
  if (genre === 'prose' || genre === 'declaration') return { introduction: [], rest: blocks };
  const last = blocks.findLastIndex((block) => /^(?:introduction|headnote)$/u.test(said.get(block)?.part ?? ''));
  if (last === -1) return { introduction: [], rest: blocks };
  const introduction = blocks.slice(0, last + 1).flatMap((block) => plainParts(block));
  const rest = blocks.slice(last + 1);
  return { introduction: [branch('div', introduction, { type: 'introduction' })], rest };
}
