import type { Annotation } from '../annotate/annotation.js';
import type { Register } from '../edition/register.js';
import { foldName } from '../language/name-folding.js';
import { placeIn, sidecarOf, type ReviewedDocument } from './place.js';
import type { Proposal, Question, QuestionPlace } from './question.js';
import { decisionLines, quotationFor } from './quotation-for.js';

/** A name of a text with its document. */
interface Named {
  readonly document: ReviewedDocument;
  readonly annotation: Annotation;
}

/** The kinds of names, with what a decision and a register call them. */
const KINDS = {
  persName: { verdict: 'person', register: 'persons', list: 'persons' },
  placeName: { verdict: 'place', register: 'places', list: 'places' },
  orgName: { verdict: 'organisation', register: 'organisations', list: 'organisations' },
} as const;

type NameKind = keyof typeof KINDS;

/** Questions about names: those that nobody was found for, those that several are found for, those found with doubt. */
export function nameQuestions(documents: readonly ReviewedDocument[], register: Register): Question[] {
  const names = documents.flatMap((document) =>
    document.annotations.flatMap((annotation) => (isName(annotation) ? [{ document, annotation }] : [])),
  );
  const open = names.filter(({ annotation }) => annotation.attributes['ref'] === undefined && isAsked(annotation));
  const ambiguous = open.filter(({ annotation }) => (annotation.candidates ?? []).length > 0);
  const unidentified = open.filter(({ annotation }) => (annotation.candidates ?? []).length === 0);
  const doubtful = names.filter(
    ({ annotation }) =>
      annotation.attributes['ref'] !== undefined && annotation.certainty !== 'high' && isAsked(annotation),
  );
  return [
    ...grouped(ambiguous, formOf).map((group) => ambiguousQuestion(group, register)),
    ...grouped(unidentified, surnameOf).map(unidentifiedQuestion),
    ...grouped(doubtful, (name) => `${formOf(name)}\0${name.annotation.attributes['ref'] ?? ''}`).map((group) =>
      doubtfulQuestion(group, register),
    ),
  ];
}

function isName({ kind }: Annotation): boolean {
  return kind in KINDS;
}

/** What an editor decided is not asked again. */
function isAsked({ recognizer }: Annotation): boolean {
  return recognizer !== 'decision';
}

function ambiguousQuestion(group: readonly Named[], register: Register): Question {
  const { words, kind } = headOf(group);
  const candidates = [...new Set(group.flatMap(({ annotation }) => annotation.candidates ?? []))];
  const spoken = candidates.map((id) => `${nameOf(register, id)} (${id})`);
  return {
    kind: 'ambiguous-name',
    question: `Who is “${words}”: ${spoken.join(', or ')}?`,
    rule: 'Several entries of the register have this name, and nothing near it speaks for one.',
    places: placesOf(group),
    proposals: candidates.flatMap((id) =>
      proposals(group, `${KINDS[kind].verdict}: ${id}`, `“${words}” is ${nameOf(register, id)}`),
    ),
  };
}

function unidentifiedQuestion(group: readonly Named[]): Question {
  const { words, kind } = headOf(group);
  const { register, verdict } = KINDS[kind];
  const [first] = group;
  return {
    kind: 'unidentified-name',
    question: `Who or what is “${words}”? The register of ${register} has no such entry.`,
    rule: `Recognised as a ${verdict} by ${first?.annotation.recognizer ?? 'the text'}; no entry of the register has the name.`,
    places: placesOf(group),
    proposals: [
      {
        file: `tei/register/${register}.xml`,
        says: `a new entry of the register of ${register}`,
        text: entryFor(kind, words),
      },
      ...proposals(group.slice(0, 1), 'not: name', `“${words}” is no name`),
    ],
  };
}

function doubtfulQuestion(group: readonly Named[], register: Register): Question {
  const { words, kind, annotation } = headOf(group);
  const id = (annotation.attributes['ref'] ?? '').replace(/^#/u, '');
  return {
    kind: 'uncertain-name',
    question: `Is “${words}” ${nameOf(register, id)} (${id})?`,
    rule: `Identified with ${annotation.certainty} certainty, from what stands near it and who else is named.`,
    places: placesOf(group),
    proposals: proposals(group, `${KINDS[kind].verdict}: ${id}`, `“${words}” is ${nameOf(register, id)}`),
  };
}

/** The longest form of a group stands for it. */
function headOf(group: readonly Named[]): { words: string; kind: NameKind; annotation: Annotation } {
  const [longest] = [...group].sort((a, b) => formOf(b).length - formOf(a).length);
  if (longest === undefined) throw new Error('a question about no name');
  return { words: formOf(longest), kind: longest.annotation.kind as NameKind, annotation: longest.annotation };
}

/** A decision for each place; where all places of a text read alike, one for all of them. */
function proposals(group: readonly Named[], verdict: string, says: string): Proposal[] {
  return [...grouped(group, ({ document }) => document.id)].flatMap((inDocument) => {
    const [first] = inDocument;
    if (first === undefined) return [];
    const { document } = first;
    const texts = inDocument.flatMap(({ annotation }) => {
      const quotation = quotationFor(document.text, annotation.span);
      return quotation === undefined ? [] : [decisionLines(quotation, verdict)];
    });
    const file = sidecarOf(document);
    return texts.length === 0 ? [] : [{ file, says, text: ['decisions:', ...texts].join('\n') }];
  });
}

function placesOf(group: readonly Named[]): QuestionPlace[] {
  return group.map(({ document, annotation }) => placeIn(document, annotation.span));
}

function formOf({ document, annotation }: Named): string {
  return document.text.slice(annotation.span.start, annotation.span.end).replace(/\s+/gu, ' ');
}

/** Forms of one name stand together by their last word: "Anna Berg", "Mrs. Berg", "BERG". */
function surnameOf(name: Named): string {
  const words = foldName(formOf(name))
    .split(/[\s.]+/u)
    .filter((word) => word !== '');
  return `${name.annotation.kind}\0${words.at(-1) ?? ''}`;
}

/** Groups in the order of their first members, the larger groups first. */
function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[][] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return [...groups.values()].sort((a, b) => b.length - a.length);
}

function nameOf({ persons, places, organisations }: Register, id: string): string {
  const entry = [...persons, ...places, ...organisations].find((each) => each.id === id);
  return entry?.names[0]?.text ?? id;
}

/** An entry for the register, to be completed by the editor. */
function entryFor(kind: NameKind, form: string): string {
  const words = form.split(' ');
  const surname = words.at(-1) ?? form;
  const forenames = words.slice(0, -1).join(' ');
  const id = idFor(forenames === '' ? surname : `${surname} ${forenames}`);
  const escaped = (text: string): string =>
    text.replace(/[&<>]/gu, (character) => `&#${String(character.codePointAt(0))};`);
  if (kind === 'placeName') return `<place xml:id="${id}">\n  <placeName>${escaped(form)}</placeName>\n</place>`;
  if (kind === 'orgName') return `<org xml:id="${id}">\n  <orgName>${escaped(form)}</orgName>\n</org>`;
  const forename = forenames === '' ? '' : `<forename>${escaped(forenames)}</forename> `;
  return `<person xml:id="${id}">\n  <persName>${forename}<surname>${escaped(surname)}</surname></persName>\n</person>`;
}

function idFor(name: string): string {
  const id = foldName(name)
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/gu, '');
  return /^\p{L}/u.test(id) ? id : `entry-${id}`;
}
