import { diagnostic, type Report } from '../diagnostics/diagnostic.js';
import type { Coordinates, EventEntry, NameForm, OrganisationEntry, PersonEntry, PlaceEntry } from './register.js';
import { identifiersOf, type Identifying } from './register-identifiers.js';

/** An element of a register file with its text in order. */
export interface EntryElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly content: (EntryElement | string)[];
  /** Line of its start tag, from 1. */
  readonly line: number;
}

interface Entries {
  readonly persons: PersonEntry[];
  readonly places: PlaceEntry[];
  readonly organisations: OrganisationEntry[];
  readonly events: EventEntry[];
}

const placeNames = new Set(['placeName', 'geogName', 'settlement', 'region', 'country', 'district', 'bloc']);
/** Parts of a personal name (TEI Guidelines, 14.2.1); some files print no space between them. */
const nameParts = new Set(['forename', 'surname', 'nameLink', 'roleName', 'genName', 'addName']);

/** Adds the entry that an element holds to `entries`; one without id is left out, one without name is kept, both are reported. */
export function readRegisterEntry(element: EntryElement, file: string, entries: Entries, report: Report): void {
  const id = element.attributes['xml:id'] ?? '';
  if (element.name === 'event') {
    // Nothing refers to an event; it stands in the chronology by its date.
    entries.events.push(...eventOf(element, id));
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
      const entry = {
        id,
        names,
        identifiers,
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
  const roles = children(element)
    .filter(({ name }) => name === 'occupation' || name === 'note' || name === 'roleName')
    .map((child) => collapsed(textOf(child)))
    .filter((role) => role !== '');
  return {
    id,
    names,
    roles,
    identifiers,
    group: element.name === 'personGrp',
    ...(sex === undefined ? {} : { sex: sexOf(sex) }),
    ...(birth === undefined ? {} : { birth }),
    ...(death === undefined ? {} : { death }),
  };
}

/** The forms of the entry's own names, in order; those of entries nested in it are theirs. */
function namesOf(element: EntryElement): NameForm[] {
  const isName = ({ name }: EntryElement): boolean =>
    element.name === 'place'
      ? placeNames.has(name)
      : element.name === 'org'
        ? name === 'orgName' || name === 'name'
        : name === 'persName' || name === 'name';
  const forms: NameForm[] = [];
  for (const name of children(element)) {
    if (!isName(name)) continue;
    const language = name.attributes['xml:lang'];
    const type = name.attributes['type'];
    const common = language === undefined ? {} : { language };
    const abbreviation = deepText(name, 'abbr');
    const expansion = deepText(name, 'expan');
    if (abbreviation !== undefined) forms.push({ text: abbreviation, type: 'abbreviation', ...common });
    if (expansion !== undefined) forms.push({ text: expansion, ...common });
    const text = collapsed(textOf(name));
    if (text === '' || abbreviation !== undefined || expansion !== undefined) continue;
    forms.push({ text, ...partsOfName(name), ...(type === undefined ? {} : { type }), ...common });
  }
  return forms;
}

/** Given names and surname as marked; a particle (`nameLink`) belongs to the surname. */
function partsOfName(name: EntryElement): Pick<NameForm, 'forename' | 'surname'> {
  const texts = (wanted: readonly string[]): string =>
    descendants(name)
      .filter((part) => wanted.includes(part.name))
      .map((part) => collapsed(textOf(part)))
      .filter((text) => text !== '')
      .join(' ');
  const forename = texts(['forename']);
  const surname = texts(['surname']) === '' ? '' : texts(['nameLink', 'surname']);
  return { ...(forename === '' ? {} : { forename }), ...(surname === '' ? {} : { surname }) };
}

function identifying(element: EntryElement): Identifying {
  return { name: element.name, attributes: element.attributes, text: collapsed(textOf(element)) };
}

/** Where a place lies: latitude and longitude in this order, by blanks or a comma (TEI Guidelines, 14.3.4, `geo`). */
function coordinatesOf(place: EntryElement): Coordinates | undefined {
  const location = children(place).find(({ name }) => name === 'location' || name === 'geo');
  const text = location === undefined ? '' : textOf(location.name === 'geo' ? location : (geoOf(location) ?? location));
  const match = /^(-?\d{1,2}(?:\.\d+)?)[\s,;]+(-?\d{1,3}(?:\.\d+)?)$/u.exec(text.trim());
  if (match === null) return undefined;
  const [latitude, longitude] = [Number(match[1]), Number(match[2])];
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : undefined;
}

function geoOf(location: EntryElement): EntryElement | undefined {
  return descendants(location).find(({ name }) => name === 'geo');
}

/** An event that says what happened; nothing for one without words. */
function eventOf(event: EntryElement, id: string): EventEntry[] {
  const label = firstText(event, ['label', 'eventName', 'head']) ?? firstText(event, ['desc', 'ab', 'p', 'note']);
  return label === undefined ? [] : [{ id, label, dating: event.attributes }];
}

/** The words for a sex that editions use (vCard, ISO 5218, English, German) as `M` and `F`; others as they are. */
function sexOf(value: string): string {
  if (/^(?:m|1|male|männlich|man)$/iu.test(value)) return 'M';
  if (/^(?:f|w|2|female|weiblich|woman)$/iu.test(value)) return 'F';
  return value;
}

/** A value of a child or of the date in it: an attribute, else the words of the date, else its own without a place. */
function valueOf(element: EntryElement, child: string, attributes: readonly string[]): string | undefined {
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

function firstText(element: EntryElement, names: readonly string[]): string | undefined {
  const found = children(element).find(({ name }) => names.includes(name));
  const text = found === undefined ? '' : collapsed(textOf(found));
  return text === '' ? undefined : text;
}

function deepText(element: EntryElement, name: string): string | undefined {
  const found = descendants(element).find((part) => part.name === name);
  return found === undefined ? undefined : collapsed(textOf(found));
}

function children(element: EntryElement): EntryElement[] {
  return element.content.filter((item) => typeof item !== 'string');
}

function descendants(element: EntryElement): EntryElement[] {
  return children(element).flatMap((child) => [child, ...descendants(child)]);
}

/** The text of an element; parts of a name are set off by spaces. */
function textOf(element: EntryElement): string {
  return element.content
    .map((item) => (typeof item === 'string' ? item : nameParts.has(item.name) ? ` ${textOf(item)} ` : textOf(item)))
    .join('');
}

function collapsed(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .replace(/ (?=,)|(?<=(?:^| )[dl]['’]) /giu, '')
    .trim();
}
