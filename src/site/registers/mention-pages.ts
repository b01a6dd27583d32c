import type { DocumentMentions, Mentioned } from './register-view.js';

/** How many mentions the entries of a register's page show among themselves; a line is about 250 bytes of HTML. */
export const MENTIONS_ON_A_REGISTER_PAGE = 600;

/** An entry with more has a page of its own in any case. */
const MENTIONS_OF_AN_ENTRY = 100;

/** How many lines a page has that only shows mentions. */
export const MENTIONS_ON_A_PAGE = 400;

/** Names, or parts of them, that stand on one page. */
export interface Portion<Name extends Mentioned> {
  readonly name: Name;
  readonly documents: readonly DocumentMentions[];
  /** True where an earlier page begins the mentions of this name. */
  readonly isContinued: boolean;
}

/** Lines that mentions take: one for each document beside their own. */
export function linesOf({ documents, count }: Mentioned): number {
  return documents.length + count;
}

/**
 * Up to how many lines of mentions an entry has them on the register's own page. Entries with more get pages of their
 * own, so that a register's page stays bounded, whatever the documents hold.
 */
export function linesShown(entries: readonly Mentioned[]): number {
  const lines = entries.map(linesOf).sort((a, b) => a - b);
  let sum = 0;
  let shown = 0;
  for (const [index, count] of lines.entries()) {
    sum += count;
    if (count > MENTIONS_OF_AN_ENTRY || sum > MENTIONS_ON_A_REGISTER_PAGE) break;
    // Entries with equally many are treated alike.
    if (lines[index + 1] !== count) shown = count;
  }
  return shown;
}

/** Divides names with their mentions into pages, in order. A name with more than a page of them goes on on the next. */
export function divideMentions<Name extends Mentioned>(names: readonly Name[], size: number): Portion<Name>[][] {
  const pages: Portion<Name>[][] = [];
  let room = 0;
  for (const name of names) {
    const lines = linesOf(name);
    if (lines <= size) {
      if (lines > room) {
        pages.push([]);
        room = size;
      }
      pages.at(-1)?.push({ name, documents: name.documents, isContinued: false });
      room -= lines;
      continue;
    }
    for (const [index, documents] of divideDocuments(name.documents, size).entries()) {
      pages.push([{ name, documents, isContinued: index > 0 }]);
    }
    room = 0;
  }
  return pages;
}

function divideDocuments(documents: readonly DocumentMentions[], size: number): DocumentMentions[][] {
  const pages: DocumentMentions[][] = [[]];
  let room = size;
  for (const { mentions, ...document } of documents) {
    for (let from = 0; from < mentions.length;) {
      if (room < 2) {
        pages.push([]);
        room = size;
      }
      const part = mentions.slice(from, from + room - 1);
      pages.at(-1)?.push({ ...document, mentions: part });
      room -= part.length + 1;
      from += part.length;
    }
  }
  return pages;
}
