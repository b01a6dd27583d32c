import type { Register } from '../../../edition/register.js';
import { titleLookup } from './honorific.js';
import type { AnnotationInput } from '../../recognizer.js';
import type { Mention } from './mention.js';
import { indexNames, type NameIndex } from './name-index.js';
import { documentPersons } from './document-persons.js';
import { isPersonMention, resolvePersons, type Resolution } from './resolution.js';
import type { ScanContext } from './passage-words.js';
import { scanPassage } from './scanner.js';
import { shortOrganisations } from './short-organisation.js';
import { surnameKey } from '../../../language/name-inflection.js';
import { foldName } from '../../../language/name-folding.js';
import { namesOffice } from '../../../language/offices.js';

/** What was found in a document: persons decided, and the mentions that are no persons. */
export interface Recognition {
  readonly persons: readonly Resolution[];
  readonly others: readonly Mention[];
  readonly index: NameIndex;
}

/**
 * Persons, places and organisations compete for the same words, so they are found together; their three recognisers
 * each take their part. The search is done once for an input.
 */
const recognitions = new WeakMap<AnnotationInput, Recognition>();

/** Finds and decides all names of a document. */
export function recognizeNames(input: AnnotationInput): Recognition {
  const before = recognitions.get(input);
  if (before !== undefined) return before;
  const { language } = input;
  const index = indexOf(input.register, language);
  const context = {
    language,
    index,
    titles: titleLookup(language),
    smallWords: smallWordsOf(input),
    unregisteredSurnames: new Set<string>(),
  };
  // Twice: a surname may stand before the full name that explains it.
  const first = scan(input, context);
  const surnames = new Set([...unregisteredSurnames(first, language), ...listedSurnames(input)]);
  const mentions = scan(input, { ...context, unregisteredSurnames: surnames }).filter(
    (mention) => !isOfficeUnderName(input, mention),
  );
  const persons = documentPersons(
    mentions,
    input.knownPersons,
    ({ part, passage }) => part === 'p' && input.passages[passage]?.note === undefined,
  );
  const personal = mentions.filter((mention) => isPersonMention(mention, persons, language));
  const taken = new Set(personal);
  const recognition = {
    persons: resolvePersons(personal, persons, index),
    others: [...mentions.filter((mention) => !taken.has(mention)), ...shortOrganisations(input, mentions)],
    index,
  };
  recognitions.set(input, recognition);
  return recognition;
}

/** "Karl Ebner" and under it "Councillor": a further line of a signature with nothing but an office. */
function isOfficeUnderName({ passages, language }: AnnotationInput, mention: Mention): boolean {
  const { match, part, passage, words } = mention;
  if (match !== 'unregistered' || part !== 'signed' || passages[passage - 1]?.part !== 'signed') return false;
  const line = passages[passage]?.text.trim().replace(/[.,;]$/u, '');
  return line === words && namesOffice(words, language);
}

/** One register serves all documents of an edition, so its index is made once for each language. */
const indexes = new WeakMap<Register, Map<string, NameIndex>>();

function indexOf(register: Register, language: string): NameIndex {
  const made = indexes.get(register) ?? new Map<string, NameIndex>();
  indexes.set(register, made);
  const index = made.get(language) ?? indexNames(register, language);
  made.set(language, index);
  return index;
}

function scan(input: AnnotationInput, context: ScanContext): Mention[] {
  return input.passages.flatMap((passage, number) => scanPassage(passage, number, context));
}

function smallWordsOf(input: AnnotationInput): Set<string> {
  const words = new Set<string>();
  for (const passage of input.passages) {
    for (const match of passage.text.matchAll(/(?<![\p{L}\p{M}'’‐‑-])\p{Ll}[\p{L}\p{M}]*/gu))
      words.add(foldName(match[0]));
  }
  return words;
}

/** A word alone in a list of those present is somebody's surname: "Present: Aal, Brandt, Sörensen". */
function listedSurnames({ passages, language }: AnnotationInput): string[] {
  return passages.flatMap(({ isPerson, text }) => {
    const alone = isPerson === true ? /^\s*(\p{Lu}[\p{L}\p{M}'’-]{2,})\s*[,;.]?\s*$/u.exec(text)?.[1] : undefined;
    return alone === undefined ? [] : [surnameKey(foldName(alone), language)];
  });
}

/** Surnames by which the document may go on to call somebody whom the register lacks. */
function unregisteredSurnames(mentions: readonly Mention[], language: string): Set<string> {
  const surnames = new Set<string>();
  for (const { match, head, evidence } of mentions) {
    if (match === 'unregistered' && head.length > 3 && (evidence.givenBeside || evidence.titles.length > 0))
      surnames.add(surnameKey(head, language));
  }
  return surnames;
}
