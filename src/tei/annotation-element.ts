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
    // Certainty qualifies a decision: a date without a value is none.
    ...(annotation.certainty === 'high' || isUndecided(annotation) ? {} : { cert: annotation.certainty }),
  };
  const translator = encoding.translator === undefined ? {} : { resp: `#${encoding.translator}` };
  switch (kind) {
    case 'correction':
      return choice(
        'sic',
        children,
        'corr',
        annotation.reading ?? '',
        {
          // A decision of an editor who is not named is nobody else's.
          ...(annotation.recognizer === 'decision' ? {} : { resp: `#${encoding.tool}` }),
          ...attributes,
          cert: attributes['cert'] ?? annotation.certainty,
        },
        annotation,
      );
    case 'abbreviation':
      return choice(
        'abbr',
        children,
        'expan',
        annotation.reading ?? '',
        expansion(attributes, encoding),
        annotation,
        abbreviation(attributes),
      );
    case 'gap':
      return element('gap', attributes, [element('desc', {}, children)], span);
    case 'supplied':
      return element('supplied', { ...translator, ...attributes }, children, span);
    case 'gloss': {
      const { 'xml:lang': language, ...rest } = attributes;
      const inner =
        language === undefined || language === encoding.language
          ? children
          : [element('foreign', { 'xml:lang': language }, children, span)];
      // Whoever says that it is a gloss, the words are the translator's.
      return element('gloss', { ...rest, ...translator }, inner, span);
    }
    case 'note':
      return element('note', { ...attributes, ...translator }, children, span);
    default:
      return element(kind, attributes, children, span);
  }
}

function isUndecided({ kind, attributes }: Annotation): boolean {
  return kind === 'date' && Object.keys(attributes).length === 0;
}

/** What of an abbreviation's attributes belongs to its expansion: certainty, and a language that is not the text's. */
function expansion(attributes: Readonly<Record<string, string>>, encoding: AnnotationEncoding): Record<string, string> {
  const { cert, 'xml:lang': language } = attributes;
  return {
    ...(language === undefined || language === encoding.language ? {} : { 'xml:lang': language }),
    ...(cert === undefined ? {} : { cert, resp: `#${encoding.tool}` }),
  };
}

function abbreviation({ type }: Readonly<Record<string, string>>): Record<string, string> {
  return type === undefined ? {} : { type };
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
  return element(
    'choice',
    {},
    [
      element(printed, printedAttributes, children, annotation.span),
      element(other, attributes, reading === '' ? [] : [reading]),
    ],
    annotation.span,
  );
}

/** Register ids become pointers to the register's file; editors and calendars are in the header. */
function resolvePointers(
  attributes: Readonly<Record<string, string>>,
  kind: Annotation['kind'],
  pointers: Pointers,
): Readonly<Record<string, string>> {
  const { ref, resp, calendar } = attributes;
  const resolved: Record<string, string> = { ...attributes };
  if (ref !== undefined) resolved['ref'] = pointers.toRegister(ref.replace(/^#/u, ''), kind);
  if (resp !== undefined) resolved['resp'] = pointers.toEditor(resp.replace(/^#/u, ''));
  if (calendar !== undefined) resolved['calendar'] = pointers.toCalendar(calendar.replace(/^#/u, ''));
  return resolved;
}
