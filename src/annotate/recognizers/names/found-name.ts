import type { MentionMatch } from './mention.js';
import type { FormKind, IndexedName } from './name-index.js';

/** Words found to be a name, before their surroundings are judged. */
export interface FoundName {
  /** The word after the last one. */
  readonly end: number;
  readonly match: MentionMatch;
  readonly names: readonly IndexedName[];
  /** A given name or initials stand beside the surname. */
  readonly givenBeside: boolean;
  /** The words are another case of the form: "Hannahs". */
  readonly inflected: boolean;
}

/** The fullest kind of form among the entries. */
export function matchOf(names: readonly IndexedName[]): FormKind {
  const order: readonly FormKind[] = ['full', 'initials', 'surname', 'single', 'given'];
  const persons = names.filter((name) => name.entry === 'person');
  const counted = persons.length > 0 ? persons : names;
  return order.find((kind) => counted.some((name) => name.kind === kind)) ?? 'single';
}
