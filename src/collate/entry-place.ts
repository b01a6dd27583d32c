import type { PlaceReading } from './readings.js';
import type { Token } from './token.js';

/** Where an entry stands in its run, in offsets of the run's text, and which blanks its readings take with them. */
export interface EntryPlace {
  readonly start: number;
  readonly end: number;
  /** Whether a blank before a reading's first word is part of the reading. */
  readonly blankBefore: boolean;
  /** Whether a blank is put after each reading that has words. */
  readonly blankAfter: boolean;
}

/** What stands around an entry. */
export interface Surroundings {
  /** The text of the run. */
  readonly text: string;
  /** The base's last token before the entry, in the same run. */
  readonly before?: Token;
  /** The base's next token after the entry, in the same run. */
  readonly after?: Token;
  /** True where all witnesses go on with that token, in the same way. */
  readonly goesOnAlike: boolean;
}

/**
 * The place of an entry. Its readings with the blanks given to them, put between what stands before and after, are what
 * each witness has. Where every witness has words, the blank before them stands outside; where one has none, the
 * blank after them goes with the words.
 */
export function placeEntry(
  base: readonly Token[],
  readings: readonly Pick<PlaceReading, 'tokens'>[],
  { text, before, after, goesOnAlike }: Surroundings,
): EntryPlace {
  const filled = readings.filter(({ tokens }) => tokens.length > 0);
  const isSpaced = ({ tokens }: Pick<PlaceReading, 'tokens'>): boolean => tokens[0]?.spaced === true;
  const [first] = base;
  const last = base.at(-1);
  const isComplete = filled.length === readings.length;
  const allSpaced = filled.every(isSpaced);
  if (isComplete && (allSpaced || !filled.some(isSpaced))) {
    return { start: first?.start ?? 0, end: last?.end ?? 0, blankBefore: false, blankAfter: false };
  }
  if (!isComplete && allSpaced && goesOnAlike && after?.spaced === true && text[after.start - 1] === ' ') {
    return { start: first?.start ?? after.start, end: after.start, blankBefore: false, blankAfter: true };
  }
  if (first === undefined || last === undefined) {
    const at = before?.end ?? 0;
    return { start: at, end: at, blankBefore: true, blankAfter: false };
  }
  const start = text[first.start - 1] === ' ' ? first.start - 1 : first.start;
  return { start, end: last.end, blankBefore: true, blankAfter: false };
}
