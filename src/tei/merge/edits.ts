import { changesBetween, type Change } from './alignment.js';
import { isText, wordsIn, type Token } from './tokens.js';

/** Tokens between two changes, at most, for them to be one. */
const NEAR = 6;

/**
 * What was changed from one version of a file to another, in units that belong together: tokens that are the same in
 * both versions lie between them, but for a single word between two changed ones, which belongs to both.
 *
 * @returns changes in order, by indices of tokens. One that only spells a thing in another way is a change too.
 */
export function editsOf(old: readonly Token[], current: readonly Token[]): Change[] {
  const changes = changesBetween(
    old.map(({ key }) => key),
    current.map(({ key }) => key),
  );
  return joined(
    old,
    current,
    [...changes.flatMap((change) => trimmed(old, current, change)), ...respelled(old, current, changes)].sort(inOrder),
  );
}

/** The order of changes in the old version; what is put in at a place comes before what is changed from there on. */
export function inOrder(a: Change, b: Change): number {
  return a.start - b.start || a.end - b.end;
}

/** A change without what is written alike at its ends; nothing where that is all (an end tag of a changed start tag). */
function trimmed(old: readonly Token[], current: readonly Token[], change: Change): Change[] {
  let { start, end, from, to } = change;
  while (start < end && from < to && old[start]?.raw === current[from]?.raw) {
    start++;
    from++;
  }
  while (start < end && from < to && old[end - 1]?.raw === current[to - 1]?.raw) {
    end--;
    to--;
  }
  return start === end && from === to ? [] : [{ start, end, from, to }];
}

/** Tokens that are the same thing in both versions and written in different ways, each as a change of its own. */
function respelled(old: readonly Token[], current: readonly Token[], changes: readonly Change[]): Change[] {
  const found: Change[] = [];
  let start = 0;
  let from = 0;
  for (const next of [...changes, { start: old.length, end: 0, from: 0, to: 0 }]) {
    for (; start < next.start; start++, from++) {
      if (old[start]?.raw !== current[from]?.raw) found.push({ start, end: start + 1, from, to: from + 1 });
    }
    start = next.end;
    from = next.to;
  }
  return found;
}

/** Two changes of words with at most one word between them are one: somebody wrote that passage anew. */
function joined(old: readonly Token[], current: readonly Token[], changes: readonly Change[]): Change[] {
  const result: Change[] = [];
  let lastIsText = false;
  for (const change of changes) {
    const last = result.at(-1);
    const isText = changesWords(old, current, change);
    if (last !== undefined && lastIsText && isText && isNear(old, last.end, change.start)) {
      result[result.length - 1] = { start: last.start, end: change.end, from: last.from, to: change.to };
    } else result.push(change);
    lastIsText = isText;
  }
  return result;
}

function changesWords(old: readonly Token[], current: readonly Token[], { start, end, from, to }: Change): boolean {
  const tokens = [...old.slice(start, end), ...current.slice(from, to)];
  return tokens.every(isText) && tokens.some(({ kind }) => kind === 'word');
}

/** No markup and at most one word between two places; a row of punctuation is as good as several words. */
function isNear(tokens: readonly Token[], from: number, to: number): boolean {
  if (to - from > NEAR) return false;
  const between = tokens.slice(from, to);
  return between.every(isText) && wordsIn(between) <= 1;
}
