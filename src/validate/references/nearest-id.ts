import { nearestSpelling } from '../../diagnostics/spelling.js';

/** Ids that are looked at for a likeness in one run, and pairs of letters that are compared. */
const LOOKS = 20_000_000;
const COMPARISONS = 20_000_000;
/** Longer ids are not compared: nobody has misspelt one by hand. */
const LONGEST = 200;

interface Candidate {
  readonly id: string;
  readonly letters: number;
}

/**
 * Finds the id that a misspelt one was probably meant to be. Ids are kept by the digits in them, since `#p12` is
 * no misspelling of `#p13`; among thousands of numbered ids only those with the same number are compared. The work of a
 * run is bounded: when it is used up, no more ids are proposed.
 */
export class NearestIds {
  private readonly indexes = new Map<object, Map<string, Candidate[]>>();
  private looks = 0;
  private comparisons = 0;

  /** @param document whose ids they are; indexed once. @param ids all its ids. */
  nearest(id: string, document: object, ids: () => Iterable<string>): string | undefined {
    if (id.length < 2 || id.length > LONGEST || this.looks > LOOKS || this.comparisons > COMPARISONS) return undefined;
    const index = this.indexes.get(document) ?? indexOf(ids());
    this.indexes.set(document, index);
    const wanted = lettersOf(id);
    const candidates = index.get(digitsOf(id)) ?? [];
    this.looks += candidates.length;
    const limit = Math.max(1, Math.floor(id.length / 4));
    const alike = candidates.filter(
      (candidate) =>
        Math.abs(candidate.id.length - id.length) <= limit && bitCount(candidate.letters ^ wanted) <= 2 * limit,
    );
    const compared: string[] = [];
    for (const candidate of alike) {
      if (this.comparisons > COMPARISONS) break;
      this.comparisons += id.length * candidate.id.length;
      compared.push(candidate.id);
    }
    return nearestSpelling(id, compared, limit);
  }
}

function indexOf(ids: Iterable<string>): Map<string, Candidate[]> {
  const index = new Map<string, Candidate[]>();
  for (const id of ids) {
    const digits = digitsOf(id);
    const list = index.get(digits) ?? [];
    list.push({ id, letters: lettersOf(id) });
    index.set(digits, list);
  }
  return index;
}

/** The numbers in an id, without the zeros before them: `p.01-2` and `p1_2` have the same. */
function digitsOf(id: string): string {
  return (id.match(/\d+/gu) ?? []).map((number) => number.replace(/^0+(?=\d)/u, '')).join('-');
}

/** Which letters an id has, as bits: an edit changes two of them at most. */
function lettersOf(id: string): number {
  let letters = 0;
  for (const character of id.toLowerCase()) letters |= 1 << ((character.codePointAt(0) ?? 0) % 31);
  return letters;
}

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}
