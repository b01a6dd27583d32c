import type { Messages } from '../theme/messages.js';

/** What a reader may have marked in the text or left quiet; each is a class of links in the reading text. */
const LAYERS = [
  { name: 'persons', elements: ['persName'], isOn: true },
  {
    name: 'places',
    elements: ['placeName', 'geogName', 'settlement', 'country', 'region', 'district', 'bloc'],
    isOn: true,
  },
  { name: 'organisations', elements: ['orgName'], isOn: true },
  { name: 'dates', elements: ['date'], isOn: false },
] as const;

/** Elements of which the reading text and the text of the source have different words (TEI Guidelines, 3.5, 12.3.3). */
const READINGS = ['corr', 'sic', 'orig', 'reg', 'supplied'] as const;

/** The switches beside a text: only those that change something in it. */
export interface ReadingAids {
  readonly hasSwitches: boolean;
  readonly layers: readonly { readonly name: string; readonly label: string; readonly isOn: boolean }[];
  readonly hasReadings: boolean;
}

/** @param elements names of the elements that the text has. */
export function readingAids(elements: ReadonlySet<string>, messages: Messages): ReadingAids {
  const layers = LAYERS.filter((layer) => layer.elements.some((name) => elements.has(name))).map(({ name, isOn }) => ({
    name,
    label: messages.text(`reader.layer.${name}`),
    isOn,
  }));
  const hasReadings = READINGS.some((name) => elements.has(name));
  return { hasSwitches: layers.length > 0 || hasReadings, layers, hasReadings };
}
