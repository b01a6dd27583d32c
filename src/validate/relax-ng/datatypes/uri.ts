import { isIPv6 } from 'node:net';
import { textSpace } from './strings.js';

/** The parts of a URI that a character may stand in, as bits. */
const part = { scheme: 1, path: 2, query: 4, authority: 8, userInformation: 16 } as const;

const alphanumeric = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const unreserved = `${alphanumeric}-_.!~*'()`;

/** What each character of ASCII may be part of. */
const partsOf = (() => {
  const table = new Uint8Array(128);
  const allow = (characters: string, parts: number): void => {
    for (const character of characters) {
      const code = character.charCodeAt(0);
      table[code] = (table[code] ?? 0) | parts;
    }
  };
  allow(`${alphanumeric}+-.`, part.scheme);
  allow(`${unreserved}:@&=+$,;/`, part.path);
  allow(`${unreserved}:@&=+$,;/?[]`, part.query);
  allow(`${unreserved}:@&=+$,;`, part.authority);
  allow(`${unreserved}:&=+$,;`, part.userInformation);
  // These stand in no URI. They are escaped before one is made of the text (XLink, section 5.4), and so may stand where
  // an escape may; characters beyond ASCII likewise.
  allow(' "<>\\^`{|}\u007f', 0xff - part.scheme);
  for (let code = 0; code < 0x20; code++) table[code] = 0xff - part.scheme;
  return table;
})();

function isHexDigit(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x46) || (code >= 0x61 && code <= 0x66);
}

/** Whether all characters from `start` to `end` may stand in a part; a percent sign only before two hexadecimal digits. */
function consistsOf(text: string, start: number, end: number, where: number): boolean {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x25 && where !== part.scheme) {
      if (at + 2 >= end || !isHexDigit(text.charCodeAt(at + 1)) || !isHexDigit(text.charCodeAt(at + 2))) return false;
      at += 2;
    } else if (code < 128 ? ((partsOf[code] ?? 0) & where) === 0 : where === part.scheme) return false;
  }
  return true;
}

/** The first place from `start` where one of some characters stands, or the end. */
function find(text: string, characters: readonly number[], start: number, end: number): number {
  for (let at = start; at < end; at++) if (characters.includes(text.charCodeAt(at))) return at;
  return end;
}

const colon = 0x3a;
const slash = 0x2f;
const questionMark = 0x3f;
const numberSign = 0x23;

const pathStops = [slash, questionMark];
const queryStops = [questionMark];
const fragmentStops = [numberSign];
const schemeStops = [colon, slash, questionMark];

/** An address in brackets, perhaps with a zone, a user before it and a port after it (RFC 2732). */
const bracketed = /^(?:([^@]*)@)?\[([0-9a-fA-F:.]*)(?:%[A-Za-z0-9_.]+)?\](?::([0-9]*))?$/u;

function isAuthority(text: string, start: number, end: number): boolean {
  if (consistsOf(text, start, end, part.authority)) return true;
  const [whole, user = '', address = '', port = ''] = bracketed.exec(text.slice(start, end)) ?? [];
  if (whole === undefined) return false;
  return consistsOf(user, 0, user.length, part.userInformation) && isIPv6(address) && Number(port) < 2 ** 31;
}

/** Authority, path and query, from `start` to `end`. */
function isHierarchy(text: string, start: number, end: number): boolean {
  let path = start;
  if (text.startsWith('//', start) && start + 2 <= end) {
    path = find(text, pathStops, start + 2, end);
    // An empty authority stands before something only: "file:///etc", but no "file://".
    if (path === start + 2 ? path === text.length : !isAuthority(text, start + 2, path)) return false;
  }
  const query = find(text, queryStops, path, end);
  return consistsOf(text, path, query, part.path) && consistsOf(text, query + 1, end, part.query);
}

/**
 * Whether a text is a URI reference once what cannot stand in one is escaped: RFC 2396 with the addresses of RFC 2732, as
 * Java's class URI and hence jing read it.
 */
function isUriReference(text: string): boolean {
  const end = find(text, fragmentStops, 0, text.length);
  if (!consistsOf(text, end + 1, text.length, part.query)) return false;
  const schemeEnd = find(text, schemeStops, 0, end);
  if (schemeEnd === end || text.charCodeAt(schemeEnd) !== colon) return isHierarchy(text, 0, end);
  if (!/^[A-Za-z]/u.test(text) || !consistsOf(text, 0, schemeEnd, part.scheme)) return false;
  const start = schemeEnd + 1;
  if (text.charCodeAt(start) === slash) return isHierarchy(text, start, end);
  return start < end && consistsOf(text, start, end, part.query);
}

/** What most of a document's references look like; the others are looked at closely. */
const plain = /^(?:https?:\/\/[\w.-]+|(?!\/\/))[\w./-]*(?:\?[\w./=&-]*)?(?:#[\w.-]*)?$/;

/** Section 3.2.17. */
export const anyUri = textSpace('collapse', (text) => plain.test(text) || isUriReference(text));
