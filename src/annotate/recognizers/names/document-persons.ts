import { isRelativeWord, isThirdPossessive } from '../../../language/kinship.js';
import type { Mention } from './mention.js';
import type { IndexedName } from './name-index.js';
import type { Token } from './token.js';

/** What the whole document says about who is meant by a name in it. */
export interface DocumentPersons {
  /** Persons whom the sidecar or header names, or who speak. */
  readonly known: ReadonlySet<string>;
  /** Persons whom the document names so that nobody else can be meant. */
  readonly named: ReadonlySet<string>;
  /** Of the named, those whom only running text names in full, with the first mention that does. */
  readonly firstNamed: ReadonlyMap<string, Mention>;
  /** Bare surnames that a relative's full name explains, with the relatives: "Berg is away; his brother, Karl Berg". */
  readonly relatives: ReadonlyMap<Mention, ReadonlySet<string>>;
}

/**
 * Gathers from the mentions who is certainly in the document: named by given name (or initials) and surname, or by a
 * title of the register. A relative of somebody called by the same surname just before is not: the bare surname goes on
 * to mean the other.
 *
 * @param inText true of a mention in the document's own running text; heads, signatures, lists and notes say who is
 *   meant wherever they stand.
 */
export function documentPersons(
  mentions: readonly Mention[],
  knownPersons: readonly string[],
  inText: (mention: Mention) => boolean,
): DocumentPersons {
  const named = new Set<string>();
  const firstNamed = new Map<string, Mention>();
  const outside = new Set<string>();
  const relatives = new Map<Mention, Set<string>>();
  let passage = -1;
  // The bare surnames of the passage that no relative explains yet.
  let bare = new Map<string, Mention[]>();
  for (const mention of mentions) {
    if (mention.passage !== passage) bare = new Map<string, Mention[]>();
    passage = mention.passage;
    if (isBareSurname(mention)) {
      const list = bare.get(mention.head);
      if (list === undefined) bare.set(mention.head, [mention]);
      else list.push(mention);
    }
    const only = onlyBearer(mention);
    if (only === undefined) continue;
    const called = mention.evidence.relative ? (bare.get(mention.head) ?? []) : [];
    for (const each of called) relatives.set(each, (relatives.get(each) ?? new Set<string>()).add(only));
    if (called.length > 0) {
      bare.delete(mention.head);
      continue;
    }
    named.add(only);
    if (!inText(mention)) outside.add(only);
    else if (!firstNamed.has(only)) firstNamed.set(only, mention);
  }
  for (const id of outside) firstNamed.delete(id);
  return { known: new Set(knownPersons), named, firstNamed, relatives };
}

/** The one person whom a full name, or the label of a speaker, can mean. */
function onlyBearer(mention: Mention): string | undefined {
  const ids = personIds(mention.names);
  const isFull = mention.match === 'full' || mention.match === 'initials' || mention.part === 'speaker';
  return isFull && ids.length === 1 ? ids[0] : undefined;
}

/** A surname without given name and title. */
export function isBareSurname({ match, evidence }: Mention): boolean {
  return match === 'surname' && !evidence.givenBeside && evidence.titles.length === 0;
}

/** True where running text gives a bare surname before it first names the person in full. */
export function isNamedLater(mention: Mention, id: string, { firstNamed }: DocumentPersons): boolean {
  const first = firstNamed.get(id);
  if (first === undefined || !isBareSurname(mention)) return false;
  return first.passage > mention.passage || (first.passage === mention.passage && first.start > mention.start);
}

/** True where the words before a name, or its title, make its bearer somebody's relative: "his elder brother, Karl Berg". */
export function isRelative(tokens: readonly Token[], index: number, title: number, language: string): boolean {
  const kin = title < index && isRelativeWord(tokens[title]?.folded ?? '', language) ? title : title - 1;
  const word = tokens[kin];
  if (word === undefined || !isRelativeWord(word.folded, language)) return false;
  if (!/^,?[ \u00a0]$/u.test(tokens[kin + 1]?.gap ?? '') || !/^[ \u00a0]$/u.test(word.gap)) return false;
  return [1, 2].some((back) => isThirdPossessive(tokens[kin - back]?.folded ?? '', language));
}

/** The register ids of the persons among names, each once. */
export function personIds(names: readonly IndexedName[]): string[] {
  return [...new Set(names.filter((name) => name.entry === 'person').map((name) => name.id))];
}
