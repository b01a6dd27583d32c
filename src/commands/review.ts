import type { ConvertedDocument } from '../convert.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { visible } from '../diagnostics/visible.js';
import { convertEdition, openEdition, type ConvertOptions, type OpenEdition } from '../pipeline.js';
import { anchorsOf } from '../review/anchor.js';
import { proposalsOf } from '../review/edits.js';
import { placeIn, type ReviewedDocument } from '../review/place.js';
import type { AskedPlace, Question } from '../review/question.js';
import { identified, questionViews } from '../review/question-view.js';
import { reviewDocuments } from '../review/review.js';
import type { FileSystem } from '../storage/file-system.js';
import { knowsAll } from './convert.js';
import { exitCodeOf, type Outcome } from './outcome.js';

/** Options of `review` that the command line gives. */
export interface ReviewOptions extends ConvertOptions {
  /** How many questions are printed; the JSON has all. */
  readonly limit: number;
}

/** How many places of a question are shown, and how many lines of an answer. */
const PLACES_SHOWN = 4;
const LINES_SHOWN = 16;

/**
 * Says what wants a person's eye in the texts of the edition in `folder`, most useful first. Nothing is written.
 *
 * That there are questions is no fault; the exit code is that of the conversion.
 */
export function review(fileSystem: FileSystem, folder: string, options: ReviewOptions): Outcome {
  const diagnostics: Diagnostic[] = [];
  const report = (finding: Diagnostic): void => {
    diagnostics.push(finding);
  };
  const end = (questions: readonly Question[], files: readonly string[]): Outcome => {
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    return {
      exitCode: exitCodeOf(errors),
      diagnostics: errors,
      files,
      summary: linesOf(questions, options.limit),
      // For programs alone: proposals of all questions are more than anybody reads.
      get data() {
        return { questions: dataOf(questions) };
      },
    };
  };
  const edition = openEdition(fileSystem, folder, report);
  if (edition === undefined || !knowsAll(edition, options.only ?? [], report)) return end([], []);
  const sidecars = sidecarFilesOf(edition);
  const documents = convertEdition(fileSystem, edition, options, report).map((each) =>
    reviewedDocument(each, sidecars),
  );
  return end(
    reviewDocuments(documents, edition.register),
    documents.map(({ source }) => source.path),
  );
}

/** The paths of the sidecars, by the ids of their texts. */
export function sidecarFilesOf({ folder }: OpenEdition): ReadonlyMap<string, string> {
  return new Map(
    folder.seeds.flatMap(({ id, sidecarFile }) => (sidecarFile === undefined ? [] : [[id, sidecarFile] as const])),
  );
}

/** What a review needs of a converted text. */
export function reviewedDocument(
  { id, source, annotations, diagnostics, xml, origins }: ConvertedDocument,
  sidecars: ReadonlyMap<string, string>,
): ReviewedDocument {
  const sidecarFile = sidecars.get(id);
  return {
    id,
    source,
    annotations,
    diagnostics,
    anchors: xml === undefined ? [] : anchorsOf(xml, origins),
    ...(sidecarFile === undefined ? {} : { sidecarFile }),
  };
}

/** Questions for programs, with the answers as lines for the files that they go into. */
function dataOf(questions: readonly Question[]): unknown[] {
  return questionViews(identified(questions)).map(({ answers, ...view }, i) => ({
    ...view,
    answers: answers.map(({ says }) => says),
    proposals: questions.slice(i, i + 1).flatMap(proposalsOf),
  }));
}

function linesOf(questions: readonly Question[], limit: number): string[] {
  if (questions.length === 0) return ['Nothing is left to decide.'];
  const shown = questions.slice(0, limit);
  const rest = questions.length - shown.length;
  return [
    ...shown.flatMap((question, i) => [...(i === 0 ? [] : ['']), ...questionLines(question, i + 1)]),
    '',
    `${questions.length} ${questions.length === 1 ? 'question' : 'questions'}${rest === 0 ? '.' : `, ${rest} not shown: --limit shows more, --json all.`}`,
  ];
}

function questionLines(asked: Question, number: number): string[] {
  const { question, rule, places } = asked;
  const more = places.length - PLACES_SHOWN;
  const answers = proposalsOf(asked).flatMap(({ file, says, rule: ground, text }) => {
    const lines = text.split('\n');
    const rest = lines.length - LINES_SHOWN;
    return [
      `  ${file}: ${says}`,
      `      # ${ground}`,
      ...lines.slice(0, LINES_SHOWN).map((line) => `      ${line}`),
      ...(rest > 0 ? [`      … ${rest} more lines: --json has them`] : []),
    ];
  });
  return [
    `${number}. ${question}`,
    `  ${rule}`,
    ...places.slice(0, PLACES_SHOWN).map(placeLine),
    ...(more > 0 ? [`    and ${more} more ${more === 1 ? 'place' : 'places'}`] : []),
    ...answers,
  ].map(visible);
}

function placeLine({ document, span }: AskedPlace): string {
  const { file, line, column, before, words, after } = placeIn(document, span);
  return `    ${file}:${line}:${column}  ${before}[${words}]${after}`;
}
