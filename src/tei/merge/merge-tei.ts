import { readXml } from '../xml-reader.js';
import { mergeThreeWays, type Region, type Side } from './three-way.js';
import { rawOf, tokensOf, type Token } from './tokens.js';
import { countWords, sumOfWords } from './word-count.js';

/** Three versions of a TEI file, decoded, without a byte order mark. */
export interface TeiVersions {
  /** As it was converted last. */
  readonly base: string;
  /** As an editor made it from that. */
  readonly mine: string;
  /** As it is converted now. */
  readonly theirs: string;
}

/** A place that both sides changed in different ways. Offsets are UTF-16 units in the version that they speak of. */
export interface MergeConflict {
  readonly base: string;
  readonly mine: string;
  readonly mineOffset: number;
  readonly theirs: string;
  readonly theirsOffset: number;
}

export type TeiMerge =
  /** How many places came from each side alone. */
  | { readonly kind: 'merged'; readonly xml: string; readonly fromMine: number; readonly fromTheirs: number }
  | { readonly kind: 'conflicts'; readonly conflicts: readonly MergeConflict[] }
  /** A version is no XML that can be merged, or the merged file would not be: a phrase that says which and why. */
  | { readonly kind: 'impossible'; readonly reason: string; readonly offset?: number };

/**
 * Merges what an editor changed in a TEI file with a new conversion, tag by tag and word by word. The result is
 * well-formed, and it has exactly the words that the three versions say: those of the base, with what either side took
 * away or put in. Whether it is valid is for the caller to check.
 *
 * Line ends are LF or CR LF as in the editor's version.
 *
 * @param prefer the side that is right where both changed the same, in place of a conflict.
 */
export function mergeTei(versions: TeiVersions, prefer?: Side): TeiMerge {
  const hasCrLf = /\r\n/u.test(versions.mine);
  const mine = hasCrLf ? versions.mine.replaceAll('\r\n', '\n') : versions.mine;
  const fault = readXml(mine, {});
  if (fault !== undefined) {
    const offset = hasCrLf ? offsetWithCrLf(versions.mine, fault.offset) : fault.offset;
    return { kind: 'impossible', reason: `it is not well-formed: ${fault.message}`, offset };
  }
  if (/<!DOCTYPE/u.test(mine)) return { kind: 'impossible', reason: 'it has a document type declaration' };
  if (readXml(versions.base, {}) !== undefined || readXml(versions.theirs, {}) !== undefined) {
    return { kind: 'impossible', reason: 'the conversions are not well-formed' };
  }
  const tokens = { base: tokensOf(versions.base), mine: tokensOf(mine), theirs: tokensOf(versions.theirs) };
  const { regions, merged } = mergeThreeWays(tokens, prefer);
  if (merged === undefined) {
    const place = (token: Token | undefined, whole: string): number => token?.offset ?? whole.length;
    const conflicts = regions.flatMap((region): MergeConflict[] => {
      if (region.merged !== undefined) return [];
      const mineOffset = place(tokens.mine[region.mineFrom], mine);
      return [
        {
          base: rawOf(region.base),
          mine: rawOf(region.mine),
          mineOffset: hasCrLf ? offsetWithCrLf(versions.mine, mineOffset) : mineOffset,
          theirs: rawOf(region.theirs),
          theirsOffset: place(tokens.theirs[region.theirsFrom], versions.theirs),
        },
      ];
    });
    return { kind: 'conflicts', conflicts };
  }
  const xml = rawOf(merged);
  const broken = readXml(xml, {});
  if (broken !== undefined) {
    return { kind: 'impossible', reason: `together they would not be well-formed: ${broken.message}` };
  }
  if (!hasAllWords({ ...versions, mine }, regions, xml)) {
    return { kind: 'impossible', reason: 'together they would not have the words of both' };
  }
  return {
    kind: 'merged',
    xml: hasCrLf ? xml.replaceAll('\n', '\r\n') : xml,
    fromMine: regions.filter((region) => region.merged === region.mine).length,
    fromTheirs: regions.filter((region) => region.merged === region.theirs).length,
  };
}

/** Whether no word was lost or doubled: the words of the merged file are the base's, and what each side did to them. */
function hasAllWords({ base, mine, theirs }: TeiVersions, regions: readonly Region[], merged: string): boolean {
  const before = countWords(base);
  const expected = sumOfWords([
    [countWords(mine), 1],
    [countWords(theirs), 1],
    [before, -1],
    // What both sides did alike was done once.
    ...regions.filter(isAgreed).flatMap((region): [ReadonlyMap<string, number>, number][] => [
      [wordsOf(region.mine), -1],
      [wordsOf(region.base), 1],
    ]),
    // Where one side was to be right, the other did nothing.
    ...regions
      .filter(({ isPreferred }) => isPreferred)
      .flatMap((region): [ReadonlyMap<string, number>, number][] => [
        [wordsOf(region.mine), -1],
        [wordsOf(region.theirs), -1],
        [wordsOf(region.base), 1],
        [wordsOf(region.merged ?? []), 1],
      ]),
  ]);
  return (
    sumOfWords([
      [expected, 1],
      [countWords(merged), -1],
    ]).size === 0
  );
}

/** True where both sides changed the words of a stretch, and in the same way. */
function isAgreed({ base, mine, theirs }: Region): boolean {
  const [was, own, other] = [base, mine, theirs].map((tokens) => tokens.map(({ meaning }) => meaning).join('\0'));
  return own === other && own !== was;
}

function wordsOf(tokens: readonly Token[]): ReadonlyMap<string, number> {
  return sumOfWords(tokens.filter(({ kind }) => kind === 'word').map(({ meaning }) => [new Map([[meaning, 1]]), 1]));
}

/** The offset in a text with CR LF of what stands at `offset` where line ends are one character. */
function offsetWithCrLf(text: string, offset: number): number {
  let at = 0;
  for (let left = offset; left > 0 && at < text.length; left--) at += text.startsWith('\r\n', at) ? 2 : 1;
  return at;
}
