import type { Annotation } from '../annotation.js';
import type { Recognizer } from '../recognizer.js';

/** A ditto mark after a dash at the end of an item: `Tildy Zoltan- "`. */
const ditto = /[-–—:]\s?(["″〃”])\s*$/u;
/** What an item says after its dash. */
const said = /[-–—:]\s?(?=\p{L})(.+?)[.,;]?\s*$/u;

/** Ditto marks in lists, as abbreviations: each stands for the words after the dash of the item before it. */
export const dittoMarks: Recognizer = {
  name: 'ditto-marks',
  recognize: ({ passages }) => {
    const annotations: Annotation[] = [];
    let meant: string | undefined;
    for (const passage of passages) {
      if (passage.part !== 'item') {
        meant = undefined;
        continue;
      }
      const mark = ditto.exec(passage.text);
      if (mark?.[1] === undefined) {
        meant = said.exec(passage.text)?.[1] ?? meant;
        continue;
      }
      if (meant === undefined) continue;
      const start = mark.index + mark[0].indexOf(mark[1]);
      annotations.push({
        span: passage.spanOf(start, start + 1),
        kind: 'abbreviation',
        attributes: { type: 'ditto' },
        recognizer: 'ditto-marks',
        certainty: 'medium',
        reading: meant,
      });
    }
    return annotations;
  },
};
