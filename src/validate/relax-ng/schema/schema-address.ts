import { dirname, join } from 'node:path/posix';
import { decodePercent } from '../../../source/percent-encoding.js';

/**
 * The file that an address in a schema names (RFC 3986, relative to `base`), or undefined for one on the network: no
 * schema makes Editio fetch anything.
 *
 * @param base path of the file in which the address stands.
 */
export function resolveAddress(base: string, address: string): string | undefined {
  const local = address.replace(/^file:(?:\/\/(?:localhost)?(?=\/))?/u, '');
  if (/^[A-Za-z][A-Za-z0-9+.-]+:|^\/\//u.test(local)) return undefined;
  const path = decodePercent(local);
  return path.startsWith('/') ? path : join(base.endsWith('/') ? base : dirname(base), path);
}
