import { isAbsolute, normalize, relative, resolve, sep } from 'node:path';

/**
 * A file as a report names it: with slashes, from the root folder where it lies in that, else absolute. The same file
 * has the same name, however the user wrote it (`./a.xml`, `a.xml`).
 *
 * @param root absolute; without it a relative path stays relative.
 */
export function reportPath(file: string, root?: string): string {
  if (root === undefined) return slashes(normalize(file));
  const absolute = resolve(root, file);
  const way = relative(root, absolute);
  const isInside = way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
  return slashes(isInside ? way : absolute);
}

/** The same as a URI reference (RFC 3986), relative where the path is. */
export function reportUri(file: string, root?: string): string {
  const path = reportPath(file, root);
  const isFull = path.startsWith('/') || /^[A-Za-z]:\//u.test(path);
  // A name may hold half a character of two code units, which has no percent-encoding.
  const encoded = path
    .replace(/\p{Cs}/gu, '\uFFFD')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
  return isFull ? `file://${path.startsWith('/') ? '' : '/'}${encoded}` : encoded;
}

function slashes(path: string): string {
  return sep === '\\' ? path.replaceAll('\\', '/') : path;
}
