import { beginsAt, type Block } from '../blocks/block.js';
import { readPassage, type Passage } from '../source/passage.js';
import type { SourceFile } from '../source/source-file.js';
import type { Span } from '../source/span.js';
import type { GenreName } from './genre.js';
import type { SpeakerLabel } from './speaker-label.js';

/** What an editor says of the structure of a document; offsets are those of the words that each quotes. */
export interface StructureDecisions {
  /** Where an editor divides a block. */
  readonly splits?: readonly number[];
  /** The part that the block beginning at an offset plays. */
  readonly parts?: readonly DecidedPart[];
  /** Who speaks from a place on, and the words that are the label. */
  readonly speakers?: readonly DecidedSpeaker[];
  /** Where a division of a genre begins. */
  readonly divisions?: readonly { readonly offset: number; readonly genre: GenreName }[];
}

/** A part that an editor decided on; `resp` is a pointer to the editor, ready to write. */
export interface DecidedPart {
  readonly offset: number;
  readonly part: string;
  readonly resp?: string;
}

/** A label that an editor decided on, and the register's id of the person. */
export interface DecidedSpeaker {
  readonly span: Span;
  readonly person?: string;
  readonly resp?: string;
}

/** The blocks as a genre is to see them, with what was said of them. */
export interface DecidedBlocks {
  readonly blocks: readonly Block[];
  /** What a block was said to be, by the block as the genre sees it. */
  readonly said: ReadonlyMap<Block, DecidedPart>;
  /** The blocks as they are, where the genre sees something else. */
  readonly real: ReadonlyMap<Block, Block>;
}

/** Parts that genres know how to place; the others take the place of a paragraph that no rule has anything to say of. */
const placedByGenre: ReadonlySet<string> = new Set(['introduction', 'headnote', 'head', 'speaker']);

/** Running prose that no rule takes for a heading, a label, a date or a signature. */
const PROSE = `${'and so the text goes on from one line to the next without a word that any rule could take for more, '.repeat(3)}as it is.`;

const prosePassage: Passage = readPassage(PROSE, { start: 0, end: PROSE.length }, []);

/**
 * Puts running prose in the place of each block that an editor decided on, for genres to leave alone, and marks headings
 * as such.
 */
export function decideBlocks(
  source: SourceFile,
  blocks: readonly Block[],
  parts: readonly DecidedPart[],
): DecidedBlocks {
  const said = new Map<Block, DecidedPart>();
  const real = new Map<Block, Block>();
  if (parts.length === 0) return { blocks, said, real };
  const seen = blocks.map((block) => {
    const decided = parts.find(({ offset }) => beginsAt(source.text, block.span, offset));
    if (decided === undefined) return block;
    const shown = shownAs(block, decided.part);
    said.set(shown, decided);
    if (shown !== block) real.set(shown, block);
    return shown;
  });
  return { blocks: seen, said, real };
}

/** How a genre reads blocks: those that were decided on as prose. */
export function passagesOf(
  { real, said }: DecidedBlocks,
  passageOf: (block: Block) => Passage,
): (block: Block) => Passage {
  return (block) =>
    real.has(block) && !placedByGenre.has(said.get(block)?.part ?? '') ? prosePassage : passageOf(block);
}

function shownAs(block: Block, part: string): Block {
  if (part === 'head') return { ...block, kind: 'heading', level: block.level ?? 2 };
  if (placedByGenre.has(part)) return block;
  const { emphasis } = block;
  return {
    kind: 'paragraph',
    span: block.span,
    lines: [{ span: block.span, printed: 1, indent: 0 }],
    ...(emphasis === undefined ? {} : { emphasis }),
    text: PROSE,
  };
}

/**
 * The labels of speakers with those that an editor decided on, and without those in blocks that are something else.
 *
 * @param labels as found; those of a block that an editor calls a speaker's stay as they are.
 */
export function decideLabels(
  source: SourceFile,
  { blocks, said }: DecidedBlocks,
  labels: ReadonlyMap<Block, SpeakerLabel>,
  speakers: readonly DecidedSpeaker[],
): ReadonlyMap<Block, SpeakerLabel> {
  const decided = new Map(labels);
  for (const block of blocks) {
    const speaker = speakers.find(({ span }) => beginsAt(source.text, block.span, span.start));
    if (speaker !== undefined) {
      if (!decided.has(block)) decided.set(block, labelOf(source, block, speaker.span));
    } else if (said.has(block)) decided.delete(block);
  }
  return decided;
}

function labelOf({ text }: SourceFile, block: Block, quoted: Span): SpeakerLabel {
  const quotedEnd = Math.min(quoted.end, block.span.end);
  const rest = text.slice(quotedEnd, block.span.end);
  // A hyphen ends a label as a colon does.
  const mark = /^[)\]]?\s?[.:–—-]?/u.exec(rest)?.[0].trimEnd().length ?? 0;
  const end = quotedEnd + mark;
  const blank = /^\s*/u.exec(text.slice(end, block.span.end))?.[0].length ?? 0;
  return {
    shape: 'colon',
    span: { start: block.span.start, end },
    words: text.slice(quoted.start, quotedEnd).replace(/[.:\s]+$/u, ''),
    collective: false,
    remark: end + blank,
  };
}
