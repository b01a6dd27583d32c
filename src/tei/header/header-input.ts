import type { AnnotatedDocument } from '../../annotate/annotate.js';
import { readLine, type BlockDocument, type Field } from '../../blocks/block.js';
import type { Edition } from '../../edition/edition.js';
import type { Register } from '../../edition/register.js';
import type { Agent, Sidecar } from '../../edition/sidecar.js';
import type { FieldName } from '../../language/fields.js';
import { foldName } from '../../language/name-folding.js';
import { readPassage, type Passage } from '../../source/passage.js';
import type { SourceFile } from '../../source/source-file.js';
import type { Span } from '../../source/span.js';
import type { StructuredDocument } from '../../structure/structure.js';
import { element, type TeiElement } from '../node.js';
import type { Pointers } from '../pointers.js';
import type { Citation } from './citation.js';

/** All that a header is made from. */
export interface HeaderInput {
  readonly id: string;
  readonly source: SourceFile;
  readonly edition: Edition;
  readonly sidecar: Sidecar;
  readonly blocks: BlockDocument;
  readonly structured: StructuredDocument;
  readonly annotated: AnnotatedDocument;
  readonly register: Register;
  readonly pointers: Pointers;
  readonly language: string;
  readonly originalLanguage?: string;
  readonly citations: readonly CitedField[];
  readonly participants: readonly Participant[];
  readonly witnesses?: readonly Witness[];
  readonly toolVersion: string;
  /** Where the schemas stand; none for a text without an edition. */
  readonly schemas?: SchemaAddresses;
  /** ISO date of the conversion, where `SOURCE_DATE_EPOCH` or the edition says one; never the clock's. */
  readonly date?: string;
}

/** The schemas of a TEI file, relative to it. */
export interface SchemaAddresses {
  /** The RELAX NG grammar. */
  readonly grammar: string;
  /** The Schematron rules. */
  readonly rules: string;
  /** The ODD that both are made from, where the edition has it. */
  readonly customization?: string;
}

/** One of the texts that are witnesses of one work. */
export interface Witness {
  readonly siglum: string;
  /** Id of the document that has the witness's text. */
  readonly documentId: string;
  readonly title?: string;
}

/** A field whose value is a citation, with what was read from it. */
export interface CitedField {
  readonly field: Field;
  readonly citation: Citation;
}

/** Somebody who took part in what the document records. */
export interface Participant {
  /** `@xml:id` in this file. */
  readonly localId?: string;
  /** The register's id. */
  readonly registerId?: string;
  /** The name, or the printed label of somebody whom the register does not know. */
  readonly name: string;
  readonly role: 'speaker' | 'attendee';
  /** Voices without names. */
  readonly group: boolean;
}

/** The fields of a name, in order. */
export function fieldsNamed(input: HeaderInput, ...names: readonly FieldName[]): Field[] {
  return input.blocks.fields.filter((field) => names.includes(field.name));
}

/** A stretch of the source as read, with the differences of its own place but not its removal to the header. */
export function readHeaderPassage(input: Pick<HeaderInput, 'source' | 'blocks'>, span: Span): Passage {
  return readPassage(input.source.text, span, fieldDifferences(input));
}

/** The declared differences inside what moved to the header: line ends and markup. */
export function fieldDifferences(input: Pick<HeaderInput, 'blocks'>): BlockDocument['fieldDifferences'] {
  return input.blocks.fieldDifferences;
}

/** The same on one line. */
export function readHeaderLine(input: Pick<HeaderInput, 'source' | 'blocks'>, span: Span): string {
  return readLine(input.source, span, fieldDifferences(input));
}

/** The text of a field's values, on one line. */
export function fieldText(input: HeaderInput, field: Field): string {
  return field.values.map((span) => readHeaderLine(input, span)).join(' ');
}

/** A person or organisation as the header names it: by the register where it is known there. */
export function agentName(input: HeaderInput, agent: Agent): TeiElement {
  const person = input.register.persons.find((entry) => entry.id === agent.id);
  if (person !== undefined) {
    return element('persName', { ref: input.pointers.toRegister(person.id, 'persName') }, [
      agent.name ?? person.names[0]?.text ?? person.id,
    ]);
  }
  const organisation = input.register.organisations.find((entry) => entry.id === agent.id);
  if (organisation !== undefined) {
    return element('orgName', { ref: input.pointers.toRegister(organisation.id, 'orgName') }, [
      agent.name ?? organisation.names[0]?.text ?? organisation.id,
    ]);
  }
  return element('persName', {}, [agent.name ?? agent.id ?? '']);
}

/** Finds the person that a printed name is a form of, and no other. */
export function agentOf(input: Pick<HeaderInput, 'register'>, name: string): Agent {
  const wanted = fold(name);
  const matches = input.register.persons.filter((entry) => entry.names.some((form) => fold(form.text) === wanted));
  const [only] = matches;
  return matches.length === 1 && only !== undefined ? { id: only.id, name } : { name };
}

/** A name for comparison, its initials with or without points. */
function fold(name: string): string {
  return foldName(name)
    .replace(/[\s.]+/gu, ' ')
    .trim();
}
