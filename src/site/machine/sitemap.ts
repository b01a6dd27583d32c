import { siteAddress } from '../address.js';
import { siteUrl } from '../page.js';
import type { FileKind } from '../site-files.js';
import { daysOf } from './feed.js';
import { escapeXml } from './xml-text.js';

/** The most addresses that one site map may have (sitemaps.org, 0.9). */
const ADDRESSES = 50_000;

/**
 * The addresses of the pages for search engines, with the day of a document's last change as its header tells it; and
 * where the site has a host of its own, a `robots.txt` that says where the map is. Only for a site with a known address.
 */
export const sitemapFiles: FileKind = ({ context, pages }) => {
  const url = siteUrl(context.edition);
  if (url === '') return [];
  const changed = new Map(
    context.documents.map((document) => [
      document.path,
      daysOf(document)
        .map(({ day }) => day)
        .reduce((latest, day) => (day > latest ? day : latest), ''),
    ]),
  );
  const listed = pages.filter(({ path }) => path !== '404.html').slice(0, ADDRESSES);
  const entries = listed.map(({ path }) => {
    const day = changed.get(path) ?? '';
    const address = path === 'index.html' ? url : siteAddress(url, path);
    return `<url><loc>${escapeXml(address)}</loc>${day === '' ? '' : `<lastmod>${day}</lastmod>`}</url>\n`;
  });
  const map = [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n',
    ...entries,
    '</urlset>\n',
  ].join('');
  // Robots look for the file at the root of a host, nowhere else (RFC 9309, 2.3).
  const isRoot = new URL(url).pathname === '/';
  const robots = `User-agent: *\nAllow: /\n\nSitemap: ${siteAddress(url, 'sitemap.xml')}\n`;
  return [{ path: 'sitemap.xml', content: map }, ...(isRoot ? [{ path: 'robots.txt', content: robots }] : [])];
};
