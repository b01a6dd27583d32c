import type { Place } from './diagnostic.js';
import { indexLines, type LineIndex } from './line-index.js';

/** A stretch of a text file by lines and columns, all 1-based; columns in UTF-16 units, the end exclusive. */
export interface Region {
  readonly line: number;
  readonly column: number;
  readonly endLine?: number;
  readonly endColumn?: number;
}

/** Texts of files with their lines, each read and indexed once, when it is first asked for. */
export interface Regions {
  readonly textOf: (file: string) => string | undefined;
  /** The lines of a file; undefined where its text is not at hand. */
  readonly linesOf: (file: string) => LineIndex | undefined;
  /** Where a place is; undefined where nothing says it. The end is known only where the span and the text are. */
  readonly regionOf: (place: Partial<Place>) => Region | undefined;
}

/** @param textOf the decoded text of a file, in which the spans of its findings count; each file is asked for once. */
export function regionsOf(textOf: (file: string) => string | undefined = () => undefined): Regions {
  const texts = new Map<string, string | undefined>();
  const indexes = new Map<string, LineIndex>();
  const cachedText = (file: string): string | undefined => {
    if (!texts.has(file)) texts.set(file, textOf(file));
    return texts.get(file);
  };
  const linesOf = (file: string): LineIndex | undefined => {
    const known = indexes.get(file);
    if (known !== undefined) return known;
    const text = cachedText(file);
    if (text === undefined) return undefined;
    const index = indexLines(text);
    indexes.set(file, index);
    return index;
  };
  return {
    textOf: cachedText,
    linesOf,
    regionOf: ({ file, span, position }) => {
      const lines = file === undefined || span === undefined ? undefined : linesOf(file);
      const start = position ?? (span === undefined ? undefined : lines?.positionOf(span.start));
      if (start === undefined) return undefined;
      if (lines === undefined || span === undefined) return { line: start.line, column: start.column };
      const end = lines.positionOf(span.end);
      return { line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
    },
  };
}
