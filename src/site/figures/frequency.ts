import { siteAddress } from '../address.js';
import type { SiteContext } from '../page.js';
import type { DocumentView } from '../reading/document-view.js';
import type { RegisterEntryView } from '../registers/register-view.js';
import { yearOf } from '../chronology/chronology-entry.js';
import { spellOut } from '../reading/date-view.js';

/** A column of a frequency table: a document, or the documents of a stretch of time. */
export interface FrequencyColumn {
  /** A year, or the number of a document in the list below the table. */
  readonly heading: string;
  readonly title: string;
  readonly language: string;
  readonly href: string | null;
  readonly documents: ReadonlySet<DocumentView>;
}

/** More columns than this do not fit on a page. */
const MOST_COLUMNS = 24;
/** Steps of shade; the number stands in each cell too. */
const SHADES = 5;

/**
 * The columns that mentions are counted in: the documents in the order of the site; where these are many, their
 * years; where these are many, stretches of equally many documents.
 */
export function frequencyColumns(context: SiteContext, root: string): FrequencyColumn[] {
  const { documents, messages } = context;
  if (documents.length <= MOST_COLUMNS) {
    return documents.map((document, index) => ({
      heading: messages.number(index + 1),
      title: document.title,
      language: document.titleLanguage,
      href: siteAddress(root, document.path),
      documents: new Set([document]),
    }));
  }
  const undated = messages.text('figures.undated');
  const nameOf = ({ date }: DocumentView): string =>
    spellOut(yearOf(date?.start || date?.end || ''), messages) || undated;
  const years = new Map<string, DocumentView[]>();
  for (const document of documents) years.set(nameOf(document), [...(years.get(nameOf(document)) ?? []), document]);
  const groups = years.size <= MOST_COLUMNS ? [...years.values()] : evenly(documents, MOST_COLUMNS);
  return groups.map((group) => {
    const ends = [...new Set([group[0], group.at(-1)].flatMap((document) => (document ? [nameOf(document)] : [])))];
    const [start = '', end] = ends;
    const heading = end === undefined ? start : messages.text('date.range', { start, end });
    return { heading, title: heading, language: messages.language, href: null, documents: new Set(group) };
  });
}

function evenly<T>(items: readonly T[], groups: number): T[][] {
  const size = Math.ceil(items.length / groups);
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}

const positions = new WeakMap<readonly FrequencyColumn[], ReadonlyMap<DocumentView, number>>();

/** The column of each document; made once for all entries of a page. */
function columnsByDocument(columns: readonly FrequencyColumn[]): ReadonlyMap<DocumentView, number> {
  const known = positions.get(columns);
  if (known !== undefined) return known;
  const made = new Map(columns.flatMap(({ documents }, index) => [...documents].map((each) => [each, index])));
  positions.set(columns, made);
  return made;
}

/** How often an entry is named, column by column. */
export function countsOf(entry: RegisterEntryView, columns: readonly FrequencyColumn[]): number[] {
  const counts = columns.map(() => 0);
  const places = columnsByDocument(columns);
  for (const { document, mentions } of entry.documents) {
    const index = places.get(document);
    if (index !== undefined) counts[index] = (counts[index] ?? 0) + mentions.length;
  }
  return counts;
}

/** The shade of a number: 0 for none, then by its root, since few names are very frequent. */
export function shadeOf(count: number, most: number): number {
  return count === 0 ? 0 : Math.max(1, Math.ceil(SHADES * Math.sqrt(count / Math.max(1, most))));
}

/** What the partial `figures/frequency` draws: a small bar for each document or stretch of time. */
export interface FrequencyFigure {
  readonly label: string;
  readonly width: number;
  readonly height: number;
  /** All bars as the data of one path. */
  readonly bars: string;
}

const BAR = 6;
const GAP = 2;
const HEIGHT = 18;
/** Fewer documents are seen at a glance in the list of mentions. */
const FEWEST_DOCUMENTS = 4;

/**
 * The bars of one register entry; null where they would show nothing: in a small edition, or for an entry that one
 * document names.
 *
 * @param columns made once for a page by {@link frequencyColumns}.
 */
export function frequencyFigure(
  entry: RegisterEntryView,
  columns: readonly FrequencyColumn[],
  { documents, messages }: SiteContext,
): FrequencyFigure | null {
  if (columns.length < 2 || documents.length < FEWEST_DOCUMENTS || entry.documents.length < 2) return null;
  const counts = countsOf(entry, columns);
  const most = Math.max(...counts);
  return {
    label: messages.text('figures.frequency', { name: entry.name, count: entry.documents.length }),
    width: columns.length * (BAR + GAP) - GAP,
    height: HEIGHT,
    bars: counts
      .map((count, index) => ({
        x: index * (BAR + GAP),
        height: Math.round(Math.max(2, (HEIGHT * count) / most)),
        count,
      }))
      .filter(({ count }) => count > 0)
      .map(({ x, height }) => `M${x} ${HEIGHT}v-${height}h${BAR}v${height}z`)
      .join(''),
  };
}
