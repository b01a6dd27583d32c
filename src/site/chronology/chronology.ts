import { calendarDate, daysOf } from '../figures/calendar.js';
import { siteAddress } from '../address.js';
import type { SiteContext } from '../page.js';
import { chronologyEntries, dateKey, type ChronologyEntry } from './chronology-entry.js';

/** All entries of one date. */
export interface DatedEntries {
  readonly date: string;
  readonly entries: readonly ChronologyEntry[];
}

/** What one page of the chronology shows. */
export interface ChronologyPart {
  readonly path: string;
  readonly dates: readonly DatedEntries[];
  readonly count: number;
}

/** The dates of an edition in order, divided among pages. */
export interface Chronology {
  /** One part, which is the chronology's own page, or several. */
  readonly parts: readonly ChronologyPart[];
  readonly dates: readonly DatedEntries[];
  readonly count: number;
  /** The address of a date, seen from `root`; undefined for one that the chronology does not have. */
  addressOf(value: string, root: string): string | undefined;
}

/** The page of the chronology, or of its overview. */
export const CHRONOLOGY_PATH = 'chronology.html';

/** A page has about so many entries at most. */
const ENTRIES_OF_A_PAGE = 500;

const made = new WeakMap<SiteContext, Chronology>();

/** The chronology of a site, made once. */
export function chronologyOf(context: SiteContext): Chronology {
  const known = made.get(context);
  if (known !== undefined) return known;
  const chronology = makeChronology(chronologyEntries(context.documents, context.register));
  made.set(context, chronology);
  return chronology;
}

/** Divides entries among dates and pages. A page holds whole years; where one is too full, whole months, or days. */
export function makeChronology(entries: readonly ChronologyEntry[]): Chronology {
  const dates = byDate(entries);
  const parts = partsOf(dates, entries.length);
  const paths = new Map<string, string>();
  for (const part of parts) for (const { date } of part.dates) if (!paths.has(date)) paths.set(date, part.path);
  return {
    parts,
    dates,
    count: entries.length,
    addressOf: (value, root) => {
      const date = dateKey(value);
      const path = paths.get(date);
      return path === undefined ? undefined : siteAddress(root, path, dateId(date));
    },
  };
}

/** The id of a date on its page. The colon keeps it apart from all ids of texts. */
export function dateId(date: string): string {
  return `day:${date}`;
}

function byDate(entries: readonly ChronologyEntry[]): DatedEntries[] {
  const dates = new Map<string, ChronologyEntry[]>();
  for (const entry of entries) {
    const group = dates.get(entry.date);
    if (group === undefined) dates.set(entry.date, [entry]);
    else group.push(entry);
  }
  return [...dates]
    .map(([date, group]) => ({ date, entries: group, order: orderOf(date) }))
    .sort((a, b) => a.order - b.order || a.date.length - b.date.length)
    .map(({ date, entries: group }) => ({ date, entries: group }));
}

/** The first day of a date; a year stands before its months, a month before its days. */
function orderOf(date: string): number {
  const parsed = calendarDate(date);
  return parsed === undefined ? 0 : daysOf(parsed).first;
}

/** Dates that stay together, under the name that their page has if they begin it. */
interface Block {
  readonly name: string;
  readonly dates: DatedEntries[];
  count: number;
}

function partsOf(dates: readonly DatedEntries[], count: number): ChronologyPart[] {
  if (count <= ENTRIES_OF_A_PAGE) return [{ path: CHRONOLOGY_PATH, dates, count }];
  const pages: Block[] = [];
  for (const block of blocksOf(dates, 'year')) {
    const page = pages.at(-1);
    if (page !== undefined && page.count + block.count <= ENTRIES_OF_A_PAGE) {
      page.dates.push(...block.dates);
      page.count += block.count;
    } else pages.push(block);
  }
  return pages.map((page) => ({ path: `chronology/${page.name}.html`, dates: page.dates, count: page.count }));
}

function blocksOf(dates: readonly DatedEntries[], unit: 'year' | 'month' | 'day'): Block[] {
  const blocks = new Map<string, Block>();
  for (const dated of dates) {
    const key = prefixOf(dated.date, unit);
    const block = blocks.get(key) ?? { name: fileName(key), dates: [], count: 0 };
    blocks.set(key, block);
    block.dates.push(dated);
    block.count += dated.entries.length;
  }
  return [...blocks.values()].flatMap((block) => {
    if (block.count <= ENTRIES_OF_A_PAGE) return [block];
    if (unit === 'day') return block.dates.flatMap(dividedDate);
    return blocksOf(block.dates, unit === 'year' ? 'month' : 'day');
  });
}

/** A date with more entries than a page holds goes on over several. */
function dividedDate({ date, entries }: DatedEntries): Block[] {
  const blocks: Block[] = [];
  for (let from = 0; from < entries.length; from += ENTRIES_OF_A_PAGE) {
    const some = entries.slice(from, from + ENTRIES_OF_A_PAGE);
    const name = from === 0 ? fileName(date) : `${fileName(date)}_${from / ENTRIES_OF_A_PAGE + 1}`;
    blocks.push({ name, dates: [{ date, entries: some }], count: some.length });
  }
  return blocks;
}

function prefixOf(date: string, unit: 'year' | 'month' | 'day'): string {
  const match = /^(-?\d+)(-\d\d)?/.exec(date);
  if (unit === 'day' || match === null) return date;
  return `${match[1] ?? ''}${unit === 'month' ? (match[2] ?? '') : ''}`;
}

/** Years before our era: a file's name does not begin with a hyphen. */
function fileName(key: string): string {
  return key.replace(/^-/, 'b');
}
