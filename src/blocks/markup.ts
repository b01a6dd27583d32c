import { firstFrom, overlapsAny, type Span } from '../source/span.js';

/** What the marks of a light markup language say of the words between them. */
export interface Mark {
  /** The words, without the marks. */
  readonly span: Span;
  readonly kind: 'bold' | 'italic' | 'link';
  /** The marks before and behind the words. */
  readonly signs: readonly [Span, Span];
  /** Where a link leads. */
  readonly target?: string;
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
export function readMarkup(text: string, span: Span): Mark[] {
  const slice = text.slice(span.start, span.end);
  if (!/[<*_]|\]\(/u.test(slice)) return [];
  const marks: Mark[] = [];
  // One flag a character: what is a mark, or a link's address, can be no other mark.
  const taken = new Uint8Array(slice.length);
  const isFree = (start: number, end: number): boolean => !taken.subarray(start, end).includes(1);
  const add = (
    start: number,
    wordsStart: number,
    wordsEnd: number,
    end: number,
    mark: Pick<Mark, 'kind' | 'target'>,
  ): void => {
    taken.fill(1, start, wordsStart);
    taken.fill(1, wordsEnd, end);
    const at = (from: number, to: number): Span => ({ start: span.start + from, end: span.start + to });
    marks.push({ ...mark, span: at(wordsStart, wordsEnd), signs: [at(start, wordsStart), at(wordsEnd, end)] });
  };

  for (const match of slice.matchAll(patterns.autolink)) {
    const { index, 0: whole, 1: target = '' } = match;
    const isAddress = !/^[a-z]+:/iu.test(target);
    add(index, index + 1, index + whole.length - 1, index + whole.length, {
      kind: 'link',
      target: isAddress ? `mailto:${target}` : target,
    });
    taken.fill(1, index, index + whole.length);
  }
  for (const match of slice.matchAll(patterns.link)) {
    const { index, 0: whole, 1: words = '', 2: target = '' } = match;
    if (!isFree(index, index + whole.length)) continue;
    add(index, index + 1, index + 1 + words.length, index + whole.length, { kind: 'link', target });
  }
  for (const kind of ['bold', 'italic'] as const) {
    for (const match of slice.matchAll(patterns[kind])) {
      const { index, 0: whole, 1: sign = '' } = match;
      const end = index + whole.length;
      if (!isFree(index, index + sign.length) || !isFree(end - sign.length, end)) continue;
      add(index, index + sign.length, end - sign.length, end, { kind });
    }
  }
  return marks.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
}

/** Those of sorted marks whose words begin at one of the offsets from `first` to `last`. */
export function marksFrom(marks: readonly Mark[], first: number, last: number): Mark[] {
  const found: Mark[] = [];
  for (let i = firstFrom(marks, first); i < marks.length; i++) {
    const mark = marks[i];
    if (mark === undefined || mark.span.start > last) break;
    found.push(mark);
  }
  return found;
}

/**
 * Sets marks apart that are none: an asterisk that belongs to a note's number marks nothing, and neither does its partner.
 *
 * @param numbers sorted. @returns the other marks, and the offsets of the refused signs
 */
export function marksWithout(
  marks: readonly Mark[],
  numbers: readonly Span[],
): { own: Mark[]; refused: ReadonlySet<number> } {
  const own: Mark[] = [];
  const refused = new Set<number>();
  for (const mark of marks) {
    if (mark.signs.some((sign) => overlapsAny(sign, numbers))) for (const sign of mark.signs) refused.add(sign.start);
    else own.push(mark);
  }
  return { own, refused };
}

/** The level and the opening mark of a Markdown heading (`## Words`), if the line is one. */
export function headingMark(text: string, line: Span): { level: number; mark: Span } | undefined {
  const match = /^(#{1,6})[ \t]+(?=\S)/u.exec(text.slice(line.start, Math.min(line.end, line.start + 12)));
  if (match === null) return undefined;
  return { level: match[1]?.length ?? 1, mark: { start: line.start, end: line.start + match[0].length } };
}

/** True for a line of rules only: `---`, `* * *`, `_____`. */
export function isRule(text: string, line: Span): boolean {
  return (
    /^(?:[-–—_=~]{3,}|(?:[*•⁂#~+-]\s*){3,}|⁂)$/u.test(text.slice(line.start, Math.min(line.end, line.start + 100))) &&
    line.end - line.start < 100
  );
}
