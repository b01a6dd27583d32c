import { citationFiles } from './citation/citation-files.js';
import { feedFiles } from './machine/feed.js';
import { linkedDataFiles } from './machine/machine-files.js';
import { sitemapFiles } from './machine/sitemap.js';
import { documentTable } from './document-table.js';
import type { RenderedPage } from './fill-pages.js';
import type { Page, SiteContext } from './page.js';
import type { SiteFile } from './site-input.js';

/** What a kind of file is made from: the site, and its pages as they will be published. */
export interface SiteInMaking {
  readonly context: SiteContext;
  readonly pages: readonly Page[];
  /** The pages with their HTML. */
  readonly rendered: readonly RenderedPage[];
}

/** A kind of file beside the pages: makes those that an edition has. */
export type FileKind = (site: SiteInMaking) => readonly SiteFile[] | Promise<readonly SiteFile[]>;

/** Every kind of file that stands beside the pages; none needs another, so that their order means nothing. */
export const fileKinds: readonly FileKind[] = [
  documentFiles,
  documentTable,
  apparatusFiles,
  citationFiles,
  feedFiles,
  sitemapFiles,
  linkedDataFiles,
  ({ context }) => context.companions,
  ({ context }) => context.own.pictures,
  ({ context }) => context.search?.files ?? [],
  assetFiles,
];

/** The TEI and the plain text of each document. */
function documentFiles({ context }: SiteInMaking): SiteFile[] {
  return context.documents.flatMap(({ teiPath, textPath, source }) => [
    { path: teiPath, content: source.teiFile ?? source.teiXml },
    { path: textPath, content: source.plainText },
  ]);
}

/** The TEI and the plain text of each collation. */
function apparatusFiles({ context }: SiteInMaking): SiteFile[] {
  return context.apparatus.flatMap(({ teiPath, textPath, source }) => [
    { path: teiPath, content: source.teiXml },
    { path: textPath, content: source.plainText },
  ]);
}

/** Style sheets, scripts, fonts. */
function assetFiles({ context }: SiteInMaking): SiteFile[] {
  return [...context.theme.assets].map(([name, content]) => ({ path: `assets/${name}`, content }));
}
