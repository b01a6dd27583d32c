import type { CslDate, CslItem } from './csl-item.js';

/** What a text is a text of: when it was made and where the original is kept, in one line. */
export function originOf(item: CslItem, date: string): string {
  return [date, archivePlace(item)].filter((part) => part !== '').join('. ');
}

/** The place in an archive, from the particular to the general. */
export function archivePlace(item: CslItem): string {
  return [item.archive_location, item.archive_collection, item.archive, item['archive-place']]
    .filter((part) => part !== undefined)
    .join(', ');
}

/** The first year of a date; empty where it has none. Years before our era are negative. */
export function yearOf(date: CslDate | undefined): string {
  const year = date?.['date-parts']?.[0]?.[0];
  return year === undefined ? '' : String(year);
}
