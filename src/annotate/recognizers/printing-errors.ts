import type { Annotation } from '../annotation.js';
import type { Recognizer } from '../recognizer.js';

/** An error that a reading machine makes and that no text means: what it read, and what stood there. */
interface SafeRule {
  readonly pattern: RegExp;
  /** The correction of the first group of the pattern. */
  readonly correct: (misread: string) => string;
}

/** Each rule must hold in any text: the words before leave no other reading. */
const rules: readonly SafeRule[] = [
  {
    pattern: /(?<=\bWorld War )(1{1,3}|l{1,2}|[l1]I|I[l1])(?![\p{L}\d])/gu,
    correct: (misread) => 'I'.repeat(misread.length),
  },
  { pattern: /(?<=\b(?:Erste[rnm]?|Zweite[rnm]?) )(Weitkrieg)(?!\p{L})/gu, correct: () => 'Weltkrieg' },
];

/** Certain misreadings of machines, as `choice/sic/corr`. */
export const printingErrors: Recognizer = {
  name: 'printing-errors',
  recognize: ({ passages }) =>
    passages.flatMap((passage) =>
      rules.flatMap(({ pattern, correct }) =>
        [...passage.text.matchAll(pattern)].map((match): Annotation => ({
          span: passage.spanOf(match.index, match.index + match[0].length),
          kind: 'correction',
          attributes: {},
          recognizer: 'printing-errors',
          certainty: 'high',
          reading: correct(match[0]),
        })),
      ),
    ),
};
