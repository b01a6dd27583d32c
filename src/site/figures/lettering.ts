/** A rectangle in the units of a figure. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Widths of characters in parts of the font's size: wide enough for the sans faces that pages may be shown in. */
const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}]/u;
const NARROW = /[ .,:;'’!|ijlIftr()[\]-]/;
const BROAD = /[mwMWЖШЩЮФМЫ—…]/;

/** The room that a text needs; estimated, as no font is at hand when a site is built. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const character of text) {
    width += WIDE.test(character) ? 1.05 : NARROW.test(character) ? 0.36 : BROAD.test(character) ? 0.92 : 0.62;
  }
  return width * size;
}

/** A text that fits into `width`, with an ellipsis where something had to go. */
export function fittingText(text: string, size: number, width: number): string {
  if (textWidth(text, size) <= width) return text;
  let fitting = '';
  for (const character of text) {
    if (textWidth(`${fitting}${character}…`, size) > width) break;
    fitting += character;
  }
  return `${fitting.trimEnd()}…`;
}

/** True where two boxes share any area. */
export function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** A number as a figure prints it: one decimal at most, so that builds on any machine give the same bytes. */
export function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
