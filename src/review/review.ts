import type { Annotation } from '../annotate/annotation.js';
import type { DiagnosticCode } from '../diagnostics/catalogue.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Register } from '../edition/register.js';
import { nameQuestions } from './name-questions.js';
import { placeIn, sidecarOf, type ReviewedDocument } from './place.js';
import { QUESTION_KINDS, type Question, type QuestionKind } from './question.js';
import { decisionLines, quotationFor } from './quotation-for.js';

/** Findings that other questions ask better, or that are no question of an editor. */
const ASKED_OTHERWISE: ReadonlySet<DiagnosticCode> = new Set([
  'names/unregistered',
  'names/ambiguous-person',
  'names/ambiguous-place',
  'dates/unresolved',
  'source/byte-order-mark',
  'source/mixed-line-ends',
]);

/**
 * Everything in the converted texts that wants a person's eye, most useful first: kinds of questions in the order of
 * {@link QUESTION_KINDS}, and within a kind what stands at the most places.
 */
export function reviewDocuments(documents: readonly ReviewedDocument[], register: Register): Question[] {
  const questions = [
    ...nameQuestions(documents, register),
    ...documents.flatMap((document) => [
      ...document.annotations.flatMap((annotation) => dateQuestion(document, annotation)),
      ...document.annotations.flatMap((annotation) => errorQuestion(document, annotation)),
      ...document.diagnostics.flatMap((finding) => findingQuestion(document, finding)),
    ]),
  ];
  const rank = (kind: QuestionKind): number => QUESTION_KINDS.indexOf(kind);
  return questions.sort((a, b) => rank(a.kind) - rank(b.kind) || b.places.length - a.places.length);
}

/** A date without a value, or with one that the context gave. */
function dateQuestion(document: ReviewedDocument, annotation: Annotation): Question[] {
  const { kind, span, attributes, certainty, recognizer } = annotation;
  if (kind !== 'date' || recognizer === 'decision') return [];
  const values = Object.entries(attributes).filter(([name]) => /^(?:when|from|to|notBefore|notAfter)$/u.test(name));
  if (values.length > 0 && certainty === 'high') return [];
  const place = placeIn(document, span);
  const quotation = quotationFor(document.text, span);
  const [[, only] = [], ...more] = values;
  const value =
    only !== undefined && more.length === 0
      ? only
      : `{ ${values.map(([name, date]) => `${name}: ${date}`).join(', ')} }`;
  const says = values.length === 0 ? 'its value, to be filled in' : `the value ${value} is right`;
  return [
    {
      kind: values.length === 0 ? 'date-without-value' : 'uncertain-date',
      question: values.length === 0 ? `When is “${place.words}”?` : `Is “${place.words}” ${value}?`,
      rule:
        values.length === 0
          ? 'The words and what stands before them give no date.'
          : `The words leave something open, which was taken from the context with ${certainty} certainty.`,
      places: [place],
      proposals:
        quotation === undefined
          ? []
          : [
              {
                file: sidecarOf(document),
                says,
                text: `decisions:\n${decisionLines(quotation, `date: ${values.length === 0 ? 'YYYY-MM-DD' : value}`)}`,
              },
            ],
    },
  ];
}

/** An error of a reading machine that was corrected. */
function errorQuestion(document: ReviewedDocument, annotation: Annotation): Question[] {
  if (annotation.kind !== 'correction' || annotation.recognizer === 'decision') return [];
  const place = placeIn(document, annotation.span);
  const quotation = quotationFor(document.text, annotation.span);
  const reading = annotation.reading ?? '';
  return [
    {
      kind: 'suspected-error',
      question: `Does the source mean “${reading}” where it has “${place.words}”?`,
      rule: `Corrected by the rule for ${annotation.recognizer.replace(/-/gu, ' ')}.`,
      places: [place],
      proposals:
        quotation === undefined
          ? []
          : [
              {
                file: sidecarOf(document),
                says: `it should read “${reading}”`,
                text: `decisions:\n${decisionLines(quotation, `correct: ${JSON.stringify(reading)}`)}`,
              },
            ],
    },
  ];
}

/** Notes without markers, quotations that do not close, and what else a conversion finds in a text. */
function findingQuestion(document: ReviewedDocument, finding: Diagnostic): Question[] {
  const { code, span, message, help, file } = finding;
  if (ASKED_OTHERWISE.has(code) || span === undefined || file !== document.source.path) return [];
  return [
    {
      kind: code.startsWith('notes/') ? 'note' : code.startsWith('source/') ? 'suspected-error' : 'other',
      question: message,
      rule: `${code}${help === undefined ? '' : `: ${help}`}`,
      places: [placeIn(document, span)],
      proposals: [],
    },
  ];
}
