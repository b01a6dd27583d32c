import { TEI_NAMESPACE } from '../tei/node.js';
import { readXml } from '../tei/xml-reader.js';
import { ElementUses, type ElementUse } from './strange-elements.js';

/** A stretch of a document's text between two tags, and what the check of an output has to know of it. */
export interface SourceWords {
  /** The characters without white space; never empty. */
  readonly text: string;
  /** The element that holds them. */
  readonly element: string;
  /** Where the element's start tag, or the last tag before the text, begins in the file (UTF-16 units). */
  readonly offset: number;
  readonly length: number;
  /** In a note, which an output may print elsewhere. */
  readonly isNote: boolean;
  /** In one of several readings, which an output may print once for all. */
  readonly isAlternative: boolean;
}

/** An attribute that outputs turn into a link. */
export interface SourceLink {
  readonly element: string;
  readonly attribute: string;
  readonly address: string;
  readonly offset: number;
}

export interface SourceReading {
  readonly words: readonly SourceWords[];
  readonly links: readonly SourceLink[];
  /** The elements of the text. */
  readonly elements: readonly ElementUse[];
  /** The prefixes that the header declares for private addresses (`prefixDef/@ident`). */
  readonly prefixes: ReadonlySet<string>;
}

/** The elements of a document whose words are its text (Guidelines, "Default Text Structure", "Digital Facsimiles"). */
const textElements = new Set(['text', 'standOff', 'sourceDoc', 'facsimile']);
const linkAttributes = new Set(['target', 'url', 'facs', 'ref']);
const readingElements = new Set(['choice', 'app']);

interface OpenElement {
  readonly name: string;
  readonly offset: number;
  readonly isText: boolean;
  readonly isNote: boolean;
  readonly isAlternative: boolean;
}

/**
 * Reads what an output has to show of a TEI document: the words of its text, and its links. A fragment without `TEI`
 * around it is text as a whole, its header excepted. Encoded pictures (`binaryObject`) are no words.
 *
 * @param xml a document that passed the gate.
 */
export function readSourceWords(xml: string): SourceReading {
  const words: SourceWords[] = [];
  const links: SourceLink[] = [];
  const prefixes = new Set<string>();
  const elements = new ElementUses();
  const open: OpenElement[] = [];
  let pieces: string[] = [];
  let textOffset = 0;

  const endText = (): void => {
    const inside = open.at(-1);
    const text = pieces.join('').replace(/\s+/g, '');
    pieces = [];
    if (inside?.isText !== true || text === '') return;
    const { name: element, offset, isNote, isAlternative } = inside;
    words.push({
      text,
      element,
      offset: Math.max(offset, textOffset),
      length: element.length + 1,
      isNote,
      isAlternative,
    });
  };

  readXml(xml, {
    startTag: ({ local, namespace, attributes, offset }) => {
      endText();
      const around = open.at(-1);
      const isTei = namespace === TEI_NAMESPACE;
      const isWhole = local === 'TEI' || local === 'teiCorpus';
      const startsText = around === undefined ? !isWhole : isTei && textElements.has(local);
      const isHidden = isTei && (isWhole || local === 'teiHeader' || local === 'binaryObject');
      const isText = !isHidden && (startsText || around?.isText === true);
      if (isText) elements.add(local, namespace, offset);
      open.push({
        name: local,
        offset,
        isText,
        isNote: (isTei && local === 'note') || around?.isNote === true,
        isAlternative: (isTei && readingElements.has(local)) || around?.isAlternative === true,
      });
      for (const { name, value } of isTei ? attributes : []) {
        if (local === 'prefixDef' && name === 'ident') prefixes.add(value.trim());
        if (linkAttributes.has(name)) links.push({ element: local, attribute: name, address: value, offset });
      }
    },
    endTag: (end) => {
      endText();
      open.pop();
      textOffset = end;
    },
    text: (piece) => {
      pieces.push(piece);
    },
  });
  return { words, links, prefixes, elements: elements.list() };
}
