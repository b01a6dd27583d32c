import { z } from 'zod';
import { diagnostic, type Report } from '../diagnostics/diagnostic.js';
import { nearestSpelling } from '../diagnostics/spelling.js';
import { decisionOf, decisionSchema, type Decision } from './decision.js';
import { DOCUMENT_STATUSES, type DocumentStatus } from './document-status.js';
import type { Register } from './register.js';
import { rightsSchema, type Rights } from './rights.js';
import { checkYaml } from './yaml-check.js';
import { readYaml, type YamlPath, type YamlSource } from './yaml-source.js';
import { identifier, isoDate, languageTag, oneOrMore, webAddress, words } from './yaml-values.js';

/** A person or organisation: an entry of the register, a name as it is to be printed, or both. */
export interface Agent {
  readonly id?: string;
  readonly name?: string;
}

/** Where the text was taken from: an archival document, and the publication or page that printed it. */
export interface SourceDescription {
  readonly repository?: string;
  readonly fond?: string;
  readonly opis?: string;
  readonly delo?: string;
  readonly leaves?: string;
  /** The shelfmark as printed, for archives that count otherwise. */
  readonly shelfmark?: string;
  readonly publication?: string;
  readonly url?: string;
}

/** What the text of a document cannot say itself: `seeds/x.yaml`. Everything may be absent. */
export interface Sidecar {
  readonly genre?: string;
  readonly title?: string;
  readonly date?: string;
  /** How far the work on it has come, where it is not as far as the edition says. */
  readonly status?: DocumentStatus;
  readonly language?: string;
  readonly originalLanguage?: string;
  readonly author: readonly Agent[];
  readonly sender: readonly Agent[];
  readonly addressee: readonly Agent[];
  readonly translator: readonly Agent[];
  readonly compiler: readonly Agent[];
  /** Where it was written: an id of the register of places. */
  readonly place?: string;
  readonly source?: SourceDescription;
  readonly rights?: Rights;
  /** The work that the text is a witness of; texts with the same word here are collated. */
  readonly witnessOf?: string;
  readonly siglum?: string;
  /** Labels of speakers as printed, with the register's ids of those who spoke. */
  readonly participants: Readonly<Record<string, string>>;
  /** The encoding of the seed's bytes, where it is not UTF-8: a label of the WHATWG Encoding Standard. */
  readonly encoding?: string;
  readonly decisions: readonly Decision[];
}

/** What a document without a sidecar has. */
export const emptySidecar: Sidecar = {
  author: [],
  sender: [],
  addressee: [],
  translator: [],
  compiler: [],
  participants: {},
  decisions: [],
};

const agents = oneOrMore(
  z.union(
    [
      words.transform((name) => ({ name })),
      z.union([
        z.strictObject({ id: identifier, name: words.optional() }),
        z.strictObject({ id: identifier.optional(), name: words }),
      ]),
    ],
    { error: 'should be a name, or have an id of the register (id: nagy-imre), or both id and name.' },
  ),
).optional();

/** A sidecar as it stands in its file. */
export const sidecarSchema = z.strictObject({
  genre: words
    .optional()
    .describe('Letter, minutes, stenographic record, declaration, diary or prose; guessed where it is not said.'),
  title: words.optional().describe('The title of the document.'),
  date: isoDate.optional().describe('The date of the document: the year, the month or the day.'),
  status: z
    .enum(DOCUMENT_STATUSES)
    .optional()
    .describe('How far the work on it has come, where edition.yaml says otherwise of the others.'),
  language: languageTag.optional().describe('The language of the text (BCP 47): en, de, ru-Latn.'),
  originalLanguage: languageTag.optional().describe('The language that the text was translated from.'),
  author: agents.describe('Who wrote it: names, or ids of the registers.'),
  sender: agents.describe('Who sent the letter.'),
  addressee: agents.describe('Who was to receive the letter.'),
  translator: agents.describe('Who translated it.'),
  compiler: agents.describe('Who compiled or took it down.'),
  place: identifier.optional().describe('Where it was written: an id of the register of places.'),
  source: z
    .strictObject({
      repository: words.optional(),
      fond: words.optional(),
      opis: words.optional(),
      delo: words.optional(),
      leaves: words.optional(),
      shelfmark: words.optional(),
      publication: words.optional(),
      url: webAddress.optional(),
    })
    .optional()
    .describe('Where the text was taken from: the archive and what was printed from it.'),
  rights: rightsSchema.optional().describe('Who may do what with the original, its translation, the encoding.'),
  witnessOf: identifier
    .optional()
    .describe('The work that this text is a witness of; texts with the same word are collated.'),
  siglum: words.optional().describe('The letter that the witness is known by.'),
  participants: z
    .record(z.string(), identifier)
    .optional()
    .describe('Labels of speakers as printed, each with the id of the person.'),
  encoding: words.optional().describe("The encoding of the text's bytes, where it is not UTF-8."),
  by: identifier.optional().describe('The id of the editor whose the decisions are that do not say so themselves.'),
  decisions: z
    .array(decisionSchema)
    .optional()
    .describe("An editor's word on single places of the text, given by quotation."),
});

