import type { Block } from '../blocks/block.js';
import { meetingFormula, resolutionLabel } from '../language/sections.js';
import { stageType } from '../language/stage-words.js';
import type { Division } from './division.js';
import type { GenreInput } from './genre.js';
import { enumerationAt } from './enumerations.js';
import { blockLeaf, branch, leaf, plainParts } from './parts.js';
import { quotedDocument } from './quoted-document.js';

/**
 * The parts of a stretch of a record between two headings: a speech for each label, to which the paragraphs without
 * a label belong that follow it, with stage directions where they stand.
 *
 * @param opened true under a heading that says who speaks ("SPEECH OF COM. KHRUSHCHEV"): the paragraphs before the
 *   first label are a speech then; otherwise nobody speaks in them
 */
export function speeches(input: GenreInput, blocks: readonly Block[], opened = false): Division[] {
  const parts: Division[] = [];
  let speech: { children: Division[] } | undefined = opened ? { children: [] } : undefined;
  const close = (): void => {
    const [first, ...rest] = speech?.children ?? [];
    // A label that nothing follows: nobody speaks, and TEI has no speech without words.
    if (first?.kind === 'leaf' && first.part === 'speaker' && rest.length === 0) parts.push(leaf('p', first.span));
    else if (first !== undefined) parts.push(branch('sp', [first, ...rest]));
    speech = undefined;
  };

  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i];
    if (block === undefined) continue;
    const label = input.labels.get(block);
    if (label !== undefined) {
      close();
      speech = { children: [leaf('speaker', label.span)] };
      if (label.remark < block.span.end) speech.children.push(leaf('p', { start: label.remark, end: block.span.end }));
      continue;
    }
    if (resolutionLabel.test(block.text) || meetingFormula.test(block.text)) close();
    const direction = stageDirection(block);
    if (direction !== undefined) {
      const part = blockLeaf('stage', block, { type: direction });
      if (speech === undefined || speech.children.length === 0) parts.push(part);
      else speech.children.push(part);
      continue;
    }
    // TEI has no list directly in a speech.
    const whole = quotedDocument(input, blocks, i) ?? (speech === undefined ? enumerationAt(blocks, i) : undefined);
    const children: readonly Division[] = whole === undefined ? plainParts(block) : [whole.part];
    if (whole !== undefined) i = whole.next - 1;
    if (speech === undefined) parts.push(...children);
    else speech.children.push(...children);
  }
  close();
  return parts;
}

/** The type of a stage direction that stands in a line of its own. */
export function stageDirection(block: Pick<Block, 'text'>): string | undefined {
  const inner = /^[([]([^()[\]]+)[)\]][.!]?$/u.exec(block.text)?.[1];
  return inner === undefined ? undefined : stageType(inner, false);
}
