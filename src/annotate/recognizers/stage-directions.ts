import { stageType } from '../../language/stage-words.js';
import type { Annotation } from '../annotation.js';
import type { Recognizer } from '../recognizer.js';

/** Stage directions in the line: "(prolonged applause)", "[Laughter]". The brackets belong to the direction, as printed. */
export const stageDirections: Recognizer = {
  name: 'stage-directions',
  recognize: ({ passages }) =>
    passages
      .filter((passage) => passage.note === undefined && (passage.part === 'p' || passage.part === 'signed'))
      .flatMap((passage) =>
        [...passage.text.matchAll(/\(([^()]{3,120})\)|\[([^[\]]{3,120})\]/gu)].flatMap((match): Annotation[] => {
          const type = stageType(match[1] ?? match[2] ?? '', true);
          if (type === undefined) return [];
          return [
            {
              span: passage.spanOf(match.index, match.index + match[0].length),
              kind: 'stage',
              attributes: { type },
              recognizer: 'stage-directions',
              certainty: 'high',
            },
          ];
        }),
      ),
};
