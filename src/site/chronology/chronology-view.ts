import { siteAddress } from '../address.js';
import { entryAddress, type SiteContext } from '../page.js';
import { genresOf } from '../pages/document-panel.js';
import { spellOut } from '../reading/date-view.js';
import type { DocumentView } from '../reading/document-view.js';
import { label } from '../theme/labels.js';
import { calendarDate, daysOf } from '../figures/calendar.js';
import { timeWords } from '../figures/time-words.js';
import type { ChronologyEntry } from './chronology-entry.js';
import { dateId, type ChronologyPart, type DatedEntries } from './chronology.js';

/** Entries under one heading: a year's, a month's or a day's own. */
interface DateGroup {
  readonly id: string;
  readonly heading: string;
  readonly items: readonly object[];
  readonly sources: readonly object[];
}

interface Month extends DateGroup {
  readonly days: DateGroup[];
}

interface Year extends DateGroup {
  readonly months: Month[];
}

/** The years, months and days of a page of the chronology, with their entries. */
export function chronologyYears(part: ChronologyPart, context: SiteContext, root: string): object[] {
  const entries = new Map(part.dates.map((dated) => [dated.date, dated]));
  const heading = headingWriter(context);
  const group = (date: string): DateGroup => ({
    id: dateId(date),
    heading: heading(date),
    ...contentOf(entries.get(date), context, root),
  });
  const years: Year[] = [];
  for (const { date } of part.dates) {
    const [, year = '', month] = /^(-?\d+)(?:-(\d\d))?/.exec(date) ?? [];
    if (years.at(-1)?.id !== dateId(year)) years.push({ ...group(year), months: [] });
    const months = years.at(-1)?.months ?? [];
    if (month === undefined) continue;
    const monthDate = `${year}-${month}`;
    if (months.at(-1)?.id !== dateId(monthDate)) months.push({ ...group(monthDate), days: [] });
    if (date !== monthDate) months.at(-1)?.days.push(group(date));
  }
  return years;
}

/** Headings leave out what the one above says: a year, a month, a day with its month. */
function headingWriter({ messages }: SiteContext): (date: string) => string {
  const words = timeWords(messages);
  return (date) => {
    const parsed = calendarDate(date);
    if (parsed === undefined || parsed.month === 0) return spellOut(date, messages);
    const { first } = daysOf(parsed);
    return parsed.day === 0 ? words.month(first, 'long') : words.day(first, 'long');
  };
}

/** What stands under a date: what happened, then where the texts name it, document by document. */
function contentOf(
  dated: DatedEntries | undefined,
  context: SiteContext,
  root: string,
): Pick<DateGroup, 'items' | 'sources'> {
  const items: object[] = [];
  const sources = new Map<DocumentView, object[]>();
  for (const entry of dated?.entries ?? []) {
    if (entry.subject.kind !== 'mention') {
      items.push(itemOf(entry, context, root));
      continue;
    }
    const { document, mention } = entry.subject;
    const mentions = sources.get(document) ?? [];
    sources.set(document, mentions);
    const anchor = mention.anchors.find((id) => document.hasAnchor(id));
    mentions.push({
      before: mention.before,
      form: mention.form,
      after: mention.after,
      href: siteAddress(root, document.path, anchor),
      remarks: remarksOf(entry, mention.calendar, context),
    });
  }
  return {
    items,
    sources: [...sources].map(([document, mentions]) => ({
      title: document.title,
      titleLanguage: document.titleLanguage,
      language: document.language,
      href: siteAddress(root, document.path),
      mentions,
    })),
  };
}

function itemOf(entry: ChronologyEntry, context: SiteContext, root: string): object {
  const { subject } = entry;
  const { messages } = context;
  const remarks = remarksOf(entry, '', context);
  switch (subject.kind) {
    case 'document':
      return {
        kind: genresOf(subject.document, messages)[0] ?? messages.text('chronology.document'),
        name: subject.document.title,
        language: subject.document.titleLanguage,
        href: siteAddress(root, subject.document.path),
        isDocument: true,
        remarks,
      };
    case 'birth':
    case 'death': {
      const [name] = subject.person.names;
      return {
        kind: messages.text(`chronology.${subject.kind}`),
        name: name?.text ?? subject.person.id,
        language: name?.language ?? messages.language,
        href: entryAddress(context, 'person', subject.person.id, root) ?? null,
        isDocument: false,
        remarks,
      };
    }
    case 'event':
      return {
        kind: messages.text('chronology.event'),
        name: subject.label,
        language: context.edition.language,
        href: null,
        isDocument: false,
        remarks,
      };
    case 'mention':
      throw new Error('A mention stands under its document.');
  }
}

/** What has to be said of a date beside its words: where it ends, its calendar, its certainty. */
function remarksOf({ end, certainty }: ChronologyEntry, calendar: string, { messages }: SiteContext): string[] {
  const remarks: string[] = [];
  if (end !== '') remarks.push(messages.text('chronology.until', { end: spellOut(end, messages) }));
  const name = calendar.replace(/^#/, '');
  if (name !== '' && !/gregorian/i.test(name)) remarks.push(label(messages, 'calendar', name));
  if (certainty !== '') {
    remarks.push(messages.text('chronology.certainty', { certainty: label(messages, 'certainty', certainty) }));
  }
  return remarks;
}
