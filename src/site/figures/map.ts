import type { Coordinates } from '../../edition/register.js';
import { overlap, rounded, textWidth, type Box } from './lettering.js';

/** A place to be drawn. */
export interface MapPlace {
  readonly name: string;
  readonly coordinates: Coordinates;
  /** The area of its dot follows it. */
  readonly count: number;
}

/** A dot: one place, or several that lie too close to be told apart at this scale. */
export interface MapMark {
  /** The places it stands for, the most important first, by their positions in the list. */
  readonly places: readonly number[];
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** What a finger can hit; no other mark's reaches into it. */
  readonly target: Box;
  /** Where the name stands; undefined where there is no room for it. */
  readonly label: { readonly box: Box; readonly anchor: 'start' | 'middle' | 'end' } | undefined;
}

/** A line of the graticule, with the degrees it stands for. */
export interface MapLine {
  readonly at: number;
  readonly degrees: number;
}

/** A map in units that are pixels where the figure is not scaled. */
export interface MapLayout {
  readonly width: number;
  readonly height: number;
  readonly marks: readonly MapMark[];
  readonly meridians: readonly MapLine[];
  readonly parallels: readonly MapLine[];
  readonly frame: MapFrame;
  /** Places far from all others, which are not on the map. */
  readonly outside: readonly number[];
}

/** The size of names. */
export const PLACE_SIZE = 12;
const TARGET = 24;
const MARGIN = 36;
const LARGEST = 11;
const STEPS = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 30, 60];

/** Draws places in Mercator's projection, in which directions are right; the map is as large as they need. */
export function layoutMap(places: readonly MapPlace[], width: number): MapLayout {
  const { inside, outside } = withoutOutliers(places);
  const frame = frameOf(
    inside.flatMap((index) => places[index]?.coordinates ?? []),
    width,
  );
  const marks = marksOf(places, inside, frame);
  return {
    width,
    height: frame.height,
    marks: withLabels(marks, places, frame),
    meridians: graticule(frame.west, frame.east, width).map((degrees) => ({ degrees, at: rounded(frame.x(degrees)) })),
    parallels: graticule(frame.south, frame.north, frame.height).map((degrees) => ({
      degrees,
      at: rounded(frame.y(degrees)),
    })),
    frame,
    outside,
  };
}

/** Up to a quarter of the places, seldom named, is left out where the map is less than half as wide without them. */
function withoutOutliers(places: readonly MapPlace[]): { inside: number[]; outside: number[] } {
  const order = places
    .map((_, index) => index)
    .sort((a, b) => (places[a]?.coordinates.longitude ?? 0) - (places[b]?.coordinates.longitude ?? 0));
  const longitude = (position: number): number => places[order[position] ?? 0]?.coordinates.longitude ?? 0;
  let [from, to] = [0, order.length - 1];
  const count = (position: number): number => places[order[position] ?? 0]?.count ?? 0;
  // What is named often belongs on the map, however far it lies.
  let mentions = places.reduce((sum, place) => sum + place.count, 0) / 10;
  for (let spare = Math.floor(order.length / 4); spare > 0; spare--) {
    const isWestFarther = longitude(from + 1) - longitude(from) > longitude(to) - longitude(to - 1);
    mentions -= count(isWestFarther ? from : to);
    if (mentions < 0) break;
    if (isWestFarther) from++;
    else to--;
  }
  if (2 * (longitude(to) - longitude(from)) >= longitude(order.length - 1) - longitude(0)) {
    return { inside: order, outside: [] };
  }
  // Whoever lies near the edge of what is kept stays on the map.
  const reach = (longitude(to) - longitude(from)) * 0.25 + 1;
  const isInside = (index: number): boolean => {
    const own = places[index]?.coordinates.longitude ?? 0;
    return own >= longitude(from) - reach && own <= longitude(to) + reach;
  };
  return { inside: order.filter(isInside), outside: order.filter((index) => !isInside(index)) };
}

/** The part of the earth that a map shows, and where its points stand on it. */
export interface MapFrame {
  readonly width: number;
  readonly height: number;
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
  x(longitude: number): number;
  y(latitude: number): number;
}

/** Mercator's ordinate, in degrees of longitude; the poles lie nowhere. */
function ordinate(latitude: number): number {
  const bounded = Math.min(84, Math.max(-84, latitude));
  return (180 / Math.PI) * Math.log(Math.tan(Math.PI / 4 + (bounded * Math.PI) / 360));
}

