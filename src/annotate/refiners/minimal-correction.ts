/**
 * The words that a correction changes: of "World War 11" and "World War II" only the last. Whole words, since a
 * reader is shown words; where the correction only adds words, the word before them belongs to it.
 *
 * @returns offsets into `words`, and what stands between them in the correction
 */
export function minimalCorrection(words: string, corrected: string): { start: number; end: number; reading: string } {
  const old = tokens(words);
  const fresh = tokens(corrected);
  let before = 0;
  while (before < old.length && before < fresh.length && old[before]?.text === fresh[before]?.text) before++;
  let after = 0;
  while (
    after < old.length - before &&
    after < fresh.length - before &&
    old[old.length - 1 - after]?.text === fresh[fresh.length - 1 - after]?.text
  ) {
    after++;
  }
  // Nothing of the old words is left between: show the insertion, or the removal, with the word before it.
  if ((before + after >= old.length || before + after >= fresh.length) && before > 0) before--;
  else if (before + after >= old.length && after > 0) after--;
  const first = old[before];
  const last = old[old.length - 1 - after];
  const freshFirst = fresh[before];
  const freshLast = fresh[fresh.length - 1 - after];
  if (first === undefined || last === undefined) return { start: 0, end: words.length, reading: corrected };
  return {
    start: first.start,
    end: last.end,
    reading:
      freshFirst === undefined || freshLast === undefined ? '' : corrected.slice(freshFirst.start, freshLast.end),
  };
}

function tokens(text: string): { text: string; start: number; end: number }[] {
  return [...text.matchAll(/\S+/gu)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}
