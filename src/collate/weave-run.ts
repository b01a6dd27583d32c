import { text, type TeiElement, type TeiNode } from '../tei/node.js';
import type { InlineRange, TextRun } from './text-blocks.js';

/** An entry of the apparatus in a run: the base's words, as half-open offsets, and the element made around them. */
export interface EntryRange {
  readonly start: number;
  readonly end: number;
  /** @param lemma the base's words with the markup inside them. */
  element(lemma: readonly TeiNode[]): TeiNode;
}

/** What stands in a run, ready to be nested. */
interface Item {
  readonly start: number;
  readonly end: number;
  element(children: readonly TeiNode[]): TeiNode;
}

/** A run with its apparatus. */
export interface WovenRun {
  readonly nodes: readonly TeiNode[];
  /** Elements of the base that had to be left out, since an entry begins inside them and ends outside, or the reverse. */
  readonly dropped: readonly TeiElement[];
}

/**
 * Puts entries of the apparatus, which do not overlap, into the running text of a block. Elements of the base stay
 * around an entry or inside its lemma; one that crosses an entry's border is left out, its words stay.
 */
export function weaveRun(run: TextRun, entries: readonly EntryRange[]): WovenRun {
  const starts = entries.map(({ start }) => start);
  const crosses = ({ start, end }: { start: number; end: number }): boolean => {
    // Entries are in order, so only the one that holds the start and the one that holds the end can be crossed.
    const first = entries[lastNotAbove(starts, start)];
    const last = entries[lastNotAbove(starts, end)];
    return (
      (first !== undefined && first.start < start && first.end > start && first.end < end) ||
      (last !== undefined && last.start > start && last.start < end && last.end > end)
    );
  };
  const kept: InlineRange[] = [];
  const dropped: TeiElement[] = [];
  for (const range of run.ranges) {
    if (crosses(range)) dropped.push(range.element);
    else kept.push(range);
  }
  const items: Item[] = [
    ...entries,
    ...run.points.map(({ offset, node }) => ({ start: offset, end: offset, element: () => node })),
    ...kept.map(({ start, end, element }) => ({
      start,
      end,
      element: (children: readonly TeiNode[]) => ({ ...element, children }),
    })),
  ];
  // Stable: at one place entries come before elements, and outer elements before inner ones. What is empty comes first.
  items.sort((a, b) => a.start - b.start || Number(b.start === b.end) - Number(a.start === a.end) || b.end - a.end);
  // One more than the text is long, so that what stands at its very end is inside.
  const { nodes } = weaveItems(run.text, items, 0, { start: 0, end: run.text.length + 1 });
  return { nodes, dropped };
}

/** The nodes between two offsets, and the first item, from `next` on, that does not begin among them. */
function weaveItems(
  words: string,
  items: readonly Item[],
  next: number,
  { start, end }: { readonly start: number; readonly end: number },
): { nodes: TeiNode[]; next: number } {
  const nodes: TeiNode[] = [];
  const addText = (from: number, to: number): void => {
    const piece = words.slice(from, to);
    if (piece !== '') nodes.push(text(piece));
  };
  let at = start;
  let index = next;
  for (let item = items[index]; item !== undefined && item.start < end; item = items[index]) {
    addText(at, item.start);
    const inner = weaveItems(words, items, index + 1, item);
    nodes.push(item.element(inner.nodes));
    at = item.end;
    index = inner.next;
  }
  addText(at, end);
  return { nodes, next: index };
}

function lastNotAbove(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
