import type { Annotation } from '../../annotate/annotation.js';
import type { Field } from '../../blocks/block.js';
import type { Span } from '../../source/span.js';
import { element, type TeiNode } from '../node.js';
import { weave, type Weft } from '../weave.js';
import { fieldDifferences, type HeaderInput } from './header-input.js';

/** A field's value, word for word, with the parts that were read from it as elements, and the languages that an editor gave them. */
export function valueNodes(input: HeaderInput, field: Field, annotations: readonly Annotation[]): TeiNode[] {
  const links = input.blocks.marks
    .filter((mark) => mark.kind === 'link' || mark.kind === 'italic')
    .map((mark): Annotation => ({
      span: mark.span,
      kind: mark.kind === 'link' ? 'ref' : 'title',
      attributes: mark.kind === 'link' ? { target: mark.target ?? '' } : { level: 'm' },
      recognizer: 'markup',
      certainty: 'high',
    }));
  const all = withLanguages([...annotations, ...links], input.annotated.inFields);
  const weft: Weft = {
    sourceText: input.source.text,
    differences: fieldDifferences(input),
    annotations: all,
    anchors: [],
    elementOf: (annotation, children) => element(annotation.kind, annotation.attributes, children, annotation.span),
    noteAt: () => element('note'),
  };
  return field.values.flatMap((span: Span, i): TeiNode[] => [
    ...(i === 0 ? [] : [{ kind: 'text' as const, text: ' ' }]),
    ...weave(span, weft),
  ]);
}

/** A title in another language says so itself; other words become `foreign`. */
function withLanguages(parts: readonly Annotation[], languages: readonly Annotation[]): Annotation[] {
  const isSame = (a: Annotation, b: Annotation): boolean => a.span.start === b.span.start && a.span.end === b.span.end;
  const said = parts.map((part) => {
    const tag = languages.find((language) => isSame(language, part))?.attributes['xml:lang'];
    return tag === undefined ? part : { ...part, attributes: { ...part.attributes, 'xml:lang': tag } };
  });
  return withoutCrossings([...said, ...languages.filter((language) => !parts.some((part) => isSame(part, language)))]);
}

function withoutCrossings(annotations: readonly Annotation[]): Annotation[] {
  const sorted = [...annotations].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  const kept: Annotation[] = [];
  for (const annotation of sorted) {
    // A shelfmark's figures are no dates and no pages of a publication.
    if (kept.every((other) => other.span.end <= annotation.span.start)) kept.push(annotation);
  }
  return kept;
}
