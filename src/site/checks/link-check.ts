import { diagnostic, type Diagnostic } from '../../diagnostics/diagnostic.js';
import { decodePercent } from '../../source/percent-encoding.js';
import { isAllowedAddress, isExternal, isSafePath } from '../address.js';
import { scanHtml, type PageScan } from './html-scan.js';
import type { SiteFile } from '../site-input.js';

/** A host that cannot exist (RFC 2606), to resolve relative addresses against. */
const ORIGIN = 'https://site.invalid';

/** A file of the site; a page may have been scanned already. */
export interface ScannedFile extends SiteFile {
  readonly scan?: PageScan;
}

/**
 * Checks a site before anything of it is written: every path is safe and there once, every id is there once a page,
 * every internal link leads to a file of the site and to an id in it, no page runs code.
 *
 * @param base the path of the site on its host (`/`, `/edition/`): links that begin with it are internal.
 */
export function checkSite(files: readonly ScannedFile[], base: string): Diagnostic[] {
  const scans = new Map<string, PageScan>();
  for (const { path, content, scan } of files) {
    if (path.endsWith('.html') && typeof content === 'string') scans.set(path, scan ?? scanHtml(content));
  }
  const ids = new Map([...scans].map(([path, scan]) => [path, new Set(scan.ids)]));
  const paths = new Set(files.map(({ path }) => path));
  const pages = [...scans].flatMap(([path, scan]) => [
    ...duplicateIds(path, scan),
    ...activeContent(path, scan),
    ...deadLinks(path, scan, base, paths, ids),
  ]);
  return [...checkPaths(files), ...pages];
}

/** Paths that differ only in case or in Unicode form are one file on some systems. */
function checkPaths(files: readonly SiteFile[]): Diagnostic[] {
  const findings: Diagnostic[] = [];
  const seen = new Map<string, string>();
  for (const { path } of files) {
    if (!isSafePath(path)) {
      findings.push(
        diagnostic('site/unsafe-path', `"${path}" cannot be the path of a file of the site.`, {
          file: path,
          help: 'Use letters, digits, ".", "_" and "-" in ids and file names, and begin with a letter or a digit.',
        }),
      );
    }
    const key = path.normalize('NFC').toLowerCase();
    const other = seen.get(key);
    if (other === undefined) seen.set(key, path);
    else {
      findings.push(
        diagnostic('site/duplicate-path', `Two files of the site would have one path: "${other}" and "${path}".`, {
          file: path,
          help: 'Rename one of the two documents.',
        }),
      );
    }
  }
  return findings;
}

function duplicateIds(path: string, { ids }: PageScan): Diagnostic[] {
  const seen = new Set<string>();
  const doubled = new Set<string>();
  for (const id of ids) {
    if (seen.has(id)) doubled.add(id);
    seen.add(id);
  }
  return [...doubled].map((id) =>
    diagnostic('site/duplicate-id', `The id "${id}" stands more than once on ${path}.`, { file: path, actual: id }),
  );
}

function activeContent(path: string, { active }: PageScan): Diagnostic[] {
  return [...new Set(active)].map((found) =>
    diagnostic('site/active-content', `The page ${path} would have ${found}, which no page of the site may have.`, {
      file: path,
      actual: found,
    }),
  );
}

function deadLinks(
  path: string,
  { links }: PageScan,
  base: string,
  paths: ReadonlySet<string>,
  ids: ReadonlyMap<string, ReadonlySet<string>>,
): Diagnostic[] {
  const findings: Diagnostic[] = [];
  for (const address of new Set(links.map((link) => link.address))) {
    const problem = problemOf(address, path, base, paths, ids);
    if (problem === undefined) continue;
    findings.push(
      diagnostic('site/dead-link', `The page ${path} links to "${address}": ${problem}.`, {
        file: path,
        actual: address,
      }),
    );
  }
  return findings;
}

/** What is wrong with a link; undefined for a good one. External links are checked for their scheme only. */
function problemOf(
  address: string,
  page: string,
  base: string,
  paths: ReadonlySet<string>,
  ids: ReadonlyMap<string, ReadonlySet<string>>,
): string | undefined {
  if (!isAllowedAddress(address)) return 'this is no address that a page may link to';
  if (isExternal(address)) return undefined;
  const from = ORIGIN + base + page.split('/').map(encodeURIComponent).join('/');
  if (!URL.canParse(address, from)) return 'this is no address';
  const target = new URL(address, from);
  const pathname = decodePercent(target.pathname);
  const prefix = decodePercent(base);
  if (!pathname.startsWith(prefix)) return 'this leads out of the site';
  const inside = pathname.slice(prefix.length);
  const file = inside === '' || inside.endsWith('/') ? `${inside}index.html` : inside;
  if (!paths.has(file)) return `the site has no file ${file}`;
  const fragment = decodePercent(target.hash.slice(1));
  if (fragment === '' || fragment === 'top' || ids.get(file)?.has(fragment) === true) return undefined;
  return `${file} has no element with the id "${fragment}"`;
}
