import type { TeiElement, TeiNode } from '../tei/node.js';

/** Which reading of an error or a changed spelling is compared: the editor's, or what the source has. */
export type Reading = 'edited' | 'source';

/** Elements that are no part of the text that a witness has: notes, deletions, running heads, other encodings of it. */
const leftOut = new Set('note noteGrp del surplus fw figDesc certainty respons index listApp standOff'.split(' '));

/** Elements that hold several readings of one place, of which a text has one. */
const alternatives = new Set(['choice', 'app', 'rdgGrp']);

const preferred: Readonly<Record<Reading, readonly string[]>> = {
  edited: ['corr', 'reg', 'abbr', 'am', 'lem'],
  source: ['sic', 'orig', 'abbr', 'am', 'lem'],
};

/** Elements around words that say how a place came to its reading: of no use without the other readings. */
const dissolved = new Set('corr reg sic orig abbr am lem rdg subst'.split(' '));

/**
 * A text as it reads: of alternative readings one, without them others, without notes and deletions. Comments and
 * instructions are gone.
 */
export function readingText(element: TeiElement, reading: Reading): TeiElement {
  return { ...element, children: element.children.flatMap((child) => readingOf(child, reading)) };
}

function readingOf(node: TeiNode, reading: Reading): TeiNode[] {
  if (node.kind === 'text') return [node];
  if (node.kind !== 'element' || leftOut.has(node.name)) return [];
  if (alternatives.has(node.name)) {
    const elements = node.children.filter((child) => child.kind === 'element');
    const chosen =
      preferred[reading].flatMap((name) => elements.filter((child) => child.name === name))[0] ??
      elements.find(({ name }) => !leftOut.has(name));
    return chosen === undefined ? [] : chosenReading(chosen, reading);
  }
  if (dissolved.has(node.name)) return chosenReading(node, reading);
  return [readingText(node, reading)];
}

/** What a chosen reading holds; a group of readings is chosen from again. */
function chosenReading(element: TeiElement, reading: Reading): TeiNode[] {
  if (alternatives.has(element.name)) return readingOf(element, reading);
  return element.children.flatMap((child) => readingOf(child, reading));
}

/** The reading text of a document: its `text` elements, whatever stands around them. */
export function textElementsOf(root: TeiElement): TeiElement[] {
  if (root.name === 'text') return [root];
  return root.children.flatMap((child) => (child.kind === 'element' ? textElementsOf(child) : []));
}
