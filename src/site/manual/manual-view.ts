import { collapse, descendants, elementsOf, readXml, textOf, type XmlElement } from '../reading/xml-view.js';
import { codeOf } from './example-code.js';
import { chapterAddress, MANUAL_PREFIX, wordsOf, type Word } from './words.js';
import { rulesOf, valueListsOf, type ManualRule, type ValueList } from './specifications.js';

/** A part of a chapter, in the order of the file; what a part is not is empty or null. */
export interface ManualBlock {
  readonly paragraph: readonly Word[];
  readonly items: readonly (readonly Word[])[];
  /** True for steps and principles that are counted. */
  readonly isNumbered: boolean;
  readonly glosses: readonly { readonly terms: readonly Word[]; readonly meaning: readonly Word[] }[];
  /** An example, as XML. */
  readonly code: string;
}

/** A chapter of a manual, or a section of one. */
export interface ManualSection {
  /** Unique in the manual; on the page it has a prefix that no `xml:id` can have. */
  readonly id: string;
  /** The address of the section on its page. */
  readonly href: string;
  readonly heading: string;
  readonly blocks: readonly ManualBlock[];
  readonly rules: readonly ManualRule[];
  readonly values: readonly ValueList[];
  readonly sections: readonly ManualSection[];
}

/** The prose of an ODD: how an edition encodes its texts (TEI Guidelines, chapter 23). */
export interface Manual {
  readonly title: string;
  readonly language: string;
  readonly sections: readonly ManualSection[];
}

/**
 * Reads the documentation of an ODD: its chapters with paragraphs, lists and examples, the rules and the lists of
 * values that its specifications add to each.
 *
 * @returns undefined where the file has no prose, or is no XML.
 */
export function readManual(odd: string): Manual | undefined {
  const root = parsed(odd);
  const [text] = descendants(root, 'text');
  const body = elementsOf(text, 'body')[0];
  const tei = elementsOf(root, 'TEI')[0];
  const ids = new Set(descendants(body, 'div').flatMap((division) => division.attributes.get('xml:id') ?? []));
  const sections = [...elementsOf(elementsOf(text, 'front')[0], 'div'), ...elementsOf(body, 'div', 'div1')].map(
    (division, index) => sectionOf(division, `${index + 1}`, ids),
  );
  const filled = sections.filter(isFilled);
  if (filled.length === 0) return undefined;
  const title = elementsOf(body, 'head')[0] ?? descendants(root, 'title')[0];
  return { title: textOf(title), language: tei?.attributes.get('xml:lang') ?? '', sections: filled };
}

function parsed(odd: string): XmlElement | undefined {
  try {
    return readXml(odd);
  } catch {
    return undefined;
  }
}

function sectionOf(division: XmlElement, number: string, ids: ReadonlySet<string>): ManualSection {
  const groups = elementsOf(division, 'specGrp', 'schemaSpec');
  const id = MANUAL_PREFIX + (division.attributes.get('xml:id') ?? number);
  return {
    id,
    href: chapterAddress(id),
    heading: textOf(elementsOf(division, 'head')[0]),
    blocks: elementsOf(division).flatMap((element) => blockOf(element, ids) ?? []),
    rules: groups.flatMap(rulesOf),
    values: groups.flatMap(valueListsOf),
    sections: elementsOf(division, 'div', 'div1', 'div2', 'div3')
      .map((inner, index) => sectionOf(inner, `${number}.${index + 1}`, ids))
      .filter(isFilled),
  };
}

function isFilled({ blocks, rules, values, sections }: ManualSection): boolean {
  return blocks.length + rules.length + values.length + sections.length > 0;
}

const NOTHING: ManualBlock = { paragraph: [], items: [], isNumbered: false, glosses: [], code: '' };

function blockOf(element: XmlElement, ids: ReadonlySet<string>): ManualBlock | undefined {
  if (element.name === 'p' || element.name === 'ab') return { ...NOTHING, paragraph: wordsOf(element, ids) };
  if (element.name === 'egXML' || element.name === 'eg') return { ...NOTHING, code: codeOf(element) };
  if (element.name !== 'list') return undefined;
  const labels = elementsOf(element, 'label');
  const items = elementsOf(element, 'item').map((item) => wordsOf(item, ids));
  if (labels.length === 0) {
    const kind = `${element.attributes.get('rend') ?? ''} ${element.attributes.get('type') ?? ''}`;
    return { ...NOTHING, items, isNumbered: /\b(?:numbered|ordered)\b/.test(collapse(kind)) };
  }
  const glosses = labels.map((label, index) => ({ terms: wordsOf(label, ids), meaning: items[index] ?? [] }));
  return { ...NOTHING, glosses };
}
