import type { NameForm, OrganisationEntry, PersonEntry, PlaceEntry, Register } from '../../edition/register.js';
import { spellOut } from '../reading/date-view.js';
import type { DocumentView } from '../reading/document-view.js';
import type { MentionKind } from '../reading/mention.js';
import { descendants, elementsOf, textOf, type XmlElement } from '../reading/xml-view.js';
import { label } from '../theme/labels.js';
import type { Messages } from '../theme/messages.js';

/** An entry of any register, with what its page needs. */
export interface RegisterEntry {
  readonly id: string;
  readonly names: readonly NameForm[];
  /** Life dates of a person, the type of a place or an organisation. */
  readonly detail: string;
  /** True for a group of persons whom nobody names one by one. */
  readonly isGroup: boolean;
  readonly descriptions: readonly string[];
  readonly identifiers: Readonly<Record<string, string>>;
}

/** The entries of one kind. */
export interface RegisterEntries {
  /** Those of the edition's register. */
  readonly registered: readonly RegisterEntry[];
  /** Those that only a document declares, for itself (`particDesc`). */
  readonly declared: readonly RegisterEntry[];
}

/** The entries of one kind: the edition's register, and what documents declare beside it. */
export function entriesOf(
  kind: MentionKind,
  register: Register,
  documents: readonly DocumentView[],
  messages: Messages,
): RegisterEntries {
  switch (kind) {
    case 'person':
      return {
        registered: register.persons.map((person) => personEntry(person, messages)),
        declared: declaredPersons(register, documents),
      };
    case 'place':
      return { registered: register.places.map((place) => describedEntry(place, messages)), declared: [] };
    case 'organisation':
      return { registered: register.organisations.map((body) => describedEntry(body, messages)), declared: [] };
  }
}

function personEntry(person: PersonEntry, messages: Messages): RegisterEntry {
  return {
    id: person.id,
    names: person.names,
    detail: lifeOf(person, messages),
    isGroup: person.group,
    descriptions: person.roles,
    identifiers: person.identifiers,
  };
}

function lifeOf(person: PersonEntry, messages: Messages): string {
  const [birth, death] = [spellYear(person.birth, messages), spellYear(person.death, messages)];
  if (birth !== '' && death !== '') return messages.text('register.life', { birth, death });
  if (birth !== '') return messages.text('register.born', { birth });
  return death === '' ? '' : messages.text('register.died', { death });
}

/** Registers give years of life; the day of birth is in the TEI. */
function spellYear(value: string | undefined, messages: Messages): string {
  return value === undefined ? '' : spellOut(value.replace(/^(-?\d{4,6})-\d{2}.*$/, '$1'), messages);
}

function describedEntry(entry: PlaceEntry | OrganisationEntry, messages: Messages): RegisterEntry {
  return {
    id: entry.id,
    names: entry.names,
    detail: entry.type === undefined ? '' : label(messages, 'register.type', entry.type),
    isGroup: false,
    descriptions: entry.description === undefined ? [] : [entry.description],
    identifiers: entry.identifiers,
  };
}

function declaredPersons(register: Register, documents: readonly DocumentView[]): RegisterEntry[] {
  const known = new Set(register.persons.map(({ id }) => id));
  const declared: RegisterEntry[] = [];
  for (const element of documents.flatMap(({ header }) => header.participants)) {
    const id = element.attributes.get('xml:id');
    const name = declaredName(element);
    if (id === undefined || name === '' || known.has(id)) continue;
    known.add(id);
    const descriptions = elementsOf(element, 'occupation', 'note')
      .map(textOf)
      .filter((text) => text !== '');
    const isGroup = element.name === 'personGrp';
    declared.push({ id, names: [{ text: name }], detail: '', isGroup, descriptions, identifiers: {} });
  }
  return declared;
}

function declaredName(element: XmlElement): string {
  const named = descendants(element, 'persName', 'orgName', 'name')[0] ?? elementsOf(element, 'p', 'note')[0];
  return textOf(named) || (element.attributes.get('role') ?? '');
}
