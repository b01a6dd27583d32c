import type { ManuscriptView } from '../reading/manuscript-view.js';
import { proseText } from '../reading/prose.js';
import type { CslItem } from './csl-item.js';

/** Where a document is kept, as CSL says it. */
export type Archive = Pick<CslItem, 'archive' | 'archive-place' | 'archive_collection' | 'archive_location'>;

const PLACES: ReadonlySet<string> = new Set(['country', 'region', 'settlement', 'district', 'geogName', 'placeName']);
const KEEPERS = ['repository', 'institution'];
const MARKS: ReadonlySet<string> = new Set(['idno', 'shelfmark']);

/**
 * The archive of a document and its place there. Where the header has a shelfmark, it is the place; the archive's
 * name at its beginning is not said twice. Without one the levels of the archive are named in their order.
 */
export function archiveOf(manuscripts: readonly ManuscriptView[]): Archive {
  const parts = (manuscripts[0]?.shelfmark ?? []).map(({ kind, value }) => ({ kind, text: proseText(value) }));
  const textOf = (...kinds: readonly string[]): string =>
    kinds.map((kind) => parts.find((part) => part.kind === kind)?.text).find((text) => text !== undefined) ?? '';
  const keeper = textOf(...KEEPERS);
  const place = textOf('settlement', 'placeName');
  const mark = parts.findLast(({ kind }) => MARKS.has(kind))?.text ?? '';
  const levels = parts
    .filter(({ kind }) => !PLACES.has(kind) && !KEEPERS.includes(kind) && !MARKS.has(kind))
    .map(({ text }) => text)
    .join(', ');
  const location = mark === '' ? levels : withoutKeeper(mark, keeper);
  // A collection with a name of its own is worth saying beside a short shelfmark, not beside one that contains it.
  const collection = textOf('collection');
  return {
    ...(keeper === '' ? {} : { archive: keeper }),
    ...(place === '' ? {} : { 'archive-place': place }),
    ...(collection === '' || location.includes(collection) ? {} : { archive_collection: collection }),
    ...(location === '' ? {} : { archive_location: location }),
  };
}

function withoutKeeper(mark: string, keeper: string): string {
  return keeper !== '' && mark.startsWith(keeper) ? mark.slice(keeper.length).replace(/^[\s,;:.–-]+/, '') : mark;
}
