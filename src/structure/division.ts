import type { Passage } from '../source/passage.js';
import type { Span } from '../source/span.js';

/** Parts that hold other parts only: TEI's words for them. */
export type BranchPart =
  | 'body'
  | 'div'
  | 'opener'
  | 'closer'
  | 'address'
  | 'postscript'
  | 'sp'
  | 'list'
  | 'item'
  | 'lg'
  | 'floatingText'
  | 'quote'
  | 'note';

/** Parts that hold text: TEI's words for them. `line` is a line of a part whose lines matter (`l`, `addrLine`, `lb`). */
export type LeafPart =
  | 'head'
  | 'byline'
  | 'dateline'
  | 'salute'
  | 'signed'
  | 'addrLine'
  | 'speaker'
  | 'stage'
  | 'p'
  | 'l'
  | 'item'
  | 'ab'
  | 'pb'
  | 'label';

/** A part of a document that holds text. Its characters are those of `span`, read through the declared differences. */
export interface Leaf {
  readonly kind: 'leaf';
  readonly part: LeafPart;
  readonly span: Span;
  readonly attributes?: Readonly<Record<string, string>>;
}

/** A part of a document that holds other parts. */
export interface Branch {
  readonly kind: 'branch';
  readonly part: BranchPart;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly children: readonly Division[];
}

/** A document's structure: a tree whose leaves, in order, hold every character of the document's own text. */
export type Division = Branch | Leaf;

/** What a recogniser sees of a leaf: its text as read, and the part it plays. */
export interface PartPassage extends Passage {
  readonly part: LeafPart;
  /** True for an item of a list of those present or absent: a person, whatever the name. */
  readonly isPerson?: true;
  /** The number of the note that the passage stands in, or undefined in the document's own text. */
  readonly note?: string;
}
