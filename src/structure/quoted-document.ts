import type { Block } from '../blocks/block.js';
import type { Division } from './division.js';
import type { GenreInput } from './genre.js';
import { endsSentence, isPersonLine } from './line-kinds.js';
import { blockLeaf, branch, plainParts } from './parts.js';

/** The farthest that the end of a quotation is looked for, in paragraphs. */
const REACH = 60;

/**
 * A document inside a document: a quotation that opens a paragraph, does not close in it, and ends with signatures (a
 * letter read aloud) or, some paragraphs on, with its closing mark. A quotation that does neither is none: its mark
 * belongs to its paragraph.
 *
 * @returns the part, and the index of the block after it
 */
export function quotedDocument(
  input: GenreInput,
  blocks: readonly Block[],
  from: number,
): { part: Division; next: number } | undefined {
  const first = blocks[from];
  if (first === undefined || !opensWithoutClosing(first.text)) return undefined;
  const stop = Math.min(blocks.length, from + REACH);
  for (let i = from + 1; i < stop; i++) {
    const block = blocks[i];
    if (block === undefined || input.labels.has(block)) return undefined;
    if (closesQuotation(block.text)) {
      const inside = blocks.slice(from, i + 1);
      return {
        part: branch(
          'quote',
          inside.flatMap((each) => plainParts(each)),
        ),
        next: i + 1,
      };
    }
    if (isSignature(block, input.language) && i > from + 1) {
      let end = i;
      while (end < stop && isSignatureAt(blocks[end], input)) end++;
      return { part: branch('quote', [letterRead(blocks.slice(from, i), blocks.slice(i, end))]), next: end };
    }
  }
  return undefined;
}

function letterRead(text: readonly Block[], signatures: readonly Block[]): Division {
  const [salute, ...paragraphs] = text;
  const addresses = salute !== undefined && salute.text.length <= 100 && /!["”»]?$/u.test(salute.text);
  const opener = addresses ? [branch('opener', [blockLeaf('salute', salute)])] : [];
  const rest = addresses ? paragraphs : text;
  return branch(
    'floatingText',
    [
      branch('body', [
        ...opener,
        ...rest.flatMap((block) => plainParts(block)),
        branch(
          'closer',
          signatures.map((block) => blockLeaf('signed', block)),
        ),
      ]),
    ],
    { type: 'letter' },
  );
}

function isSignatureAt(block: Block | undefined, input: GenreInput): boolean {
  return block !== undefined && !input.labels.has(block) && isSignature(block, input.language);
}

function isSignature(block: Block, language: string): boolean {
  return (
    block.lines.length === 1 &&
    !endsSentence(block.text) &&
    /\s/u.test(block.text) &&
    isPersonLine(block.text, language)
  );
}

function opensWithoutClosing(text: string): boolean {
  const opening = /^["“„«]/u.exec(text)?.[0];
  if (opening === undefined) return false;
  const rest = text.slice(1);
  if (opening === '"') return !rest.includes('"');
  if (opening === '„') return !/[“”]/u.test(rest);
  if (opening === '«') return !rest.includes('»');
  return !rest.includes('”');
}

/** A paragraph that ends a quotation opened before it: it closes more than it opens. */
function closesQuotation(text: string): boolean {
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  if (count(/”/gu) > count(/[“„]/gu) || count(/»/gu) > count(/«/gu)) return true;
  return /^[^"“«„]/u.test(text) && count(/"/gu) % 2 === 1 && /"[.!?]?$/u.test(text);
}
