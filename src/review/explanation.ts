import type { Annotation } from '../annotate/annotation.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Difference } from '../source/difference.js';
import type { SourceFile } from '../source/source-file.js';
import { overlaps, type Span } from '../source/span.js';
import type { Division } from '../structure/division.js';

/** What an explanation needs of a converted document. */
export interface ExplainedDocument {
  readonly source: SourceFile;
  readonly body: Division;
  /** What recognisers found, before decisions and overlaps were settled; and what stands. */
  readonly found: readonly Annotation[];
  readonly annotations: readonly Annotation[];
  readonly differences: readonly Difference[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Something that was found in a line: its words, what they were taken for, by whom, and what became of it. */
export interface ExplainedFinding {
  /** 1-based column in UTF-16 units. */
  readonly column: number;
  readonly words: string;
  /** As TEI says it: `persName ref="#nagy-imre"`. */
  readonly element: string;
  readonly recognizer: string;
  readonly certainty: string;
  /** Why it does not stand; undefined for what stands. */
  readonly refused?: string;
}

/** How one line of a text came to its TEI. */
export interface LineExplanation {
  readonly line: number;
  readonly text: string;
  /** The parts that the line has a share in, each from the outside to the inside: `div[letter] opener dateline`. */
  readonly parts: readonly string[];
  readonly findings: readonly ExplainedFinding[];
  /** Where the TEI reads otherwise than the source, and why. */
  readonly differences: readonly {
    readonly column: number;
    readonly kind: string;
    readonly from: string;
    readonly to: string;
  }[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Traces a line: the part it plays, what each recogniser found in it, what settled between them, what was changed.
 *
 * @param line 1-based. @returns undefined where the text has no such line.
 */
export function explainLine(document: ExplainedDocument, line: number): LineExplanation | undefined {
  const { source } = document;
  const start = source.lineStarts[line - 1];
  if (start === undefined) return undefined;
  // The line's end belongs to it: it may have been joined.
  const span = { start, end: source.lineStarts[line] ?? source.text.length };
  const columnOf = (place: Span): number => Math.max(place.start, start) - start + 1;
  const words = (place: Span): string => source.text.slice(place.start, place.end).replace(/\s+/gu, ' ');
  const standing = document.annotations.filter((each) => overlaps(each.span, span) && each.span.end > each.span.start);
  const refused = document.found.filter(
    (each) =>
      overlaps(each.span, span) && each.span.end > each.span.start && !standing.some((other) => isSame(each, other)),
  );
  const finding = (each: Annotation, why?: string): ExplainedFinding => ({
    column: columnOf(each.span),
    words: words(each.span),
    element: elementOf(each),
    recognizer: each.recognizer,
    certainty: each.certainty,
    ...(why === undefined ? {} : { refused: why }),
  });
  return {
    line,
    text: source.text.slice(start, span.end).replace(/\n$/u, ''),
    parts: partsAt(document.body, span),
    findings: [
      ...standing.map((each) => finding(each)),
      ...refused.map((each) => finding(each, reasonOf(each, standing, words))),
    ].sort((a, b) => a.column - b.column),
    differences: document.differences
      .filter((each) => overlaps(each.span, span))
      .map(({ span: place, kind, replacement }) => ({
        column: columnOf(place),
        kind,
        from: source.text.slice(place.start, place.end),
        to: replacement,
      })),
    diagnostics: document.diagnostics.filter(
      (each) => each.file === source.path && each.span !== undefined && overlaps(each.span, span),
    ),
  };
}

function isSame(a: Annotation, b: Annotation): boolean {
  return (
    a.kind === b.kind && a.span.start === b.span.start && a.span.end === b.span.end && elementOf(a) === elementOf(b)
  );
}

/** What stands where a finding would have stood: an editor's decision, or a finding that prevails. */
function reasonOf(finding: Annotation, standing: readonly Annotation[], words: (span: Span) => string): string {
  const others = standing.filter((other) => overlaps(other.span, finding.span));
  const decision = others.find(({ recognizer }) => recognizer === 'decision');
  if (decision !== undefined) return `an editor decided: ${elementOf(decision)}`;
  const [other] = others;
  return other === undefined
    ? 'an editor decided against it'
    : `it cannot stand with ${other.kind} “${words(other.span)}” of ${other.recognizer}, which prevails`;
}

function elementOf({ kind, attributes, reading, candidates }: Annotation): string {
  const said = Object.entries(attributes).map(([name, value]) => `${name}="${value}"`);
  return [
    kind,
    ...said,
    ...(reading === undefined ? [] : [`reading “${reading}”`]),
    ...(candidates === undefined || candidates.length === 0 ? [] : [`candidates ${candidates.join(', ')}`]),
  ].join(' ');
}

function partsAt(division: Division, span: Span, outer = ''): string[] {
  const type = division.attributes?.['type'];
  const path = `${outer}${outer === '' ? '' : ' '}${division.part}${type === undefined ? '' : `[${type}]`}`;
  if (division.kind === 'leaf') return overlaps(division.span, span) ? [path] : [];
  return division.children.flatMap((child) => partsAt(child, span, path));
}
