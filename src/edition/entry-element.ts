/** An element of a register file with its text in order. */
export interface EntryElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly content: (EntryElement | string)[];
  /** Line of its start tag, from 1. */
  readonly line: number;
}

/** Parts of a personal name (TEI Guidelines, 14.2.1); some files print no space between them. */
const nameParts = new Set(['forename', 'surname', 'nameLink', 'roleName', 'genName', 'addName']);

/** The elements in an element, in order. */
export function children(element: EntryElement): EntryElement[] {
  return element.content.filter((item) => typeof item !== 'string');
}

/** All elements within an element, in the order of their start tags. */
export function descendants(element: EntryElement): EntryElement[] {
  return children(element).flatMap((child) => [child, ...descendants(child)]);
}

/** The text of an element; parts of a name are set off by spaces. */
export function textOf(element: EntryElement): string {
  return element.content
    .map((item) => (typeof item === 'string' ? item : nameParts.has(item.name) ? ` ${textOf(item)} ` : textOf(item)))
    .join('');
}

/** A text with single blanks; none before a comma or after an elided article. */
export function collapsed(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .replace(/ (?=,)|(?<=(?:^| )[dl]['’]) /giu, '')
    .trim();
}

/** The words of the first child with one of the names; undefined where it has none. */
export function firstText(element: EntryElement, names: readonly string[]): string | undefined {
  const found = children(element).find(({ name }) => names.includes(name));
  const text = found === undefined ? '' : collapsed(textOf(found));
  return text === '' ? undefined : text;
}
