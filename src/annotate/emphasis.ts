import type { Mark } from '../blocks/markup.js';
import type { PartPassage } from '../structure/division.js';
import type { Annotation } from './annotation.js';

/** A title of a book, as a note cites it: several words of which the longer are capitalised. */
const bookTitle = /^\p{Lu}[^.!?]*(?:\s[\p{Lu}\d(][\p{L}\d]*){1,}/u;

/**
 * What a source's light markup says: links, and emphasis that does not cover its whole part (there it is the part's
 * `@rend`). Italics around a title in a note are the title.
 */
export function emphasis(marks: readonly Mark[], passages: readonly PartPassage[]): Annotation[] {
  const annotations: Annotation[] = [];
  for (const passage of passages) {
    for (const mark of marks) {
      if (mark.span.end <= passage.span.start || mark.span.start >= passage.span.end) continue;
      if (mark.kind === 'link') {
        annotations.push({
          span: mark.span,
          kind: 'ref',
          attributes: { target: mark.target ?? '' },
          recognizer: 'markup',
          certainty: 'high',
        });
        continue;
      }
      const start = passage.offsetOf(mark.span.start);
      const words = passage.text.slice(start, passage.offsetOf(mark.span.end));
      if (start === 0 && words.length >= passage.text.trim().length) continue;
      const isTitle = mark.kind === 'italic' && passage.note !== undefined && bookTitle.test(words);
      annotations.push({
        span: mark.span,
        kind: isTitle ? 'title' : 'hi',
        attributes: isTitle ? { level: 'm' } : { rend: mark.kind },
        recognizer: 'markup',
        certainty: 'high',
      });
    }
  }
  return annotations;
}
