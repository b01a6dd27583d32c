import type { BlockDocument } from '../blocks/block.js';
import type { Report } from '../diagnostics/diagnostic.js';
import type { PlacedDecision, Verdict } from '../edition/decision.js';
import type { Register } from '../edition/register.js';
import { readAround, type Difference } from '../source/difference.js';
import { firstAtOrAfter, readPassage } from '../source/passage.js';
import type { SourceFile } from '../source/source-file.js';
import { contains, overlapsAny, type Span } from '../source/span.js';
import type { Leaf, PartPassage } from '../structure/division.js';
import { leavesOf, personItems } from '../structure/parts.js';
import type { StructuredDocument } from '../structure/structure.js';
import type { Annotation } from './annotation.js';
import { emphasis } from './emphasis.js';
import { pairNotes, type DecidedMarkers, type NoteAnchor } from './notes/note-pairing.js';
import type { AnnotationInput } from './recognizer.js';
import { fileNameDate } from './recognizers/dates/file-name.js';
import { dates, documentDateOf } from './recognizers/dates/index.js';
import { recognizers } from './recognizers.js';
import { annotationOf, applyDecisions } from './refiners/decisions.js';
import { reportWithoutEffect } from './refiners/effect.js';
import { holdsText, settleOverlaps } from './refiners/overlaps.js';

/** What is known of a document before its text is read for mentions. */
export interface AnnotateOptions {
  readonly language: string;
  readonly originalLanguage?: string;
  /** ISO 8601 prefix; found in the dateline or title where it is not given. */
  readonly documentDate?: string;
  readonly register: Register;
  readonly knownPersons: readonly string[];
  readonly decisions: readonly PlacedDecision[];
  readonly report: Report;
}

/** A document's text with all that is said of it. */
export interface AnnotatedDocument {
  /** Properly nested, in the order in which they will be written. */
  readonly annotations: readonly Annotation[];
  /** What the recognisers found, before decisions and overlaps were settled. */
  readonly found: readonly Annotation[];
  /** What an editor says of the languages of what moves to the header. */
  readonly inFields: readonly Annotation[];
  readonly anchors: readonly NoteAnchor[];
  /** All declared differences, sorted, not overlapping. */
  readonly differences: readonly Difference[];
  /** What concerns the document's own text, where notes and footers stand amid its paragraphs. */
  readonly own: { readonly annotations: readonly Annotation[]; readonly differences: readonly Difference[] };
  readonly documentDate?: string;
}

/**
 * Finds what a document mentions. First the notes are paired with their markers, so that no recogniser sees a number
 * inside a name or glued to a date; then every recogniser reads the same passages; then decisions and overlaps are
 * settled.
 */
export function annotateDocument(
  source: SourceFile,
  blocks: BlockDocument,
  structured: StructuredDocument,
  options: AnnotateOptions,
): AnnotatedDocument {
  const leaves = leavesOf(structured.body);
  const around = (differences: readonly Difference[]): Difference[] => readAround(differences, blocks.apart);
  const noteLeaves = structured.notes.flatMap((note) => note.paragraphs);
  const kept = [
    ...keptLines(source, leaves, around(blocks.differences)),
    ...keptLines(source, noteLeaves, blocks.differences),
  ];
  const printed = merge(blocks.differences, kept);

  const own = around(printed);
  const marked = leaves.map((leaf) => passageOf(source, leaf, own));
  const anchors = pairNotes(source, marked, blocks.notes, decidedMarkers(options), options.report);
  const withoutMarkers = merge(
    printed,
    anchors.map((anchor): Difference => ({ span: anchor.span, replacement: '', kind: 'note-marker' })),
  );

  const ownWithoutMarkers = around(withoutMarkers);
  const persons = new Set(personItems(structured.body));
  const passages: PartPassage[] = [
    ...leaves.map((leaf) => {
      const passage = passageOf(source, leaf, ownWithoutMarkers);
      return persons.has(leaf) ? { ...passage, isPerson: true as const } : passage;
    }),
    ...structured.notes.flatMap((note) =>
      note.paragraphs.map((leaf) => passageOf(source, leaf, withoutMarkers, note.number)),
    ),
  ];
  const hint = catalogueDate(source, blocks, options.language) ?? fileNameDate(source.path);
  const documentDate = options.documentDate ?? documentDateOf(passages, options.language, hint);
  const input: AnnotationInput = {
    file: source.path,
    passages,
    language: options.language,
    ...(documentDate === undefined ? {} : { documentDate }),
    ...(options.originalLanguage === undefined ? {} : { originalLanguage: options.originalLanguage }),
    register: options.register,
    knownPersons: options.knownPersons,
    decided: decidedWords(options, ['person', 'place', 'organisation', 'date', 'not']),
    corrected: decidedWords(options, ['correct']),
    report: options.report,
  };
  const found = [
    ...recognizers.flatMap((recognizer) => recognizer.recognize(input)),
    ...dates.recognize(input),
    ...emphasis(blocks.marks, passages),
    ...kept.map((line): Annotation => emptyElement('lb', line.span.end)),
    ...blocks.pageBreaks.map(({ offset, number }) =>
      emptyElement('pb', offset, number === undefined ? {} : { n: number }),
    ),
  ];
  const markers = anchors.map((anchor) => anchor.span);
  const possible = found.filter(({ kind, span }) => !holdsText(kind) || !overlapsAny(span, markers));
  const annotations = settleOverlaps(applyDecisions(possible, options.decisions, source));
  const inFields = languagesOfFields(options.decisions, blocks, source);
  const ofText = options.decisions.filter((decision) => !inFields.some(({ from }) => from === decision));
  reportWithoutEffect(ofText, annotations, passages, source, options.report);
  const differences = merge(withoutMarkers, bracketMarks(source, annotations));
  return {
    annotations,
    found: possible,
    inFields: inFields.map(({ annotation }) => annotation),
    anchors,
    differences,
    own: {
      differences: around(differences),
      annotations: outside(annotations, blocks.apart),
    },
    ...(documentDate === undefined ? {} : { documentDate }),
  };
}

