import { chronologyOf, CHRONOLOGY_PATH, type Chronology, type ChronologyPart } from '../chronology/chronology.js';
import { yearOf } from '../chronology/chronology-entry.js';
import { chronologyYears } from '../chronology/chronology-view.js';
import { siteAddress } from '../address.js';
import { dayRange } from '../figures/calendar.js';
import { timelineFigure, type TimelineFigure } from '../figures/timeline-view.js';
import type { Page, SiteContext } from '../page.js';
import { spellOut } from '../reading/date-view.js';

/** More years than this are not listed one by one. */
const YEARS_LISTED = 400;

/** The chronology: one page, or an overview and pages of years; none where nothing is dated. */
export function chronologyPages(context: SiteContext): Page[] {
  const chronology = chronologyOf(context);
  if (chronology.count === 0) return [];
  const parts = chronology.parts.map((part, index) => partPage(part, index, chronology, context));
  return chronology.parts.length === 1 ? parts : [overviewPage(chronology, context), ...parts];
}

function partPage(part: ChronologyPart, index: number, chronology: Chronology, context: SiteContext): Page {
  const { messages } = context;
  const isWhole = chronology.parts.length === 1;
  const span = spanOf(part, context);
  return {
    path: part.path,
    template: 'chronology',
    title: isWhole ? messages.text('chronology.title') : messages.text('chronology.titleOf', { span }),
    description: messages.text('chronology.lead'),
    styles: ['figures.css'],
    ...(isWhole ? { navigation: 'chronology' } : {}),
    view: (root) => {
      const neighbour = (other: ChronologyPart | undefined): object | null =>
        other === undefined ? null : { href: siteAddress(root, other.path), span: spanOf(other, context) };
      return {
        count: part.count,
        overview: isWhole ? '' : siteAddress(root, CHRONOLOGY_PATH),
        timeline: isWhole ? datesFigure(chronology, context, root) : null,
        years: chronologyYears(part, context, root),
        previous: neighbour(chronology.parts[index - 1]),
        next: neighbour(chronology.parts[index + 1]),
      };
    },
  };
}

function overviewPage(chronology: Chronology, context: SiteContext): Page {
  const { messages } = context;
  return {
    path: CHRONOLOGY_PATH,
    template: 'chronology-overview',
    navigation: 'chronology',
    title: messages.text('chronology.title'),
    description: messages.text('chronology.lead'),
    styles: ['figures.css'],
    view: (root) => ({
      count: chronology.count,
      timeline: datesFigure(chronology, context, root),
      parts: partsByYear(chronology, context, root),
    }),
  };
}

/** The pages with the years on them, each with what it has. */
function partsByYear(chronology: Chronology, context: SiteContext, root: string): object[] {
  const allYears = new Set(chronology.dates.map(({ date }) => yearOf(date)));
  return chronology.parts.map((part) => {
    const counts = new Map<string, number>();
    for (const { date, entries } of part.dates) {
      counts.set(yearOf(date), (counts.get(yearOf(date)) ?? 0) + entries.length);
    }
    return {
      href: siteAddress(root, part.path),
      span: spanOf(part, context),
      count: part.count,
      years:
        allYears.size > YEARS_LISTED || counts.size === 1
          ? []
          : [...counts].map(([year, count]) => ({
              year: spellOut(year, context.messages),
              href: siteAddress(root, part.path, `day:${year}`),
              count,
            })),
    };
  });
}

/** How much is dated when, as a figure. */
function datesFigure(chronology: Chronology, context: SiteContext, root: string): TimelineFigure | null {
  const { messages } = context;
  const items = chronology.dates.flatMap(({ date, entries }) => {
    const range = dayRange(date, '');
    const href = chronology.addressOf(date, root);
    if (range === undefined || href === undefined) return [];
    const dateText = spellOut(date, messages);
    const label = messages.text('chronology.dateCount', { date: dateText, count: entries.length });
    // A column counts what is under its dates.
    return entries.map(() => ({ range, href, columnHref: href, dateText, label, isUncertain: false }));
  });
  return timelineFigure(items, messages.text('chronology.figure'), messages);
}

function spanOf({ dates }: ChronologyPart, { messages }: SiteContext): string {
  const [first, last] = [dates[0]?.date ?? '', dates.at(-1)?.date ?? ''];
  const [firstYear, lastYear] = [yearOf(first), yearOf(last)];
  const ends = firstYear === lastYear ? [first, last] : [firstYear, lastYear];
  const [start = '', end = ''] = ends.map((date) => spellOut(date, messages));
  return start === end ? start : messages.text('date.range', { start, end });
}
