import { children, descendants, textOf, type EntryElement } from './entry-element.js';
import type { Coordinates } from './register.js';

/** A number of degrees as registers write them: `48.2066`, `48,2066`, `-77.5`, `48.2° N`. */
const DEGREES = /^([NSEW]?)([+-]?\d{1,3}(?:[.,]\d+)?)°?([NSEW]?)$/i;

/**
 * Where a place lies: latitude and longitude in this order, divided by blanks, a comma or a semicolon (TEI Guidelines,
 * 14.3.4, `geo`); a height after them is left out. Undefined for anything that is no point on the earth.
 */
export function coordinatesOf(place: EntryElement): Coordinates | undefined {
  return children(place)
    .filter(({ name }) => name === 'location' || name === 'geo')
    .flatMap((element) => [element, ...descendants(element)])
    .map((element) => (element.name === 'geo' || children(element).length === 0 ? pointOf(textOf(element)) : undefined))
    .find((point) => point !== undefined);
}

/** The point that some words mean. */
export function pointOf(words: string): Coordinates | undefined {
  const [first, second, ...more] = numbersOf(words).map((word) => DEGREES.exec(word));
  if (first == null || second == null || more.length > 1) return undefined;
  const isTurned = /[EW]/i.test(letterOf(first)) && /[NS]/i.test(letterOf(second));
  const [latitude, longitude] = (isTurned ? [second, first] : [first, second]).map(degreesOf);
  if (latitude === undefined || longitude === undefined) return undefined;
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : undefined;
}

/** The numbers in some words. A comma without a blank divides them only where no other sign does. */
function numbersOf(words: string): string[] {
  const text = words
    .replace(/−/g, '-')
    .replace(/\s+(?=[NSEW°])/gi, '')
    .trim();
  const tokens = text.split(/[\s;]+/).map((token) => token.replace(/^,|,$/g, ''));
  if (tokens.length > 1) return tokens.filter((token) => token !== '');
  const parts = text.split(',');
  // Two numbers with decimal commas, and a comma between them.
  return parts.length === 4 ? [parts.slice(0, 2).join(','), parts.slice(2).join(',')] : parts;
}

function letterOf([, before = '', , after = '']: RegExpExecArray): string {
  return before || after;
}

function degreesOf(match: RegExpExecArray): number {
  const value = Number((match[2] ?? '').replace(',', '.'));
  return /[SW]/i.test(letterOf(match)) ? -value : value;
}
