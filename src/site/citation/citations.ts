import { dateInWords, isKnown, type DateView } from '../reading/date-view.js';
import type { DocumentView } from '../reading/document-view.js';
import type { Register } from '../../edition/register.js';
import type { EditionDescription } from '../site-input.js';
import type { Messages } from '../theme/messages.js';
import type { CslItem } from './csl-item.js';
import { editionItems } from './edition-items.js';
import { recallOrMake, type BuildCache } from '../../storage/build-cache.js';
import { fingerprint } from '../../storage/fingerprint.js';
import { loadStyles, type StyledCitations } from './styles.js';

/** How one item is cited. */
export interface Citation {
  readonly item: CslItem;
  /** When the document was made, in the words of the interface; empty where it is not known. */
  readonly date: string;
  readonly styled: StyledCitations;
}

/** The citations of an edition; each is made when it is asked for, and once. */
export interface Citations {
  readonly edition: Citation;
  of(document: DocumentView): Citation;
}

/** What citations are made with. */
export interface CitationRun {
  /** The address of the site with a slash at its end, or empty. */
  readonly url: string;
  /** Citations of earlier builds. */
  readonly cache: BuildCache;
  /** A hash of the messages. */
  readonly theme: string;
}

/** Prepares the citations of an edition. */
export async function loadCitations(
  edition: EditionDescription,
  register: Register,
  messages: Messages,
  { url, cache, theme }: CitationRun,
): Promise<Citations> {
  const style = await loadStyles(messages);
  const items = editionItems(edition, register, url);
  const cite = (item: CslItem, view: DateView | undefined): Citation => {
    const date = citedDate(view, messages);
    const abbreviated = citedDate(view, withShortMonths(messages));
    const inputs = { item: fingerprint(item), date: fingerprint([date, abbreviated]), theme };
    const styled = recallOrMake(cache, { step: 'citation', name: item.id, inputs }, () =>
      style(item, { full: date, abbreviated }),
    );
    return { item, date, styled };
  };
  const made = new Map<DocumentView, Citation>();
  let whole: Citation | undefined;
  return {
    get edition() {
      whole ??= cite(items.edition, undefined);
      return whole;
    },
    of: (document) => {
      const known = made.get(document) ?? cite(items.of(document), document.date);
      made.set(document, known);
      return known;
    },
  };
}

/** The date by its value, in the interface's words; by the header's own words only where it has no value. */
function citedDate(date: DateView | undefined, messages: Messages): string {
  if (!isKnown(date)) return '';
  if (date.start === '' && date.end === '') return date.text;
  const words = dateInWords({ ...date, text: '' }, messages);
  return date.certainty === '' ? words : messages.text('cite.circa', { date: words });
}

function withShortMonths(messages: Messages): Messages {
  return {
    ...messages,
    text: (key, values) => messages.text(key.replace(/^month(?:OfDay)?\./, 'cite.monthShort.'), values),
  };
}
