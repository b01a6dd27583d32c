import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.js';
import type { Editor } from '../edition/edition.js';
import type { RegisterName } from '../edition/register-addition.js';
import type { Register } from '../edition/register.js';
import type { FileSystem } from '../storage/file-system.js';
import { openJournal, type WrittenLines } from './answer-journal.js';
import { answerRequest, givenBy } from './answer-request.js';
import { editsOf, type Edit, type Reasons } from './edits.js';
import type { ReviewedDocument } from './place.js';
import type { AskedPlace, Given, Question } from './question.js';
import { identified, questionViews, type IdentifiedQuestion, type QuestionView } from './question-view.js';
import { reviewDocuments } from './review.js';

/** The state of the edition that questions are asked of. */
export interface ReviewedEdition {
  readonly documents: readonly ReviewedDocument[];
  readonly register: Register;
  readonly editors: readonly Editor[];
}

/** An answer of the running preview. */
export interface GivenAnswer {
  readonly id: string;
  readonly question: string;
  readonly says: string;
  readonly written: readonly WrittenLines[];
  /** The addresses of the passages on the site. */
  readonly addresses: readonly string[];
}

/** All that a page of questions shows, as plain data. */
export interface ReviewSheet {
  readonly questions: readonly QuestionView[];
  readonly registers: Readonly<Record<RegisterName, readonly { readonly id: string; readonly name: string }[]>>;
  readonly editors: readonly Editor[];
  readonly answered: readonly GivenAnswer[];
}

/** What became of a request: what was written, or why nothing was. */
export type AnswerOutcome =
  | { readonly kind: 'written'; readonly answer: GivenAnswer; readonly findings: readonly Diagnostic[] }
  | { readonly kind: 'taken-back' }
  | { readonly kind: 'refused'; readonly findings: readonly Diagnostic[] };

/** Where an editor answers the questions of a review, and takes answers back. */
export interface ReviewDesk {
  readonly sheet: () => Promise<ReviewSheet>;
  /** @param request what a page sends; nothing of it is trusted. */
  readonly answer: (request: unknown) => Promise<AnswerOutcome>;
  readonly takeBack: (id: string) => Promise<AnswerOutcome>;
}

/**
 * Opens a desk for the edition in `root` (absolute), for one session.
 *
 * @param read gives the edition as it is now; it is asked at every turn, and may keep what has not changed.
 */
export function openDesk(fileSystem: FileSystem, root: string, read: () => Promise<ReviewedEdition>): ReviewDesk {
  const journal = openJournal(fileSystem, root);
  const answered: GivenAnswer[] = [];
  let count = 0;
  const questionsOf = ({ documents, register }: ReviewedEdition): IdentifiedQuestion[] =>
    identified(reviewDocuments(documents, register));
  return {
    sheet: async () => {
      const edition = await read();
      return {
        questions: questionViews(questionsOf(edition)),
        registers: namesIn(edition.register),
        editors: edition.editors,
        answered,
      };
    },
    answer: async (request) => {
      const parsed = answerRequest.safeParse(request);
      if (!parsed.success) return refused(notAllowed(parsed.error.issues[0]?.message));
      const { data } = parsed;
      const edition = await read();
      const asked = questionsOf(edition).find(({ id }) => id === data.question);
      if (asked === undefined) return refused(notAsked());
      const { question } = asked;
      const given = givenBy(data, question);
      if (given === undefined) return refused(notAllowed());
      const places = placesMeant(question, data.places);
      const { by, cert, note } = data;
      const reasons = {
        ...(by === undefined ? {} : { by }),
        ...(cert === undefined ? {} : { cert }),
        ...(note === undefined ? {} : { note }),
      };
      const { edits, unquoted } = editsFor(given, question, places, reasons);
      const findings: Diagnostic[] = unquoted.map(noQuotation);
      if (edits.length === 0) return { kind: 'refused', findings };
      const id = String(++count);
      const written = journal.write(id, edits, edition.register, (finding) => findings.push(finding));
      if (written === undefined) return { kind: 'refused', findings };
      const [view] = questionViews([asked]);
      const chosen = new Set(places.map((place) => question.places.indexOf(place)));
      const addresses = (view?.places ?? []).filter((_, i) => chosen.has(i)).map(({ address }) => address);
      const says = 'proposal' in data.answer ? (question.answers[data.answer.proposal]?.says ?? '') : spoken(given);
      const answer: GivenAnswer = { id, question: question.question, says, written, addresses };
      answered.unshift(answer);
      return { kind: 'written', answer, findings };
    },
    takeBack: async (id) => {
      const findings: Diagnostic[] = [];
      const { register } = await read();
      if (!journal.takeBack(id, register, (finding) => findings.push(finding))) return { kind: 'refused', findings };
      const index = answered.findIndex((answer) => answer.id === id);
      if (index !== -1) answered.splice(index, 1);
      return { kind: 'taken-back' };
    },
  };
}

/** An entry answers for all places that read so; where some are left out, decisions say which are meant. */
function editsFor(
  given: Given,
  question: Question,
  places: readonly AskedPlace[],
  reasons: Reasons,
): { readonly edits: readonly Edit[]; readonly unquoted: readonly AskedPlace[] } {
  const own = editsOf(given, places, reasons);
  const isPartial = given.kind === 'entry' && places.length < question.places.length;
  if (!isPartial || question.asks === undefined) return own;
  const named = editsOf({ kind: 'verdict', verdict: { [question.asks]: given.addition.id } }, places, reasons);
  return { edits: [...own.edits, ...named.edits], unquoted: named.unquoted };
}

function placesMeant({ places }: Question, chosen: readonly number[] | undefined): readonly AskedPlace[] {
  return chosen === undefined ? places : places.filter((_, i) => chosen.includes(i));
}

/** An editor's own answer in a few words, as the sidecar has it. */
function spoken(given: Given): string {
  if (given.kind === 'entry') return `a new entry, ${given.addition.id}`;
  return Object.entries(given.verdict)
    .map(([key, value]) => `${key}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(', ');
}

function namesIn({ persons, places, organisations }: Register): ReviewSheet['registers'] {
  const named = (
    entries: readonly { readonly id: string; readonly names: readonly { readonly text: string }[] }[],
  ): { id: string; name: string }[] =>
    entries
      .map(({ id, names }) => ({ id, name: names[0]?.text ?? id }))
      .sort((a, b) => a.name.localeCompare(b.name, 'und'));
  return { persons: named(persons), places: named(places), organisations: named(organisations) };
}

function refused(finding: Diagnostic): AnswerOutcome {
  return { kind: 'refused', findings: [finding] };
}

function notAsked(): Diagnostic {
  return diagnostic('review/not-asked', 'This question is asked no more: the edition has changed.', {
    help: 'Look at the questions again.',
  });
}

function notAllowed(why?: string): Diagnostic {
  return diagnostic(
    'review/answer-not-allowed',
    `This is no answer to the question${why === undefined ? '' : `: ${why.replace(/\.$/u, '')}`}.`,
  );
}

function noQuotation({ document, span }: AskedPlace): Diagnostic {
  const words = document.source.text.slice(span.start, span.end);
  return diagnostic(
    'review/no-quotation',
    `No few words tell this “${words}” from others in the text, so that no decision can quote it.`,
    {
      file: document.source.path,
      span,
      help: 'Write the decision yourself, with before and after as long as need be, or with “every: true”.',
    },
  );
}
