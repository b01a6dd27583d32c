import { chronologyOf } from '../chronology/chronology.js';
import { siteAddress } from '../address.js';
import type { SiteContext } from '../page.js';
import { spellOut } from '../reading/date-view.js';
import { dayRange } from './calendar.js';
import { timelineFigure, type TimelineFigure } from './timeline-view.js';

/** The documents of an edition on a line of time, for the partial `figures/timeline`; null where none is dated. */
export function documentsTimeline(context: SiteContext, root: string): TimelineFigure | null {
  const { messages, documents } = context;
  const chronology = chronologyOf(context);
  const items = documents.flatMap((document) => {
    const { date } = document;
    const range = date === undefined ? undefined : dayRange(date.start, date.end);
    if (date === undefined || range === undefined) return [];
    const value = date.start || date.end;
    return [
      {
        range,
        label: messages.text('figures.documentOn', { title: document.title, date: document.dateText(messages) }),
        href: siteAddress(root, document.path),
        columnHref: chronology.addressOf(value, root) ?? siteAddress(root, document.path),
        dateText: spellOut(value, messages),
        isUncertain: date.certainty !== '',
      },
    ];
  });
  return timelineFigure(items, messages.text('figures.documents'), messages);
}
