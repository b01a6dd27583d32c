import { namespaces } from '../../xml/namespaces.js';
import { rootElementOf } from './root-element.js';

/**
 * What a file is to an edition: a text to publish; a register; a part of another file, or a schema, that no reader
 * wants as a page; or nothing of TEI's.
 */
export type FileRole = 'document' | 'register' | 'part' | 'schema' | 'other';

const REGISTER_ROOTS: ReadonlySet<string> = new Set(['listPerson', 'listPlace', 'listOrg', 'standOff', 'list']);
const DOCUMENT_ROOTS: ReadonlySet<string> = new Set(['TEI', 'teiCorpus', 'TEI.2', 'teiCorpus.2']);
/** Parts of a document that have a text of their own: a page of a manuscript in a file of its own. */
const TEXT_ROOTS: ReadonlySet<string> = new Set(['text', 'sourceDoc', 'surface', 'surfaceGrp']);
const ENTRY = /<(?:\w+:)?(?:person|personGrp|place|org)[\s>]/;
const LISTS = ['listPerson', 'listPlace', 'listOrg'] as const;
/** A register may say a little beside its entries: a heading, how it was made. In characters without white space. */
const SAID_BESIDE = 600;
/** A body with no more than this is empty but for a word on where the lists are. */
const EMPTY = 60;

/** What a file of an edition's folder is, by what stands in it; its name says nothing, for every archive has its own. */
export function roleOf(bytes: Uint8Array): FileRole {
  const text = roughText(bytes);
  const root = rootElementOf(text);
  if (root === undefined) return 'other';
  const isTei = root.namespace === namespaces.tei;
  if (DOCUMENT_ROOTS.has(root.name)) {
    if (text.includes('<schemaSpec')) return 'schema';
    if (isInclusions(text)) return 'part';
    return ENTRY.test(text) && isRegister(text) ? 'register' : 'document';
  }
  if (!isTei) return 'other';
  if (TEXT_ROOTS.has(root.name)) return 'document';
  return REGISTER_ROOTS.has(root.name) && ENTRY.test(text) ? 'register' : 'part';
}

/** The characters as far as names of elements need them; which encoding it is shows when the file is read. */
function roughText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const isLittle = (first === 0xff && second === 0xfe) || (first === 0x3c && second === 0);
  const isBig = (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c);
  if (isLittle || isBig) return new TextDecoder(isLittle ? 'utf-16le' : 'utf-16be').decode(bytes);
  return new TextDecoder('utf-8').decode(bytes);
}

/** True of a frame that only includes other files (XInclude): those are read by themselves. */
function isInclusions(text: string): boolean {
  return text.includes('http://www.w3.org/2001/XInclude') && !/<(?:\w+:)?(?:body|sourceDoc|standOff)[\s>]/.test(text);
}

/** True where a file's text is its lists of persons, places and organisations and hardly a word beside. */
function isRegister(text: string): boolean {
  const start = text.search(/<(?:\w+:)?text[\s>]/);
  if (start === -1) return !/<(?:\w+:)?(?:sourceDoc|facsimile)[\s>]/.test(text);
  const back = text.search(/<(?:\w+:)?back[\s>]/);
  const body = text.slice(start, back === -1 ? undefined : back);
  let rest = body;
  for (const list of LISTS) rest = withoutElement(rest, list);
  const said = lengthOf(rest);
  // A letter may end in lists of those whom it names; a register has them in its body, or nothing in its body.
  if (rest === body) return said <= EMPTY && LISTS.some((list) => hasElement(text.slice(body.length + start), list));
  return said <= Math.min(SAID_BESIDE, lengthOf(body) - said);
}

function hasElement(text: string, name: string): boolean {
  return new RegExp(`<(?:\\w+:)?${name}[\\s>]`).test(text);
}

function lengthOf(markup: string): number {
  return markup.replace(/<[^<>]*>|\s+/g, '').length;
}

/** A text without what stands between the first start tag and the last end tag of an element. */
function withoutElement(text: string, name: string): string {
  const start = text.search(new RegExp(`<(?:\\w+:)?${name}[\\s>]`));
  const end = text.lastIndexOf(`${name}>`);
  return start === -1 || end < start ? text : text.slice(0, start) + text.slice(end + name.length + 1);
}
