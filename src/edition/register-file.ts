import { SaxesParser } from 'saxes';
import { diagnostic, type Position, type Report } from '../diagnostics/diagnostic.js';
import type { EntryElement } from './entry-element.js';
import { readRegisterEntry, type Entries } from './register-entry.js';
import { emptyRegister, type Register } from './register.js';

const entryElements = new Set(['person', 'personGrp', 'place', 'org', 'event', 'relation']);
/** Deeper nesting is no register. */
const DEEPEST = 256;

/**
 * Reads a TEI file's persons, places and organisations (`person`, `personGrp`, `place`, `org`, wherever their lists stand:
 * `standOff`, `particDesc`, `back`; TEI Guidelines, 14.3). The parser is strict; a file with a document type is refused
 * before it. Never throws for what the file says: findings go to `report`, and what was read before an error is kept.
 *
 * @param file the file's path, for findings.
 * @param text the file's decoded text.
 */
export function readRegisterFile(file: string, text: string, report: Report): Register {
  const reading: Entries = { persons: [], places: [], organisations: [], events: [], relations: [] };
  const doctype = text.search(/<!DOCTYPE/iu);
  if (doctype >= 0) {
    const before = text.slice(0, doctype).split('\n');
    const position = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
    report(
      diagnostic('register/document-type', 'A register must not have a document type declaration.', {
        file,
        position,
        help: 'Remove the <!DOCTYPE …> line; write characters instead of entities.',
      }),
    );
    return emptyRegister;
  }
  const parser = new SaxesParser<{ position: true; xmlns: false }>({ position: true, xmlns: false });
  const open: EntryElement[] = [];
  const fault = { found: false };

  parser.on('error', (error) => {
    if (fault.found) return;
    fault.found = true;
    const position: Position = { line: parser.line, column: parser.columnIndex + 1 };
    report(
      diagnostic('register/not-well-formed', `The register is not well-formed XML: ${reason(error)}.`, {
        file,
        position,
        help: 'Mend the place; what stands before it was read.',
      }),
    );
  });
  parser.on('opentag', (tag) => {
    if (fault.found) return;
    if (open.length >= DEEPEST) {
      fault.found = true;
      const position: Position = { line: parser.line, column: parser.columnIndex + 1 };
      report(
        diagnostic('register/not-well-formed', `The register has elements more than ${DEEPEST} deep.`, {
          file,
          position,
        }),
      );
      return;
    }
    const element: EntryElement = {
      name: localName(tag.name),
      attributes: tag.attributes,
      content: [],
      line: parser.line,
    };
    open.at(-1)?.content.push(element);
    open.push(element);
  });
  const addText = (characters: string): void => {
    if (!fault.found) open.at(-1)?.content.push(characters);
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const element = open.pop();
    if (fault.found || element === undefined) return;
    if (entryElements.has(element.name)) readRegisterEntry(element, file, reading, report);
    // What has been read need not be kept: a register of any size is read in the memory of its entries.
    if (!open.some((ancestor) => entryElements.has(ancestor.name))) open.at(-1)?.content.splice(0);
  });

  parser.write(text);
  if (!fault.found) parser.close();
  const found = reading.persons.length + reading.places.length + reading.organisations.length;
  if (!fault.found && found === 0) {
    report(
      diagnostic('register/no-entries', 'The register has no person, place or organisation.', {
        file,
        help: 'Entries are person in listPerson, place in listPlace, org in listOrg.',
      }),
    );
  }
  return reading;
}

/** A register file with its path, as read. */
export interface RegisterFile {
  readonly file: string;
  readonly register: Register;
}

/** Joins the registers of an edition; an id that two entries have is reported, and the first entry is kept. */
export function joinRegisters(files: readonly RegisterFile[], report: Report): Register {
  const owners = new Map<string, string>();
  const keep = <Entry extends { readonly id: string }>(file: string, entries: readonly Entry[]): Entry[] =>
    entries.filter(({ id }) => {
      const owner = owners.get(id);
      if (owner === undefined) {
        owners.set(id, file);
        return true;
      }
      const where = owner === file ? 'twice in this register' : `in ${owner} already`;
      report(
        diagnostic('register/duplicate-id', `The id “${id}” stands ${where}; the later entry is left out.`, {
          file,
          actual: id,
          help: 'Give every entry of the edition an xml:id of its own.',
        }),
      );
      return false;
    });
  return {
    persons: files.flatMap(({ file, register }) => keep(file, register.persons)),
    places: files.flatMap(({ file, register }) => keep(file, register.places)),
    organisations: files.flatMap(({ file, register }) => keep(file, register.organisations)),
    events: files.flatMap(({ register }) => register.events ?? []),
    relations: files.flatMap(({ register }) => register.relations ?? []),
  };
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** The parser's words without the position that it puts before them. */
function reason(error: Error): string {
  return error.message.replace(/^(?:[^:]*:)?\d+:\d+:\s*/u, '').replace(/\.$/u, '');
}
