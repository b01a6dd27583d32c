import { posix } from 'node:path';
import type { TeiFile } from '../pipeline.js';
import { siteAddress } from '../site/address.js';
import type { Identification } from '../site/identification/identify.js';
import type { SiteFile } from '../site/site-input.js';

/** What leads from the page of a document to the root of the site. */
const ROOT = '../';
/** Folder of the site for pictures that lie beside the TEI. */
const PICTURES = 'images';
/** Pictures that a browser shows and that hold nothing active; SVG is none of them. */
const PICTURE = /\.(?:png|jpe?g|gif|webp|avif)$/i;
const RELATIVE = /^(?![A-Za-z][\w+.-]*:|\/)[^?]+$/;

/** Reads a picture of the edition's folder; undefined where there is none. The path is relative to the folder. */
export type PictureReader = (path: string) => Uint8Array | undefined;

/** Where the addresses of an edition's documents lead. */
export interface EditionLinks {
  /** By document id: addresses by key, for the stylesheets; see linkInstructions. */
  readonly links: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** The pictures that the documents show. */
  readonly pictures: readonly SiteFile[];
}

/**
 * Finds out where names, references and pictures of documents lead on the site: names to their entries, references to
 * other files of the edition to the pages of these, pictures that lie in the folder to their copies.
 *
 * @param entryPage the path of the page that has an entry.
 */
export function documentLinks(
  documents: readonly TeiFile[],
  { references, addresses }: Identification,
  entryPage: (id: string) => string | undefined,
  readPicture: PictureReader,
): EditionLinks {
  const pages = pagesOf(documents);
  const pictures = new Map<string, SiteFile | undefined>();
  const pictureAt = (path: string): SiteFile | undefined => {
    if (!pictures.has(path)) pictures.set(path, pictureFile(path, pictures.size, readPicture));
    return pictures.get(path);
  };
  const links = documents.map(({ id, path }) => {
    const found = new Map<string, string>();
    for (const [pointer, entry] of references.get(id) ?? []) {
      const page = entryPage(entry.id);
      if (page !== undefined) found.set(`name:${pointer}`, siteAddress(ROOT, page, entry.id));
    }
    for (const address of addresses.get(id) ?? []) {
      if (!RELATIVE.test(address)) continue;
      const [file = '', fragment] = decoded(address).split('#');
      const target = posix.normalize(posix.join(posix.dirname(path), file));
      const page = pages.get(target) ?? pages.get(posix.basename(target).replace(/\.(?:xml|html?)$/i, ''));
      if (page !== undefined) found.set(`link:${address}`, siteAddress(ROOT, page, fragment));
      else if (PICTURE.test(target)) {
        const picture = pictureAt(target);
        if (picture !== undefined) found.set(`picture:${address}`, siteAddress(ROOT, picture.path));
      }
    }
    return [id, found] as const;
  });
  return { links: new Map(links), pictures: [...pictures.values()].filter((picture) => picture !== undefined) };
}

/** Paths of the documents' pages: by the path of the file, and by its name without ending where only one has it. */
function pagesOf(documents: readonly TeiFile[]): ReadonlyMap<string, string> {
  const pages = new Map<string, string>();
  const twice = new Set<string>();
  for (const { id, path } of documents) {
    pages.set(path, pageOf(id));
    const stem = posix.basename(path).replace(/\.[^.]*$/, '');
    if (pages.has(stem)) twice.add(stem);
    else pages.set(stem, pageOf(id));
  }
  for (const stem of twice) pages.delete(stem);
  return pages;
}

function pageOf(id: string): string {
  return `documents/${id}.html`;
}

/** A picture under a name that every web server takes. */
function pictureFile(path: string, count: number, readPicture: PictureReader): SiteFile | undefined {
  if (path.startsWith('..')) return undefined;
  const content = readPicture(path);
  if (content === undefined) return undefined;
  const name = posix
    .basename(path)
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}._-]+/gu, '-')
    .replace(/^[^\p{L}\p{N}]+/u, '');
  return { path: `${PICTURES}/${count + 1}-${name}`, content };
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

const LINK = /href="(\.\.\/documents\/[^"#]+\.html)#([^"]*)"/g;

/**
 * Takes the fragment from links to other documents' pages where the page has no such element: not every element of TEI
 * is one of HTML.
 *
 * @param idsOf the ids on the page of a document, by its path.
 */
export function settleFragments(html: string, idsOf: (path: string) => ReadonlySet<string> | undefined): string {
  return html.replace(LINK, (whole, address: string, fragment: string) => {
    const ids = idsOf(decoded(address.slice(ROOT.length)));
    return ids?.has(decoded(fragment)) === true ? whole : `href="${address}"`;
  });
}
