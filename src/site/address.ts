/**
 * The addresses of a site. Everything that becomes an `href` passes here: external addresses through a list of
 * allowed schemes, the site's own through percent-encoding (RFC 3986, section 2).
 */

/** Characters that a link must not hold: browsers drop some of them, so `java\nscript:` would become a scheme. */
const FORBIDDEN = /[\s\p{Cc}\p{Cf}<>"\\^`{|}]/u;

const SCHEME = /^[a-z][a-z0-9+.-]*:/i;

/**
 * An address from a header or a register that may become a link: `http`, `https` and `mailto`, nothing else.
 *
 * @returns the address without surrounding white space, or undefined where it has to stay text.
 */
export function externalAddress(raw: string): string | undefined {
  const address = raw.trim();
  if (FORBIDDEN.test(address)) return undefined;
  if (/^https?:\/\/[^/]/i.test(address) && URL.canParse(address)) return address;
  return /^mailto:[^@]+@[^@]+$/i.test(address) ? address : undefined;
}

/** True for what a page may link to: an allowed external address, or a path or fragment within the site. */
export function isAllowedAddress(address: string): boolean {
  if (SCHEME.test(address)) return externalAddress(address) !== undefined;
  return !FORBIDDEN.test(address) && !address.startsWith('//');
}

/** True where an address names its own scheme or host, so that it leads out of the site. */
export function isExternal(address: string): boolean {
  return SCHEME.test(address) || address.startsWith('//');
}

/**
 * The `href` of a page of the site, seen from another page.
 *
 * @param root what leads from the page with the link to the site's root: `''`, `'../'` or an absolute path.
 * @param path the target, relative to the root, not yet encoded.
 * @param fragment the id of an element in it.
 */
export function siteAddress(root: string, path: string, fragment?: string): string {
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  return root + encoded + (fragment === undefined ? '' : `#${encodeURIComponent(fragment)}`);
}

/** The path of the site on its host (`/edition/` for `https://example.org/edition/`), `/` where none is known. */
export function basePath(baseUrl: string | undefined): string {
  const address = baseUrl === undefined ? undefined : externalAddress(baseUrl);
  if (address === undefined) return '/';
  const { pathname } = new URL(address);
  return pathname.endsWith('/') ? pathname : `${pathname}/`;
}

/**
 * True for a path that stays inside the site on every system: relative, slashes only, no empty, `.` or `..`
 * segment, no character that a file system or a URL gives a meaning of its own.
 */
export function isSafePath(path: string): boolean {
  return path.split('/').every((segment) => /^[\p{L}\p{N}_][\p{L}\p{M}\p{N}._-]*$/u.test(segment));
}
