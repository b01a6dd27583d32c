import type { Block } from '../blocks/block.js';
import type { Division } from './division.js';
import type { GenreInput } from './genre.js';
import { isSubheading } from './headings.js';
import { endsSentence, isDateline, withoutMarkers } from './line-kinds.js';
import { blockLeaf } from './parts.js';

/** What stands at the top of a document: its title, remarks under it, its date. */
export interface DocumentTop {
  readonly parts: readonly Division[];
  /** Index of the first block after it. */
  readonly next: number;
}

/** The longest title. */
const LONGEST_TITLE = 250;

/** A document's title and what belongs to it: the first lines, if they are short, no sentences and followed by more. */
export function documentTop(input: GenreInput): DocumentTop {
  const parts: Division[] = [];
  let next = 0;
  for (let i = 0; i < input.blocks.length - 1; i++) {
    const block = input.blocks[i];
    if (block === undefined || input.labels.has(block) || isIntroduction(input, block)) break;
    const hasHead = parts.length > 0;
    if (isDateline(block.text)) parts.push(blockLeaf('dateline', block));
    else if (hasHead && isSubheading(block)) parts.push(blockLeaf('head', block, { type: 'sub' }));
    // A title of several lines: the last of them stands over the date.
    else if (hasHead && isTitle(block) && isDateline(input.blocks[i + 1]?.text ?? ''))
      parts.push(blockLeaf('head', block, { type: 'sub' }));
    else if (input.parts.get(block) === 'head' || (!hasHead && isTitle(block))) parts.push(blockLeaf('head', block));
    else break;
    next = i + 1;
  }
  return { parts, next };
}

/** Whether an editor says that a block introduces the document. */
export function isIntroduction({ parts }: GenreInput, block: Block): boolean {
  return /^(?:introduction|headnote)$/u.test(parts.get(block) ?? '');
}

function isTitle(block: Block): boolean {
  if (block.kind === 'heading') return true;
  if (block.kind === 'rule') return false;
  const text = withoutMarkers(block.text);
  return (
    text.length <= LONGEST_TITLE &&
    !endsSentence(text) &&
    /^["“„«]?[\p{Lu}\d]/u.test(text) &&
    text.split(/\s+/u).length >= 2
  );
}
