import type { Annotation } from '../annotate/annotation.js';
import type { DiagnosticCode } from '../diagnostics/catalogue.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { placeIn, type ReviewedDocument } from './place.js';
import type { Asked, Question, QuestionKind } from './question.js';

/** A date without a value, or with one that the context gave. */
export function dateQuestion(document: ReviewedDocument, annotation: Annotation): Question[] {
  const { kind, span, attributes, certainty, recognizer } = annotation;
  if (kind !== 'date' || recognizer === 'decision') return [];
  const values = Object.entries(attributes).filter(([name]) => /^(?:when|from|to|notBefore|notAfter)$/u.test(name));
  if (values.length > 0 && certainty === 'high') return [];
  const { words } = placeIn(document, span);
  const places = [{ document, span }];
  if (values.length === 0) {
    const rule = 'The words and what stands before them give no date.';
    const question = `When is “${words}”?`;
    return [{ kind: 'date-without-value', question, rule, places, asks: 'date', answers: [] }];
  }
  const { when, ...bounds } = Object.fromEntries(values);
  const value = when ?? bounds;
  const said = typeof value === 'string' ? value : `{ ${values.map(([name, date]) => `${name}: ${date}`).join(', ')} }`;
  const rule = `The words leave something open, which was taken from the context with ${certainty} certainty.`;
  return [
    {
      kind: 'uncertain-date',
      question: `Is “${words}” ${said}?`,
      rule,
      places,
      asks: 'date',
      answers: [
        {
          says: `the value ${said} is right`,
          rule: `The value that ${recognizer} took from the context.`,
          given: { kind: 'verdict', verdict: { date: value } },
        },
      ],
    },
  ];
}

/** An error of a reading machine that was corrected. */
export function errorQuestion(document: ReviewedDocument, annotation: Annotation): Question[] {
  if (annotation.kind !== 'correction' || annotation.recognizer === 'decision') return [];
  const { words } = placeIn(document, annotation.span);
  const reading = annotation.reading ?? '';
  const rule = `Corrected by the rule for ${annotation.recognizer.replace(/-/gu, ' ')}.`;
  return [
    {
      kind: 'suspected-error',
      question: `Does the source mean “${reading}” where it has “${words}”?`,
      rule,
      places: [{ document, span: annotation.span }],
      asks: 'reading',
      answers: [
        { says: `it should read “${reading}”`, rule, given: { kind: 'verdict', verdict: { correct: reading } } },
      ],
    },
  ];
}

/** Findings that other questions ask better, or that are no question of an editor. */
const ASKED_OTHERWISE: ReadonlySet<DiagnosticCode> = new Set([
  'names/unregistered',
  'names/ambiguous-person',
  'names/ambiguous-place',
  'dates/unresolved',
  'source/byte-order-mark',
  'source/mixed-line-ends',
  'notes/marker-without-note',
  'notes/note-without-marker',
]);

/** Quotations that do not close, damaged characters, and what else a conversion finds in a text. */
export function findingQuestion(document: ReviewedDocument, finding: Diagnostic): Question[] {
  const { code, span, message, help, file } = finding;
  if (ASKED_OTHERWISE.has(code) || span === undefined || file !== document.source.path) return [];
  const asks: Asked | undefined = code === 'source/replacement-character' ? 'reading' : undefined;
  return [
    {
      kind: kindOf(code),
      question: message,
      rule: `${code}${help === undefined ? '' : `: ${help}`}`,
      places: [{ document, span }],
      answers: [],
      ...(asks === undefined ? {} : { asks }),
    },
  ];
}

function kindOf(code: DiagnosticCode): QuestionKind {
  if (code === 'convert/quotation-not-closed') return 'unclosed-quotation';
  if (code === 'convert/quotation-not-opened') return 'suspected-error';
  if (code.startsWith('notes/')) return 'note';
  return code.startsWith('source/') ? 'suspected-error' : 'other';
}
