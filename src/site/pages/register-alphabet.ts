import { siteAddress } from '../address.js';
import { OTHER } from '../registers/name-order.js';
import type { RegisterEntryView, RegisterSection, RegisterView } from '../registers/register-view.js';
import type { Messages } from '../theme/messages.js';

/** A letter of the alphabet of a register's pages. */
export interface LetterLink {
  readonly letter: string;
  /** How many entries it has. */
  readonly label: string;
  readonly href: string;
  readonly isCurrent: boolean;
}

/** The letters of a register that is divided by them, each with its first page. */
export function alphabetOf(register: RegisterView, current: string, root: string, messages: Messages): LetterLink[] {
  const first = new Map<string, string>();
  for (const { letter, path } of register.sections) if (letter !== '' && !first.has(letter)) first.set(letter, path);
  return [...first].map(([letter, path]) => ({
    letter: letterLabel(letter, messages),
    label: messages.text('register.entryCount', {
      count: register.sections.reduce((sum, part) => sum + (part.letter === letter ? part.entries.length : 0), 0),
    }),
    href: siteAddress(root, path),
    isCurrent: letter === current,
  }));
}

/** What a letter is called on the page. */
export function letterLabel(letter: string, messages: Messages): string {
  return letter === OTHER ? messages.text('register.otherLetter') : letter;
}

/** The first and the last entry of a part. */
export function rangeOf({ entries }: RegisterSection): { readonly first: string; readonly last: string } {
  return { first: entries[0]?.heading ?? '', last: entries.at(-1)?.heading ?? '' };
}

/** "96 entries, 1,204 mentions". */
export function registerSummary(entries: readonly RegisterEntryView[], messages: Messages): string {
  if (entries.length === 0) return '';
  return messages.text('register.summary', {
    entries: messages.text('register.entryCount', { count: entries.length }),
    mentions: messages.text('register.mentionCount', { count: entries.reduce((sum, { count }) => sum + count, 0) }),
  });
}
