import type { Annotation } from '../../../src/annotate/annotation.js';
import type { AnnotationInput, Recognizer } from '../../../src/annotate/recognizer.js';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.js';
import { emptyRegister, type PersonEntry, type Register } from '../../../src/edition/register.js';
import { readPassage } from '../../../src/source/passage.js';
import type { LeafPart, PartPassage } from '../../../src/structure/division.js';

/** A document for tests: paragraphs, or pairs of part and text. */
export type Leaves = readonly (string | readonly [LeafPart, string])[];

export interface Settings {
  readonly register?: Partial<Register>;
  readonly language?: string;
  readonly knownPersons?: readonly string[];
}

/** A person of the register from "id: First Last = Other Form". */
export function person(line: string, details: Partial<PersonEntry> = {}): PersonEntry {
  const [id = '', forms = ''] = line.split(': ');
  return {
    id,
    names: forms.split(' = ').map((text) => ({ text })),
    roles: [],
    identifiers: {},
    group: false,
    ...details,
  };
}

/** What a recogniser finds, as lines: the words, then `#id`, `?` where undecided, and the certainty if less than high. */
export function recognize(
  recognizer: Recognizer,
  leaves: Leaves,
  settings: Settings = {},
): { found: string[]; annotations: Annotation[]; findings: Diagnostic[] } {
  const parts = leaves.map((leaf) => (typeof leaf === 'string' ? (['p', leaf] as const) : leaf));
  const text = parts.map(([, words]) => words).join('\n\n');
  let start = 0;
  const passages: PartPassage[] = parts.map(([part, words]) => {
    const span = { start, end: start + words.length };
    start = span.end + 2;
    return { ...readPassage(text, span, []), part };
  });
  const findings: Diagnostic[] = [];
  const input: AnnotationInput = {
    file: 'seeds/x.txt',
    passages,
    language: settings.language ?? 'en',
    register: { ...emptyRegister, ...settings.register },
    knownPersons: settings.knownPersons ?? [],
    decided: [],
    report: (finding) => findings.push(finding),
  };
  const annotations = recognizer.recognize(input);
  const found = annotations.map(({ span, kind, attributes, certainty, candidates }) => {
    const words = text.slice(span.start, span.end);
    if (kind === 'roleName') return `(${words})`;
    const decision = attributes['ref'] ?? (candidates === undefined ? '-' : '?');
    return `${words} ${decision}${certainty === 'high' ? '' : ` ${certainty}`}`;
  });
  return { found, annotations, findings };
}
