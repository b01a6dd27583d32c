import type { Block, BlockDocument } from '../blocks/block.js';
import type { GenreName } from '../edition/genre-name.js';
import type { Passage } from '../source/passage.js';
import type { SourceFile } from '../source/source-file.js';
import type { Division } from './division.js';
import type { SpeakerLabel } from './speaker-label.js';

export type { GenreName } from '../edition/genre-name.js';

/** What a genre sees of a document. */
export interface GenreInput {
  readonly source: SourceFile;
  readonly document: BlockDocument;
  readonly language: string;
  /** The blocks of the document's own text. */
  readonly blocks: readonly Block[];
  /** The labels of speakers, by the block that they open. */
  readonly labels: ReadonlyMap<Block, SpeakerLabel>;
  /** What an editor said that a block is (`introduction`, `head` …), by the block. */
  readonly parts: ReadonlyMap<Block, string>;
  /** A block as read. */
  passageOf(block: Block): Passage;
}

/** One observation that speaks for a genre. */
export interface Evidence {
  /** In words, for the editor: "7 of 42 paragraphs begin with a speaker's label". */
  readonly observation: string;
  /** How much it proves: 1 is a hint, 3 is as good as certain. */
  readonly weight: number;
}

/** A kind of document: how it is recognised and how its blocks become TEI's parts. */
export interface Genre {
  readonly name: GenreName;
  /** What in the text speaks for this genre. */
  evidence(input: GenreInput): readonly Evidence[];
  /** The parts of the document, inside one `div`. Every block goes into exactly one part. */
  structure(input: GenreInput): readonly Division[];
}
