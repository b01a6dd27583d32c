import { diagnostic, type Report } from '../diagnostics/diagnostic.js';
import { children, collapsed, firstText, textOf, type EntryElement } from './entry-element.js';
import { coordinatesOf } from './register-coordinates.js';
import { datedChild, roughlyDatedChild, statesOf, valueOf, rolesOf } from './register-dating.js';
import { identifiersOf, type Identifying } from './register-identifiers.js';
import { namesOf } from './register-names.js';
import type { EventEntry, NameForm, OrganisationEntry, PersonEntry, PlaceEntry, RelationEntry } from './register.js';

/** The entries of a register, gathered while a file is read. */
export interface Entries {
  readonly persons: PersonEntry[];
  readonly places: PlaceEntry[];
  readonly organisations: OrganisationEntry[];
  readonly events: EventEntry[];
  readonly relations: RelationEntry[];
}

/** Adds the entry that an element holds to `entries`; one without id is left out, one without name is kept, both are reported. */
export function readRegisterEntry(element: EntryElement, file: string, entries: Entries, report: Report): void {
  const id = element.attributes['xml:id'] ?? '';
  if (element.name === 'event') {
    // Nothing refers to an event; it stands in the chronology by its date.
    entries.events.push(...eventOf(element, id));
    return;
  }
  if (element.name === 'relation') {
    entries.relations.push(...relationOf(element));
    return;
  }
  const position = { line: element.line, column: 1 };
  if (id === '') {
    const shown = collapsed(textOf(element)).slice(0, 40);
    report(
      diagnostic(
        'register/entry-without-id',
        `This ${element.name} has no xml:id, so nothing can refer to it: “${shown}”.`,
        { file, position, help: 'Give it an xml:id.' },
      ),
    );
    return;
  }
  const names = namesOf(element);
  if (names.length === 0 && element.name !== 'personGrp') {
    report(
      diagnostic(
        'register/entry-without-name',
        `The ${element.name} “${id}” has no name, so it cannot be found in texts.`,
        { file, position },
      ),
    );
  }
  const identifiers = identifiersOf(identifying(element), children(element).map(identifying));
  switch (element.name) {
    case 'place':
    case 'org': {
      const type = element.attributes['type'];
      const description = firstText(element, ['desc', 'note']);
      const states = statesOf(element);
      const entry = {
        id,
        names,
        identifiers,
        ...(states.length === 0 ? {} : { states }),
        ...(type === undefined ? {} : { type }),
        ...(description === undefined ? {} : { description }),
      };
      if (element.name === 'org') {
        entries.organisations.push(entry);
        return;
      }
      const coordinates = coordinatesOf(element);
      entries.places.push({ ...entry, ...(coordinates === undefined ? {} : { coordinates }) });
      return;
    }
    default:
      entries.persons.push(personOf(element, id, names, identifiers));
  }
}

function personOf(
  element: EntryElement,
  id: string,
  names: readonly NameForm[],
  identifiers: Readonly<Record<string, string>>,
): PersonEntry {
  const sex = element.attributes['sex'] ?? valueOf(element, 'sex', ['value']);
  const birth = valueOf(element, 'birth', ['when', 'notBefore', 'from']);
  const death = valueOf(element, 'death', ['when', 'notAfter', 'to']);
  const [born, died] = ['birth', 'death'].map((name) => roughlyDatedChild(element, name));
  const floruit = datedChild(element, 'floruit');
  const states = statesOf(element);
  const roles = rolesOf(element);
  return {
    id,
    names,
    roles,
    identifiers,
    group: element.name === 'personGrp',
    ...(sex === undefined ? {} : { sex: sexOf(sex) }),
    ...(birth === undefined ? {} : { birth }),
    ...(death === undefined ? {} : { death }),
    ...(born === undefined ? {} : { born }),
    ...(died === undefined ? {} : { died }),
    ...(floruit === undefined ? {} : { floruit }),
    ...(states.length === 0 ? {} : { states }),
  };
}

function identifying(element: EntryElement): Identifying {
  return { name: element.name, attributes: element.attributes, text: collapsed(textOf(element)) };
}

/** An event that says what happened; nothing for one without words. */
function eventOf(event: EntryElement, id: string): EventEntry[] {
  const label = firstText(event, ['label', 'eventName', 'head']) ?? firstText(event, ['desc', 'ab', 'p', 'note']);
  return label === undefined ? [] : [{ id, label, dating: event.attributes }];
}

/** A relation between entries; nothing for one that names no two of them. */
function relationOf(relation: EntryElement): RelationEntry[] {
  const { name = '', ref = '', type = '', active, passive, mutual } = relation.attributes;
  const entry = {
    name: name || (ref.split(/[#/]/).at(-1) ?? '') || type,
    description: firstText(relation, ['desc', 'note', 'p', 'ab']) ?? '',
    active: idsOf(active),
    passive: idsOf(passive),
    mutual: idsOf(mutual),
  };
  const isBetween = (entry.active.length > 0 && entry.passive.length > 0) || entry.mutual.length > 1;
  return entry.name !== '' && isBetween ? [entry] : [];
}

/** The ids that pointers lead to, in whatever file. */
function idsOf(pointers = ''): string[] {
  return pointers
    .split(/\s+/)
    .map((pointer) => pointer.slice(pointer.indexOf('#') + 1))
    .filter((id) => id !== '');
}

/** The words for a sex that editions use (vCard, ISO 5218, English, German) as `M` and `F`; others as they are. */
function sexOf(value: string): string {
  if (/^(?:m|1|male|männlich|man)$/iu.test(value)) return 'M';
  if (/^(?:f|w|2|female|weiblich|woman)$/iu.test(value)) return 'F';
  return value;
}
