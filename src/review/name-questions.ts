import type { Annotation } from '../annotate/annotation.js';
import type { RegisterName } from '../edition/register-addition.js';
import type { Register } from '../edition/register.js';
import { foldName } from '../language/name-folding.js';
import { groupsOf } from './groups.js';
import {
  additionFor,
  evidenceFor,
  knownEntries,
  lastWord,
  mentionsIn,
  type KnownEntry,
  type Mentions,
} from './name-evidence.js';
import type { ReviewedDocument } from './place.js';
import type { Answer, AskedPlace, Question, VerdictEntry } from './question.js';

/** An annotation of a name. */
interface NameAnnotation extends Annotation {
  readonly kind: NameKind;
}

/** A name of a text with its document. */
interface Named extends AskedPlace {
  readonly annotation: NameAnnotation;
}

/** The kinds of names, with what a decision and a register call them. */
const KINDS = {
  persName: { verdict: 'person', register: 'persons' },
  placeName: { verdict: 'place', register: 'places' },
  orgName: { verdict: 'organisation', register: 'organisations' },
} as const satisfies Readonly<Record<string, { verdict: keyof VerdictEntry; register: RegisterName }>>;

type NameKind = keyof typeof KINDS;

/** What all questions about names are asked of. */
interface Asking {
  readonly known: ReadonlyMap<string, KnownEntry>;
  readonly mentions: Mentions;
}

/** Questions about names: those that nobody was found for, those that several are found for, those found with doubt. */
export function nameQuestions(documents: readonly ReviewedDocument[], register: Register): Question[] {
  const names = documents.flatMap((document) =>
    document.annotations.flatMap((annotation): Named[] =>
      isName(annotation) ? [{ document, annotation, span: annotation.span }] : [],
    ),
  );
  const asking = { known: knownEntries(register), mentions: mentionsIn(documents) };
  // What an editor decided is not asked again.
  const asked = names.filter(({ annotation }) => annotation.recognizer !== 'decision');
  const open = asked.filter(({ annotation }) => annotation.attributes['ref'] === undefined);
  const ambiguous = open.filter(({ annotation }) => (annotation.candidates ?? []).length > 0);
  const unidentified = open.filter(({ annotation }) => (annotation.candidates ?? []).length === 0);
  const doubtful = asked.filter(
    ({ annotation }) => annotation.attributes['ref'] !== undefined && annotation.certainty !== 'high',
  );
  return [
    ...largestFirst(ambiguous, formOf).map((group) => ambiguousQuestion(group, asking)),
    ...largestFirst(unidentified, surnameOf).map(unidentifiedQuestion),
    ...largestFirst(doubtful, (name) => `${formOf(name)}\0${name.annotation.attributes['ref'] ?? ''}`).map((group) =>
      doubtfulQuestion(group, asking),
    ),
  ];
}

function isName(annotation: Annotation): annotation is NameAnnotation {
  return Object.hasOwn(KINDS, annotation.kind);
}

function largestFirst(names: readonly Named[], keyOf: (name: Named) => string): Named[][] {
  return groupsOf(names, keyOf).sort((a, b) => b.length - a.length);
}

function ambiguousQuestion(group: readonly Named[], asking: Asking): Question {
  const { words, kind } = headOf(group);
  const candidates = [...new Set(group.flatMap(({ annotation }) => annotation.candidates ?? []))];
  const spoken = candidates.map((id) => `${nameOf(asking, id)} (${id})`);
  return {
    kind: 'ambiguous-name',
    question: `Who is “${words}”: ${spoken.join(', or ')}?`,
    rule: 'Several entries of the register have this name, and nothing near it speaks for one.',
    places: group,
    asks: KINDS[kind].verdict,
    answers: candidates.map((id) => answerFor(group, id, asking, 'The entry has this name')),
  };
}

function unidentifiedQuestion(group: readonly Named[]): Question {
  const { words, kind } = headOf(group);
  const { register, verdict } = KINDS[kind];
  const [first] = group;
  const recognizer = first?.annotation.recognizer ?? 'the text';
  return {
    kind: 'unidentified-name',
    question: `Who or what is “${words}”? The register of ${register} has no such entry.`,
    rule: `Recognised as a ${verdict} by ${recognizer}; no entry of the register has the name.`,
    places: group,
    asks: verdict,
    answers: [
      {
        says: `a new entry of the register of ${register}`,
        rule: 'The longest form of the name in the texts becomes the entry’s first name.',
        given: { kind: 'entry', addition: additionFor(register, words) },
      },
      {
        says: `“${words}” is no name`,
        rule: `For where ${recognizer} took other words for a name.`,
        given: { kind: 'verdict', verdict: { not: 'name' } },
      },
    ],
  };
}

function doubtfulQuestion(group: readonly Named[], asking: Asking): Question {
  const { words, kind, annotation } = headOf(group);
  const id = (annotation.attributes['ref'] ?? '').replace(/^#/u, '');
  return {
    kind: 'uncertain-name',
    question: `Is “${words}” ${nameOf(asking, id)} (${id})?`,
    rule: `Identified with ${annotation.certainty} certainty, from what stands near it and who else is named.`,
    places: group,
    asks: KINDS[kind].verdict,
    answers: [answerFor(group, id, asking, `Found by ${annotation.recognizer}`)],
  };
}

/** The longest form of a group stands for it. */
function headOf(group: readonly Named[]): { words: string; kind: NameKind; annotation: NameAnnotation } {
  const [longest] = [...group].sort((a, b) => formOf(b).length - formOf(a).length);
  if (longest === undefined) throw new Error('a question about no name');
  const { annotation } = longest;
  return { words: formOf(longest), kind: annotation.kind, annotation };
}

/** The answer that a name is an entry's, with what speaks for it. */
function answerFor(group: readonly Named[], id: string, { known, mentions }: Asking, ground: string): Answer {
  const { words, kind } = headOf(group);
  const documents = [...new Set(group.map(({ document }) => document.id))];
  return {
    says: `“${words}” is ${nameOf({ known }, id)}`,
    rule: `${ground}: ${evidenceFor(id, known, mentions, documents)}.`,
    given: { kind: 'verdict', verdict: { [KINDS[kind].verdict]: id } },
  };
}

function formOf({ document, span }: AskedPlace): string {
  return document.source.text.slice(span.start, span.end).replace(/\s+/gu, ' ');
}

/** Forms of one name stand together by their last word: "Anna Berg", "Mrs. Berg", "BERG". */
function surnameOf(name: Named): string {
  return `${name.annotation.kind}\0${lastWord(foldName(formOf(name)))}`;
}

function nameOf({ known }: Pick<Asking, 'known'>, id: string): string {
  return known.get(id)?.name ?? id;
}
