import type { TeiElement, TeiNode } from '../node.js';
import { parseTei } from '../parse.js';
import type { TeiVersions } from './merge-tei.js';

/** An id that an editor points to, and that the new conversion gives to something else. */
export interface MovedTarget {
  readonly id: string;
  /** The text of the element that had the id, and of the one that has it now. */
  readonly before: string;
  readonly now: string;
}

/** Share of their words that two elements have in common, at least, if they are to be the same one. */
const SAME = 0.5;

/**
 * Ids of paragraphs are counted, so a new paragraph moves those after it; the pointers that the conversion made move
 * with them, an editor's do not.
 *
 * @returns the ids that pointers written by hand name (`#x-p4`), of elements that read quite otherwise now.
 */
export function movedTargets({ base, mine, theirs }: TeiVersions): MovedTarget[] {
  const made = pointersIn(base);
  const own = [...pointersIn(mine)].filter((id) => !made.has(id));
  if (own.length === 0) return [];
  const before = elementsOf(base);
  const now = elementsOf(theirs);
  return own.flatMap((id) => {
    const [old, current] = [before.get(id), now.get(id)];
    if (old === undefined || current === undefined) return [];
    const [was, is] = [textOf(old), textOf(current)];
    return share(was, is) >= SAME ? [] : [{ id, before: was, now: is }];
  });
}

/** The ids that attributes point to within their own file; an attribute may have several. */
function pointersIn(xml: string): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const [value] of xml.matchAll(/(?:"|')#[^"'<>]*(?:"|')/gu)) {
    for (const pointer of value.slice(1, -1).split(/\s+/u)) if (pointer.startsWith('#')) ids.add(pointer.slice(1));
  }
  return ids;
}

function elementsOf(xml: string): ReadonlyMap<string, TeiElement> {
  const elements = new Map<string, TeiElement>();
  const root = parseTei(xml).document?.root;
  const open: TeiNode[] = root === undefined ? [] : [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.kind !== 'element') continue;
    const id = node.attributes['xml:id'];
    if (id !== undefined) elements.set(id, node);
    for (const child of node.children) open.push(child);
  }
  return elements;
}

function textOf(node: TeiNode): string {
  if (node.kind === 'text') return node.text;
  return node.kind === 'element' ? node.children.map(textOf).join('') : '';
}

/** Words in common, as a share of all words of both (Dice); two elements without words are the same. */
function share(a: string, b: string): number {
  const [own, other] = [a, b].map((text) => text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []);
  const counts = new Map<string, number>();
  for (const word of own ?? []) counts.set(word, (counts.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of other ?? []) {
    const left = counts.get(word) ?? 0;
    if (left > 0) common++;
    counts.set(word, left - 1);
  }
  const all = (own?.length ?? 0) + (other?.length ?? 0);
  return all === 0 ? 1 : (2 * common) / all;
}
