import { decisionLines, type DecisionEntry } from '../edition/decision-lines.js';
import { entryLines, registerFile, type RegisterAddition } from '../edition/register-addition.js';
import { groupsOf } from './groups.js';
import { sidecarOf, type ReviewedDocument } from './place.js';
import type { Answer, AskedPlace, Given, Question, VerdictEntry } from './question.js';
import { quotableText, type QuotableText } from './quotation-for.js';

/** Something to add to one file of the edition. */
export type Edit =
  | { readonly kind: 'decisions'; readonly file: string; readonly decisions: readonly DecisionEntry[] }
  | { readonly kind: 'entry'; readonly file: string; readonly addition: RegisterAddition };

/** Who decided, how certain it is, and why: what an editor can say of any answer. */
export interface Reasons {
  readonly by?: string;
  readonly cert?: 'high' | 'medium' | 'low';
  readonly note?: string;
}

/** What an answer adds, file by file, and the places that no quotation tells from others. */
export interface AnswerEdits {
  readonly edits: readonly Edit[];
  readonly unquoted: readonly AskedPlace[];
}

/** What an answer adds to the files of the edition, where it is meant for `places`. */
export function editsOf(given: Given, places: readonly AskedPlace[], reasons: Reasons = {}): AnswerEdits {
  if (given.kind === 'entry') {
    const { addition } = given;
    return { edits: [{ kind: 'entry', file: registerFile(addition.register), addition }], unquoted: [] };
  }
  const unquoted: AskedPlace[] = [];
  const edits = groupsOf(given.at ?? places, ({ document }) => document).flatMap((inDocument): Edit[] => {
    const document = inDocument[0]?.document;
    if (document === undefined) return [];
    const decided = decisionsAt(document, inDocument, given.verdict, reasons);
    unquoted.push(...decided.unquoted);
    const { decisions } = decided;
    return decisions.length === 0 ? [] : [{ kind: 'decisions', file: sidecarOf(document), decisions }];
  });
  return { edits, unquoted };
}

/** Texts in which places were quoted, by the documents that they are of. */
const quotable = new WeakMap<ReviewedDocument, QuotableText>();

function quotableTextOf(document: ReviewedDocument): QuotableText {
  const text = quotable.get(document) ?? quotableText(document.source.text);
  quotable.set(document, text);
  return text;
}

/** A decision for each place of a text; where one cannot be told from the others, one for all that read like it. */
function decisionsAt(
  document: ReviewedDocument,
  places: readonly AskedPlace[],
  verdict: VerdictEntry,
  reasons: Reasons,
): { decisions: DecisionEntry[]; unquoted: AskedPlace[] } {
  const decisions: DecisionEntry[] = [];
  const unquoted: AskedPlace[] = [];
  const { text } = document.source;
  const quotations = quotableTextOf(document);
  const asked = new Set(places.map(({ span }) => span.start));
  // By the words: whether one decision for all places that read so is for places of the question alone.
  const decidedForAll = new Map<string, boolean>();
  for (const place of places) {
    const quotation = quotations.quotationFor(place.span);
    if (quotation !== undefined) {
      decisions.push({ ...quotation, ...verdict, ...reasons });
      continue;
    }
    const quote = text.slice(place.span.start, place.span.end).trim().replace(/\s+/gu, ' ');
    if (!decidedForAll.has(quote)) {
      const isForAll = quotations.placesOf(quote).every(({ start }) => asked.has(start));
      decidedForAll.set(quote, isForAll);
      if (isForAll) decisions.push({ quote, ...verdict, every: 'true', ...reasons });
    }
    if (decidedForAll.get(quote) !== true) unquoted.push(place);
  }
  return {
    // One for all stands against none for each.
    decisions: decisions.filter(({ quote, every }) => every === 'true' || decidedForAll.get(quote) !== true),
    unquoted,
  };
}

/** An answer as lines for one file, for those who write them there themselves. */
export interface Proposal {
  /** The file that they go into, relative to the edition: a sidecar or a register. */
  readonly file: string;
  readonly says: string;
  readonly rule: string;
  readonly text: string;
}

/** What to begin with where nothing is proposed. */
const VALUE_TO_FILL_IN: Answer = {
  says: 'its value, to be filled in',
  rule: 'The year, the month or the day.',
  given: { kind: 'verdict', verdict: { date: 'YYYY-MM-DD' } },
};

/** The answers of a question as lines to copy. */
export function proposalsOf({ answers, places, asks }: Pick<Question, 'answers' | 'places' | 'asks'>): Proposal[] {
  const all = answers.length === 0 && asks === 'date' ? [VALUE_TO_FILL_IN] : answers;
  return all.flatMap(({ says, rule, given }: Answer) =>
    editsOf(given, places).edits.map((edit) => ({ file: edit.file, says, rule, text: textOf(edit) })),
  );
}

function textOf(edit: Edit): string {
  if (edit.kind === 'entry') return entryLines(edit.addition).join('\n');
  return ['decisions:', ...edit.decisions.flatMap((decision) => decisionLines(decision))].join('\n');
}
