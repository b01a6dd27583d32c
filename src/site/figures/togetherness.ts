import type { SiteContext } from '../page.js';
import type { DocumentView } from '../reading/document-view.js';
import type { Mention } from '../reading/mention.js';
import type { RegisterEntryView } from '../registers/register-view.js';
import { peopleOf } from './people.js';

/** Two persons who are named together. */
export interface Pair {
  readonly first: RegisterEntryView;
  readonly second: RegisterEntryView;
  /** How closely: each passage counts 1 divided by the number of others in it, each document a fifth of that. */
  weight: number;
  /** Paragraphs, headings, items and notes that name both, or that one of them speaks and that name the other. */
  passages: number;
  documents: number;
  /** The first place in each of some documents. */
  readonly places: { readonly document: DocumentView; readonly mention: Mention }[];
}

/** A passage or a document that names more persons than this is a list: it says nothing of two of them. */
const MOST_IN_PASSAGE = 30;
const MOST_IN_DOCUMENT = 25;
const DOCUMENT_WEIGHT = 0.2;
const PLACES_SHOWN = 1;

type Named = Map<RegisterEntryView, Mention>;

/**
 * All pairs of persons who are named together, the closest first; groups (voices from the hall) are nobody in
 * particular and are left out. The work is bounded by the number of mentions.
 */
export function pairsOf(context: SiteContext): Pair[] {
  const pairs = new Map<RegisterEntryView, Map<RegisterEntryView, Pair>>();
  const pairAt = (one: RegisterEntryView, other: RegisterEntryView): Pair => {
    const [first, second] = one.id < other.id ? [one, other] : [other, one];
    const row = pairs.get(first) ?? new Map<RegisterEntryView, Pair>();
    pairs.set(first, row);
    const found = row.get(second);
    if (found !== undefined) return found;
    const pair = { first, second, weight: 0, passages: 0, documents: 0, places: [] };
    row.set(second, pair);
    return pair;
  };
  const people = peopleOf(context);
  for (const document of context.documents) {
    const passages = passagesOf(document, people);
    for (const named of passages.values()) {
      eachPair(named, MOST_IN_PASSAGE, (one, other, share) => {
        const pair = pairAt(one, other);
        pair.weight += share;
        pair.passages++;
        const isNew = pair.places.at(-1)?.document !== document && pair.places.length < PLACES_SHOWN;
        const mention = named.get(one) ?? named.get(other);
        if (isNew && mention !== undefined) pair.places.push({ document, mention });
      });
    }
    const all: Named = new Map([...passages.values()].flatMap((named) => [...named]));
    eachPair(all, MOST_IN_DOCUMENT, (one, other, share) => {
      const pair = pairAt(one, other);
      pair.weight += DOCUMENT_WEIGHT * share;
      pair.documents++;
    });
  }
  return [...pairs.values()]
    .flatMap((row) => [...row.values()])
    .sort((a, b) => b.weight - a.weight || compare(a.first.id, b.first.id) || compare(a.second.id, b.second.id));
}

/** Who is named, passage by passage, with a mention of each; those who speak a passage are named by it. */
function passagesOf(document: DocumentView, people: ReadonlyMap<string, RegisterEntryView>): Map<number, Named> {
  const passages = new Map<number, Named>();
  for (const mention of document.text.mentions) {
    if (mention.kind !== 'person') continue;
    const named = passages.get(mention.block) ?? new Map<RegisterEntryView, Mention>();
    passages.set(mention.block, named);
    for (const id of [...mention.references, ...mention.speakers]) {
      const person = people.get(id);
      if (person !== undefined && !person.isGroup && !named.has(person)) named.set(person, mention);
    }
  }
  return passages;
}

function eachPair(
  named: Named,
  most: number,
  tell: (one: RegisterEntryView, other: RegisterEntryView, share: number) => void,
): void {
  const persons = [...named.keys()];
  if (persons.length > most) return;
  for (const [index, one] of persons.entries()) {
    for (const other of persons.slice(index + 1)) tell(one, other, 1 / (persons.length - 1));
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
