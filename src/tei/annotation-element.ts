import type { Annotation } from '../annotate/annotation.js';
import { element, type TeiNode } from './node.js';
import type { Pointers } from './pointers.js';

/** How an annotation becomes an element (or a pair of them). */
export interface AnnotationEncoding {
  readonly pointers: Pointers;
  /** `@xml:id` of the translator in the header, without `#`, where the text has one. */
  readonly translator?: string;
  /** The document's language: words in it are not `foreign`. */
  readonly language: string;
  /** `@xml:id` of the application that converted, without `#`. */
  readonly tool: string;
}

/** The TEI of one annotation. Certainty is written where it is less than high. */
export function annotationElement(
  annotation: Annotation,
  children: readonly TeiNode[],
  encoding: AnnotationEncoding,
): TeiNode {
  const { kind, span } = annotation;
  const attributes: Record<string, string> = {
    ...resolvePointers(annotation.attributes, kind, encoding.pointers),
    ...(annotation.certainty === 'high' ? {} : { cert: annotation.certainty }),
  };
  const translator = encoding.translator === undefined ? {} : { resp: `#${encoding.translator}` };
  switch (kind) {
    case 'correction':
      return choice('sic', children, 'corr', annotation.reading ?? '', {
        ...attributes,
        resp: attributes['resp'] ?? `#${encoding.tool}`,
        cert: attributes['cert'] ?? annotation.certainty,
      }, annotation);
    case 'abbreviation':
      return choice('abbr', children, 'expan', annotation.reading ?? '', {}, annotation, attributes);
    case 'gap':
      return element('gap', attributes, [element('desc', {}, children)], span);
    case 'supplied':
      return element('supplied', { ...translator, ...attributes }, children, span);
    case 'gloss': {
      const { 'xml:lang': language, ...rest } = attributes;
      const inner = language === undefined || language === encoding.language ? children : [element('foreign', { 'xml:lang': language }, children, span)];
      return element('gloss', { ...translator, ...rest }, inner, span);
    }
    case 'note':
      return element('note', { ...(attributes['type'] === 'translation' ? translator : {}), ...attributes }, children, span);
    default:
      return element(kind, attributes, children, span);
  }
}

function choice(
  printed: string,
  children: readonly TeiNode[],
  other: string,
  reading: string,
  attributes: Readonly<Record<string, string>>,
  annotation: Annotation,
  printedAttributes: Readonly<Record<string, string>> = {},
): TeiNode {
  return element('choice', {}, [element(printed, printedAttributes, children, annotation.span), element(other, attributes, reading === '' ? [] : [reading])], annotation.span);
}

/** Register ids become pointers to the register's file. */
function resolvePointers(
  attributes: Readonly<Record<string, string>>,
  kind: Annotation['kind'],
  pointers: Pointers,
): Readonly<Record<string, string>> {
  const { ref, resp } = attributes;
  const resolved: Record<string, string> = { ...attributes };
  if (ref !== undefined) resolved['ref'] = pointers.toRegister(ref.replace(/^#/u, ''), kind);
  if (resp !== undefined) resolved['resp'] = pointers.toEditor(resp.replace(/^#/u, ''));
  return resolved;
}
