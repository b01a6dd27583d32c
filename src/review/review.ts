import type { Register } from '../edition/register.js';
import { nameQuestions } from './name-questions.js';
import { noteQuestions } from './note-questions.js';
import type { ReviewedDocument } from './place.js';
import { QUESTION_KINDS, type Question, type QuestionKind } from './question.js';
import { dateQuestion, errorQuestion, findingQuestion } from './text-questions.js';

/**
 * Everything in the converted texts that wants a person's eye, most useful first: kinds of questions in the order of
 * {@link QUESTION_KINDS}, and within a kind what stands at the most places.
 */
export function reviewDocuments(documents: readonly ReviewedDocument[], register: Register): Question[] {
  const questions = [
    ...nameQuestions(documents, register),
    ...documents.flatMap((document) => [
      ...noteQuestions(document),
      ...document.annotations.flatMap((annotation) => dateQuestion(document, annotation)),
      ...document.annotations.flatMap((annotation) => errorQuestion(document, annotation)),
      ...document.diagnostics.flatMap((finding) => findingQuestion(document, finding)),
    ]),
  ];
  const rank = (kind: QuestionKind): number => QUESTION_KINDS.indexOf(kind);
  return questions.sort((a, b) => rank(a.kind) - rank(b.kind) || b.places.length - a.places.length);
}
