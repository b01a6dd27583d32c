import type { SiteFile } from '../site-input.js';

/** The folder of the site that holds the indexes, one folder each, by language. */
export const INDEX_FOLDER = 'search';

/** What makes a site searchable. */
export interface SearchIndex {
  /** The folders of the indexes within {@link INDEX_FOLDER}: language tags, sorted. */
  readonly languages: readonly string[];
  readonly files: readonly SiteFile[];
}
