import { diagnostic } from '../../../diagnostics/diagnostic.js';
import type { Annotation } from '../../annotation.js';
import type { AnnotationInput, Recognizer } from '../../recognizer.js';
import { capitalisesNouns } from '../../../language/name-words.js';
import type { Mention } from './mention.js';
import { recognizeNames } from './recognition.js';

/** Places of the register: `placeName` with `ref` (TEI Guidelines, 14.2.3). Adjectives ("Hungarian") and names of things ("the Warsaw Pact") are none. */
export const places: Recognizer = {
  name: 'places',
  recognize(input) {
    return recognizeNames(input)
      .others.filter((mention) => isPlaceMention(mention, input.language))
      .flatMap((mention) => annotationOf(input, mention));
  },
};

function isPlaceMention(mention: Mention, language: string): boolean {
  const names = mention.names.filter((name) => name.entry === 'place');
  if (names.length === 0 || mention.names.some((name) => name.entry === 'organisation')) return false;
  const { evidence, part } = mention;
  if (evidence.ordinary && evidence.sentenceStart && !evidence.locative && part !== 'dateline') return false;
  return !(evidence.alsoSmall && (evidence.sentenceStart || capitalisesNouns(language)) && !evidence.locative);
}

function annotationOf(input: AnnotationInput, mention: Mention): Annotation[] {
  const passage = input.passages[mention.passage];
  if (passage === undefined) return [];
  const ids = [...new Set(mention.names.filter((name) => name.entry === 'place').map((name) => name.id))];
  const span = passage.spanOf(mention.start, mention.end);
  const only = ids.length === 1 ? ids[0] : undefined;
  if (only === undefined) {
    input.report(
      diagnostic(
        'names/ambiguous-place',
        `“${mention.words}” can be ${ids.length} places of the register: ${ids.join(', ')}.`,
        {
          file: input.file,
          span,
          expected: ids,
          actual: mention.words,
          help: 'Say in the sidecar which is meant: under decisions, quote the words and give the place’s id.',
        },
      ),
    );
  }
  return [
    {
      span,
      kind: 'placeName',
      attributes: only === undefined ? {} : { ref: `#${only}` },
      recognizer: places.name,
      certainty: only === undefined ? 'low' : 'high',
      ...(only === undefined ? { candidates: ids } : {}),
    },
  ];
}
