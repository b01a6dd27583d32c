import type { Place } from './diagnostic.js';
import { indexLines, type LineIndex } from './line-index.js';
import { visible } from './visible.js';

/** Longest piece of a line that is shown; a paragraph can be one line. */
const WIDTH = 100;
/** Characters shown before the place where a line is cut. */
const LEAD = 30;

/**
 * Shows a place in its text: the line, its number, and marks under the characters that a finding is about.
 *
 *     12 | Dear Comrade Kadar,
 *        |              ^^^^^
 *
 * @param text the decoded text of `place.file`.
 * @param index the lines of `text`, where the caller has them already.
 * @returns the frame's lines, or none where the place is not known.
 */
export function codeFrame(
  text: string,
  place: Pick<Place, 'span' | 'position'>,
  index: LineIndex = indexLines(text),
): string[] {
  if (place.span === undefined && place.position === undefined) return [];
  const start =
    place.span?.start ?? index.startOf(place.position?.line ?? 1) + Math.max(0, (place.position?.column ?? 1) - 1);
  const { line, column } = index.positionOf(start);
  const whole = index.textOf(line);
  const from = column - 1 > WIDTH - LEAD ? column - 1 - LEAD : 0;
  const to = Math.min(whole.length, from + WIDTH);
  const markedEnd = Math.max(
    column,
    Math.min(to, column - 1 + (place.span === undefined ? 1 : place.span.end - start)),
  );
  const before = (from > 0 ? '…' : '') + visible(whole.slice(from, column - 1));
  const marked = visible(whole.slice(column - 1, markedEnd));
  const after = visible(whole.slice(markedEnd, to)) + (to < whole.length ? '…' : '');
  const gutter = ' '.repeat(String(line).length);
  return [
    `${line} | ${before}${marked}${after}`,
    `${gutter} | ${' '.repeat(widthOf(before))}${'^'.repeat(Math.max(1, widthOf(marked)))}`,
  ];
}

/** Columns that a terminal gives a text: combining marks take none, the wide letters of East Asia two. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text) {
    if (/\p{M}/u.test(character)) continue;
    width += /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60]/.test(character) ? 2 : 1;
  }
  return width;
}
