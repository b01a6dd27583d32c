import { nearestSpelling } from '../../diagnostics/spelling.js';

/**
 * The word that was probably meant, from the first list that has one: a word that differs in case only, in any list,
 * before one that differs in letters.
 *
 * @param lists known words, the likeliest list first.
 */
export function likelySpelling(written: string, lists: readonly (readonly string[])[]): string | undefined {
  const folded = written.toLowerCase();
  for (const list of lists) {
    const same = list.find((word) => word.toLowerCase() === folded);
    if (same !== undefined) return same;
  }
  for (const list of lists) {
    const near = nearestSpelling(written, list);
    if (near !== undefined && near !== written) return near;
  }
  return undefined;
}
