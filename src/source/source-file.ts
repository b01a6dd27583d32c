import type { Span } from './span.js';

/**
 * A source text: decoded strictly, line ends normalised to LF, and never changed afterwards. All spans of
 * all later stages are offsets into `text`.
 */
export interface SourceFile {
  /** The path as the user wrote it, for messages. */
  readonly path: string;
  readonly text: string;
  /** The encoding that the bytes were read in: a label of the WHATWG Encoding Standard (`utf-8`, `windows-1252`). */
  readonly encoding: string;
  /** Offset of the first character of each line. */
  readonly lineStarts: readonly number[];
}

/** Makes a source file of a text whose line ends are LF already. */
export function sourceFileOf(path: string, text: string, encoding = 'utf-8'): SourceFile {
  const lineStarts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lineStarts.push(at + 1);
  return { path, text, encoding, lineStarts };
}

/** The 1-based line and column (UTF-16 units) of an offset into the source's text. */
export function positionAt(source: SourceFile, offset: number): { line: number; column: number } {
  let low = 0;
  let high = source.lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((source.lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (source.lineStarts[low] ?? 0) + 1 };
}

/** Where a span of the source is, as a diagnostic says it. */
export function placeOf(
  source: SourceFile,
  span: Span,
): { file: string; span: Span; position: { line: number; column: number } } {
  return { file: source.path, span, position: positionAt(source, span.start) };
}
