import type { Certainty } from '../../annotation.js';
import { nameStem } from '../../../language/name-inflection.js';
import { capitalisesNouns } from '../../../language/name-words.js';
import { isUnmistakableGivenName } from '../../../language/given-names.js';
import { foldName } from '../../../language/name-folding.js';
import { isNamedLater, personIds, type DocumentPersons } from './document-persons.js';
import type { Mention } from './mention.js';
import type { IndexedName, NameIndex } from './name-index.js';

/** Why a mention was given its person, or none. The order is that of {@link rules}. */
export type Ground =
  | 'only-bearer'
  | 'known-person'
  | 'named-in-full'
  | 'named-later'
  | 'printed-title'
  | 'sex-of-title'
  | 'named-before'
  | 'whole-name'
  | 'undecided'
  | 'unregistered';

/** The decision about one mention, explainable: who could be meant, what spoke for whom. */
export interface Resolution {
  readonly mention: Mention;
  /** Register ids of all who bear the name. */
  readonly candidates: readonly string[];
  /** The person meant, or undefined where nobody or more than one is left. */
  readonly choice: string | undefined;
  readonly ground: Ground;
  readonly certainty: Certainty;
}

/**
 * True where the mention is a person's name at all. Capitals prove little: at the beginning of a sentence nothing,
 * in a language that writes nouns with capitals nothing anywhere.
 */
export function isPersonMention(mention: Mention, persons: DocumentPersons, language: string): boolean {
  const { evidence } = mention;
  const ids = personIds(mention.names);
  if (mention.names.length > 0 && ids.length === 0) return false;
  if (evidence.abbreviation && evidence.titles.length === 0) return false;
  if (mention.match === 'full' || mention.match === 'initials' || mention.match === 'unregistered') return true;
  if (
    evidence.titles.length > 0 ||
    mention.part === 'speaker' ||
    mention.part === 'signed' ||
    mention.part === 'byline'
  )
    return true;
  const inDocument = persons.relatives.has(mention) || ids.some((id) => persons.known.has(id) || persons.named.has(id));
  // A place that is also a surname is a place, unless the document has the person.
  if (evidence.rivals.length > 0 && (!inDocument || evidence.locative)) return false;
  if (evidence.family) return false;
  if (mention.match === 'given') {
    const unmistakable =
      isUnmistakableGivenName(mention.words) || isUnmistakableGivenName(nameStem(mention.head, language, true));
    return unmistakable
      ? !evidence.ordinary
      : (inDocument || !evidence.sentenceStart) && !evidence.determiner && !evidence.ordinary && !evidence.alsoSmall;
  }
  // "went to the Hall": the article of a language without articles before names.
  if (evidence.article && !inDocument) return false;
  // "the Stalin era"; "den Tillich mit einem Vortrag eingeweiht hatte", where the article is a relative pronoun.
  if (evidence.determiner)
    return (inDocument || !capitalisesNouns(language)) && !evidence.ordinary && !evidence.alsoSmall;
  if (evidence.ordinary) return inDocument && !evidence.sentenceStart && !evidence.alsoSmall;
  if (inDocument) return true;
  return !evidence.alsoSmall;
}

/**
 * Decides for every mention, in reading order, which person it means. Linear in the mentions and their candidates.
 * Twice: "Talfourd" alone is the one whom a title told elsewhere ("Mr. Talfourd").
 */
export function resolvePersons(mentions: readonly Mention[], persons: DocumentPersons, index: NameIndex): Resolution[] {
  const first = resolveAll(mentions, persons, index);
  const told = first.flatMap(({ choice, certainty, mention }) =>
    choice !== undefined && certainty === 'high' && mention.evidence.titles.length > 0 ? [choice] : [],
  );
  if (told.every((id) => persons.named.has(id))) return first;
  return resolveAll(mentions, { ...persons, named: new Set([...persons.named, ...told]) }, index);
}

function resolveAll(mentions: readonly Mention[], persons: DocumentPersons, index: NameIndex): Resolution[] {
  // Whom the passage has named in full so far, by the last word of the name.
  let passage = -1;
  let lastNamed = new Map<string, string>();
  return mentions.map((mention) => {
    if (mention.passage !== passage) {
      passage = mention.passage;
      lastNamed = new Map();
    }
    const resolution = resolve(mention, persons, index, lastNamed);
    if (resolution.choice !== undefined && mention.evidence.givenBeside) {
      const other = lastNamed.get(mention.head);
      // Two of one name in one passage: neither is the one just spoken of.
      lastNamed.set(mention.head, other === undefined || other === resolution.choice ? resolution.choice : '');
    }
    return resolution;
  });
}

/** One ground for a decision: those of the candidates for whom it speaks. */
interface Rule {
  readonly ground: Ground;
  readonly certainty: Certainty;
  speaksFor(candidates: readonly IndexedName[], mention: Mention, context: RuleContext): readonly IndexedName[];
}

interface RuleContext {
  readonly persons: DocumentPersons;
  readonly index: NameIndex;
  readonly lastNamed: ReadonlyMap<string, string>;
}

