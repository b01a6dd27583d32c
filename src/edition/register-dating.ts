import { children, collapsed, firstText, textOf, type EntryElement } from './entry-element.js';
import type { Dated } from './register.js';

/** A value of a child or of the date in it: an attribute, else the words of the date, else its own without a place. */
export function valueOf(element: EntryElement, child: string, attributes: readonly string[]): string | undefined {
  const found = children(element).find(({ name }) => name === child);
  if (found === undefined) return undefined;
  const date = children(found).find(({ name }) => name === 'date');
  const names = attributes.flatMap((name) => [name, `${name}-iso`]);
  const value = names
    .map((name) => found.attributes[name] ?? date?.attributes[name])
    .find((item) => item !== undefined);
  const hasPlace = children(found).some(({ name }) => name !== 'date');
  const text = date === undefined ? (hasPlace ? '' : collapsed(textOf(found))) : collapsed(textOf(date));
  return value ?? (text === '' ? undefined : text);
}

/** A child's dating attributes, or those of the date in it, with its words; undefined where there is neither. */
export function datedChild(element: EntryElement, name: string): Dated | undefined {
  const found = children(element).find((child) => child.name === name);
  return found === undefined ? undefined : dated(found);
}

/** The same, only where the date is a rough one: "um 1750", a doubtful year, one of several years. */
export function roughlyDatedChild(element: EntryElement, name: string): Dated | undefined {
  const child = datedChild(element, name);
  if (child === undefined) return undefined;
  const { when, 'when-iso': iso, ...others } = child.dating;
  const value = when ?? iso;
  if (Object.keys(others).length > 0) return child;
  // Beside a year, words say how it is meant; a day in words is the same day.
  const isYear = value !== undefined && /^-?\d{4,6}$/.test(value);
  return isYear && child.text !== '' && child.text !== value ? child : undefined;
}

/** What an entry was in the course of time (`state`; TEI Guidelines, 14.3.1): its words, with their dates. */
export function statesOf(element: EntryElement): Dated[] {
  return children(element)
    .filter(({ name }) => name === 'state')
    .flatMap((state) => {
      const words = ['label', 'desc', 'ab', 'p', 'note'];
      const parts = words.flatMap((name) => firstText(state, [name]) ?? []);
      const text = parts.length > 0 ? parts.join(': ') : collapsed(textOf(state));
      return text === '' ? [] : [{ text, dating: datingOf(state.attributes) }];
    });
}

function dated(element: EntryElement): Dated | undefined {
  const date = children(element).find(({ name }) => name === 'date');
  const dating = { ...datingOf(date?.attributes ?? {}), ...datingOf(element.attributes) };
  // Beside a place, the words of the whole element are none of a date.
  const hasOther = children(element).some(({ name }) => name !== 'date');
  const text = date === undefined && hasOther ? '' : collapsed(textOf(date ?? element));
  return text === '' && Object.keys(dating).length === 0 ? undefined : { text, dating };
}

const DATING = /^(?:when|from|to|notBefore|notAfter)(?:-iso)?$|^cert$/;

function datingOf(attributes: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => DATING.test(name)));
}

/**
 * What a person was, in words; an office that was held in several years is said once, with all of them: "Prime
 * Minister of Hungary (1953–1955, 1956)".
 */
export function rolesOf(element: EntryElement): string[] {
  const years = new Map<string, string[]>();
  for (const child of children(element)) {
    if (child.name !== 'occupation' && child.name !== 'note' && child.name !== 'roleName') continue;
    const role = collapsed(textOf(child));
    if (role === '') continue;
    years.set(role, [...(years.get(role) ?? []), ...yearsOf(child)]);
  }
  return [...years].map(([role, held]) => (held.length === 0 ? role : `${role} (${held.join(', ')})`));
}

/** The years in which something held, as figures: "1953–1955", "1956", "1956–". */
function yearsOf({ attributes }: EntryElement): string[] {
  const year = (name: string): string =>
    /^-?\d{4,6}/.exec(attributes[name] ?? attributes[`${name}-iso`] ?? '')?.[0] ?? '';
  const [when, from, to] = [year('when'), year('from'), year('to')];
  if (when !== '') return [when];
  if (from === '' && to === '') return [];
  return [from === to ? from : `${from}–${to}`];
}
