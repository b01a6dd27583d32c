import { diagnostic } from '../../diagnostics/diagnostic.js';
import type { Annotation } from '../annotation.js';
import type { Recognizer } from '../recognizer.js';

const toNote =
  /(?:^|[\s(])((?:[Nn]otes?|[Ff]ootnotes?|Anm(?:erkung|\.)?|прим(?:ечание|\.)?)\s(\d{1,4}))(?:\s(?:supra|infra|above|below|oben|unten|ci-dessus|выше|ниже))?/gu;
const toDocument =
  /(?:see|See|cf\.|Cf\.|siehe|vgl\.|voir|см\.)\s((?:[Dd]ocuments?|Dok(?:ument|\.)|[Dd]oc\.|документ)\s(?:No\.|Nr\.|№|no)?\s?(\d{1,4}))(?!\d)/gu;

/**
 * References from one place of an edition to another, by number. They speak of the edition that the text was taken
 * from: a note that this document does not have, a document of that collection. They stay text and are reported, so
 * that nobody is led to the wrong place; only where every such reference finds its note here are they links.
 */
export const crossReferences: Recognizer = {
  name: 'cross-references',
  recognize: (input) => {
    const own = new Set(input.passages.flatMap((passage) => (passage.note === undefined ? [] : [passage.note])));
    const found = input.passages.flatMap((passage) =>
      [...passage.text.matchAll(toNote)].map((match) => {
        const words = match[1] ?? '';
        const start = match.index + match[0].indexOf(words);
        return { span: passage.spanOf(start, start + words.length), number: match[2] ?? '', words };
      }),
    );
    const others = input.passages.flatMap((passage) =>
      [...passage.text.matchAll(toDocument)].map((match) => {
        const words = match[1] ?? '';
        const start = match.index + match[0].indexOf(words);
        return { span: passage.spanOf(start, start + words.length), words };
      }),
    );
    const allOwn = found.every((reference) => own.has(reference.number));
    for (const { span, words } of [...(allOwn ? [] : found), ...others]) {
      input.report(
        diagnostic(
          'convert/foreign-reference',
          `“${words}” counts as the edition counts that the text was taken from; it was not linked.`,
          {
            file: input.file,
            span,
          },
        ),
      );
    }
    if (!allOwn) return [];
    return found.map(({ span, number }): Annotation => ({
      span,
      kind: 'ref',
      attributes: { target: `#note-${number}`, type: 'note' },
      recognizer: 'cross-references',
      certainty: 'medium',
    }));
  },
};
