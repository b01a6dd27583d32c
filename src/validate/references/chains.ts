import { diagnostic, type Diagnostic } from '../../diagnostics/diagnostic.js';
import type { FoundElement, KnownFile } from './documents.js';
import type { Link } from './links.js';
import type { Places } from './uses.js';

/** Circles that are told: where notes refer to each other without end, more would help nobody. */
const MOST_CYCLES = 100;

/** A step on the way through a chain: the element reached, the link that led there, which of its links comes next. */
interface Step {
  readonly node: string;
  readonly link?: Link;
  next: number;
}

/** Circles in the links of each chain, each reported once, as a path. */
export function findCycles(links: readonly Link[], places: Places): Diagnostic[] {
  const told = new Set<string>();
  return circlesIn(linksByOwner(links)).flatMap((circle) => {
    const [first] = circle;
    if (first === undefined) return [];
    // The prev of a circle mostly leads through its next the other way round; an element has one of each.
    const { chain } = first;
    const key = chain === 'next' || chain === 'prev' ? leastMember(circle) : undefined;
    if (key !== undefined && told.has(key)) return [];
    if (key !== undefined) told.add(key);
    return [describeCycle(first, circle, places)];
  });
}

/**
 * The circles in which links lead, the first hundred of them. An element can have several links (a note with several
 * targets): the links are followed depth first, each once, without recursion, since a chain can be long.
 */
function circlesIn(outgoing: ReadonlyMap<string, readonly Link[]>): Link[][] {
  const circles: Link[][] = [];
  const done = new Set<string>();
  for (const start of outgoing.keys()) {
    const trail: Step[] = done.has(start) ? [] : [{ node: start, next: 0 }];
    const onTrail = new Set([start]);
    for (let top = trail.at(-1); top !== undefined; top = trail.at(-1)) {
      const link = outgoing.get(top.node)?.[top.next++];
      const node = link === undefined ? undefined : chainNode(link, link.target.file, link.target.element.id);
      if (link === undefined || node === undefined) {
        done.add(top.node);
        onTrail.delete(top.node);
        trail.pop();
      } else if (onTrail.has(node)) {
        const from = trail.findIndex((step) => step.node === node);
        circles.push([...trail.slice(from + 1).flatMap((step) => step.link ?? []), link]);
        if (circles.length === MOST_CYCLES) return circles;
      } else if (!done.has(node)) {
        trail.push({ node, next: 0, link });
        onTrail.add(node);
      }
    }
  }
  return circles;
}

function leastMember(circle: readonly Link[]): string {
  return circle
    .map(({ target }) => nodeOf(target.file, target.element.id))
    .reduce((least, node) => (node < least ? node : least));
}

function linksByOwner(links: readonly Link[]): Map<string, Link[]> {
  const outgoing = new Map<string, Link[]>();
  for (const link of links) {
    if (link.pointer.owner === undefined) continue;
    const from = chainNode(link, link.file, link.pointer.owner);
    const list = outgoing.get(from) ?? [];
    list.push(link);
    outgoing.set(from, list);
  }
  return outgoing;
}

/** An element as a member of a link's chain. */
function chainNode({ chain }: Link, file: KnownFile, id: string): string {
  return `${chain} ${nodeOf(file, id)}`;
}

function nodeOf(file: KnownFile, id: string): string {
  return `${file.path}#${id}`;
}

/** Most elements of a circle that a message names. */
const SHOWN = 8;

function describeCycle(first: Link, circle: readonly Link[], places: Places): Diagnostic {
  const start: FoundElement = (circle.at(-1) ?? first).target;
  const name = ({ file, element }: FoundElement): string =>
    element.id === ''
      ? file.references.path
      : file === first.file
        ? `#${element.id}`
        : `${file.references.path}#${element.id}`;
  const ids = [name(start), ...circle.map(({ target }) => name(target))];
  const shown = ids.length <= SHOWN ? ids : [...ids.slice(0, SHOWN - 2), '…', ...ids.slice(-1)];
  return diagnostic('references/cycle', `@${first.pointer.attribute} leads in a circle: ${shown.join(' → ')}.`, {
    ...places.ofPointer(first.file.references, first.pointer),
    actual: first.pointer.token,
    help:
      circle.length === 1
        ? start.element.id === ''
          ? 'The file includes itself: take the inclusion out.'
          : 'The element points to itself: leave the attribute out.'
        : 'One of these pointers is wrong: a program that follows them never ends.',
  });
}

/**
 * Elements whose `next` leads to one that says, by its `prev`, that another element comes before it, and the same the
 * other way round. One direction alone is enough (Guidelines, 17.7), so an element that has none is no finding.
 */
export function findBrokenChains(links: readonly Link[], places: Places): Diagnostic[] {
  const byAttribute = { next: new Map<string, Link>(), prev: new Map<string, Link>() };
  const owned = links.flatMap((link) => {
    const { attribute, owner } = link.pointer;
    if ((attribute !== 'next' && attribute !== 'prev') || owner === undefined) return [];
    const entry = { link, attribute, node: nodeOf(link.file, owner) } as const;
    byAttribute[attribute].set(entry.node, link);
    return [entry];
  });
  const told = new Set<string>();
  const findings: Diagnostic[] = [];
  for (const wanted of ['next', 'prev'] as const) {
    const opposite = wanted === 'next' ? 'prev' : 'next';
    for (const { link, attribute, node } of owned) {
      const there = nodeOf(link.target.file, link.target.element.id);
      const answer = byAttribute[opposite].get(there);
      if (attribute !== wanted || answer === undefined) continue;
      if (nodeOf(answer.target.file, answer.target.element.id) === node) continue;
      // A wrong `prev` contradicts the `next` that leads to it, too: it is told there.
      if (wanted === 'prev' && told.has(node)) continue;
      told.add(there);
      findings.push(describeBrokenChain(link, answer, places));
    }
  }
  return findings;
}

function describeBrokenChain(link: Link, answer: Link, places: Places): Diagnostic {
  const said = ({ pointer: { owner, attribute, token } }: Link): string =>
    `#${owner ?? ''} has ${attribute}="${token}"`;
  return diagnostic('references/chain-broken', `${said(link)}, but ${said(answer)}: the chain is broken.`, {
    ...places.ofPointer(link.file.references, link.pointer),
    actual: link.pointer.token,
    help: 'Where one element has next and the other prev, the two must name each other.',
  });
}
