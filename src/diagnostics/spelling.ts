/** Longest word of which the spelling is looked at: the work grows with the square of its length. */
const LONGEST = 200;

/**
 * The known word that a misspelt one was probably meant to be: the one with the fewest letters to add, drop, change
 * or swap (Damerau-Levenshtein distance), if these are at most a third of the word. Case is not looked at.
 * A word of three letters also has to begin alike, and a shorter one to differ in case only: one letter is much of them.
 *
 * @param limit the most letters that may differ, in place of the rules for a word's length.
 */
export function nearestSpelling(word: string, known: readonly string[], limit?: number): string | undefined {
  if (word.length > LONGEST) return undefined;
  const wanted = word.toLowerCase();
  const isShort = limit === undefined && wanted.length <= 3;
  let nearest: string | undefined;
  let least = (limit ?? Math.floor(wanted.length / 3)) + 1;
  for (const candidate of known) {
    if (Math.abs(candidate.length - wanted.length) >= least) continue;
    if (isShort && candidate.charAt(0).toLowerCase() !== wanted.charAt(0)) continue;
    const distance = editDistance(wanted, candidate.toLowerCase(), least);
    if (distance < least) {
      least = distance;
      nearest = candidate;
    }
  }
  return nearest;
}

/**
 * Optimal string alignment distance: row by row, two rows back for the swaps. It is given up, and `enough` returned,
 * where no way through two rows costs less than that.
 */
function editDistance(a: string, b: string, enough: number): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  let leastOfLast = 0;
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1];
      let cost = Math.min((row[j - 1] ?? 0) + 1, (last[j] ?? 0) + 1, (last[j - 1] ?? 0) + (isSame ? 0 : 1));
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (isSwap) cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      row.push(cost);
      if (cost < least) least = cost;
    }
    if (least >= enough && leastOfLast >= enough) return enough;
    leastOfLast = least;
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
