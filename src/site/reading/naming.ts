import type { MentionKind } from './mention.js';

/** What a name names; `any` where its element does not say, so that only an entry can. */
export type NamedKind = MentionKind | 'any';

/** Elements that name something by themselves (TEI Guidelines, 14.2). */
const NAMES: Readonly<Record<string, MentionKind>> = {
  persName: 'person',
  placeName: 'place',
  settlement: 'place',
  country: 'place',
  region: 'place',
  district: 'place',
  geogName: 'place',
  orgName: 'organisation',
};

/** `@type` of `name` and `rs`, as the Guidelines use it (3.6.1, 14.2) and as archives shorten it. */
const TYPES: Readonly<Record<string, MentionKind>> = {
  person: 'person',
  persons: 'person',
  pers: 'person',
  per: 'person',
  place: 'place',
  places: 'place',
  plc: 'place',
  loc: 'place',
  settlement: 'place',
  country: 'place',
  geog: 'place',
  org: 'organisation',
  orgs: 'organisation',
  organisation: 'organisation',
  organization: 'organisation',
  institution: 'organisation',
};

/** Elements of an entry of a register: the names in them are the entry's own, and mention nobody. */
const ENTRIES: ReadonlySet<string> = new Set(
  'person personGrp persona place org nym listRelation listNym msIdentifier'.split(' '),
);

/** What an element names; undefined for one that is no name, or the name of something that no register of ours has. */
export function namedKind(element: string, type: string | undefined): NamedKind | undefined {
  if (element !== 'name' && element !== 'rs') return Object.hasOwn(NAMES, element) ? NAMES[element] : undefined;
  const word = type?.trim().toLowerCase() ?? '';
  if (word === '') return 'any';
  return Object.hasOwn(TYPES, word) ? TYPES[word] : undefined;
}

/** True of an element whose names describe it. */
export function isEntry(element: string): boolean {
  return ENTRIES.has(element);
}

/**
 * The pointers of a name, as written: each of `@ref`, and `@key` as a whole, which is no list (TEI att.canonical);
 * without them those of `@corresp` and `@sameAs`, which some archives use instead.
 */
export function pointersOf(attributes: Readonly<Record<string, string>>): string[] {
  const key = (attributes['key'] ?? '').trim().replace(/\s+/g, ' ');
  const pointers = [...tokens(attributes['ref']), ...(key === '' ? [] : [key])];
  return pointers.length > 0 ? pointers : [...tokens(attributes['corresp']), ...tokens(attributes['sameAs'])];
}

/** The words of an attribute that white space divides. */
export function tokens(value: string | undefined): string[] {
  return (value ?? '').split(/\s+/).filter((token) => token !== '');
}
