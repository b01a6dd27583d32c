import { escapeAttribute, escapeText } from '../../xml/escape.js';
import type { SearchRecord } from './search-record.js';

/** What a result shows beside its words; words of these are found as well. */
export function metadataOf({ title, detail, order }: SearchRecord): Record<string, string> {
  return { title, ...(detail === '' ? {} : { detail }), order: String(order) };
}

/** What a record can be filtered by, without what it has no value for. */
export function filtersOf({ facets }: SearchRecord): Record<string, string[]> {
  const filled = Object.entries(facets).filter(([, values]) => values.length > 0);
  return Object.fromEntries(filled.map(([facet, values]) => [facet, [...values]]));
}

/**
 * A document as Pagefind reads it: its title and its reading text, and what it is found and sorted by, in attributes
 * of its own. The title has no id: a hit in it leads to no place within the text.
 */
export function indexedPage(record: SearchRecord, html: string): string {
  const metadata = Object.entries(metadataOf(record)).map(([key, value]) => meta('meta', key, value));
  const filters = Object.entries(filtersOf(record)).flatMap(([facet, values]) =>
    values.map((value) => meta('filter', facet, value)),
  );
  return `<!DOCTYPE html>
<html lang="${escapeAttribute(record.language)}">
<head><meta charset="utf-8">${[...metadata, ...filters].join('')}${meta('sort', 'date', String(record.order))}</head>
<body data-pagefind-body><p>${escapeText(`${record.title}. ${record.detail}`)}</p>${html}</body>
</html>`;
}

function meta(attribute: 'meta' | 'filter' | 'sort', key: string, value: string): string {
  return `<meta data-pagefind-${attribute}="${key}[content]" content="${escapeAttribute(value)}">`;
}
