import { entryAddress, type SiteContext } from '../page.js';
import type { RegisterEntryView } from '../registers/register-view.js';
import { layoutNetwork, NAME_SIZE, type NetworkEdge, type NetworkLayout } from './network.js';
import { fittingText } from './lettering.js';
import type { Pair } from './togetherness.js';

/** A drawing for wide pages and one, of fewer persons, for narrow ones. */
const DRAWINGS = [
  { name: 'wide', width: 720, persons: 36, longestName: 150 },
  { name: 'narrow', width: 288, persons: 14, longestName: 110 },
] as const;

/** Lines are drawn as long as there are not many more of them than persons. */
const LINES_PER_PERSON = 2.5;

/** What the partial `figures/network` draws. */
export interface NetworkFigure {
  readonly label: string;
  readonly drawings: readonly object[];
}

/**
 * The network of the persons who are closest to each other.
 *
 * @param pairs the closest first; at least one.
 */
export function networkFigure(pairs: readonly Pair[], context: SiteContext, root: string): NetworkFigure {
  return {
    label: context.messages.text('figures.network'),
    drawings: DRAWINGS.map((drawing) => networkDrawing(pairs, drawing, context, root)),
  };
}

function networkDrawing(
  pairs: readonly Pair[],
  { name, width, persons, longestName }: (typeof DRAWINGS)[number],
  context: SiteContext,
  root: string,
): object {
  const shown = closest(pairs, persons);
  const order = new Map(shown.map((person, index) => [person, index]));
  const edges = edgesAmong(pairs, order, Math.round(LINES_PER_PERSON * shown.length));
  const nodes = shown.map((person) => ({
    label: fittingText(person.name, NAME_SIZE, longestName),
    size: person.count,
  }));
  const layout = layoutNetwork(nodes, edges, width);
  return {
    name,
    width,
    height: layout.height,
    edges: strokesOf(layout.edges),
    nodes: layout.nodes.flatMap(({ x, y, radius, box }, index) => {
      const person = shown[index];
      if (person === undefined) return [];
      return [
        {
          x: Math.round(x),
          y: Math.round(y),
          radius,
          labelY: Math.round(box.bottom - 4),
          target: {
            x: Math.round(box.left),
            y: Math.round(box.top),
            width: Math.round(box.right - box.left),
            height: Math.round(box.bottom - box.top),
          },
          text: nodes[index]?.label ?? '',
          language: person.language === context.messages.language ? '' : person.language,
          href: entryAddress(context, 'person', person.id, root) ?? '',
          label: context.messages.text('figures.namedTimes', { name: person.name, count: person.count }),
        },
      ];
    }),
  };
}

/** The lines as one path for each width: some hundred of them are most of a figure's bytes. */
function strokesOf(edges: NetworkLayout['edges']): { readonly stroke: number; readonly lines: string }[] {
  const strokes = new Map<number, string[]>();
  for (const { from, to, stroke } of edges) {
    const width = Math.round(2 * stroke) / 2;
    const lines = strokes.get(width) ?? [];
    strokes.set(width, lines);
    lines.push(`M${Math.round(from.x)} ${Math.round(from.y)}L${Math.round(to.x)} ${Math.round(to.y)}`);
  }
  return [...strokes].map(([stroke, lines]) => ({ stroke, lines: lines.join('') }));
}

/** The persons with the weightiest pairs, as many as may be shown; whoever then stands alone is left out. */
function closest(pairs: readonly Pair[], most: number): RegisterEntryView[] {
  const weights = new Map<RegisterEntryView, number>();
  for (const { first, second, weight } of pairs) {
    weights.set(first, (weights.get(first) ?? 0) + weight);
    weights.set(second, (weights.get(second) ?? 0) + weight);
  }
  const chosen = new Set(
    [...weights]
      .sort(([a, weight], [b, other]) => other - weight || (a.id < b.id ? -1 : 1))
      .slice(0, most)
      .map(([person]) => person),
  );
  const joined = new Set<RegisterEntryView>();
  for (const { first, second } of pairs) {
    if (!chosen.has(first) || !chosen.has(second)) continue;
    joined.add(first);
    joined.add(second);
  }
  return [...chosen].filter((person) => joined.has(person));
}

/** The weightiest lines, and for each person at least the one to whom they are closest. */
function edgesAmong(
  pairs: readonly Pair[],
  order: ReadonlyMap<RegisterEntryView, number>,
  most: number,
): NetworkEdge[] {
  const edges: NetworkEdge[] = [];
  const met = new Set<number>();
  for (const { first, second, weight } of pairs) {
    const [from, to] = [order.get(first), order.get(second)];
    if (from === undefined || to === undefined) continue;
    if (edges.length >= most && met.has(from) && met.has(to)) continue;
    edges.push({ from, to, weight });
    met.add(from).add(to);
  }
  return edges;
}
