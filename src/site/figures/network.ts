import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationNodeDatum,
} from 'd3-force';
import { overlap, rounded, textWidth, type Box } from './lettering.js';

/** Something to be drawn as a dot with its name below. */
export interface NetworkNode {
  readonly label: string;
  /** The area of the dot follows it. */
  readonly size: number;
}

/** A line between two nodes, given by their places in the list. */
export interface NetworkEdge {
  readonly from: number;
  readonly to: number;
  readonly weight: number;
}

/** Where a node stands. */
export interface PlacedNode {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** The room of the dot and its name; no other node's reaches into it. */
  readonly box: Box;
}

/** A network in units that are pixels where the figure is not scaled. */
export interface NetworkLayout {
  readonly width: number;
  readonly height: number;
  /** In the order of the nodes given. */
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly { readonly from: PlacedNode; readonly to: PlacedNode; readonly stroke: number }[];
}

interface Body extends SimulationNodeDatum {
  readonly index: number;
  readonly radius: number;
  readonly halfWidth: number;
  x: number;
  y: number;
}

/** The size of names. */
export const NAME_SIZE = 12;

const LETTERING = 16;
const MARGIN = 4;
const TICKS = 300;
const PASSES = 200;

/**
 * Lays out a network by forces: lines draw together, dots push apart, and names get their own room. Positions begin
 * from a fixed spiral and take a fixed number of steps, so that the same network is always drawn the same.
 */
export function layoutNetwork(
  nodes: readonly NetworkNode[],
  edges: readonly NetworkEdge[],
  width: number,
): NetworkLayout {
  const bodies = nodes.map((node, index) => bodyOf(node, index, nodes, width));
  const heaviest = Math.max(...edges.map(({ weight }) => weight), Number.MIN_VALUE);
  const links = edges.map(({ from, to, weight }) => ({ source: from, target: to, share: weight / heaviest }));
  const spread = width / Math.sqrt(nodes.length + 1);
  forceSimulation(bodies)
    .force('charge', forceManyBody().strength(-4 * spread))
    .force(
      'links',
      forceLink<Body, (typeof links)[number]>(links)
        .distance(0.7 * spread)
        .strength(({ share }) => 0.1 + 0.6 * Math.sqrt(share)),
    )
    .force(
      'names',
      forceCollide<Body>(({ radius, halfWidth }) => Math.max(radius + LETTERING, 0.8 * halfWidth)),
    )
    .force('across', forceX(0).strength(0.08))
    .force('down', forceY(0).strength(0.14))
    .stop()
    .tick(TICKS);
  spreadOver(bodies, width);
  separate(bodies, width);
  settle(bodies);
  const top = Math.min(...bodies.map((body) => boxOf(body).top)) - MARGIN;
  const placed = bodies.map((body) => {
    const moved = { ...body, x: rounded(body.x), y: rounded(body.y - top) };
    return { x: moved.x, y: moved.y, radius: rounded(body.radius), box: boxOf(moved) };
  });
  return {
    width,
    height: Math.ceil(Math.max(...placed.map(({ box }) => box.bottom)) + MARGIN),
    nodes: placed,
    edges: edges.flatMap(({ from, to, weight }) => {
      const [start, end] = [placed[from], placed[to]];
      const stroke = rounded(0.6 + 3.4 * Math.sqrt(weight / heaviest));
      return start === undefined || end === undefined ? [] : [{ from: start, to: end, stroke }];
    }),
  };
}

function bodyOf({ label, size }: NetworkNode, index: number, nodes: readonly NetworkNode[], width: number): Body {
  const largest = Math.max(...nodes.map((node) => node.size), 1);
  const angle = index * 2.399963;
  const distance = (width / 3) * Math.sqrt((index + 0.5) / nodes.length);
  return {
    index,
    radius: 4 + 8 * Math.sqrt(size / largest),
    halfWidth: Math.min(width / 2 - MARGIN, Math.max(13, textWidth(label, NAME_SIZE) / 2 + 3)),
    x: distance * Math.cos(angle),
    y: distance * Math.sin(angle),
  };
}

function boxOf({ x, y, radius, halfWidth }: Pick<Body, 'x' | 'y' | 'radius' | 'halfWidth'>): Box {
  return { left: x - halfWidth, right: x + halfWidth, top: y - radius - 3, bottom: y + radius + LETTERING };
}

/** The box with some air: positions are rounded at the end. */
function roomOf(body: Body): Box {
  const { left, right, top, bottom } = boxOf(body);
  return { left: left - 0.5, right: right + 0.5, top: top - 0.5, bottom: bottom + 0.5 };
}

/** Stretches the drawing to the width it has. */
function spreadOver(bodies: readonly Body[], width: number): void {
  const [least, most] = [Math.min(...bodies.map(({ x }) => x)), Math.max(...bodies.map(({ x }) => x))];
  const scale = most > least ? (0.82 * width) / (most - least) : 1;
  const middle = (least + most) / 2;
  for (const body of bodies) {
    body.x = within(body, width / 2 + (body.x - middle) * scale, width);
    body.y *= Math.min(scale, 1.2);
  }
}

function within({ halfWidth }: Body, x: number, width: number): number {
  return Math.min(width - halfWidth - MARGIN, Math.max(halfWidth + MARGIN, x));
}

/** Pushes rooms apart along the shorter way, until none touches another or the patience ends. */
function separate(bodies: readonly Body[], width: number): void {
  for (let pass = 0; pass < PASSES; pass++) {
    let isClear = true;
    for (const [index, one] of bodies.entries()) {
      for (const other of bodies.slice(index + 1)) {
        const [a, b] = [roomOf(one), roomOf(other)];
        if (!overlap(a, b)) continue;
        isClear = false;
        const across = Math.min(a.right - b.left, b.right - a.left) / 2 + 0.5;
        const down = Math.min(a.bottom - b.top, b.bottom - a.top) / 2 + 0.5;
        if (across < down) {
          const side = one.x <= other.x ? -1 : 1;
          one.x = within(one, one.x + side * across, width);
          other.x = within(other, other.x - side * across, width);
        } else {
          const side = one.y <= other.y ? -1 : 1;
          one.y += side * down;
          other.y -= side * down;
        }
      }
    }
    if (isClear) return;
  }
}

/** Whatever still touches is moved down, from the top to the bottom, past everything in its way. */
function settle(bodies: readonly Body[]): void {
  const placed: Body[] = [];
  for (const body of bodies.toSorted((a, b) => a.y - b.y || a.index - b.index)) {
    for (let isMoved = true; isMoved;) {
      isMoved = false;
      for (const other of placed) {
        const [own, its] = [roomOf(body), roomOf(other)];
        if (!overlap(own, its)) continue;
        body.y += its.bottom - own.top + 0.5;
        isMoved = true;
      }
    }
    placed.push(body);
  }
}
