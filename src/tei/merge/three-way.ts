import type { Change } from './alignment.js';
import { editsOf, inOrder } from './edits.js';
import { wordsIn, type Token } from './tokens.js';

/** Three versions of a file, taken apart. */
export interface Versions {
  readonly base: readonly Token[];
  readonly mine: readonly Token[];
  readonly theirs: readonly Token[];
}

/** A stretch of a merge: what the three versions have there, and what the merged file gets. */
export interface Region extends Versions {
  /** Undefined where both sides changed the stretch, and differently. */
  readonly merged: readonly Token[] | undefined;
  /** True where both sides changed the stretch, and one was told to go before the other. */
  readonly isPreferred?: true;
  /** Index of the first token of `mine` and `theirs` in the whole version. */
  readonly mineFrom: number;
  readonly theirsFrom: number;
}

/** One of the versions that were made from the base. */
export type Side = 'mine' | 'theirs';
interface Edit extends Change {
  readonly side: Side;
}

/**
 * Merges two versions that were made from one base (diff3, Khanna, Kunal and Pierce 2007). Unlike there, changes that
 * only touch are both taken where their order is certain: an attribute of a tag, and the word after the tag.
 *
 * @param prefer the side whose version stands where both changed a stretch differently; without it, that is a conflict.
 * @returns the stretches that were changed on one or both sides, in order, and the merged tokens where no stretch is in
 *   conflict.
 */
export function mergeThreeWays(
  versions: Versions,
  prefer?: Side,
): { readonly regions: readonly Region[]; readonly merged?: Token[] } {
  const { base, mine, theirs } = versions;
  const edits = [
    ...editsOf(base, mine).map((change): Edit => ({ ...change, side: 'mine' })),
    ...editsOf(base, theirs).map((change): Edit => ({ ...change, side: 'theirs' })),
  ].sort(inOrder);
  const regions: Region[] = [];
  const merged: Token[] = [];
  // How far an index of a side is ahead of the base's, after the changes so far.
  const ahead = { mine: 0, theirs: 0 };
  let done = 0;
  let isWhole = true;
  for (const group of groupsOf(edits, versions)) {
    const start = group[0]?.start ?? 0;
    const end = group.reduce((last, edit) => Math.max(last, edit.end), start);
    for (let i = done; i < start; i++) push(merged, base[i]);
    const side = (name: Side): readonly Token[] => {
      const from = start + ahead[name];
      for (const edit of group) if (edit.side === name) ahead[name] = edit.to - edit.end;
      return versions[name].slice(from, end + ahead[name]);
    };
    const froms = { mineFrom: start + ahead.mine, theirsFrom: start + ahead.theirs };
    const stretch = { base: base.slice(start, end), mine: side('mine'), theirs: side('theirs') };
    const agreed = settle(stretch, new Set(group.map((edit) => edit.side)));
    const isPreferred = agreed === undefined && prefer !== undefined;
    const settled = isPreferred ? stretch[prefer] : agreed;
    regions.push({ ...stretch, ...froms, merged: settled, ...(isPreferred ? { isPreferred } : {}) });
    if (settled === undefined) isWhole = false;
    else for (const token of settled) push(merged, token);
    done = end;
  }
  for (let i = done; i < base.length; i++) push(merged, base[i]);
  return isWhole ? { regions, merged } : { regions };
}

function push(tokens: Token[], token: Token | undefined): void {
  if (token !== undefined) tokens.push(token);
}

/** Changes that have to be settled together, in order. */
function groupsOf(edits: readonly Edit[], versions: Versions): Edit[][] {
  const groups: Edit[][] = [];
  for (const edit of edits) {
    const isNear = (group: readonly Edit[]): boolean =>
      group.some((other) => other.side !== edit.side && collide(other, edit, versions));
    // Before the last group there may be one that was put in at the very place where the last one begins.
    const first = groups.slice(-2).findIndex(isNear);
    if (first === -1) groups.push([edit]);
    else groups.push([...groups.splice(Math.max(0, groups.length - 2) + first).flat(), edit]);
  }
  return groups;
}

/** Whether two changes of different sides bear on the same place. */
function collide(a: Edit, b: Edit, versions: Versions): boolean {
  const isTouching = a.end === b.start || b.end === a.start;
  if (!isTouching) return a.start < b.end && b.start < a.end;
  const isPutIn = (edit: Edit): boolean => edit.start === edit.end;
  if (isPutIn(a) && isPutIn(b)) return true;
  // What was put in beside a word belongs to the word: it may be replaced by another, but not go, or become several.
  if (isPutIn(a)) return changesWordCount(b, versions);
  return isPutIn(b) && changesWordCount(a, versions);
}

function changesWordCount({ side, start, end, from, to }: Edit, versions: Versions): boolean {
  return wordsIn(versions.base.slice(start, end)) !== wordsIn(versions[side].slice(from, to));
}

/** What the merged file gets where the versions have this; undefined for a conflict. */
function settle({ base, mine, theirs }: Versions, sides: ReadonlySet<Side>): readonly Token[] | undefined {
  if (!sides.has('theirs')) return mine;
  if (!sides.has('mine')) return theirs;
  if (isSame(mine, theirs) || isSame(theirs, base)) return mine;
  if (isSame(mine, base) || isLaidOutAnew(base, mine)) return theirs;
  return base.length === 0 ? putTogether(mine, theirs) : undefined;
}

/** True where an editor's program only broke lines in another way: that gives way to what anybody said. */
function isLaidOutAnew(base: readonly Token[], mine: readonly Token[]): boolean {
  const isSpace = ({ kind }: Token): boolean => kind === 'space';
  const [was, own] = [base, mine].map((tokens) => tokens.filter((token) => !isSpace(token)));
  return isSame(was ?? [], own ?? []) && [...base, ...mine].some((token) => isSpace(token) && token.raw.includes('\n'));
}

function isSame(a: readonly Token[], b: readonly Token[]): boolean {
  return a.length === b.length && a.every(({ meaning }, i) => meaning === b[i]?.meaning);
}

/** What both sides put in at one place, where XML leaves one order only: end tags, whole elements, start tags. */
function putTogether(mine: readonly Token[], theirs: readonly Token[]): readonly Token[] | undefined {
  const [a, b] = [orderOf(mine), orderOf(theirs)];
  if (a === undefined || b === undefined || a === b) return undefined;
  return a < b ? [...mine, ...theirs] : [...theirs, ...mine];
}

function orderOf(tokens: readonly Token[]): number | undefined {
  if (tokens.every(({ kind }) => kind === 'end')) return 0;
  if (tokens.every(({ kind }) => kind === 'start')) return 2;
  let depth = 0;
  for (const [i, { kind }] of tokens.entries()) {
    if (kind === 'start') depth++;
    if (kind === 'end' && --depth < 0) return undefined;
    // Words of its own could belong before or after what the other side put in.
    if (depth === 0 && kind !== 'end' && kind !== 'whole') return undefined;
    if (i === 0 && kind === 'end') return undefined;
  }
  return depth === 0 ? 1 : undefined;
}
