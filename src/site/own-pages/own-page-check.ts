import { diagnostic, type Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Page } from '../page.js';
import type { OwnPages } from './own-pages.js';

/** The edition's own pages that would stand in the place of another one. */
export function clashingPages({ pages: own }: OwnPages, pages: readonly Page[]): Diagnostic[] {
  const key = (path: string): string => path.normalize('NFC').toLowerCase();
  const taken = new Map<string, number>();
  for (const { path } of pages) taken.set(key(path), (taken.get(key(path)) ?? 0) + 1);
  return own
    .filter(({ path }) => (taken.get(key(path)) ?? 0) > 1)
    .map(({ file, path }) =>
      diagnostic('site/duplicate-path', `This would be a second page “${path}” of the site.`, {
        file,
        actual: path,
        help: 'Give the file another name.',
      }),
    );
}

/** A finding about a page of the edition's own, with its place in the file that the page is made from. */
export function locatedInSource(finding: Diagnostic, { pages, introduction }: OwnPages): Diagnostic {
  if (finding.code !== 'site/dead-link') return finding;
  const page = finding.file === 'index.html' ? introduction : pages.find(({ path }) => path === finding.file);
  const place = page?.places.get(finding.actual ?? '');
  return place === undefined ? finding : { ...finding, ...place };
}
