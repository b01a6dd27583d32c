import { SafeHtml } from '../safe-html.js';
import type { Chronology } from './chronology.js';

/** How the stylesheet for reading texts links a date: to the chronology as if it were one page. */
const LINK = / href="\.\.\/chronology\.html#day:(-?[0-9-]{4,})"/g;

/**
 * A reading text whose dates lead to the pages that the chronology has. The stylesheets run before it is known how
 * many pages those are; a date that the calendar does not have loses its link.
 */
export function withDateLinks(fragment: SafeHtml, chronology: Chronology): SafeHtml {
  const { markup } = fragment;
  if (!markup.includes('../chronology.html#day:')) return fragment;
  return SafeHtml.fromStylesheet(
    markup.replace(LINK, (_, date: string) => {
      const address = chronology.addressOf(date, '../');
      return address === undefined ? '' : ` href="${address}"`;
    }),
  );
}
