import type { Difference } from '../source/difference.js';
import type { Span } from '../source/span.js';
import type { Chunk, PrintedLine } from './lines.js';

/** A line as its author meant it: one printed line, or several that only the width of the page divided. */
export interface LogicalLine {
  readonly span: Span;
  /** Printed lines in it. */
  readonly printed: number;
  readonly indent: number;
}

/** A chunk whose wrapped lines are joined; the joins are declared in `differences`. */
export interface UnwrappedChunk {
  readonly lines: readonly LogicalLine[];
  readonly differences: readonly Difference[];
}

/** No page sets prose narrower than this; shorter lines mean something (addresses, verse, signatures). */
const NARROWEST = 45;
/** No page sets prose wider than this; longer lines are paragraphs on one line. */
const WIDEST = 140;

/**
 * The width that a source's prose was wrapped at, in characters, or undefined where it was not wrapped. A line
 * is evidence of wrapping if the next line's first word would not have fitted on it.
 */
export function wrapWidth(text: string, chunks: readonly Chunk[]): number | undefined {
  const lengths: number[] = [];
  for (const chunk of chunks) {
    for (const line of chunk.lines.slice(0, -1)) lengths.push(line.span.end - line.span.start);
  }
  if (lengths.length === 0) return undefined;
  lengths.sort((a, b) => a - b);
  const width = lengths[Math.floor((lengths.length - 1) * 0.95)] ?? 0;
  if (width < NARROWEST || width > WIDEST) return undefined;
  let full = 0;
  let readingOn = 0;
  for (const chunk of chunks) {
    chunk.lines.forEach((line, i) => {
      const next = chunk.lines[i + 1];
      if (next === undefined || !isFull(text, line, next, width)) return;
      full++;
      if (/^[\p{Ll}\d]/u.test(text.slice(next.span.start, next.span.start + 2))) readingOn++;
    });
  }
  // Wrapped prose breaks anywhere in a sentence: most of its lines begin in lower case. Lists and verse do not.
  return full >= 1 && readingOn >= full * 0.4 ? width : undefined;
}

/** Joins the lines of a chunk that wrapping divided, and keeps the others apart. */
export function unwrap(text: string, chunk: Chunk, width: number | undefined, vocabulary: Vocabulary): UnwrappedChunk {
  const lines: LogicalLine[] = [];
  const differences: Difference[] = [];
  let current: { start: number; end: number; printed: number; indent: number } | undefined;
  chunk.lines.forEach((line, i) => {
    const previous = chunk.lines[i - 1];
    if (
      current !== undefined &&
      previous !== undefined &&
      width !== undefined &&
      continues(text, previous, line, width)
    ) {
      differences.push(joinLines(text, previous, line, vocabulary));
      current.end = line.span.end;
      current.printed++;
      return;
    }
    if (current !== undefined) lines.push(logicalLine(current));
    current = { start: line.span.start, end: line.span.end, printed: 1, indent: line.indent };
  });
  if (current !== undefined) lines.push(logicalLine(current));
  return { lines, differences };
}

function logicalLine(line: { start: number; end: number; printed: number; indent: number }): LogicalLine {
  return { span: { start: line.start, end: line.end }, printed: line.printed, indent: line.indent };
}

function continues(text: string, previous: PrintedLine, line: PrintedLine, width: number): boolean {
  if (previous.hardBreak && !endsBroken(text, previous)) return false;
  if (isFull(text, previous, line, width)) {
    // An indented line after a finished sentence opens a paragraph, even where the line before was full.
    return !(line.indent >= previous.indent + 2 && /[.!?:]["”»’')\]]*$/u.test(sliceOf(text, previous)));
  }
  return endsBroken(text, previous);
}

/** A line that ends within a word. */
function endsBroken(text: string, line: PrintedLine): boolean {
  return /\p{L}[-\u00AD¬]$/u.test(text.slice(line.span.start, line.span.end).slice(-2));
}

function isFull(text: string, line: PrintedLine, next: PrintedLine, width: number): boolean {
  const firstWord =
    /^\S+/.exec(text.slice(next.span.start, Math.min(next.span.end, next.span.start + width)))?.[0] ?? '';
  return line.indent + (line.span.end - line.span.start) + 1 + firstWord.length > width * 0.86;
}

/** Declares how two printed lines read as one: with a space, or, where a hyphen divided a word, without. */
export function joinLines(text: string, line: PrintedLine, next: PrintedLine, vocabulary: Vocabulary): Difference {
  const before = text.slice(Math.max(line.span.start, line.span.end - 40), line.span.end);
  const after = text.slice(next.span.start, Math.min(next.span.end, next.span.start + 40));
  const gap = { start: line.span.end, end: next.span.start };
  const left = /(\p{L}+)([-\u00AD¬])$/u.exec(before);
  const right = /^\p{L}+/u.exec(after);
  if (left?.[1] === undefined || right === null) {
    // A dash of any kind at the line end stands between words: an em dash takes no space.
    return {
      span: gap,
      replacement: /[-—]$/u.test(before) && /[\p{L}\p{N}]-$/u.test(before) ? '' : ' ',
      kind: 'line-joined',
    };
  }
  if (left[2] !== '-' || dividesWord(left[1], right[0], vocabulary)) {
    return { span: { start: gap.start - 1, end: gap.end }, replacement: '', kind: 'word-joined' };
  }
  return { span: gap, replacement: '', kind: 'line-joined' };
}

/**
 * Whether the hyphen between two halves at a line end divides one word, rather than joining a compound or
 * standing for a dash. The document's own words decide: a whole word that it has elsewhere is whole.
 */
function dividesWord(left: string, right: string, vocabulary: Vocabulary): boolean {
  const whole = left + right;
  if (vocabulary.has(whole)) return true;
  if (vocabulary.has(`${left}-${right}`)) return false;
  if (/^\p{Lu}/u.test(right)) return false;
  return !(vocabulary.has(left) && vocabulary.has(right));
}

function sliceOf(text: string, line: PrintedLine): string {
  return text.slice(line.span.start, line.span.end);
}

/** The words of a document, for what stands divided at line ends. */
export interface Vocabulary {
  has(word: string): boolean;
}

/** Collects the words of the chunks, without those that a line end may have cut. */
export function vocabularyOf(text: string, chunks: readonly Chunk[]): Vocabulary {
  const words = new Set<string>();
  for (const chunk of chunks) {
    for (const line of chunk.lines) {
      const content = sliceOf(text, line).replace(/(?<!\p{L})\p{L}+[-\u00AD¬]$/u, '');
      for (const match of content.matchAll(/\p{L}+(?:-\p{L}+)*/gu)) words.add(match[0].toLowerCase());
    }
  }
  return { has: (word) => words.has(word.toLowerCase()) };
}
