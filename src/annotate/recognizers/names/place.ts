import { diagnostic } from '../../../diagnostics/diagnostic.js';
import { overlapsAny } from '../../../source/span.js';
import type { Annotation } from '../../annotation.js';
import type { AnnotationInput, Recognizer } from '../../recognizer.js';
import { withDirection } from '../../../language/directions.js';
import { capitalisesNouns } from '../../../language/name-words.js';
import type { PartPassage } from '../../../structure/division.js';
import { abbreviationsIn, expansionsOf, type Expansions } from './abbreviation.js';
import { datelinePlace } from './dateline-place.js';
import type { Mention } from './mention.js';
import { recognizeNames } from './recognition.js';

/**
 * Places of the register: `placeName` with `ref` (TEI Guidelines, 14.2.3), an abbreviation with what it stands for
 * inside; without `ref` the place that a dateline names, and one that a direction makes another ("South-East Asia"). Adjectives ("Hungarian") and names of things ("the Warsaw Pact") are none.
 */
export const places: Recognizer = {
  name: 'places',
  recognize(input) {
    const { persons, others } = recognizeNames(input);
    const registered = others.filter((mention) => isPlaceMention(mention, input.language));
    const taken = [...registered, ...persons.map((resolution) => resolution.mention)];
    const expansions = expansionsOf(input.register.places);
    return [
      ...registered.flatMap((mention) => annotationsOf(input, mention, expansions)),
      ...input.passages.flatMap((passage, number) => {
        const inDateline = passage.part === 'dateline' && !taken.some((mention) => mention.passage === number);
        return inDateline ? unregisteredIn(input, passage) : [];
      }),
    ];
  },
};

/** The place of a dateline that the register lacks. */
function unregisteredIn(input: AnnotationInput, passage: PartPassage): Annotation[] {
  const place = datelinePlace(passage, input.language);
  return place === undefined ? [] : unregistered(input, passage, place);
}

/** A place without an entry, reported. */
function unregistered(
  input: AnnotationInput,
  passage: PartPassage,
  { start, end }: { readonly start: number; readonly end: number },
): Annotation[] {
  const span = passage.spanOf(start, end);
  const words = passage.text.slice(start, end);
  const finding = diagnostic('names/unregistered', `“${words}” is a place that the register does not have.`, {
    file: input.file,
    span,
    actual: words,
    help: 'Add the place to tei/register/places.xml, or say in the sidecar that these words name nothing.',
  });
  if (!overlapsAny(span, input.decided)) input.report(finding);
  return [{ span, kind: 'placeName', attributes: {}, recognizer: places.name, certainty: 'medium' }];
}

function isPlaceMention(mention: Mention, language: string): boolean {
  const names = mention.names.filter((name) => name.entry === 'place');
  if (names.length === 0 || mention.names.some((name) => name.entry === 'organisation')) return false;
  const { evidence, part } = mention;
  if (evidence.ordinary && evidence.sentenceStart && !evidence.locative && part !== 'dateline') return false;
  return !(evidence.alsoSmall && (evidence.sentenceStart || capitalisesNouns(language)) && !evidence.locative);
}

function annotationsOf(input: AnnotationInput, mention: Mention, expansions: Expansions): Annotation[] {
  const passage = input.passages[mention.passage];
  if (passage === undefined) return [];
  const other = withDirection(passage.text, mention.start, mention.end, input.language);
  if (other !== undefined) return unregistered(input, passage, other);
  const names = mention.names.filter((name) => name.entry === 'place');
  const ids = [...new Set(names.map((name) => name.id))];
  const form = names[0]?.form;
  const span = passage.spanOf(mention.start, mention.end);
  const only = ids.length === 1 ? ids[0] : undefined;
  if (only === undefined && !overlapsAny(span, input.decided)) {
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
  const found = { span, recognizer: places.name } as const;
  return [
    {
      ...found,
      kind: 'placeName',
      attributes: only === undefined ? {} : { ref: `#${only}` },
      certainty: only === undefined ? 'low' : 'high',
      ...(only === undefined ? { candidates: ids } : {}),
    },
    ...(only === undefined || form === undefined ? [] : abbreviationsIn(form, found, expansions)),
  ];
}
