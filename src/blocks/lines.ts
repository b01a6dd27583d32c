import type { Span } from '../source/span.js';

/** One line of the source as printed. */
export interface PrintedLine {
  /** The line without the blanks around it; never empty. */
  readonly span: Span;
  /** Blanks before its first character. */
  readonly indent: number;
  /** True where two or more blanks end the line: a hard line break of Markdown. */
  readonly hardBreak: boolean;
}

/** A run of lines without an empty line between them. */
export interface Chunk {
  readonly lines: readonly PrintedLine[];
  /** Empty lines before it. */
  readonly blankBefore: number;
  /** True where a form feed (U+000C), a page break, stands before it. */
  readonly pageBefore: boolean;
}

/** Divides a text into chunks of lines, at empty lines and at form feeds. Blanks at the ends of lines are left out. */
export function readChunks(text: string): Chunk[] {
  const chunks: Chunk[] = [];
  let lines: PrintedLine[] = [];
  let blankBefore = 0;
  let pageBefore = false;

  const close = (): void => {
    if (lines.length === 0) return;
    chunks.push({ lines, blankBefore, pageBefore });
    lines = [];
    blankBefore = 0;
    pageBefore = false;
  };

  let start = 0;
  while (start < text.length) {
    let end = text.indexOf('\n', start);
    if (end === -1) end = text.length;
    for (const part of partsAtFormFeeds(text, start, end)) {
      if (part.pageBefore) {
        close();
        pageBefore = true;
      }
      const line = trimLine(text, part.start, part.end);
      if (line !== undefined) lines.push(line);
      else if (part.end === end) {
        close();
        blankBefore++;
      }
    }
    start = end + 1;
  }
  close();
  return chunks;
}

function partsAtFormFeeds(
  text: string,
  start: number,
  end: number,
): { start: number; end: number; pageBefore: boolean }[] {
  // Looked for in the line: in the whole text, each line would search all that follows.
  if (!text.slice(start, end).includes('\f')) return [{ start, end, pageBefore: false }];
  const parts = [];
  let from = start;
  let pageBefore = false;
  for (let at = text.indexOf('\f', start); at !== -1 && at < end; at = text.indexOf('\f', at + 1)) {
    parts.push({ start: from, end: at, pageBefore });
    from = at + 1;
    pageBefore = true;
  }
  parts.push({ start: from, end, pageBefore });
  return parts;
}

function trimLine(text: string, start: number, end: number): PrintedLine | undefined {
  let first = start;
  let last = end;
  while (first < last && isBlank(text.charCodeAt(first))) first++;
  while (last > first && isBlank(text.charCodeAt(last - 1))) last--;
  if (first === last) return undefined;
  return { span: { start: first, end: last }, indent: first - start, hardBreak: end - last >= 2 };
}

/** Space, tab and the no-break spaces: what a line that looks empty consists of. */
function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0xa0 || code === 0x0c || code === 0x202f || code === 0xfeff;
}
