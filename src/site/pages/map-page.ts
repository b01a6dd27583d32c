import { entryAddress, type Page, type SiteContext } from '../page.js';
import { landPath } from '../figures/coast.js';
import { rounded } from '../figures/lettering.js';
import { layoutMap, type MapMark } from '../figures/map.js';
import type { Coordinates } from '../../edition/register.js';
import type { RegisterEntryView } from '../registers/register-view.js';

interface LocatedPlace {
  readonly entry: RegisterEntryView;
  readonly name: string;
  readonly coordinates: Coordinates;
  readonly count: number;
}

/** A drawing for wide pages and one for narrow ones. */
const DRAWINGS = [
  { name: 'wide', width: 720 },
  { name: 'narrow', width: 288 },
] as const;

/** So many places, those named most often, are drawn and listed. */
const PLACES_SHOWN = 200;

/** The map of the places that the documents name; none where the register says of fewer than two where they lie. */
export function mapPages(context: SiteContext): Page[] {
  const places = locatedPlaces(context);
  if (places.length < 2) return [];
  const { messages } = context;
  return [
    {
      path: 'map.html',
      template: 'map',
      navigation: 'map',
      title: messages.text('map.title'),
      description: messages.text('map.lead'),
      styles: ['figures.css'],
      view: (root) => ({
        label: messages.text('map.label'),
        drawings: DRAWINGS.map(({ name, width }) => mapDrawing(name, width, places, context, root)),
        places: places.map(({ entry, coordinates, count }) => ({
          ...placeLink(entry, context, root),
          latitude: degrees(coordinates.latitude, 'north', 'south', context),
          longitude: degrees(coordinates.longitude, 'east', 'west', context),
          count,
        })),
      }),
    },
  ];
}

/** The places whose coordinates are known, those named most often first; what no document names is left out. */
function locatedPlaces({ register, registers }: SiteContext): LocatedPlace[] {
  const coordinates = new Map(register.places.map((place) => [place.id, place.coordinates]));
  return registers.place.entries
    .flatMap((entry) => {
      const point = coordinates.get(entry.id);
      return point === undefined || entry.count === 0
        ? []
        : [{ entry, name: entry.name, coordinates: point, count: entry.count }];
    })
    .sort((a, b) => b.count - a.count)
    .slice(0, PLACES_SHOWN);
}

function mapDrawing(
  name: string,
  width: number,
  places: readonly LocatedPlace[],
  context: SiteContext,
  root: string,
): object {
  const { height, marks, meridians, parallels, frame, outside } = layoutMap(places, width);
  const line = (at: number, value: number, positive: string, negative: string): object => ({
    at,
    label: degrees(value, positive, negative, context),
  });
  return {
    name,
    width,
    height,
    lowest: height - 6,
    land: landPath(frame),
    meridians: meridians
      .filter(({ at }) => at > 30 && at < width - 30)
      .map(({ at, degrees: value }) => line(at, value, 'east', 'west')),
    parallels: parallels
      .filter(({ at }) => at > 12 && at < height - 24)
      .map(({ at, degrees: value }) => ({ ...line(at, value, 'north', 'south'), above: rounded(at - 4) })),
    marks: marks.flatMap((mark) => markView(mark, places, context, root)),
    outside: outside.flatMap((index) => {
      const place = places[index];
      return place === undefined ? [] : [placeLink(place.entry, context, root)];
    }),
  };
}

function markView(
  { places: indexes, x, y, radius, target, label }: MapMark,
  places: readonly LocatedPlace[],
  context: SiteContext,
  root: string,
): object[] {
  const [first, ...others] = indexes.flatMap((index) => places[index] ?? []);
  if (first === undefined) return [];
  const { messages } = context;
  const names = [first, ...others].map((place) =>
    messages.text('figures.namedTimes', { name: place.name, count: place.count }),
  );
  return [
    {
      ...placeLink(first.entry, context, root),
      label: names.join('; '),
      x,
      y,
      radius,
      target: { x: rounded(target.left), y: rounded(target.top), size: 24 },
      text:
        label === undefined
          ? null
          : {
              x: rounded(label.anchor === 'start' ? label.box.left : label.anchor === 'end' ? label.box.right : x),
              y: rounded(label.box.bottom - 3),
              anchor: label.anchor,
            },
    },
  ];
}

function placeLink(entry: RegisterEntryView, context: SiteContext, root: string): object {
  return {
    placeName: entry.name,
    language: entry.language || context.messages.language,
    href: entryAddress(context, 'place', entry.id, root) ?? '',
  };
}

function degrees(value: number, positive: string, negative: string, { messages }: SiteContext): string {
  if (value === 0) return '0°';
  return messages.text(`map.${value > 0 ? positive : negative}`, { degrees: messages.number(Math.abs(value)) });
}
