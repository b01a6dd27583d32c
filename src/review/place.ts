import type { Annotation } from '../annotate/annotation.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Span } from '../source/span.js';
import { positionAt, type SourceFile } from '../source/source-file.js';
import type { QuestionPlace } from './question.js';

/** What a review needs of a converted document. */
export interface ReviewedDocument {
  readonly id: string;
  readonly source: SourceFile;
  readonly text: string;
  readonly annotations: readonly Annotation[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Characters of context on either side. */
const CONTEXT = 48;

/** A place as a question shows it: its line, and the words around it. */
export function placeIn({ id, source, text }: ReviewedDocument, span: Span): QuestionPlace {
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

/** The path of a document's sidecar: beside its text, with another ending. */
export function sidecarOf({ source }: ReviewedDocument): string {
  return source.path.replace(/\.[^./]*$/u, '.yaml');
}
