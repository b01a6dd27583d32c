import { tagNameSpan } from '../../tei/start-tag.js';
import type { DiagnosticCode } from '../../diagnostics/catalogue.js';
import { diagnostic, type Diagnostic } from '../../diagnostics/diagnostic.js';
import { indexLines } from '../../diagnostics/line-index.js';
import type { Span } from '../../source/span.js';
import { attributeSpan } from './start-tag.js';
import type { SchemaElement } from './schema-element.js';

/** A finding about a schema, at the start tag of one of its elements, or at one of its attributes. */
export function schemaFault(
  code: DiagnosticCode,
  message: string,
  element: Pick<SchemaElement, 'file' | 'offset'>,
  detail: { readonly attribute?: string | undefined; readonly help?: string; readonly actual?: string } = {},
): Diagnostic {
  const { attribute, ...rest } = detail;
  const { text, path } = element.file;
  const span: Span =
    (attribute === undefined ? undefined : attributeSpan(text, element.offset, attribute)) ??
    tagNameSpan(text, element.offset);
  return diagnostic(code, message, { file: path, span, position: indexLines(text).positionOf(span.start), ...rest });
}
