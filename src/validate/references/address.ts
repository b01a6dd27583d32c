import { dirname, join } from 'node:path/posix';

/** A pointer taken apart (RFC 3986, section 3). */
export interface Address {
  /** The part before the first colon, where that stands before any `/`, `?` and `#`. */
  readonly prefix?: string;
  /** What follows the prefix and its colon, up to `?` or `#`. */
  readonly path: string;
  /** What follows the `#`; undefined without one. */
  readonly fragment?: string;
}

/** Takes a pointer apart; nothing is decoded. */
export function parseAddress(token: string): Address {
  const hash = token.indexOf('#');
  const before = hash === -1 ? token : token.slice(0, hash);
  const fragment = hash === -1 ? {} : { fragment: token.slice(hash + 1) };
  const colon = before.search(/[:/?]/u);
  const prefix = colon > 0 && before[colon] === ':' ? { prefix: before.slice(0, colon) } : {};
  const rest = colon > 0 && before[colon] === ':' ? before.slice(colon + 1) : before;
  const query = rest.indexOf('?');
  return { ...prefix, path: query === -1 ? rest : rest.slice(0, query), ...fragment };
}

/**
 * Schemes of addresses that editions use: those of the IANA's register, and `ark`, `hdl`, `isbn` and their like, which
 * are widely known without standing in it. What they name is not on this disk and is not looked for.
 */
const schemes = new Set(
  `about acct ark bitcoin blob cid cts data dav dict dns doi ftp ftps geo git go gopher hdl http https iiif im imap
   info ipfs ipp irc isbn issn jar ldap lsid magnet mailto mid mms news ni nntp oai openurl orcid pkcs11 pop purl res
   rsync rtsp sftp sip sips sms snews ssh svn swh tag tel telnet urn uuid view-source wais ws wss xmpp z39.50r`.split(
    /\s+/u,
  ),
);

/** True of the scheme of an address outside this disk. Schemes have no case (RFC 3986, section 3.1). */
export function isKnownScheme(prefix: string): boolean {
  return schemes.has(prefix.toLowerCase());
}

/** True of a pointer that names a file of one computer: `file:` addresses and paths with a drive's letter. */
export function isMachinePath(token: string): boolean {
  return /^(?:file:|[A-Za-z]:[\\/]|\\\\)/iu.test(token);
}

/**
 * Why a pointer into a file on this disk is no address, as a clause; undefined where nothing speaks against it. Letters
 * beyond ASCII may stand as they are (RFC 3987).
 */
export function malformation(token: string): string | undefined {
  if (/\s/u.test(token)) return 'it has white space in it';
  if (token.includes('\\')) return 'it has a backslash, where the parts of an address are divided by “/”';
  if (/%(?![0-9A-Fa-f]{2})/u.test(token)) return 'a “%” in it is not followed by two hexadecimal digits';
  if (token.indexOf('#') !== token.lastIndexOf('#')) return 'it has more than one “#”';
  return undefined;
}

/** True of an `http` or `https` address that names no host, or that no browser would take. */
export function isBrokenWebAddress(token: string): boolean {
  return /^https?:/iu.test(token) && !(/^https?:\/\/[^/?#]/iu.test(token) && URL.canParse(token));
}

/** True of a base address that is not on this disk. */
export function isRemoteBase(base: string): boolean {
  return parseAddress(base).prefix !== undefined || base.startsWith('/');
}

/**
 * The base address of an element (XML Base, section 4): its `xml:base`, resolved against the base around it.
 * Both are relative to the file's own address, or addresses elsewhere.
 */
export function joinBase(outer: string | undefined, own: string): string {
  const { prefix, path } = parseAddress(own);
  if (prefix !== undefined || outer === undefined || path.startsWith('/')) return own;
  if (isRemoteBase(outer)) return outer;
  return path === '' ? outer : join(folderOf(outer), path);
}

/** The folder of a base address: all before its last slash. */
export function folderOf(base: string): string {
  const { path } = parseAddress(base);
  return path.endsWith('/') ? path : dirname(path);
}
