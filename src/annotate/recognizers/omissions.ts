import type { Annotation } from '../annotation.js';
import type { Recognizer } from '../recognizer.js';

/** Three dots or more, set apart by blanks: how printers mark an omission. An ellipsis without blanks trails off and is text. */
const spacedDots = /(?<!\.)(\.\s){2,5}\.(?!\.)/gu;

/** Omissions that an editor marked by spaced dots; of four dots the first ends the sentence. */
export const omissions: Recognizer = {
  name: 'omissions',
  recognize: ({ passages }) =>
    passages.flatMap((passage) =>
      [...passage.text.matchAll(spacedDots)].map((match): Annotation => {
        const count = match[0].split('.').length - 1;
        const start = count > 3 ? match.index + match[0].indexOf('.', 1) : match.index;
        return {
          span: passage.spanOf(start, match.index + match[0].length),
          kind: 'gap',
          attributes: { reason: 'editorial' },
          recognizer: 'omissions',
          certainty: 'high',
        };
      }),
    ),
};
