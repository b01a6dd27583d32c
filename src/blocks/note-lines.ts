import type { Block, MarkerStyle } from './block.js';
import { superscriptValue } from './superscripts.js';

/** A printed note number at the beginning of a line. */
export interface PrintedNumber {
  readonly number: string;
  readonly style: MarkerStyle;
  /** Characters up to the note's own text. */
  readonly length: number;
}

const numberPattern =
  /^(?:\[\^([\p{L}\p{N}_-]+)\]:\s*|\((\d{1,4}|\*{1,4})\)\.?\s*|\[(\d{1,4}|\*{1,4}|\p{Ll})\]\.?\s*|([⁰¹²³⁴-⁹]{1,4})[.)]?\s*|(\*{1,5}|†{1,3}|‡{1,3}|§{1,2}|¶)\)?\s+|(\d{1,4})[.):]?\s+)(?=\S)/u;

const styles: readonly MarkerStyle[] = ['caret', 'parenthesis', 'bracket', 'superscript', 'sign', 'bare'];

/** The number of a note that a line begins with, if it begins with one. */
export function printedNumber(line: string): PrintedNumber | undefined {
  const match = numberPattern.exec(line);
  if (match === null) return undefined;
  const parts: readonly (string | undefined)[] = match.slice(1);
  const group = parts.findIndex((part) => part !== undefined);
  const style = styles[group];
  const printed = match[group + 1];
  if (style === undefined || printed === undefined) return undefined;
  return { number: style === 'superscript' ? superscriptValue(printed) : printed, style, length: match[0].length };
}

/** A line of a block as it stands in the source; empty where the block has no such line. */
export function lineText(text: string, block: Pick<Block, 'lines'>, line: number): string {
  const span = block.lines[line]?.span;
  return span === undefined ? '' : text.slice(span.start, span.end);
}

/** The block that some following lines of a block make. */
export function blockOfLines(text: string, block: Block, lines: Block['lines']): Block {
  if (lines.length === block.lines.length) return block;
  const span = { start: lines[0]?.span.start ?? block.span.start, end: lines.at(-1)?.span.end ?? block.span.end };
  return { ...block, span, lines, text: text.slice(span.start, span.end).replace(/\s+/gu, ' ') };
}

/** A block without its printed number. @param length of the number, in characters */
export function withoutStart(block: Block, length: number): Block {
  const start = block.span.start + length;
  const [first, ...others] = block.lines;
  const lines = first === undefined ? [] : [{ ...first, span: { start, end: first.span.end } }, ...others];
  return { ...block, span: { start, end: block.span.end }, lines, text: block.text.replace(numberPattern, '') };
}
