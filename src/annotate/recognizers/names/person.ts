import { diagnostic } from '../../../diagnostics/diagnostic.js';
import { overlapsAny } from '../../../source/span.js';
import type { Annotation } from '../../annotation.js';
import type { AnnotationInput, Recognizer } from '../../recognizer.js';
import type { Mention } from './mention.js';
import { recognizeNames } from './recognition.js';
import type { Resolution } from './resolution.js';

/**
 * Persons: `persName` for every mention by name, the name alone, with `ref` where one person can be meant; titles and
 * offices beside it are `roleName` (TEI Guidelines, 14.2.1).
 */
export const persons: Recognizer = {
  name: 'persons',
  recognize(input) {
    const { persons: resolutions } = recognizeNames(input);
    reportUndecided(input, resolutions);
    return resolutions.flatMap((resolution) => annotationsOf(input, resolution));
  },
};

/** More candidates than an editor would read are not listed. */
const MOST_CANDIDATES = 12;

function annotationsOf(input: AnnotationInput, { mention, candidates, choice, certainty }: Resolution): Annotation[] {
  const passage = input.passages[mention.passage];
  if (passage === undefined) return [];
  const name: Annotation = {
    span: passage.spanOf(mention.start, mention.end),
    kind: 'persName',
    attributes: choice === undefined ? {} : { ref: `#${choice}` },
    recognizer: persons.name,
    certainty,
    ...(choice === undefined && candidates.length > 0 ? { candidates } : {}),
  };
  const { titleSpan } = mention.evidence;
  if (titleSpan === undefined) return [name];
  const title: Annotation = {
    span: passage.spanOf(titleSpan.start, titleSpan.end),
    kind: 'roleName',
    attributes: {},
    recognizer: persons.name,
    certainty: 'high',
  };
  return titleSpan.start < mention.start ? [title, name] : [name, title];
}

function isDecided(input: AnnotationInput, { passage, start, end }: Mention): boolean {
  const span = input.passages[passage]?.spanOf(start, end);
  return span !== undefined && overlapsAny(span, input.decided);
}

/** One finding for each name that the editor must decide, at its first place. */
function reportUndecided(input: AnnotationInput, resolutions: readonly Resolution[]): void {
  const places = new Map<string, Resolution[]>();
  for (const resolution of resolutions) {
    const isSettled = resolution.choice !== undefined && resolution.ground !== 'named-later';
    if (isSettled || isDecided(input, resolution.mention)) continue;
    const key = resolution.mention.words.toLowerCase();
    const list = places.get(key);
    if (list === undefined) places.set(key, [resolution]);
    else list.push(resolution);
  }
  for (const [first, ...more] of places.values()) {
    if (first === undefined) continue;
    const { mention, candidates, choice } = first;
    const passage = input.passages[mention.passage];
    if (passage === undefined) continue;
    const place = { file: input.file, span: passage.spanOf(mention.start, mention.end), actual: mention.words };
    const often = more.length === 0 ? '' : ` (${more.length + 1} places)`;
    const taken = choice === undefined ? '' : `; the text names ${choice} in full, but only later`;
    if (candidates.length > 0) {
      const listed = candidates.slice(0, MOST_CANDIDATES);
      input.report(
        diagnostic(
          'names/ambiguous-person',
          `“${mention.words}” can be ${candidates.length} persons of the register${often}: ${listed.join(', ')}${candidates.length > listed.length ? ' …' : ''}${taken}.`,
          {
            ...place,
            expected: listed,
            help: 'Say in the sidecar who is meant: under decisions, quote the words and give the person’s id.',
          },
        ),
      );
    } else {
      input.report(
        diagnostic('names/unregistered', `“${mention.words}” is a person whom the register does not have${often}.`, {
          ...place,
          help: 'Add the person to tei/register/persons.xml, or say in the sidecar that these words name nobody.',
        }),
      );
    }
  }
}
