import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { overlap } from '../../../src/site/figures/lettering.js';
import { layoutMap } from '../../../src/site/figures/map.js';
import { layoutNetwork } from '../../../src/site/figures/network.js';

const graph = fc.integer({ min: 2, max: 40 }).chain((count) =>
  fc.record({
    nodes: fc.array(fc.record({ label: fc.string({ minLength: 1, maxLength: 20 }), size: fc.nat(50) }), {
      minLength: count,
      maxLength: count,
    }),
    edges: fc.array(
      fc.record({
        from: fc.nat(count - 1),
        to: fc.nat(count - 1),
        weight: fc.double({ min: 0.01, max: 20, noNaN: true }),
      }),
      { maxLength: 80 },
    ),
  }),
);

describe('the network', () => {
  test.each([288, 720])('in %i units no name or dot touches another, all are there, all are inside', (width) => {
    fc.assert(
      fc.property(graph, ({ nodes, edges }) => {
        const layout = layoutNetwork(nodes, edges, width);
        expect(layout.nodes).toHaveLength(nodes.length);
        expect(layout.edges).toHaveLength(edges.length);
        for (const [index, { box }] of layout.nodes.entries()) {
          expect(layout.nodes.slice(index + 1).filter((other) => overlap(box, other.box))).toEqual([]);
          expect(box.left).toBeGreaterThanOrEqual(0);
          expect(box.right).toBeLessThanOrEqual(width);
          expect(box.top).toBeGreaterThanOrEqual(0);
          expect(box.bottom).toBeLessThanOrEqual(layout.height);
          expect(box.right - box.left).toBeGreaterThanOrEqual(24);
          expect(box.bottom - box.top).toBeGreaterThanOrEqual(24);
        }
      }),
      { numRuns: 25, endOnFailure: true },
    );
  });

  test('the same network is drawn the same', () => {
    const nodes = Array.from({ length: 30 }, (_, index) => ({ label: `Person ${index}`, size: index }));
    const edges = nodes.slice(1).map((_, index) => ({ from: index, to: (index * 7) % 30, weight: 1 + (index % 3) }));
    expect(layoutNetwork(nodes, edges, 720)).toEqual(layoutNetwork(nodes, edges, 720));
  });
});

const places = fc.array(
  fc.record({
    name: fc.string({ minLength: 1, maxLength: 20 }),
    coordinates: fc.record({
      latitude: fc.double({ min: -90, max: 90, noNaN: true }),
      longitude: fc.double({ min: -180, max: 180, noNaN: true }),
    }),
    count: fc.integer({ min: 1, max: 100 }),
  }),
  { minLength: 1, maxLength: 60 },
);

describe('the map', () => {
  test.each([288, 720])('in %i units each place is on a mark or outside, and nothing overlaps', (width) => {
    fc.assert(
      fc.property(places, (given) => {
        const { marks, outside, height } = layoutMap(given, width);
        const shown = [...marks.flatMap((mark) => mark.places), ...outside].sort((a, b) => a - b);
        expect(shown).toEqual(given.map((_, index) => index));
        for (const [index, mark] of marks.entries()) {
          const others = marks.slice(index + 1);
          expect(others.some((other) => overlap(mark.target, other.target))).toBe(false);
          const { label } = mark;
          if (label === undefined) continue;
          expect(others.some((other) => other.label !== undefined && overlap(label.box, other.label.box))).toBe(false);
          expect(marks.some((other) => other !== mark && overlap(label.box, other.target))).toBe(false);
          expect(label.box.left >= 0 && label.box.right <= width && label.box.top >= 0).toBe(true);
          expect(label.box.bottom).toBeLessThanOrEqual(height);
        }
        expect(marks.every(({ x, y }) => x >= 0 && x <= width && y >= 0 && y <= height)).toBe(true);
        expect(outside.length).toBeLessThanOrEqual(given.length / 2);
        expect(height).toBeLessThanOrEqual(2 * width);
      }),
      { numRuns: 60, endOnFailure: true },
    );
  });

  test('north is up and east is right; a far place does not squeeze the others', () => {
    const at = (name: string, latitude: number, longitude: number, count = 5) => ({
      name,
      coordinates: { latitude, longitude },
      count,
    });
    const near = [at('Jena', 50.9, 11.6), at('Gotha', 50.9, 10.7), at('Halle', 51.5, 12), at('Weimar', 51, 11.3)];
    const { marks, outside, meridians } = layoutMap([...near, at('Peking', 39.9, 116.4, 1)], 720);
    const place = (index: number) => marks.find((mark) => mark.places[0] === index) ?? { x: NaN, y: NaN };
    expect(outside).toEqual([4]);
    expect(layoutMap([...near, at('Peking', 39.9, 116.4, 9)], 720).outside).toEqual([]);
    expect(place(2).y).toBeLessThan(place(0).y);
    expect(place(1).x).toBeLessThan(place(0).x);
    expect(meridians.length).toBeGreaterThan(1);
  });
});
