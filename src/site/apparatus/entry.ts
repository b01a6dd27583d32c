import type { TeiElement, TeiNode } from '../../tei/node.js';
import type { KindOfReading } from './variation-kind.js';

/** A reading of an entry, with its words. */
export interface EntryReading extends KindOfReading {
  readonly text: string;
}

/** The readings of an entry, those in groups included; the one that the text prints, the lemma or else the first, stands first. */
export function readingsIn(app: TeiElement): EntryReading[] {
  const found: EntryReading[] = [];
  const collect = (parent: TeiElement, group: TeiElement | undefined): void => {
    for (const child of parent.children) {
      if (child.kind !== 'element') continue;
      if (child.name === 'rdgGrp') collect(child, child);
      else if (child.name === 'lem' || child.name === 'rdg') {
        const text = readingText(child);
        found.push({ element: child, group, text, isEmpty: text.trim() === '' });
      }
    }
  };
  collect(app, undefined);
  const lemma = found.findIndex(({ element }) => element.name === 'lem');
  return lemma < 1 ? found : [...found.splice(lemma, 1), ...found];
}

const leftOut = new Set('note noteGrp fw figDesc certainty respons index del surplus wit witDetail'.split(' '));

/** Elements that hold several readings of one place, and which of them is read. */
const preferred: Readonly<Record<string, readonly string[]>> = {
  choice: ['corr', 'reg', 'abbr', 'am'],
  app: ['lem', 'rdg', 'rdgGrp'],
  rdgGrp: ['lem', 'rdg'],
};

/** The words of a reading, without notes and deletions; white space is one blank, a new paragraph a pilcrow. */
export function readingText(element: TeiElement): string {
  return textIn(element).replace(/\s+/gu, ' ');
}

function textIn(node: TeiNode): string {
  if (node.kind === 'text') return node.text;
  if (node.kind !== 'element' || leftOut.has(node.name)) return '';
  const names = preferred[node.name];
  if (names !== undefined) {
    const elements = node.children.filter((child) => child.kind === 'element');
    const chosen = names.flatMap((name) => elements.filter((child) => child.name === name))[0] ?? elements[0];
    return chosen === undefined ? '' : textIn(chosen);
  }
  if (node.name === 'lb') return node.attributes['break'] === 'no' ? '' : ' ';
  if (node.name === 'milestone' && node.attributes['unit'] === 'paragraph') return ' ¶ ';
  if (node.name === 'gap') return gapSign(node);
  return node.children.map(textIn).join('');
}

/** What stands for an omission: what the encoder printed for it, or dots in brackets. */
function gapSign(gap: TeiElement): string {
  const printed = gap.children.map(textIn).join('').trim();
  if (printed === '') return '[…]';
  return /^[\p{P}\p{S}\s]+$/u.test(printed) ? printed : `[${printed}]`;
}