/**
 * The grounds in their order; the first that leaves exactly one person decides. What is printed beside the name comes
 * before what the document knows, and that before what was merely said last:
 * a "Mrs. Dickinson" is never the Mr. Dickinson who wrote the letter.
 */
const rules: readonly Rule[] = [
  // The register prints this very title with the name: "Miss James".
  {
    ground: 'printed-title',
    certainty: 'high',
    speaksFor: (candidates, mention) => {
      const titles = new Set(mention.evidence.titles.map((title) => foldName(title.text)));
      return titles.size === 0 ? [] : candidates.filter((name) => name.titles.some((title) => titles.has(title)));
    },
  },
  // "Mrs." and "Frau" leave no man, "Mr." and "Herr" no woman, where the register knows the sex.
  {
    ground: 'sex-of-title',
    certainty: 'high',
    speaksFor: (candidates, mention, { index }) => {
      const sex = mention.evidence.titles.find((title) => title.sex !== undefined)?.sex;
      if (sex === undefined) return [];
      return candidates.filter((name) => index.persons.get(name.id)?.sex?.toUpperCase().startsWith(sex) === true);
    },
  },
  // The sidecar, the header or the list of those present names the person.
  {
    ground: 'known-person',
    certainty: 'high',
    speaksFor: (candidates, _mention, { persons }) => candidates.filter((name) => persons.known.has(name.id)),
  },
  // The document names one of them in full somewhere.
  {
    ground: 'named-in-full',
    certainty: 'high',
    speaksFor: (candidates, _mention, { persons }) => candidates.filter((name) => persons.named.has(name.id)),
  },
  // Of several whom it names in full, the only one named in this passage before.
  {
    ground: 'named-before',
    certainty: 'medium',
    speaksFor: (candidates, mention, { lastNamed }) =>
      candidates.filter((name) => lastNamed.get(mention.head) === name.id),
  },
  // Known by this one word and no other: "Molly" before all who are called Molly.
  {
    ground: 'whole-name',
    certainty: 'medium',
    speaksFor: (candidates, mention) =>
      mention.match === 'single' || mention.match === 'given' || mention.match === 'surname'
        ? candidates.filter((name) => name.kind === 'single' && name.titles.length === 0)
        : [],
  },
];

function resolve(
  mention: Mention,
  persons: DocumentPersons,
  index: NameIndex,
  lastNamed: ReadonlyMap<string, string>,
): Resolution {
  const all = mention.names.filter((name) => name.entry === 'person');
  // A surname or a name of one word goes before a given name: "Paul" is Mr. Paul only if nobody is called Paul here.
  const possible = all.filter((name) => !contradictsTitle(name, mention, index));
  // "Berg is away; his brother, Karl Berg": Berg is another, if the register has one.
  const relatives = persons.relatives.get(mention);
  const others = relatives === undefined ? possible : possible.filter(({ id }) => !relatives.has(id));
  const candidates = others.length > 0 ? others : possible;
  const ids = personIds(candidates);
  const only = ids[0];
  if (only === undefined)
    return { mention, candidates: [], choice: undefined, ground: 'unregistered', certainty: 'high' };
  if (ids.length === 1)
    return {
      mention,
      candidates: ids,
      choice: only,
      ground: 'only-bearer',
      certainty: certaintyOfOnly(mention, only, persons),
    };
  for (const rule of rules) {
    const left = personIds(rule.speaksFor(candidates, mention, { persons, index, lastNamed }));
    const choice = left[0];
    if (choice !== undefined && left.length === 1) {
      const isLater = rule.ground === 'named-in-full' && isNamedLater(mention, choice, persons);
      const certainty = mention.match === 'spelling' || isLater ? 'medium' : rule.certainty;
      return { mention, candidates: ids, choice, ground: isLater ? 'named-later' : rule.ground, certainty };
    }
  }
  return { mention, candidates: ids, choice: undefined, ground: 'undecided', certainty: 'low' };
}

/** Sure enough without other evidence: the full form, or a surname that one person of the register has. */
function certaintyOfOnly(mention: Mention, id: string, persons: DocumentPersons): Certainty {
  const relatives = persons.relatives.get(mention);
  if (relatives !== undefined) return relatives.has(id) ? 'low' : 'medium';
  if (mention.match === 'spelling') return 'medium';
  if (mention.match === 'given' && !persons.known.has(id) && !persons.named.has(id)) return 'medium';
  return 'high';
}

/** The title excludes the person: "Miss" a man, "Mrs. Bath" one whom the register prints as "Mr. Bath". */
function contradictsTitle(name: IndexedName, mention: Mention, index: NameIndex): boolean {
  const sex = mention.evidence.titles.find((title) => title.sex !== undefined)?.sex;
  const own = index.persons.get(name.id)?.sex?.toUpperCase();
  return sex !== undefined && own !== undefined && (own.startsWith('M') || own.startsWith('F')) && !own.startsWith(sex);
}
