import type { FieldName } from '../language/fields.js';
import type { Difference } from '../source/difference.js';
import { readPassage } from '../source/passage.js';
import type { SourceFile } from '../source/source-file.js';
import type { Span } from '../source/span.js';
import type { Mark } from './markup.js';
import type { LogicalLine } from './wrapping.js';

/** Lines that belong together: a paragraph, a heading, a group of short lines (an address, a stanza), a rule. */
export interface Block {
  readonly kind: 'paragraph' | 'heading' | 'rule';
  readonly span: Span;
  /** One for prose; several where the lines mean something. */
  readonly lines: readonly LogicalLine[];
  /** The level of a heading that the source marks as one, 1 to 6. */
  readonly level?: number;
  /** True where a form feed stands before it: the block begins a page. */
  readonly beginsPage?: boolean;
  /** Emphasis that covers the whole block. */
  readonly emphasis?: 'bold' | 'italic';
  /** The block as read, in one line: line ends, markup and moved text away. */
  readonly text: string;
}

/** A statement about the document that stands in its source beside it, for the header. */
export interface Field {
  readonly name: FieldName;
  /** The label as printed, without its colon and marks; empty where the value speaks for itself. */
  readonly label: string;
  /** The value, block by block. */
  readonly values: readonly Span[];
  /** All of it, as it stands in the source. */
  readonly span: Span;
}

/** A numbered note's own text. */
export interface NoteBody {
  /** The number or sign as printed: `7`, `*`, `a`. */
  readonly number: string;
  /** The printed number with its brackets and the blank after it. */
  readonly numberSpan: Span;
  readonly style: MarkerStyle;
  readonly paragraphs: readonly Block[];
}

/** Where a page of the source begins. */
export interface PageBreak {
  /** Offset of the page's first character. */
  readonly offset: number;
  /** Its number, where the source prints one. */
  readonly number?: string;
}

/** How a source prints the numbers of its notes. */
export type MarkerStyle = 'parenthesis' | 'bracket' | 'superscript' | 'sign' | 'caret' | 'bare';

/** A source divided into blocks, with everything that is no part of the document's own text set apart. */
export interface BlockDocument {
  readonly body: readonly Block[];
  /** A catalogue's heading before its fields: title and date as an archive's page prints them. */
  readonly catalogue: readonly Block[];
  readonly fields: readonly Field[];
  readonly notesHeading?: Block;
  readonly notes: readonly NoteBody[];
  readonly marks: readonly Mark[];
  /** Sorted by offset. */
  readonly pageBreaks: readonly PageBreak[];
  /** Sorted, not overlapping; text that moves to the header is one difference from its first character to its last. */
  readonly differences: readonly Difference[];
  /** Stretches amid paragraphs of the body that are no part of them: what stands at the foot of a page. Sorted, not overlapping. */
  readonly apart: readonly Span[];
  /** The differences inside what moves to the header: its own line ends and markup. Sorted, not overlapping. */
  readonly fieldDifferences: readonly Difference[];
}

/** A span of the source on one line, as read. */
export function readLine(source: SourceFile, span: Span, differences: readonly Difference[]): string {
  return readPassage(source.text, span, differences).text.replace(/\s+/gu, ' ').trim();
}

/** True where words at an offset of the source begin a stretch of it: marks and numbers before them aside. */
export function beginsAt(sourceText: string, span: Span, offset: number): boolean {
  return offset >= span.start && offset < span.end && !/\p{L}/u.test(sourceText.slice(span.start, offset));
}
