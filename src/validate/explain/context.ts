import type { LineIndex } from '../../diagnostics/line-index.js';
import type { XmlName } from '../relax-ng/fault.js';

/** What a grammar can tell of itself. Names are each given once, in the order of the schema. */
export interface GrammarFacts {
  /** Every element that a document can have. */
  elements(): readonly XmlName[];
  /** The attributes that an element can have; none for an element that the grammar does not have. */
  attributesOf(element: XmlName): readonly XmlName[];
  /** The elements that can hold this one as a child. */
  parentsOf(element: XmlName): readonly XmlName[];
  /** Whether an element can hold characters other than white space. */
  holdsText(element: XmlName): boolean;
}

/** What the explanations of one file's faults need. */
export interface ExplainContext {
  /** The path as the user wrote it. */
  readonly file: string;
  /** The decoded text of the file, in which the faults have their offsets. */
  readonly text: string;
  readonly lines: LineIndex;
  readonly grammar: GrammarFacts;
  /** Name everything that is possible at a place, not only what is likely to be meant. */
  readonly verbose: boolean;
}
