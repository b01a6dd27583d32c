import { isParticle } from '../annotate/recognizers/names/name-parts.js';
import type { RegisterAddition, RegisterName } from '../edition/register-addition.js';
import type { OrganisationEntry, PersonEntry, PlaceEntry, Register } from '../edition/register.js';
import { foldName } from '../language/name-folding.js';
import type { ReviewedDocument } from './place.js';

/** How often each entry is named, document by document: `ids.get('berg-anna')?.get('letter-1')`. */
export type Mentions = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** Counts the names that are identified beyond doubt. */
export function mentionsIn(documents: readonly ReviewedDocument[]): Mentions {
  const mentions = new Map<string, Map<string, number>>();
  for (const { id: document, annotations } of documents) {
    for (const { attributes, certainty } of annotations) {
      const ref = attributes['ref'];
      if (ref === undefined || certainty !== 'high') continue;
      const id = ref.replace(/^#/u, '');
      const counts = mentions.get(id) ?? new Map<string, number>();
      counts.set(document, (counts.get(document) ?? 0) + 1);
      mentions.set(id, counts);
    }
  }
  return mentions;
}

/** What is known of an entry, in a few words. */
export interface KnownEntry {
  readonly name: string;
  /** Life dates and office of a person; kind and description of others. */
  readonly facts: readonly string[];
}

/** The entries of all registers by their ids. */
export function knownEntries({ persons, places, organisations }: Register): ReadonlyMap<string, KnownEntry> {
  const known = new Map<string, KnownEntry>();
  const nameOf = ({ id, names }: PersonEntry | PlaceEntry | OrganisationEntry): string => names[0]?.text ?? id;
  for (const person of persons) {
    const { birth, death, roles } = person;
    const life = birth === undefined && death === undefined ? [] : [`${birth ?? ''}–${death ?? ''}`];
    known.set(person.id, { name: nameOf(person), facts: [...life, ...roles.slice(0, 1)] });
  }
  for (const entry of [...places, ...organisations]) {
    const facts = [entry.type, entry.description].filter((fact) => fact !== undefined);
    known.set(entry.id, { name: nameOf(entry), facts });
  }
  return known;
}

/** What speaks for an entry: what the register says of it, and how often the texts name it otherwise. */
export function evidenceFor(
  id: string,
  known: ReadonlyMap<string, KnownEntry>,
  mentions: Mentions,
  documents: readonly string[],
): string {
  const counts = mentions.get(id) ?? new Map<string, number>();
  const here = documents.reduce((sum, document) => sum + (counts.get(document) ?? 0), 0);
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const where = documents.length === 1 ? 'this text' : 'these texts';
  const named =
    all === 0
      ? 'named with certainty nowhere else'
      : `named with certainty ${timesOf(here)} in ${where}, ${timesOf(all - here)} in others`;
  return [...(known.get(id)?.facts ?? []), named].join('; ');
}

function timesOf(count: number): string {
  return count === 0 ? 'not' : count === 1 ? 'once' : `${count} times`;
}

/**
 * An entry for a name, to be completed by the editor. The last word of a person's name is taken for the surname,
 * particles before it for its link.
 */
export function additionFor(register: RegisterName, form: string): RegisterAddition {
  const words = form.split(' ');
  let end = words.length - 1;
  while (isLink(words[end - 1])) end--;
  const family = partsOfSurname(words.slice(end).join(' '));
  const forename = words.slice(0, end).join(' ');
  const id = idFor(forename === '' ? family.surname : `${family.surname} ${forename}`);
  if (register !== 'persons') return { register, id: idFor(form), name: form };
  return { register, id, ...family, ...(forename === '' ? {} : { forename }) };
}

/** A surname and the particles before it, which are no part of what it is sorted by: "von Thurn", "de la Tour". */
export function partsOfSurname(name: string): { surname: string; nameLink?: string } {
  const words = name.split(' ');
  let first = 0;
  while (first < words.length - 1 && isLink(words[first])) first++;
  const surname = words.slice(first).join(' ');
  return first === 0 ? { surname } : { nameLink: words.slice(0, first).join(' '), surname };
}

/** A particle in small letters; with a capital it is a part of the surname ("De Quincey"). */
function isLink(word: string | undefined): boolean {
  return word !== undefined && /^\p{Ll}{2,}$/u.test(word) && isParticle(word);
}

/** The last word of a folded name. */
export function lastWord(name: string): string {
  return (
    name
      .split(/[\s.]+/u)
      .filter((word) => word !== '')
      .at(-1) ?? ''
  );
}

function idFor(name: string): string {
  const id = foldName(name)
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/gu, '');
  return /^\p{L}/u.test(id) ? id : `entry-${id}`;
}
