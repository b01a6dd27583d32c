import type { Span } from '../source/span.js';
import { catalogue, type DiagnosticCode, type Severity } from './catalogue.js';

/** A place in a text file: 1-based line and 1-based column, the column in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Where a finding is. `span` gives offsets into the decoded text of `file`, `position` its first character. */
export interface Place {
  readonly file: string;
  readonly span?: Span;
  readonly position?: Position;
}

/**
 * One finding about an edition's files: what is wrong, where, why, and what to do. Faults of an edition are
 * diagnostics, collected and reported; exceptions are for faults of Editio itself.
 */
export interface Diagnostic extends Partial<Place> {
  readonly severity: Severity;
  readonly code: DiagnosticCode;
  /** The id of the rule in the schema that was broken, where rules have ids (Schematron). */
  readonly rule?: string;
  /** One sentence without a final line break: what is wrong and why it is. */
  readonly message: string;
  /** The same place in the source that the file was made from (a TEI file's seed). */
  readonly source?: Place;
  readonly expected?: readonly string[];
  readonly actual?: string;
  /** What the reader can do about it. */
  readonly help?: string;
}

/** What a diagnostic may have beside its code and message. */
export type DiagnosticDetail = Omit<Diagnostic, 'severity' | 'code' | 'message'>;

/** Makes a diagnostic; its severity is the catalogue's. Names and values of a million letters are cut in it. */
export function diagnostic(code: DiagnosticCode, message: string, detail: DiagnosticDetail = {}): Diagnostic {
  const { expected, actual, help } = detail;
  return {
    severity: catalogue[code],
    code,
    message: readable(message),
    ...detail,
    ...(expected === undefined ? {} : { expected: expected.map(readable) }),
    ...(actual === undefined ? {} : { actual: readable(actual) }),
    ...(help === undefined ? {} : { help: readable(help) }),
  };
}

/** Texts up to here are never cut: a list of all the names that are lawful at a place. */
const UNCUT = 1_000;
const LONGEST = 10_000;

/** What a person can read of a text: words of hundreds of letters lose all but their beginning. */
function readable(text: string): string {
  if (text.length <= UNCUT) return text;
  const cut = text.replace(/(\S{100})\S{200,}/gu, '$1…');
  return cut.length > LONGEST ? `${cut.slice(0, LONGEST)}…` : cut;
}

/** Receives the findings of a stage; the caller decides what becomes of them. */
export type Report = (finding: Diagnostic) => void;
