import { createHash } from 'node:crypto';
import type { NameForm } from '../../edition/register.js';
import type { MentionKind } from '../reading/mention.js';
import { nameHeading, sortKey, type NameHeading } from './name-heading.js';
import { OTHER, type NameOrder } from './name-order.js';

/** The register pages, in the order of the navigation. */
export const registerPages = [
  { kind: 'person', name: 'persons' },
  { kind: 'place', name: 'places' },
  { kind: 'organisation', name: 'organisations' },
] as const satisfies readonly { kind: MentionKind; name: string }[];

export type RegisterName = (typeof registerPages)[number]['name'];

/** What an entry's place depends on. */
export interface NamedEntry {
  readonly id: string;
  readonly names: readonly NameForm[];
}

/** A page's share of a register: some entries in the order of the alphabet. */
export interface RegisterPart {
  /** Path of the page, relative to the root of the site. */
  readonly path: string;
  /** The letter that all its entries stand under; empty where the page has the whole register. */
  readonly letter: string;
  readonly entries: readonly PlacedEntry[];
}

export interface PlacedEntry {
  readonly id: string;
  readonly letter: string;
  readonly heading: NameHeading;
}

/** How many entries a page has at most: a register with more is divided by letters, a letter with more into parts. */
export const ENTRIES_ON_A_PAGE = 200;

/**
 * Divides a register into pages. Where an entry stands depends on the register alone, never on the documents: the
 * stylesheets link to it before anybody knows all its mentions.
 *
 * @param registered the entries of the register.
 * @param declared entries that documents declare for themselves; they move no entry of the register.
 */
export function divideRegister(
  name: RegisterName,
  registered: readonly NamedEntry[],
  declared: readonly NamedEntry[],
  order: NameOrder,
): RegisterPart[] {
  const [own, others] = [registered, declared].map((entries) => placed(entries, order));
  if (own === undefined || others === undefined) return [];
  const all = [...own, ...others].sort((a, b) => compareEntries(a, b, order));
  const first = `${name}.html`;
  if (all.length === 0) return [];
  if (all.length <= ENTRIES_ON_A_PAGE) return [{ path: first, letter: '', entries: all }];
  // A small register stays together, however much the documents declare beside it.
  if (own.length > 0 && own.length <= ENTRIES_ON_A_PAGE) {
    return [{ path: first, letter: '', entries: own }, ...parts(name, others, others)];
  }
  return parts(name, all, own.length === 0 ? all : own);
}

/** Letters, and parts of those that are too long; `own` are the entries that decide where a part begins. */
function parts(name: RegisterName, all: readonly PlacedEntry[], own: readonly PlacedEntry[]): RegisterPart[] {
  const ownByLetter = byLetter(own);
  return [...byLetter(all)].flatMap(([letter, entries]) => {
    // The first entry of each part after the first, as the deciding entries alone have it.
    const starts = (ownByLetter.get(letter) ?? []).filter((_, index) => index > 0 && index % ENTRIES_ON_A_PAGE === 0);
    const bounds = [0, ...starts.map((start) => entries.indexOf(start)), entries.length];
    return bounds.slice(0, -1).map((from, index) => ({
      path: `${name}/${pathName(letter)}${index === 0 ? '' : `-${index + 1}`}.html`,
      letter,
      entries: entries.slice(from, bounds[index + 1]),
    }));
  });
}

/** Path of an entry's own page, the one with its mentions where they are many; `number` from 1. */
export function ownPath(name: RegisterName, id: string, number: number): string {
  return `${name}/mentions${number === 1 ? '' : `-${number}`}/${fileName(id)}.html`;
}

/** Letters beyond ASCII are written by their code points: not every file system keeps them. */
export function pathName(letter: string): string {
  if (letter === OTHER) return 'other';
  return Array.from(letter.toLowerCase())
    .map((character) =>
      /[a-z]/.test(character) ? character : `u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
    )
    .join('');
}

/** An id or a word as the name of a file: any other than of small letters and figures is told apart by its hash. */
export function fileName(id: string): string {
  if (/^[a-z0-9][a-z0-9_-]{0,99}$/.test(id)) return id;
  const readable = id
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-|-$/g, '');
  const hash = createHash('sha256').update(id).digest('hex').slice(0, 10);
  return `${readable === '' ? 'id' : readable}.${hash}`;
}

function placed(entries: readonly NamedEntry[], order: NameOrder): PlacedEntry[] {
  return entries
    .map(({ id, names: [preferred] }) => {
      const heading = preferred === undefined ? { text: '', sortKey: sortKey(id, '') } : nameHeading(preferred);
      return { id, letter: order.letterOf(heading.sortKey), heading };
    })
    .sort((a, b) => compareEntries(a, b, order));
}

function compareEntries(a: PlacedEntry, b: PlacedEntry, order: NameOrder): number {
  return order.compare(a.heading.sortKey, b.heading.sortKey) || (a.id < b.id ? -1 : Number(a.id > b.id));
}

function byLetter(entries: readonly PlacedEntry[]): Map<string, PlacedEntry[]> {
  const letters = new Map<string, PlacedEntry[]>();
  for (const entry of entries) {
    const group = letters.get(entry.letter);
    if (group === undefined) letters.set(entry.letter, [entry]);
    else group.push(entry);
  }
  return letters;
}
