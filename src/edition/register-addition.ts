import { escapeAttribute, escapeText } from '../xml/escape.js';
import { namespaces } from '../xml/namespaces.js';

/** The registers of an edition, by the names of their files. */
export const REGISTER_NAMES = ['persons', 'places', 'organisations'] as const;

export type RegisterName = (typeof REGISTER_NAMES)[number];

/** An entry to begin with: an id and one name. The parts of a name are for persons. */
export interface RegisterAddition {
  readonly register: RegisterName;
  readonly id: string;
  /** The whole name, where it has no parts. */
  readonly name?: string;
  readonly forename?: string;
  /** The particles before the surname: "von", "de la" (14.2.1). */
  readonly nameLink?: string;
  readonly surname?: string;
}

/** What a register is in TEI: its list, its entries, their names. */
interface RegisterElements {
  readonly list: string;
  readonly entry: string;
  readonly name: string;
  readonly title: string;
}

const ELEMENTS: Readonly<Record<RegisterName, RegisterElements>> = {
  persons: { list: 'listPerson', entry: 'person', name: 'persName', title: 'Register of persons' },
  places: { list: 'listPlace', entry: 'place', name: 'placeName', title: 'Register of places' },
  organisations: { list: 'listOrg', entry: 'org', name: 'orgName', title: 'Register of organisations' },
};

/** The element that has a register's entries. */
export function listOf(register: RegisterName): string {
  return ELEMENTS[register].list;
}

/** The path of a register, relative to the edition. */
export function registerFile(register: RegisterName): string {
  return `tei/register/${register}.xml`;
}

/**
 * The lines of an entry in TEI (Guidelines, 14.3), without a line end at the end.
 *
 * @param prefix what the file puts before the names of TEI's elements: nothing, or `tei:`.
 */
export function entryLines(addition: RegisterAddition, prefix = ''): string[] {
  const { entry, name } = ELEMENTS[addition.register];
  const part = (element: string, text: string | undefined): string[] =>
    text === undefined || text === '' ? [] : [`<${prefix}${element}>${escapeText(text)}</${prefix}${element}>`];
  const parts = [
    ...part('forename', addition.forename),
    ...part('nameLink', addition.nameLink),
    ...part('surname', addition.surname),
  ];
  const content = parts.length === 0 ? escapeText(addition.name ?? addition.id) : parts.join(' ');
  return [
    `<${prefix}${entry} xml:id="${escapeAttribute(addition.id)}">`,
    `  <${prefix}${name}>${content}</${prefix}${name}>`,
    `</${prefix}${entry}>`,
  ];
}

/** A register file without entries. */
export function newRegister(register: RegisterName): string {
  const { list, title } = ELEMENTS[register];
  return `<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="${namespaces.tei}" xml:id="${register}" xml:lang="en">
  <teiHeader>
    <fileDesc>
      <titleStmt>
        <title>${title}</title>
      </titleStmt>
      <publicationStmt>
        <p>Published with the edition.</p>
      </publicationStmt>
      <sourceDesc>
        <p>Compiled for the edition.</p>
      </sourceDesc>
    </fileDesc>
  </teiHeader>
  <standOff>
    <${list}>
    </${list}>
  </standOff>
</TEI>
`;
}
