import type { Page, SiteContext } from './page.js';
import type { SiteFile } from './site-input.js';
import { loadAssets } from './theme/templates.js';

/** What a kind of file is made from: the site, and its pages as they will be published. */
export interface SiteInMaking {
  readonly context: SiteContext;
  readonly pages: readonly Page[];
  /** The pages with their HTML. */
  readonly rendered: readonly (SiteFile & { readonly content: string })[];
}

/** A kind of file beside the pages: makes those that an edition has. */
export type FileKind = (site: SiteInMaking) => readonly SiteFile[] | Promise<readonly SiteFile[]>;

/** Every kind of file that stands beside the pages; none needs another, so that their order means nothing. */
export const fileKinds: readonly FileKind[] = [documentFiles, ({ context }) => context.companions, assetFiles];

/** The TEI and the plain text of each document. */
function documentFiles({ context }: SiteInMaking): SiteFile[] {
  return context.documents.flatMap(({ teiPath, textPath, source }) => [
    { path: teiPath, content: source.teiXml },
    { path: textPath, content: source.plainText },
  ]);
}

/** Style sheets, scripts, fonts. */
function assetFiles(): SiteFile[] {
  return [...loadAssets()].map(([name, content]) => ({ path: `assets/${name}`, content }));
}
