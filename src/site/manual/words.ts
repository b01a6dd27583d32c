import { externalAddress } from '../address.js';
import { collapseRuns } from '../reading/prose.js';
import type { XmlElement } from '../reading/xml-view.js';

/** A run of words of a manual. */
export interface Word {
  readonly text: string;
  /** True for names of elements and attributes, values, code. */
  readonly isCode: boolean;
  readonly isEmphasised: boolean;
  /** The address that it links to: of a chapter of the manual (`#manual:dates`), or out of the site; null for none. */
  readonly href: string | null;
}

/** What page ids of the manual begin with. */
export const MANUAL_PREFIX = 'manual:';

/** The address of a chapter on the manual's page, by its id there. */
export function chapterAddress(id: string): string {
  return `#${MANUAL_PREFIX}${encodeURIComponent(id.slice(MANUAL_PREFIX.length))}`;
}

type Look = Omit<Word, 'text'>;

/** How the elements of documentation are printed (TEI Guidelines, 23.1): what stands before and after their text. */
const CODE: Readonly<Record<string, readonly [string, string]>> = {
  gi: ['<', '>'],
  tag: ['<', '>'],
  att: ['@', ''],
  val: ['', ''],
  code: ['', ''],
  ident: ['', ''],
  specDesc: ['<', '>'],
};

const EMPHASISED: ReadonlySet<string> = new Set(['emph', 'hi', 'term', 'title', 'mentioned', 'foreign']);

const PLAIN: Look = { isCode: false, isEmphasised: false, href: null };

/**
 * The text of a paragraph of a manual as runs, white space collapsed.
 *
 * @param ids the chapters that links can lead to.
 */
export function wordsOf(element: XmlElement, ids: ReadonlySet<string>): Word[] {
  const words: Word[] = [];
  collect(element, PLAIN, ids, words);
  return collapseRuns(words, (a, b) => a.isCode === b.isCode && a.isEmphasised === b.isEmphasised && a.href === b.href);
}

function collect(element: XmlElement, look: Look, ids: ReadonlySet<string>, words: Word[]): void {
  for (const child of element.children) {
    if (typeof child === 'string') words.push({ ...look, text: child });
    else if (child.name === 'list') collectItems(child, look, ids, words);
    else collectElement(child, look, ids, words);
  }
}

function collectElement(child: XmlElement, look: Look, ids: ReadonlySet<string>, words: Word[]): void {
  const marks = CODE[child.name];
  const isQuote = child.name === 'q' || child.name === 'soCalled';
  const inner: Look = {
    isCode: look.isCode || marks !== undefined,
    isEmphasised: look.isEmphasised || EMPHASISED.has(child.name),
    href: hrefOf(child, ids) ?? look.href,
  };
  const [before, after] = marks ?? (isQuote ? ['“', '”'] : ['', '']);
  if (before !== '') words.push({ ...inner, text: before });
  if (child.name === 'specDesc') words.push({ ...inner, text: child.attributes.get('key') ?? '' });
  if (child.name === 'ptr') words.push({ ...inner, text: child.attributes.get('target') ?? '' });
  collect(child, inner, ids, words);
  if (after !== '') words.push({ ...inner, text: after });
}

/** A list within a sentence is read on in it. */
function collectItems(list: XmlElement, look: Look, ids: ReadonlySet<string>, words: Word[]): void {
  for (const item of list.children) {
    if (typeof item === 'string') continue;
    words.push({ ...look, text: ' ' });
    collect(item, look, ids, words);
  }
}

function hrefOf(element: XmlElement, ids: ReadonlySet<string>): string | null {
  const target = element.name === 'ref' || element.name === 'ptr' ? element.attributes.get('target') : undefined;
  if (target === undefined) return null;
  if (target.startsWith('#')) return ids.has(target.slice(1)) ? chapterAddress(MANUAL_PREFIX + target.slice(1)) : null;
  return externalAddress(target) ?? null;
}