function passageOf(source: SourceFile, leaf: Leaf, differences: readonly Difference[], note?: string): PartPassage {
  const passage = readPassage(source.text, leaf.span, differences);
  return { ...passage, part: leaf.part, ...(note === undefined ? {} : { note }) };
}

function merge(a: readonly Difference[], b: readonly Difference[]): Difference[] {
  return [...a, ...b].sort((x, y) => x.span.start - y.span.start);
}

/** The annotations that begin in none of the stretches; both sorted. */
function outside(annotations: readonly Annotation[], stretches: readonly Span[]): Annotation[] {
  let next = 0;
  return annotations.filter(({ span }) => {
    while ((stretches[next]?.end ?? Infinity) <= span.start) next++;
    return span.start < (stretches[next]?.start ?? Infinity);
  });
}

function emptyElement(
  kind: 'lb' | 'pb',
  offset: number,
  attributes: Readonly<Record<string, string>> = {},
): Annotation {
  return { span: { start: offset, end: offset }, kind, attributes, recognizer: 'blocks', certainty: 'high' };
}

/** Line ends inside a part that no join explains: the line matters. */
function keptLines(source: SourceFile, leaves: readonly Leaf[], differences: readonly Difference[]): Difference[] {
  const kept: Difference[] = [];
  for (const leaf of leaves) {
    // Differences do not overlap, so at most one that begins before the leaf reaches into it.
    let next = Math.max(0, firstAtOrAfter(differences, leaf.span.start) - 1);
    for (const match of source.text
      .slice(leaf.span.start, leaf.span.end)
      .matchAll(/(?<![ \t\u00A0])[ \t\u00A0]*\n\s*/gu)) {
      const span = { start: leaf.span.start + match.index, end: leaf.span.start + match.index + match[0].length };
      while (next < differences.length && (differences[next]?.span.end ?? 0) <= span.start) next++;
      const other = differences[next];
      if (other === undefined || other.span.start >= span.end)
        kept.push({ span, replacement: '\n', kind: 'line-kept' });
    }
  }
  return kept;
}

/** The brackets of what became `supplied` or `gloss`: the element says them, and output prints them again. */
function bracketMarks(source: SourceFile, annotations: readonly Annotation[]): Difference[] {
  const marks: Difference[] = [];
  for (const { kind, span } of annotations) {
    if (kind !== 'supplied' && kind !== 'gloss') continue;
    if (source.text[span.start] !== '[' || source.text[span.end - 1] !== ']') continue;
    marks.push(
      { span: { start: span.start, end: span.start + 1 }, replacement: '', kind: 'brackets' },
      { span: { start: span.end - 1, end: span.end }, replacement: '', kind: 'brackets' },
    );
  }
  return marks;
}

/** Decisions on the language of words that move to the header, all of whose places are there. */
function languagesOfFields(
  decisions: readonly PlacedDecision[],
  { fields }: BlockDocument,
  source: SourceFile,
): { from: PlacedDecision; annotation: Annotation }[] {
  const values = fields.flatMap((field) => field.values);
  return decisions
    .filter(({ verdict, places }) => verdict.kind === 'language' && places.every((place) => isInside(place, values)))
    .flatMap((from) =>
      from.places.flatMap((place) => {
        const annotation = annotationOf(from, place, source);
        return annotation === undefined ? [] : [{ from, annotation }];
      }),
    );
}

function isInside(span: Span, others: readonly Span[]): boolean {
  return others.some((other) => contains(other, span));
}

/** The words that an editor decided on in one of these ways. */
function decidedWords({ decisions }: AnnotateOptions, kinds: readonly Verdict['kind'][]): Span[] {
  return decisions
    .filter(({ verdict }) => kinds.includes(verdict.kind))
    .flatMap(({ places }) => places)
    .sort((a, b) => a.start - b.start);
}

/** What an editor says of the markers of notes: which they are, and which words are none. */
function decidedMarkers({ decisions }: AnnotateOptions): DecidedMarkers {
  return {
    markers: decisions.flatMap(({ verdict, places, origin }) =>
      verdict.kind === 'marker' ? places.map((span) => ({ span, number: verdict.number, origin })) : [],
    ),
    refused: decisions.flatMap(({ verdict, places }) =>
      verdict.kind === 'not' && verdict.what === 'note' ? places : [],
    ),
  };
}

/** The date that a catalogue's heading over the document gives. */
function catalogueDate(source: SourceFile, blocks: BlockDocument, language: string): string | undefined {
  const lines = blocks.catalogue.flatMap((block) => block.lines);
  const passages = lines.map(({ span }): PartPassage => ({
    ...readPassage(source.text, span, blocks.fieldDifferences),
    part: 'head',
  }));
  return documentDateOf(passages, language);
}
