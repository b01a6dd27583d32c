import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.js';
import type { LineIndex } from '../diagnostics/line-index.js';
import type { SourceReading, SourceWords } from './source-words.js';

/** How far, in characters, an output may run ahead of the text: marks, brackets and labels of its own stand between. */
const WINDOW = 400;
/**
 * Ways to walk through text and output together. Short words can be taken for one another, so that one way fails where
 * another does not; where all words are found by any of them, none is missing.
 */
const WALKS = [
  { window: WINDOW, withAlternatives: true, withNotes: false },
  { window: WINDOW, withAlternatives: false, withNotes: false },
  { window: 40, withAlternatives: false, withNotes: false },
  { window: 40, withAlternatives: true, withNotes: true },
] as const;
/** How many findings are told one by one. */
const LIMIT = 20;
/** How many characters searches may go over, so that the check stays linear whatever the output looks like. */
const BUDGET = 100_000_000;

/** Elements that say nothing where they have no words. */
const FRAME: ReadonlySet<string> = new Set('TEI text body front back group div p ab head lg l list item'.split(' '));

/**
 * Checks that an output of a document without words is not empty: an empty page helps nobody, and mostly shows that the
 * text was looked for in the wrong place. A document of pictures, gaps or page breaks needs no words.
 */
export function checkEmptiness(
  { words, elements }: Pick<SourceReading, 'words' | 'elements'>,
  output: string,
  format: string,
  file: string,
): Diagnostic[] {
  if (words.length > 0 || output.trim() !== '' || elements.some(({ name }) => !FRAME.has(name))) return [];
  return [
    diagnostic('transform/no-text', `The document has no text, so its ${format} output is empty.`, {
      file,
      help: 'Write the text into <text><body>; a document that is not begun yet belongs into another folder.',
    }),
  ];
}

/**
 * Checks that an output holds every word of the document it was made from. The check knows nothing of
 * stylesheets: white space aside, each piece of the text has to occur in the output, in the order of the text, as a
 * piece of its own that no other piece has used. Notes may stand elsewhere, and so may anything else that
 * is found whole somewhere. An alternative reading (in `choice` or `app`) may be printed once for several occurrences.
 *
 * @param words the document's text (see {@link readSourceWords}).
 * @param output the text that a reader of the output can reach.
 */
export function checkCoverage(
  words: readonly SourceWords[],
  output: string,
  format: string,
  file: string,
  lines: LineIndex,
): Diagnostic[] {
  const printed = output.replace(/\s+/g, '');
  if (words.length > 0 && printed === '') {
    return [
      diagnostic('transform/no-text', `The ${format} output has no text, although the document has.`, {
        file,
        help: 'The document may not be TEI P5, or its text may stand in elements that are not read as text.',
      }),
    ];
  }
  let missing: SourceWords[] = [...words];
  for (const walk of WALKS) {
    const stillMissing = missingWords(words, printed, walk);
    if (stillMissing.length < missing.length) missing = stillMissing;
    if (missing.length === 0) break;
  }
  const told = missing.slice(0, LIMIT).map((piece) =>
    diagnostic('transform/text-missing', `Words of <${piece.element}> are missing in the ${format} output.`, {
      file,
      position: lines.positionOf(piece.offset),
      span: { start: piece.offset, end: piece.offset + piece.length },
      actual: piece.text.length > 80 ? `${piece.text.slice(0, 79)}…` : piece.text,
      help: 'This is a fault of the stylesheet, not of the document. Please report it with the document.',
    }),
  );
  if (missing.length > LIMIT) {
    const rest = missing.length - LIMIT;
    told.push(
      diagnostic('transform/text-missing', `Words are missing in the ${format} output at ${rest} more places.`, {
        file,
      }),
    );
  }
  return told;
}

/** The pieces of the text that do not occur in the output; white space is taken out of both already. */
function missingWords(
  words: readonly SourceWords[],
  printed: string,
  { window, withAlternatives, withNotes }: (typeof WALKS)[number],
): SourceWords[] {
  const main = words.filter(
    ({ isNote, isAlternative }) => (withNotes || !isNote) && (withAlternatives || !isAlternative),
  );
  const { inPlace, rest } = matchInOrder(main, printed, window);
  const search = new Search(rest);
  const unmatched = words.filter((piece) => !inPlace.has(piece) && !search.take(piece.text));
  const whole = new Search(printed);
  return unmatched.filter((piece) => !piece.isAlternative || !whole.has(piece.text));
}

/** Walks through text and output together: what is found in place, and what remains of either. */
function matchInOrder(
  words: readonly SourceWords[],
  printed: string,
  window: number,
): { inPlace: ReadonlySet<SourceWords>; rest: string } {
  const inPlace = new Set<SourceWords>();
  const remains: string[] = [];
  let position = 0;
  words.forEach((piece, index) => {
    let start = position;
    if (!printed.startsWith(piece.text, position)) {
      // A short word is soon found where it does not belong, so it is looked for nearby only.
      const reach = Math.min(window, 4 + 8 * piece.text.length);
      const ahead = printed.slice(position, position + reach + piece.text.length);
      const found = ahead.indexOf(piece.text);
      const next = words[index + 1];
      // Where the next piece comes first, this one stands elsewhere: `sic` before `corr`, printed the other way round.
      if (found === -1 || (next !== undefined && ahead.slice(0, found).includes(next.text))) return;
      start = position + found;
    }
    inPlace.add(piece);
    remains.push(printed.slice(position, start));
    position = start + piece.text.length;
  });
  remains.push(printed.slice(position));
  return { inPlace, rest: remains.join('\n') };
}

/** Finds pieces anywhere in a text, each character for one piece only. */
class Search {
  private readonly used: Uint8Array;
  private budget = BUDGET;
  /** Where the last pieces were found: the next one mostly follows one of them. */
  private recent: number[] = [0];

  constructor(private readonly text: string) {
    this.used = new Uint8Array(text.length);
  }

  /** Finds an unused occurrence and marks it as used. */
  take(piece: string): boolean {
    const start = this.near(piece) ?? this.anywhere(piece);
    if (start === undefined) return false;
    this.used.fill(1, start, start + piece.length);
    this.recent = [start + piece.length, ...this.recent.filter((place) => Math.abs(place - start) > WINDOW)].slice(
      0,
      4,
    );
    return true;
  }

  /** True where the piece occurs, used or not. */
  has(piece: string): boolean {
    if (this.budget <= 0) return false;
    const found = this.text.indexOf(piece);
    this.budget -= found === -1 ? this.text.length : found;
    return found !== -1;
  }

  private near(piece: string): number | undefined {
    for (const place of this.recent) {
      const found = this.text.slice(place, place + WINDOW + piece.length).indexOf(piece);
      if (found !== -1 && this.isFree(place + found, piece)) return place + found;
    }
    return undefined;
  }

  private anywhere(piece: string): number | undefined {
    for (let from = 0; this.budget > 0;) {
      const found = this.text.indexOf(piece, from);
      this.budget -= (found === -1 ? this.text.length : found + piece.length) - from;
      if (found === -1) return undefined;
      if (this.isFree(found, piece)) return found;
      from = found + 1;
    }
    return undefined;
  }

  private isFree(start: number, piece: string): boolean {
    return this.used[start] === 0 && this.used[start + piece.length - 1] === 0;
  }
}
