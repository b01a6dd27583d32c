import type { Position } from './diagnostic.js';

/** Finds line and column of an offset in one text; built once, each question costs a binary search. */
export interface LineIndex {
  readonly lineCount: number;
  /** 1-based line and column (UTF-16 units) of an offset; offsets beyond the text give its end. */
  positionOf(offset: number): Position;
  /** Offset of the first character of a 1-based line; lines beyond the text give its end. */
  startOf(line: number): number;
  /** The characters of a 1-based line without its line end; the empty string beyond the text. */
  textOf(line: number): string;
}

/** Indexes `text`. LF, CR LF and a lone CR each end a line (XML 1.0, section 2.11). */
export function indexLines(text: string): LineIndex {
  const starts = [0];
  for (const end of text.matchAll(/\r\n|\r|\n/g)) starts.push(end.index + end[0].length);
  const startOf = (line: number): number => (line < 1 ? 0 : (starts[line - 1] ?? text.length));
  return {
    lineCount: starts.length,
    startOf,
    textOf: (line) => {
      if (line < 1) return '';
      const start = startOf(line);
      let end = startOf(line + 1);
      while (end > start && (text[end - 1] === '\n' || text[end - 1] === '\r')) end--;
      return text.slice(start, end);
    },
    positionOf: (offset) => {
      const place = Math.max(0, Math.min(offset, text.length));
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((starts[middle] ?? 0) <= place) low = middle;
        else high = middle - 1;
      }
      return { line: low + 1, column: place - (starts[low] ?? 0) + 1 };
    },
  };
}
