import { decodePercent } from '../../source/percent-encoding.js';
import { externalAddress, isExternal, siteAddress } from '../address.js';
import { entryAddress, registerPages, type SiteContext } from '../page.js';

/** What an address in a text of the edition's own is made to lead to, or why it cannot. */
export type OwnAddress = { readonly href: string } | { readonly fault: string };

/**
 * The address of a link in a page of the edition's own. Written as it will stand on the site (`persons.html#ada`,
 * `documents/letter-1.html`), as the file of another page (`imprint.md`), or as the way to a file of the edition
 * (`../tei/letter-1.xml`), so that links work where the files are written too. Whether there is such a page is the
 * link check's to say.
 */
export function linkAddress(address: string, context: Pick<SiteContext, 'registers'>): OwnAddress {
  if (isExternal(address)) {
    const href = externalAddress(address);
    return href === undefined ? { fault: 'An address of this kind is not linked.' } : { href };
  }
  if (address.startsWith('#')) return { href: address };
  const [path = '', ...fragments] = address.split('#');
  const target = pathOnSite(path).replace(/\.md$/i, '.html');
  const fragment = fragments.length === 0 ? undefined : decodePercent(fragments.join('#'));
  const register = registerPages.find(({ name }) => target === `${name}.html`);
  // Large registers are divided into pages: the entry's own is looked up.
  const entry =
    register === undefined || fragment === undefined ? undefined : entryAddress(context, register.kind, fragment, '');
  return { href: entry ?? siteAddress('', target, fragment) };
}

/**
 * The path of a picture on the site: one of `templates/assets`, or one beside the text.
 *
 * @param isThere whether there is a picture, by its path in the folder of the pages or in `assets`.
 */
export function picturePath(
  address: string,
  isThere: (folder: 'pages' | 'assets', path: string) => boolean,
): { readonly path: string } | { readonly fault: string } {
  if (isExternal(address)) return { fault: 'A picture of another host is not shown: pages ask no other host.' };
  const path = pathOnSite(address);
  const asset = path.startsWith('assets/') ? path.slice('assets/'.length) : undefined;
  if (asset !== undefined && isThere('assets', asset)) return { path };
  if (isThere('pages', path)) return { path: `pages/${path}` };
  return { fault: 'There is no such picture in the folder of the pages, nor in templates/assets.' };
}

/** A relative path as the site has it: what leads up from the folder of the pages is in the folder of the edition. */
function pathOnSite(path: string): string {
  return decodePercent(path)
    .replace(/^\.?\//, '')
    .replace(/^\.\.\/(?:templates\/(?=assets\/))?/, '');
}
