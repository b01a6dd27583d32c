import type { Block } from '../blocks/block.js';
import type { Branch, Division } from './division.js';
import type { DecidedPart } from './decided-parts.js';
import { isDateline, withoutMarkers } from './line-kinds.js';
import { blockLeaf, branch, leaf } from './parts.js';

/** A paragraph that an editor said to be something else, and what it is. */
interface Placed {
  readonly block: Block;
  readonly decided: DecidedPart;
}

/** What may stand before an opener, and behind a closer (Guidelines, 4.2). */
const tops: ReadonlySet<string> = new Set(['head', 'opener', 'byline', 'dateline']);
const bottoms: ReadonlySet<string> = new Set(['closer', 'postscript']);
const topParts: ReadonlySet<string> = new Set(['opener', 'dateline', 'address', 'salute', 'byline']);
const bottomParts: ReadonlySet<string> = new Set(['closer', 'signed', 'salute', 'dateline', 'postscript']);

/**
 * Gives paragraphs of a structure the parts that an editor said they play. Where TEI has no room for a part (an opener
 * amid the text, a list in a speech) the paragraph stays one.
 *
 * @param said the decided blocks, by the offset at which the paragraph in the structure begins
 * @param heeded receives what was done
 */
export function placeParts(
  children: readonly Division[],
  said: ReadonlyMap<number, Placed>,
  heeded: Set<DecidedPart>,
): Division[] {
  if (said.size === 0) return [...children];
  return placeIn('div', children, said, heeded);
}

function placeIn(
  parent: string,
  divisions: readonly Division[],
  said: ReadonlyMap<number, Placed>,
  heeded: Set<DecidedPart>,
): Division[] {
  const children = divisions.flatMap((child) => leavingBranch(child, said)).map((child) => within(child, said, heeded));
  const placedAt = (i: number): Placed | undefined => {
    const child = children[i];
    return child?.kind === 'leaf' && child.part === 'p' ? said.get(child.span.start) : undefined;
  };
  const parts: (Division | undefined)[] = [...children];
  const done = (i: number, part: Division, { decided }: Placed): void => {
    parts[i] = part;
    heeded.add(decided);
  };
  const isDivision = parent === 'div' || parent === 'body';
  for (let i = 0; isDivision && i < children.length; i++) {
    const placed = placedAt(i);
    if (placed !== undefined && topParts.has(placed.decided.part)) done(i, topPart(placed), placed);
    else if (!tops.has(children[i]?.part ?? '')) break;
  }
  // A closer closes something.
  for (let i = children.length - 1; isDivision && i > 0 && hasText(parts.slice(0, i)); i--) {
    const placed = placedAt(i);
    if (placed !== undefined && bottomParts.has(placed.decided.part) && !heeded.has(placed.decided)) {
      done(i, bottomPart(placed), placed);
    } else if (!bottoms.has(parts[i]?.part ?? '')) break;
  }
  children.forEach((_child, i) => {
    const placed = placedAt(i);
    if (placed === undefined || heeded.has(placed.decided)) return;
    const part = plainPart(placed, parent);
    if (part !== undefined) done(i, part, placed);
  });
  return joined(parts.filter((part) => part !== undefined));
}

/** A branch with its own children placed. */
function within(child: Division, said: ReadonlyMap<number, Placed>, heeded: Set<DecidedPart>): Division {
  if (child.kind === 'leaf') return child;
  return branch(child.part, placeIn(child.part, child.children, said, heeded), child.attributes);
}

/** A speech has no closer, and a signature is no postscript: what was said to close stands behind them. */
function leavingBranch(child: Division, said: ReadonlyMap<number, Placed>): Division[] {
  if (child.kind === 'leaf' || !(child.part === 'sp' || child.part === 'postscript')) return [child];
  const leaves = (part: string | undefined): boolean =>
    part !== undefined && bottomParts.has(part) && part !== child.part;
  let end = child.children.length;
  while (end > (child.part === 'sp' ? 1 : 0)) {
    const last = child.children[end - 1];
    if (!leaves(last?.kind === 'leaf' ? said.get(last.span.start)?.decided.part : undefined)) break;
    end--;
  }
  if (end === child.children.length) return [child];
  const kept = child.children.slice(0, end);
  return [...(kept.length === 0 ? [] : [branch(child.part, kept, child.attributes)]), ...child.children.slice(end)];
}

function hasText(parts: readonly (Division | undefined)[]): boolean {
  return parts.some((part) => part !== undefined && !tops.has(part.part));
}

function responsibility({ resp }: DecidedPart): Readonly<Record<string, string>> {
  return resp === undefined ? {} : { resp };
}

function topPart({ block, decided }: Placed): Division {
  const said = responsibility(decided);
  switch (decided.part) {
    case 'byline':
    case 'dateline':
      return blockLeaf(decided.part, block, said);
    case 'address':
      return branch('opener', [addressOf(block, said)]);
    default:
      return branch('opener', [blockLeaf(isDate(block) ? 'dateline' : 'salute', block, said)]);
  }
}

function addressOf(block: Block, attributes: Readonly<Record<string, string>>): Division {
  return branch(
    'address',
    block.lines.map((line) => leaf('addrLine', line.span)),
    attributes,
  );
}

function isDate(block: Block): boolean {
  return isDateline(withoutMarkers(block.text));
}

function bottomPart({ block, decided }: Placed): Division {
  const said = responsibility(decided);
  if (decided.part === 'postscript') return branch('postscript', [blockLeaf('p', block)], said);
  const part = decided.part === 'closer' ? (isDate(block) ? 'dateline' : 'salute') : decided.part;
  return branch('closer', [blockLeaf(part === 'signed' || part === 'dateline' ? part : 'salute', block, said)]);
}

/** A part that may stand wherever a paragraph may; undefined where it is none. */
function plainPart({ block, decided }: Placed, parent: string): Division | undefined {
  const said = responsibility(decided);
  switch (decided.part) {
    case 'p':
      return blockLeaf('p', block, said);
    case 'postscript':
      return parent === 'postscript' ? blockLeaf('p', block, said) : undefined;
    case 'stage':
      return blockLeaf('stage', block, said);
    case 'quote':
      return branch('quote', [blockLeaf('p', block)], said);
    case 'note':
      // The @resp of a note says who wrote it.
      return branch('note', [blockLeaf('p', block)], { place: 'inline' });
    case 'list':
    case 'item':
      // TEI has no list directly in a speech.
      return parent === 'sp' ? undefined : branch('list', itemsOf(block, decided), {});
    default:
      return undefined;
  }
}

function itemsOf(block: Block, decided: DecidedPart): Division[] {
  const said = responsibility(decided);
  if (decided.part === 'item') return [blockLeaf('item', block, said)];
  return block.lines.map((line) => leaf('item', line.span, Object.keys(said).length === 0 ? undefined : said));
}

/** Openers, closers and lists that follow each other are one. */
function joined(parts: readonly Division[]): Division[] {
  const result: Division[] = [];
  for (const part of parts) {
    const last = result.at(-1);
    if (last?.kind === 'branch' && part.kind === 'branch' && isContinued(last, part)) {
      result[result.length - 1] = branch(last.part, [...last.children, ...part.children], last.attributes);
    } else result.push(part);
  }
  return result;
}

function isContinued(last: Branch, part: Branch): boolean {
  if (last.part !== part.part) return false;
  if (last.part === 'opener' || last.part === 'closer') return true;
  return last.part === 'list' && Object.keys({ ...last.attributes, ...part.attributes }).length === 0;
}
