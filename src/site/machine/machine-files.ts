import { siteAddress } from '../address.js';
import { citationFormats, citationPath } from '../citation/citation-files.js';
import { siteUrl, type SiteContext } from '../page.js';
import type { FileKind } from '../site-files.js';
import { FEED_PATH, hasFeed } from './feed.js';
import { linkedData } from './json-ld.js';

/** Where the linked data of the whole edition is. */
export const DATA_PATH = 'edition.jsonld';

/** The linked data of the whole edition in one file. */
export const linkedDataFiles: FileKind = ({ context }) => [
  { path: DATA_PATH, content: `${JSON.stringify(linkedData(context, siteUrl(context.edition)).whole(), null, 1)}\n` },
];

/** A file about the whole edition, for a list of downloads. */
export interface EditionFile {
  readonly label: string;
  readonly href: string;
  readonly type: string;
}

/** The files about the whole edition: citations of all documents, linked data, the feed of changes. */
export function editionFiles(context: SiteContext, root: string): EditionFile[] {
  const { messages } = context;
  return [
    ...citationFormats.map(({ name, ending, mediaType }) => ({
      label: messages.text(`cite.${name}`),
      href: siteAddress(root, citationPath(undefined, ending)),
      type: mediaType,
    })),
    { label: messages.text('cite.linkedData'), href: siteAddress(root, DATA_PATH), type: 'application/ld+json' },
    ...(hasFeed(context)
      ? [{ label: messages.text('feed.title'), href: siteAddress(root, FEED_PATH), type: 'application/atom+xml' }]
      : []),
  ];
}
