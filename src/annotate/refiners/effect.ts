import type { PlacedDecision } from '../../edition/decision.js';
import { diagnostic, type Report } from '../../diagnostics/diagnostic.js';
import { positionAt, type SourceFile } from '../../source/source-file.js';
import { contains, overlaps, type Span } from '../../source/span.js';
import type { Passage } from '../../source/passage.js';
import type { Annotation } from '../annotation.js';
import { annotationOf } from './decisions.js';

/**
 * Reports decisions on words that are not in what was settled: those on words that are no text of the document, those
 * that run over the end of a paragraph, and those that cross another decision.
 *
 * @param settled the annotations that stand. @param passages all text of the document, its notes included.
 */
export function reportWithoutEffect(
  decisions: readonly PlacedDecision[],
  settled: readonly Annotation[],
  passages: readonly Passage[],
  source: SourceFile,
  report: Report,
): void {
  const decided = settled.filter(({ recognizer }) => recognizer === 'decision');
  for (const decision of decisions) {
    for (const place of decision.places) {
      const made = annotationOf(decision, place, source);
      if (made === undefined) continue;
      const isWhole = passages.some(({ span }) => contains(span, made.span));
      const stands = decided.some(({ kind, span }) => kind === made.kind && isSame(span, made.span));
      if (isWhole && stands) continue;
      const other = decided.find(({ span }) => overlaps(span, made.span) && !isSame(span, made.span));
      const { line, column } = positionAt(source, place.start);
      report(
        diagnostic(
          'edition/decision-without-effect',
          `The decision on “${decision.quote}” (${source.path}:${line}:${column}) was not applied: ${reason(made, passages, other, source)}.`,
          { ...decision.origin, help: 'Quote the words of one paragraph that are meant, and no more.' },
        ),
      );
    }
  }
}

function reason(
  { span }: Annotation,
  passages: readonly Passage[],
  other: Annotation | undefined,
  source: SourceFile,
): string {
  const isWhole = passages.some((passage) => contains(passage.span, span));
  if (isWhole && other !== undefined) {
    const words = source.text.slice(other.span.start, other.span.end).replace(/\s+/gu, ' ');
    return `it cannot stand together with the decision on “${words}”`;
  }
  if (isWhole) return 'something else stands there that it cannot stand with';
  return passages.some((passage) => overlaps(passage.span, span))
    ? 'the words run over the end of a paragraph, a line or a part of the text'
    : 'the words stand in what moves to the header, or are no text of the document';
}

function isSame(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}
