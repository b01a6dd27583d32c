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
