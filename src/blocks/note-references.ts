import type { MarkerStyle } from './block.js';
import { superscriptValue } from './superscripts.js';

/** What in a text refers to a note, by the style of the note's number. The first group that took part is the number. */
const patterns: Readonly<Record<MarkerStyle, RegExp>> = {
  parenthesis: /(?<=\S ?)\((\d{1,4}|\*{1,4})\)/gu,
  bracket: /(?<=\S ?)\[(\d{1,4}|\*{1,4}|\p{Ll})\]/gu,
  superscript: /(?<=\S)([⁰¹²³⁴-⁹]{1,4})/gu,
  sign: /(?<=[\p{L}\p{P}] ?)(?<!\*)(\*{1,5}|†{1,3}|‡{1,3}|§{1,2}|¶)(?!\*)/gu,
  caret: /\[\^([\p{L}\p{N}_-]+)\](?!:)/gu,
  bare: /(?<=\S ?)(?:\((\d{1,4})\)|\[(\d{1,4})\])|(?<=[\p{L}.,;”"])(\d{1,4})(?!\d)|(?<=\S)([⁰¹²³⁴-⁹]{1,4})/gu,
};

/** Where the numbers of notes stand in a text: each style is looked for once, and only if a note has it. */
export class NoteReferences {
  private readonly found = new Map<MarkerStyle, ReadonlyMap<string, readonly number[]>>();

  constructor(private readonly text: string) {}

  /** Whether a marker for the note stands between two offsets, glued to a word or a mark of punctuation. */
  has(note: { readonly number: string; readonly style: MarkerStyle }, from: number, to: number): boolean {
    const offsets = this.offsetsOf(note.style).get(note.number) ?? [];
    let low = 0;
    let high = offsets.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((offsets[middle] ?? 0) < from) low = middle + 1;
      else high = middle;
    }
    return (offsets[low] ?? to) < to;
  }

  /** The numbers that one style of marker has in the text before an offset, in their order, with where they stand. */
  before(style: MarkerStyle, to: number): { readonly number: string; readonly offset: number }[] {
    return [...this.offsetsOf(style)]
      .flatMap(([number, offsets]) => offsets.map((offset) => ({ number, offset })))
      .filter(({ offset }) => offset < to)
      .sort((a, b) => a.offset - b.offset);
  }

  private offsetsOf(style: MarkerStyle): ReadonlyMap<string, readonly number[]> {
    const known = this.found.get(style);
    if (known !== undefined) return known;
    const offsets = new Map<string, number[]>();
    for (const match of this.text.matchAll(patterns[style])) {
      const groups: readonly (string | undefined)[] = match.slice(1);
      const printed = groups.find((group) => group !== undefined) ?? '';
      const number = style === 'superscript' || style === 'bare' ? superscriptValue(printed) : printed;
      const list = offsets.get(number);
      if (list === undefined) offsets.set(number, [match.index]);
      else list.push(match.index);
    }
    this.found.set(style, offsets);
    return offsets;
  }
}
