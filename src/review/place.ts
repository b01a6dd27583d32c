import type { Annotation } from '../annotate/annotation.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Span } from '../source/span.js';
import { positionAt, type SourceFile } from '../source/source-file.js';
import type { Anchor } from './anchor.js';

/** What a review needs of a converted document. */
export interface ReviewedDocument {
  readonly id: string;
  readonly source: SourceFile;
  readonly annotations: readonly Annotation[];
  readonly diagnostics: readonly Diagnostic[];
  /** The path of its sidecar, relative to the edition, where it has one. */
  readonly sidecarFile?: string;
  /** The elements of its TEI that pages can be led to. */
  readonly anchors: readonly Anchor[];
}

/** A place of a text as a question shows it. */
export interface QuestionPlace {
  readonly document: string;
  /** The path of the text, as findings have it. */
  readonly file: string;
  /** 1-based; the column in UTF-16 units. */
  readonly line: number;
  readonly column: number;
  /** The words themselves, and what stands before and after them in the text, white space as blanks. */
  readonly before: string;
  readonly words: string;
  readonly after: string;
}

/** Characters of context on either side. */
const CONTEXT = 48;

/** A place as a question shows it: its line, and the words around it. */
export function placeIn({ id, source }: ReviewedDocument, span: Span): QuestionPlace {
  const { text } = source;
  const { line, column } = positionAt(source, span.start);
  const blanks = (part: string): string => part.replace(/\s+/gu, ' ');
  const before = blanks(text.slice(Math.max(0, span.start - CONTEXT), span.start));
  const after = blanks(text.slice(span.end, span.end + CONTEXT));
  return {
    document: id,
    file: source.path,
    line,
    column,
    before: span.start > CONTEXT ? before.replace(/^\S*\s/u, '') : before,
    words: blanks(text.slice(span.start, span.end)),
    after: span.end + CONTEXT < text.length ? after.replace(/\s\S*$/u, '') : after,
  };
}

/** The path of a document's sidecar: the one that it has, or the one that it would have, beside its text. */
export function sidecarOf({ source, sidecarFile }: ReviewedDocument): string {
  return sidecarFile ?? source.path.replace(/\.[^./]*$/u, '.yaml');
}
