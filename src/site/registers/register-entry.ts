import type { Dated, NameForm, OrganisationEntry, PersonEntry, PlaceEntry, Register } from '../../edition/register.js';
import type { DocumentView } from '../reading/document-view.js';
import type { MentionKind } from '../reading/mention.js';
import { descendants, elementsOf, textOf, type XmlElement } from '../reading/xml-view.js';
import { label } from '../theme/labels.js';
import type { Messages } from '../theme/messages.js';
import { lifeOf, stateInWords } from './life.js';

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
    descriptions: [...person.roles, ...stateLines(person.states, messages)],
    identifiers: person.identifiers,
  };
}

function describedEntry(entry: PlaceEntry | OrganisationEntry, messages: Messages): RegisterEntry {
  return {
    id: entry.id,
    names: entry.names,
    detail: entry.type === undefined ? '' : label(messages, 'register.type', entry.type),
    isGroup: false,
    descriptions: [
      ...(entry.description === undefined ? [] : [entry.description]),
      ...stateLines(entry.states, messages),
    ],
    identifiers: entry.identifiers,
  };
}

function stateLines(states: readonly Dated[] = [], messages: Messages): string[] {
  return states.map((state) => stateInWords(state, messages));
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
