import { siteAddress } from '../address.js';
import { siteUrl, type SiteContext } from '../page.js';
import type { DocumentView } from '../reading/document-view.js';
import { proseText } from '../reading/prose.js';
import type { FileKind } from '../site-files.js';
import { escapeXml } from './xml-text.js';

/** Where the feed of changes is. */
export const FEED_PATH = 'feed.xml';

/** How many changes the feed tells, the newest first. */
const ENTRIES = 100;

/** Something that happened to a document on a day. */
interface FeedEntry {
  readonly id: string;
  readonly title: string;
  readonly href: string;
  /** `2026-11-21`. */
  readonly day: string;
  readonly summary: string;
}

/**
 * The changes of the edition as an Atom feed (RFC 4287), from the headers alone: when a document was published, and
 * each dated `change` of its `revisionDesc`. A site without a known address has none, since its entries would have no
 * permanent ids.
 */
export const feedFiles: FileKind = ({ context }) =>
  hasFeed(context) ? [{ path: FEED_PATH, content: atomFeed(context) }] : [];

/** True for a site with an address, of which some day is known. */
export function hasFeed(context: SiteContext): boolean {
  return siteUrl(context.edition) !== '' && context.documents.some((document) => daysOf(document).length > 0);
}

function atomFeed(context: SiteContext): string {
  const { edition, documents, citations, messages } = context;
  const url = siteUrl(edition);
  const all = documents.flatMap((document) => entriesOf(document, context, url));
  const entries = all.sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0)).slice(0, ENTRIES);
  // Every entry needs an author, or the feed has one (RFC 4287, 4.1.1); an edition may name nobody.
  const authors = edition.editors.length > 0 ? edition.editors : [edition.publisher ?? edition.title];
  const rights = edition.licence === undefined ? '' : `<rights>${escapeXml(edition.licence.name)}</rights>\n`;
  return [
    '<?xml version="1.0" encoding="utf-8"?>\n',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeXml(messages.language)}">\n`,
    `<id>${escapeXml(url)}</id>\n`,
    `<title>${escapeXml(citations.edition.item.title)}</title>\n`,
    edition.description === undefined ? '' : `<subtitle>${escapeXml(edition.description)}</subtitle>\n`,
    `<updated>${instantOf(entries[0]?.day ?? '')}</updated>\n`,
    `<link rel="self" type="application/atom+xml" href="${escapeXml(siteAddress(url, FEED_PATH))}"/>\n`,
    `<link rel="alternate" type="text/html" href="${escapeXml(url)}"/>\n`,
    `<generator version="${escapeXml(context.tool.version)}">${escapeXml(context.tool.name)}</generator>\n`,
    rights,
    ...authors.map((name) => `<author><name>${escapeXml(name)}</name></author>\n`),
    ...entries.map(entryXml),
    '</feed>\n',
  ].join('');
}

function entryXml({ id, title, href, day, summary }: FeedEntry): string {
  return [
    '<entry>\n',
    `<id>${escapeXml(id)}</id>\n`,
    `<title>${escapeXml(title)}</title>\n`,
    `<updated>${instantOf(day)}</updated>\n`,
    `<link rel="alternate" type="text/html" href="${escapeXml(href)}"/>\n`,
    `<summary>${escapeXml(summary)}</summary>\n`,
    '</entry>\n',
  ].join('');
}

/** One entry for each day on which something is said to have happened. */
function entriesOf(document: DocumentView, { messages }: SiteContext, url: string): FeedEntry[] {
  const href = siteAddress(url, document.path);
  const days = new Map<string, string[]>();
  for (const { day, words } of daysOf(document)) {
    const said = words === '' ? messages.text('feed.published') : words;
    days.set(day, [...(days.get(day) ?? []), said]);
  }
  return [...days].map(([day, words]) => ({
    // The day is the query of an address that no page has: so each entry has an id of its own, for ever.
    id: `${href}?changed=${day}`,
    title: document.title,
    href,
    day,
    summary: [...new Set(words)].join(' '),
  }));
}

/** The days of a document's header; `words` is empty for its publication. */
export function daysOf({ header }: DocumentView): { readonly day: string; readonly words: string }[] {
  const published = isDay(header.record.published) ? [{ day: header.record.published, words: '' }] : [];
  const changes = header.changes.map(({ date, prose }) => ({ day: date.slice(0, 10), words: proseText(prose) }));
  return [...published, ...changes.filter(({ day, words }) => isDay(day) && words !== '')];
}

/** True for a day that the calendar has; a year or a month alone is no time that a feed could tell. */
function isDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const time = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}

/** A day as an instant (RFC 3339): its beginning. */
function instantOf(day: string): string {
  return `${day}T00:00:00Z`;
}