function latitudeAt(value: number): number {
  return (360 / Math.PI) * Math.atan(Math.exp((value * Math.PI) / 180)) - 90;
}

function frameOf(coordinates: readonly Coordinates[], width: number): MapFrame {
  const xs = coordinates.map(({ longitude }) => longitude);
  const ys = coordinates.map(({ latitude }) => ordinate(latitude));
  const [left, right, bottom, top] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  // Not closer than about a degree: one town needs its surroundings.
  const scale = Math.min((width - 2 * MARGIN) / Math.max(1, right - left), (1.1 * width) / Math.max(1, top - bottom));
  const height = Math.round(Math.max(0.45 * width, (top - bottom) * scale + 2 * MARGIN));
  const [middleX, middleY] = [(left + right) / 2, (bottom + top) / 2];
  return {
    width,
    height,
    west: middleX - width / 2 / scale,
    east: middleX + width / 2 / scale,
    south: latitudeAt(middleY - height / 2 / scale),
    north: latitudeAt(middleY + height / 2 / scale),
    x: (longitude) => width / 2 + (longitude - middleX) * scale,
    y: (latitude) => height / 2 - (ordinate(latitude) - middleY) * scale,
  };
}

/** Dots, the most important first; what lies within reach of one is part of it. */
function marksOf(places: readonly MapPlace[], inside: readonly number[], frame: MapFrame): Omit<MapMark, 'label'>[] {
  const most = Math.max(1, ...inside.map((index) => places[index]?.count ?? 0));
  const marks: (Omit<MapMark, 'label' | 'places'> & { places: number[] })[] = [];
  const order = inside.toSorted((a, b) => (places[b]?.count ?? 0) - (places[a]?.count ?? 0) || a - b);
  for (const index of order) {
    const place = places[index];
    if (place === undefined) continue;
    const [x, y] = [rounded(frame.x(place.coordinates.longitude)), rounded(frame.y(place.coordinates.latitude))];
    const half = TARGET / 2;
    const target = { left: x - half, right: x + half, top: y - half, bottom: y + half };
    const near = marks.find((mark) => overlap(mark.target, target));
    if (near !== undefined) near.places.push(index);
    else
      marks.push({ places: [index], x, y, radius: rounded(3 + (LARGEST - 3) * Math.sqrt(place.count / most)), target });
  }
  return marks;
}

/** Names beside, above or below their dots, where they touch neither another dot nor another name. */
function withLabels(marks: readonly Omit<MapMark, 'label'>[], places: readonly MapPlace[], frame: MapFrame): MapMark[] {
  const taken: Box[] = marks.map(({ target }) => target);
  return marks.map((mark) => {
    const width = textWidth(places[mark.places[0] ?? 0]?.name ?? '', PLACE_SIZE);
    const { x, y, radius } = mark;
    const [above, below] = [Math.max(radius, 4) + 2, Math.max(radius, 4) + 16];
    const candidates = [
      { anchor: 'start', box: { left: x + 13, right: x + 13 + width, top: y - 7, bottom: y + 7 } },
      { anchor: 'end', box: { left: x - 13 - width, right: x - 13, top: y - 7, bottom: y + 7 } },
      { anchor: 'middle', box: { left: x - width / 2, right: x + width / 2, top: y - above - 14, bottom: y - above } },
      { anchor: 'middle', box: { left: x - width / 2, right: x + width / 2, top: y + below - 14, bottom: y + below } },
    ] as const;
    const label = candidates.find(
      ({ box }) =>
        box.left >= 2 &&
        box.right <= frame.width - 2 &&
        box.top >= 2 &&
        box.bottom <= frame.height - 2 &&
        taken.every((other) => other === mark.target || !overlap(other, box)),
    );
    if (label !== undefined) taken.push(label.box);
    return { ...mark, label };
  });
}

/** The degrees between two bounds that the widest fitting step divides, for about a line in 120 units. */
function graticule(from: number, to: number, length: number): number[] {
  const step = STEPS.find((each) => ((to - from) / each) * 120 <= length * 1.5) ?? 60;
  const lines: number[] = [];
  for (let index = Math.ceil(from / step); index * step <= to; index++) lines.push(rounded(index * step));
  return lines;
}
