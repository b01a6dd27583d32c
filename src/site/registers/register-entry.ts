import type { NameForm, OrganisationEntry, PersonEntry, PlaceEntry, Register } from '../../edition/register.js';
import { spellOut } from '../reading/date-view.js';
import type { DocumentView } from '../reading/document-view.js';
import type { MentionKind } from '../reading/mention.js';
import type { Messages } from '../theme/messages.js';
import { descendants, elementsOf, textOf, type XmlElement } from '../reading/xml-view.js';

/** An entry of any register, with what its page needs. */
export interface RegisterEntry {
  readonly id: string;
  readonly names: readonly NameForm[];
  readonly detail: string;
  readonly descriptions: readonly string[];
  readonly identifiers: Readonly<Record<string, string>>;
}

/** The entries of one kind: the edition's register, and what a document declares for itself (`particDesc`). */
export function entriesOf(
  kind: MentionKind,
  register: Register,
  documents: readonly DocumentView[],
  messages: Messages,
): RegisterEntry[] {
  switch (kind) {
    case 'person':
      return [
        ...register.persons.map((person) => personEntry(person, messages)),
        ...declaredPersons(register, documents),
      ];
    case 'place':
      return register.places.map(describedEntry);
    case 'organisation':
      return register.organisations.map(describedEntry);
  }
}

function personEntry(person: PersonEntry, messages: Messages): RegisterEntry {
  const [birth, death] = [spellYear(person.birth, messages), spellYear(person.death, messages)];
  const values = { birth, death };
  const life =
    birth !== '' && death !== ''
      ? messages.text('register.life', values)
      : birth !== ''
        ? messages.text('register.born', values)
        : death !== ''
          ? messages.text('register.died', values)
          : '';
  return {
    id: person.id,
    names: person.names,
    detail: person.group ? messages.text('register.group') : life,
    descriptions: person.roles,
    identifiers: person.identifiers,
  };
}

/** Registers give years of life; the day of birth is in the TEI. */
function spellYear(value: string | undefined, messages: Messages): string {
  return value === undefined ? '' : spellOut(value.replace(/^(-?\d{4,6})-\d{2}.*$/, '$1'), messages);
}

function describedEntry(entry: PlaceEntry | OrganisationEntry): RegisterEntry {
  return {
    id: entry.id,
    names: entry.names,
    detail: entry.type ?? '',
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
    declared.push({ id, names: [{ text: name }], detail: '', descriptions, identifiers: {} });
  }
  return declared;
}

function declaredName(element: XmlElement): string {
  const named = descendants(element, 'persName', 'orgName', 'name')[0] ?? elementsOf(element, 'p', 'note')[0];
  return textOf(named) || (element.attributes.get('role') ?? '');
}
