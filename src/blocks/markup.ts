import type { Difference } from '../source/difference.js';
import type { Span } from '../source/span.js';

/** What the marks of a light markup language say of the words between them. */
export interface Mark {
  /** The words, without the marks. */
  readonly span: Span;
  readonly kind: 'bold' | 'italic' | 'link';
  /** Where a link leads. */
  readonly target?: string;
}

/** The light markup (Markdown's) of a stretch of text: what it marks, and the marks as declared differences. */
export interface Markup {
  readonly marks: readonly Mark[];
  readonly differences: readonly Difference[];
}

/**
 * `<https://…>` and `<someone@example.org>`; `[words](target)`; `**words**`, `__words__`; `*words*`, `_words_`. Emphasis
 * opens before a letter and closes behind one, so a lone asterisk (a note's marker) or underscore (a gap in a form) is none.
 */
const patterns = {
  autolink: /<((?:https?:\/\/|mailto:|ftp:\/\/)[^\s<>]+|[\w.+-]+@[\w-]+\.[\w.-]+)>/gu,
  link: /\[([^[\]\n]+)\]\(([^()\s]+(?:\([^()\s]*\)[^()\s]*)*)\)/gu,
  bold: /(?<![\p{L}\p{N}*_\\])(\*\*|__)(?=[^\s*_])([^*_]{1,400}?)(?<=[^\s*_])\1(?![\p{L}\p{N}*_])/gu,
  italic: /(?<![\p{L}\p{N}*_\\])([*_])(?=[^\s*_])([^*_]{1,400}?)(?<=[^\s*_])\1(?![\p{L}\p{N}*_])/gu,
} as const;

/** Reads the markup of one chunk: the characters of `span`, which holds no empty line. */
export function readMarkup(text: string, span: Span): Markup {
  const slice = text.slice(span.start, span.end);
  const marks: Mark[] = [];
  const differences: Difference[] = [];
  const taken: Span[] = [];
  const free = (start: number, end: number): boolean => !taken.some((other) => start < other.end && other.start < end);
  const remove = (start: number, end: number): void => {
    differences.push({ span: { start, end }, replacement: '', kind: 'markup' });
  };

  if (slice.includes('<')) {
    for (const match of slice.matchAll(patterns.autolink)) {
      const start = span.start + match.index;
      const end = start + match[0].length;
      taken.push({ start, end });
      remove(start, start + 1);
      remove(end - 1, end);
      const target = match[1] ?? '';
      const isAddress = !/^[a-z]+:/iu.test(target);
      marks.push({ span: { start: start + 1, end: end - 1 }, kind: 'link', target: isAddress ? `mailto:${target}` : target });
    }
  }
  if (slice.includes('](')) {
    for (const match of slice.matchAll(patterns.link)) {
      const start = span.start + match.index;
      const end = start + match[0].length;
      if (!free(start, end)) continue;
      const labelEnd = start + 1 + (match[1]?.length ?? 0);
      taken.push({ start: labelEnd, end });
      remove(start, start + 1);
      remove(labelEnd, end);
      marks.push({ span: { start: start + 1, end: labelEnd }, kind: 'link', target: match[2] ?? '' });
    }
  }
  for (const kind of ['bold', 'italic'] as const) {
    if (!/[*_]/u.test(slice)) break;
    for (const match of slice.matchAll(patterns[kind])) {
      const start = span.start + match.index;
      const end = start + match[0].length;
      const width = match[1]?.length ?? 1;
      if (!free(start, start + width) || !free(end - width, end)) continue;
      taken.push({ start, end: start + width }, { start: end - width, end });
      remove(start, start + width);
      remove(end - width, end);
      marks.push({ span: { start: start + width, end: end - width }, kind });
    }
  }
  differences.sort((a, b) => a.span.start - b.span.start);
  marks.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  return { marks, differences };
}

/** The level and the opening mark of a Markdown heading (`## Words`), if the line is one. */
export function headingMark(text: string, line: Span): { level: number; mark: Span } | undefined {
  const match = /^(#{1,6})[ \t]+(?=\S)/u.exec(text.slice(line.start, Math.min(line.end, line.start + 12)));
  if (match === null) return undefined;
  return { level: match[1]?.length ?? 1, mark: { start: line.start, end: line.start + match[0].length } };
}

/** True for a line of rules only: `---`, `* * *`, `_____`. */
export function isRule(text: string, line: Span): boolean {
  return /^(?:[-–—_=~]{3,}|(?:[*•⁂#~+-]\s*){3,}|⁂)$/u.test(text.slice(line.start, Math.min(line.end, line.start + 100))) && line.end - line.start < 100;
}
