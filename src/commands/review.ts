import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { visible } from '../diagnostics/visible.js';
import { convertEdition, openEdition, type ConvertOptions } from '../pipeline.js';
import type { Question, QuestionPlace } from '../review/question.js';
import { reviewDocuments } from '../review/review.js';
import type { FileSystem } from '../storage/file-system.js';
import { knowsAll } from './convert.js';
import { exitCodeOf, type Outcome } from './outcome.js';

/** Options of `review` that the command line gives. */
export interface ReviewOptions extends ConvertOptions {
  /** How many questions are printed; the JSON has all. */
  readonly limit: number;
}

/** How many places of a question are shown. */
const PLACES_SHOWN = 4;

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
      data: { questions },
    };
  };
  const edition = openEdition(fileSystem, folder, report);
  if (edition === undefined || !knowsAll(edition, options.only ?? [], report)) return end([], []);
  const documents = convertEdition(fileSystem, edition, options, report).map((document) => ({
    ...document,
    text: document.source.text,
  }));
  return end(
    reviewDocuments(documents, edition.register),
    documents.map(({ source }) => source.path),
  );
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

function questionLines({ question, rule, places, proposals }: Question, number: number): string[] {
  const more = places.length - PLACES_SHOWN;
  const byFile = new Map<string, string[]>();
  for (const { file, says, text } of proposals) {
    const answers = byFile.get(file) ?? [];
    answers.push(`  ${file}: ${says}`, ...text.split('\n').map((line) => `      ${line}`));
    byFile.set(file, answers);
  }
  return [
    `${number}. ${question}`,
    `  ${rule}`,
    ...places.slice(0, PLACES_SHOWN).map(placeLine),
    ...(more > 0 ? [`    and ${more} more ${more === 1 ? 'place' : 'places'}`] : []),
    ...[...byFile.values()].flat(),
  ].map(visible);
}

function placeLine({ file, line, column, before, words, after }: QuestionPlace): string {
  return `    ${file}:${line}:${column}  ${before}[${words}]${after}`;
}
