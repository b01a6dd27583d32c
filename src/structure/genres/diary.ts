import type { Block } from '../../blocks/block.js';
import type { Division } from '../division.js';
import type { Evidence, Genre } from '../genre.js';
import { isDateHeading, withoutMarkers } from '../line-kinds.js';
import { blockLeaf, branch, plainParts } from '../parts.js';
import { documentTop } from '../title.js';

/** A diary: entries, each under its date. */
export const diary: Genre = {
  name: 'diary',
  evidence: (input): readonly Evidence[] => {
    const dated = input.blocks.filter((block) => isEntryHeading(block)).length;
    return dated >= 3
      ? [{ observation: `${dated} entries are headed by a date`, weight: Math.min(4, 1 + dated / 3) }]
      : [];
  },
  structure: (input): Division[] => {
    const firstEntry = input.blocks.findIndex((block) => isEntryHeading(block));
    // The date of the first entry heads that entry, not the diary.
    const before = { ...input, blocks: input.blocks.slice(0, firstEntry === -1 ? undefined : firstEntry + 1) };
    const top = documentTop(before);
    const parts: Division[] = [...top.parts];
    let entry: Division[] | undefined;
    for (const block of input.blocks.slice(top.next)) {
      if (isEntryHeading(block)) {
        if (entry !== undefined) parts.push(branch('div', entry, { type: 'entry' }));
        entry = [blockLeaf('head', block)];
      } else (entry ?? parts).push(...plainParts(block));
    }
    if (entry !== undefined) parts.push(branch('div', entry, { type: 'entry' }));
    return parts;
  },
};

function isEntryHeading(block: Block): boolean {
  return block.kind !== 'rule' && block.lines.length === 1 && isDateHeading(withoutMarkers(block.text));
}
