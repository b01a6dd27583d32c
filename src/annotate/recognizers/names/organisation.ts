import { capitalisesNouns } from '../../../language/name-words.js';
import type { Annotation, Certainty } from '../../annotation.js';
import type { AnnotationInput, Recognizer } from '../../recognizer.js';
import { abbreviationsIn, expansionsOf, type Expansions } from './abbreviation.js';
import type { Mention } from './mention.js';
import { recognizeNames } from './recognition.js';

/**
 * Organisations of the register: `orgName` with `ref` (TEI Guidelines, 14.2.2); an abbreviation that the register
 * spells out is an `abbreviation` of the same words inside it (3.6.5, `choice/abbr/expan`). Short names of bodies that
 * the document has named in full are mentions too.
 */
export const organisations: Recognizer = {
  name: 'organisations',
  recognize(input) {
    const expansions = expansionsOf(input.register.organisations);
    return recognizeNames(input).others.flatMap((mention) => annotationsOf(input, mention, expansions));
  },
};

function annotationsOf(input: AnnotationInput, mention: Mention, expansions: Expansions): Annotation[] {
  const names = mention.names.filter((name) => name.entry === 'organisation');
  const passage = input.passages[mention.passage];
  const first = names[0];
  if (first === undefined || passage === undefined) return [];
  const ids = [...new Set(names.map((name) => name.id))];
  const only = ids.length === 1 ? ids[0] : undefined;
  const found = { span: passage.spanOf(mention.start, mention.end), recognizer: organisations.name } as const;
  const name: Annotation = {
    ...found,
    kind: 'orgName',
    attributes: only === undefined ? {} : { ref: `#${only}` },
    certainty: only === undefined ? 'low' : certaintyOf(mention, input.language),
    ...(only === undefined ? { candidates: ids } : {}),
  };
  const isWhole = only !== undefined && mention.match !== 'short';
  return isWhole ? [name, ...abbreviationsIn(first.form, found, expansions)] : [name];
}

/** A short name is likely; where every noun has a capital, the word may be an ordinary one. */
function certaintyOf({ match }: Mention, language: string): Certainty {
  if (match !== 'short') return 'high';
  return capitalisesNouns(language) ? 'low' : 'medium';
}
