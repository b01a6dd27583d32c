import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.js';
import type { SourceFile } from './source-file.js';

/** The most bytes of one text: two or three times a long novel. More than that is a collection, or no text. */
const LARGEST_SOURCE = 8 * 1024 * 1024;
/** The most lines with something in them: each may become a paragraph, and memory is bounded by them. */
const MOST_LINES = 200_000;
/** UTF-16 units of a line: the longest text that every XML tool takes in one piece (10 MB in libxml2, at three bytes each). */
const LONGEST_LINE = 3_333_333;

const DIVIDE = 'Divide it into several texts, one document each.';

/** The finding of a file with more bytes than a text of an edition can have; undefined for any other file. */
export function tooLarge(path: string, size: number): Diagnostic | undefined {
  if (size <= LARGEST_SOURCE) return undefined;
  return diagnostic(
    'source/too-large',
    `The file has ${Math.ceil(size / 1024 / 1024)} MB; a text may have ${LARGEST_SOURCE / 1024 / 1024}.`,
    { file: path, help: DIVIDE },
  );
}

/** The finding of a text with more lines, or longer ones, than can be converted; undefined for any other text. */
export function tooManyLines(source: SourceFile): Diagnostic | undefined {
  const { text, lineStarts, path } = source;
  let filled = 0;
  for (const [i, start] of lineStarts.entries()) {
    const end = (lineStarts[i + 1] ?? text.length + 1) - 1;
    if (end > start) filled++;
    if (end - start > LONGEST_LINE) {
      return diagnostic(
        'source/too-large',
        `This line has ${end - start} characters; XML tools take ${LONGEST_LINE} in one piece.`,
        { file: path, position: { line: i + 1, column: 1 }, help: 'Divide it into paragraphs.' },
      );
    }
  }
  if (filled <= MOST_LINES) return undefined;
  const message = `The text has ${filled} lines; ${MOST_LINES} can be converted at a time.`;
  return diagnostic('source/too-large', message, { file: path, help: DIVIDE });
}
