import type { Decision, PlacedDecision } from '../../edition/decision.js';
import type { SourceFile } from '../../source/source-file.js';
import { contains, overlaps, type Span } from '../../source/span.js';
import type { Annotation, AnnotationKind } from '../annotation.js';
import { minimalCorrection } from './minimal-correction.js';

/** The kinds that a decision's "not a …" takes away. */
const refused: Readonly<Record<string, readonly AnnotationKind[]>> = {
  person: ['persName'],
  place: ['placeName'],
  organisation: ['orgName', 'abbreviation'],
  date: ['date'],
  note: ['note'],
  error: ['correction'],
  name: ['persName', 'placeName', 'orgName', 'abbreviation', 'roleName'],
};

/** Kinds that say who or what is named; a decision on one replaces the others there. */
const naming: ReadonlySet<AnnotationKind> = new Set([
  'persName',
  'placeName',
  'orgName',
  'roleName',
  'date',
  'abbreviation',
] as const);

/**
 * Puts an editor's decisions in the place of what the recognisers found: what was decided stands, what contradicts
 * it goes.
 */
export function applyDecisions(
  annotations: readonly Annotation[],
  decisions: readonly PlacedDecision[],
  source: SourceFile,
): Annotation[] {
  let current = [...annotations];
  for (const decision of decisions) {
    for (const span of decision.places) current = applyAt(current, decision, span, source);
  }
  return current;
}

function applyAt(annotations: readonly Annotation[], decision: Decision, span: Span, source: SourceFile): Annotation[] {
  const { verdict } = decision;
  if (verdict.kind === 'not') {
    const kinds = refused[verdict.what] ?? [];
    return annotations.filter((annotation) => !(kinds.includes(annotation.kind) && overlaps(annotation.span, span)));
  }
  const made = annotationOf(decision, span, source);
  if (made === undefined) return [...annotations];
  const replaced = (annotation: Annotation): boolean =>
    overlaps(annotation.span, made.span) &&
    !isNameInside(annotation, made) &&
    (annotation.kind === made.kind ||
      (naming.has(made.kind) && naming.has(annotation.kind) && annotation.kind !== 'roleName') ||
      isSameChoice(annotation, made));
  return [...annotations.filter((annotation) => !replaced(annotation)), made];
}

/** "the government of Imre Nagy": an organisation's name may have another name as a part of it. */
function isNameInside({ kind, span }: Annotation, made: Annotation): boolean {
  const isName = kind === 'persName' || kind === 'placeName' || kind === 'abbreviation';
  const isShorter = span.end - span.start < made.span.end - made.span.start;
  return made.kind === 'orgName' && isName && isShorter && contains(made.span, span);
}

function isSameChoice(a: Annotation, b: Annotation): boolean {
  return (a.kind === 'supplied' || a.kind === 'gloss') && (b.kind === 'supplied' || b.kind === 'gloss');
}

/** What a decision says of the words at a place; undefined for one on structure, and one that takes a reading away. */
export function annotationOf(decision: Decision, span: Span, source: SourceFile): Annotation | undefined {
  const { verdict } = decision;
  const responsibility: Record<string, string> = decision.by === undefined ? {} : { resp: `#${decision.by}` };
  const make = (kind: AnnotationKind, attributes: Readonly<Record<string, string>>): Annotation => ({
    span,
    kind,
    attributes: { ...attributes, ...responsibility },
    recognizer: 'decision',
    certainty: decision.cert ?? 'high',
  });
  switch (verdict.kind) {
    case 'person':
      return make('persName', { ref: `#${verdict.id}` });
    case 'place':
      return make('placeName', { ref: `#${verdict.id}` });
    case 'organisation':
      return make('orgName', { ref: `#${verdict.id}` });
    case 'date':
      return make('date', { ...verdict.value });
    case 'language':
      return make('foreign', { 'xml:lang': verdict.tag });
    case 'gloss':
      return make('gloss', { 'xml:lang': verdict.tag });
    case 'supplied':
      return make('supplied', {});
    case 'gap':
      return make('gap', { reason: 'editorial' });
    case 'correct': {
      const words = source.text.slice(span.start, span.end);
      const change = minimalCorrection(words, verdict.text);
      return {
        ...make('correction', { cert: decision.cert ?? 'high' }),
        span: { start: span.start + change.start, end: span.start + change.end },
        reading: change.reading,
      };
    }
    default:
      return undefined;
  }
}
