import { externalAddress } from '../address.js';
import { collapse, contentOf, type XmlElement } from './xml-view.js';

/** A run of text within a sentence of metadata. */
export interface Run {
  readonly text: string;
  /** The address that the run links to; null for text without a link. */
  readonly href: string | null;
  /** True for titles and emphasis. */
  readonly emphasis: boolean;
}

/** A stretch of metadata as runs: the only markup that the header's prose keeps on a page. */
export type Prose = readonly Run[];

/** Plain text as prose. */
export function plain(text: string): Prose {
  return text === '' ? [] : [{ text, href: null, emphasis: false }];
}

/** The text of prose, without links. */
export function proseText(prose: Prose): string {
  return prose.map((run) => run.text).join('');
}

const EMPHASISED: ReadonlySet<string> = new Set(['hi', 'emph', 'foreign', 'term', 'mentioned']);

/**
 * Reads an element of the header into prose: white space collapsed across the whole, `ref` and `ptr` linked where
 * their target may be a link, titles of books and journals and emphasis marked. Other markup gives its text.
 */
export function proseOf(element: XmlElement): Prose {
  const runs: Run[] = [];
  collect(element, targetOf(element), false, runs);
  return collapseRuns(runs, (a, b) => a.href === b.href && a.emphasis === b.emphasis);
}

function collect(element: XmlElement, href: string | null, emphasis: boolean, runs: Run[]): void {
  for (const child of contentOf(element)) {
    if (typeof child === 'string') runs.push({ text: child, href, emphasis });
    else if (child.name === 'lb') runs.push({ text: ' ', href, emphasis });
    else if (child.name === 'ptr')
      runs.push({ text: child.attributes.get('target') ?? '', href: targetOf(child), emphasis });
    else collect(child, targetOf(child) ?? href, emphasis || isEmphasised(child), runs);
  }
}

/** The address that an element links to; an `idno` that is an address links to itself (TEI Guidelines, 2.2.4). */
function targetOf(element: XmlElement): string | null {
  if (element.name === 'ref' || element.name === 'ptr' || element.name === 'licence') {
    return externalAddress(element.attributes.get('target') ?? '') ?? null;
  }
  if (element.name === 'idno') return externalAddress(collapse(element.children.filter(isText).join(''))) ?? null;
  return null;
}

function isEmphasised(element: XmlElement): boolean {
  if (element.name !== 'title') return EMPHASISED.has(element.name);
  // The title of an article or a chapter is quoted by convention, not set in italics.
  return element.attributes.get('level') !== 'a';
}

function isText(child: XmlElement | string): child is string {
  return typeof child === 'string';
}

/**
 * Joins neighbours that look alike and collapses white space, also over the borders of runs: one blank, none at the
 * ends, no run without text.
 */
export function collapseRuns<Kind extends { readonly text: string }>(
  runs: readonly Kind[],
  looksAlike: (a: Kind, b: Kind) => boolean,
): Kind[] {
  const result: Kind[] = [];
  let endsWithBlank = true;
  for (const run of runs) {
    const inner = run.text.replace(/[ \t\r\n]+/g, ' ');
    const text: string = endsWithBlank && inner.startsWith(' ') ? inner.slice(1) : inner;
    if (text === '') continue;
    endsWithBlank = text.endsWith(' ');
    const last = result.at(-1);
    if (last !== undefined && looksAlike(last, run)) result[result.length - 1] = { ...last, text: last.text + text };
    else result.push({ ...run, text });
  }
  const last = result.at(-1);
  if (last?.text.endsWith(' ') === true) result[result.length - 1] = { ...last, text: last.text.slice(0, -1) };
  return result.filter(({ text }) => text !== '');
}
