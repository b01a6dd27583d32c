import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { MapFrame } from './map.js';

type Point = readonly [x: number, y: number];

/** The coasts of the world by Natural Earth, which are in the public domain: fine ones, and coarse ones for wide maps. */
const FINE = 'land-50m';
const COARSE = 'land-110m';
/** Maps that show more degrees than this are drawn with the coarse ones. */
const WIDE = 60;
/** How far a simplified coast may lie from the real one, and how large an island has to be, in the map's units. */
const TOLERANCE = 0.8;
const SMALLEST = 3;

const read = new Map<string, readonly (readonly Point[])[]>();

/** The land on a map as the data of one SVG path, cut off at the frame; empty where the map shows only sea. */
export function landPath(frame: MapFrame): string {
  const { width, height } = frame;
  const inside = coasts(frame.east - frame.west > WIDE ? COARSE : FINE).map((ring) => {
    const projected = ring.map(([longitude, latitude]): Point => [frame.x(longitude), frame.y(latitude)]);
    return isApart(projected, width, height) ? [] : clipped(projected, width, height);
  });
  return inside
    .filter((ring) => extent(ring) >= SMALLEST)
    .map((ring) => pathOf(simplified(ring)))
    .join('');
}

/** The rings of all land, longitude and latitude in degrees. */
function coasts(name: string): readonly (readonly Point[])[] {
  const known = read.get(name);
  if (known !== undefined) return known;
  const file = createRequire(import.meta.url).resolve(`world-atlas/${name}.json`);
  const topology = JSON.parse(readFileSync(file, 'utf8')) as Topology<{ land: GeometryCollection }>;
  const rings = feature(topology, topology.objects.land).features.flatMap(({ geometry }) => {
    const polygons =
      geometry.type === 'MultiPolygon'
        ? geometry.coordinates
        : geometry.type === 'Polygon'
          ? [geometry.coordinates]
          : [];
    return polygons.flat().map((ring) => ring.map(([longitude = 0, latitude = 0]): Point => [longitude, latitude]));
  });
  read.set(name, rings);
  return rings;
}

function isApart(ring: readonly Point[], width: number, height: number): boolean {
  return (
    ring.every(([x]) => x < 0) ||
    ring.every(([x]) => x > width) ||
    ring.every(([, y]) => y < 0) ||
    ring.every(([, y]) => y > height)
  );
}

/** Cuts a ring off at each side of the frame in turn (Sutherland and Hodgman). */
function clipped(ring: readonly Point[], width: number, height: number): readonly Point[] {
  const sides = [
    ([x]: Point): number => x,
    ([x]: Point): number => width - x,
    ([, y]: Point): number => y,
    ([, y]: Point): number => height - y,
  ];
  return sides.reduce((points, depth) => cutOff(points, depth), ring);
}

/** Keeps what lies inside of one side; `depth` tells how far inside a point lies. */
function cutOff(ring: readonly Point[], depth: (point: Point) => number): Point[] {
  return ring.flatMap((point, index) => {
    const before = ring[index === 0 ? ring.length - 1 : index - 1] ?? point;
    const [from, to] = [depth(before), depth(point)];
    const share = from / (from - to);
    const cut: Point = [before[0] + share * (point[0] - before[0]), before[1] + share * (point[1] - before[1])];
    if (from < 0 !== to < 0) return to < 0 ? [cut] : [cut, point];
    return to < 0 ? [] : [point];
  });
}

function extent(ring: readonly Point[]): number {
  const spread = (values: readonly number[]): number =>
    values.reduce((most, value) => Math.max(most, value), -Infinity) -
    values.reduce((least, value) => Math.min(least, value), Infinity);
  return ring.length < 3 ? 0 : Math.max(spread(ring.map(([x]) => x)), spread(ring.map(([, y]) => y)));
}

/** Leaves out points that lie on the line anyway (Douglas and Peucker). */
function simplified(ring: readonly Point[]): Point[] {
  const kept = new Set([0, ring.length - 1]);
  const stretches: [number, number][] = [[0, ring.length - 1]];
  for (let stretch = stretches.pop(); stretch !== undefined; stretch = stretches.pop()) {
    const [from, to] = stretch;
    let [farthest, distance] = [from, TOLERANCE];
    for (let index = from + 1; index < to; index++) {
      const own = distanceFrom(ring[index], ring[from], ring[to]);
      if (own > distance) [farthest, distance] = [index, own];
    }
    if (farthest === from) continue;
    kept.add(farthest);
    stretches.push([from, farthest], [farthest, to]);
  }
  return ring.filter((_, index) => kept.has(index));
}

function distanceFrom(point: Point = [0, 0], start: Point = [0, 0], end: Point = start): number {
  const [x, y] = [end[0] - start[0], end[1] - start[1]];
  const [dx, dy] = [point[0] - start[0], point[1] - start[1]];
  const length = Math.hypot(x, y);
  return length === 0 ? Math.hypot(dx, dy) : Math.abs(x * dy - y * dx) / length;
}

/** Whole units, each point from the one before: that is short. */
function pathOf(ring: readonly Point[]): string {
  let [lastX, lastY] = [0, 0];
  const steps = ring.map(([x, y], index) => {
    const [nextX, nextY] = [Math.round(x), Math.round(y)];
    const step = `${index === 0 ? 'M' : 'l'}${nextX - lastX} ${nextY - lastY}`;
    [lastX, lastY] = [nextX, nextY];
    return step;
  });
  return `${steps.filter((step) => step !== 'l0 0').join('')}z`;
}