/**
 * Reads a sidecar.
 *
 * @param file its path, for messages. @param text its text, line ends LF.
 * @param register where given, ids that it does not know are reported.
 * @returns the sidecar, or undefined where errors were reported.
 */
export function readSidecar(file: string, text: string, report: Report, register?: Register): Sidecar | undefined {
  const yaml = readYaml(file, text, report);
  if (yaml === undefined) return undefined;
  const data = checkYaml(yaml, sidecarSchema, report);
  if (data === undefined) return undefined;
  const { decisions = [], by, ...rest } = data;
  const sidecar = withDefaults(
    rest,
    decisions.map((entry, index) => {
      const decision = decisionOf(entry, yaml.placeOfValue(['decisions', index, 'quote']));
      return by === undefined ? decision : { by, ...decision };
    }),
  );
  if (register !== undefined && !hasKnownIds(sidecar, yaml, register, report)) return undefined;
  return sidecar;
}

type Entries = Omit<z.output<typeof sidecarSchema>, 'decisions' | 'by'>;

function withDefaults(entries: Entries, decisions: readonly Decision[]): Sidecar {
  const present = Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined));
  return { ...emptySidecar, ...(present as Partial<Sidecar>), decisions };
}

/** Reports each id that its register does not know; true where all are known. */
function hasKnownIds(sidecar: Sidecar, yaml: YamlSource, register: Register, report: Report): boolean {
  const persons = register.persons.map(({ id }) => id);
  const places = register.places.map(({ id }) => id);
  const organisations = register.organisations.map(({ id }) => id);
  let isKnown = true;
  const check = (id: string | undefined, known: readonly string[], which: string, path: YamlPath): void => {
    if (id === undefined || known.includes(id)) return;
    isKnown = false;
    const nearest = nearestSpelling(id, known);
    report(
      diagnostic('edition/unknown-id', `The register of ${which} has no entry “${id}”.`, {
        ...yaml.placeOfValue(path),
        actual: id,
        help: nearest === undefined ? `Add the entry to the register of ${which}.` : `Did you mean “${nearest}”?`,
      }),
    );
  };
  const agentIds = [...persons, ...organisations];
  for (const role of ['author', 'sender', 'addressee', 'translator', 'compiler'] as const) {
    sidecar[role].forEach(({ id }, index) => {
      check(id, agentIds, 'persons or organisations', [role, index, 'id']);
    });
  }
  check(sidecar.place, places, 'places', ['place']);
  for (const [label, id] of Object.entries(sidecar.participants))
    check(id, persons, 'persons', ['participants', label]);
  sidecar.decisions.forEach(({ verdict }, index) => {
    const path = ['decisions', index, verdict.kind];
    if (verdict.kind === 'person' || verdict.kind === 'speaker') check(verdict.id, persons, 'persons', path);
    if (verdict.kind === 'place') check(verdict.id, places, 'places', path);
    if (verdict.kind === 'organisation') check(verdict.id, organisations, 'organisations', path);
  });
  return isKnown;
}
