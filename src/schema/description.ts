import { attribute, isTei, teiChildren, type XmlElement, type XmlNode } from './xml-tree.js';

/** The language of the words that go into a schema. */
const LANGUAGE = 'en';

/**
 * What a specification says of itself, as one line of plain text: its gloss in brackets and its description. Names of
 * elements and attributes are written as `<p>` and `@type`. English, or else what stands first; empty where nothing
 * does.
 */
export function plainDescription(specification: XmlElement): string {
  const gloss = inLanguage(teiChildren(specification, 'gloss'));
  const description = inLanguage(teiChildren(specification, 'desc'));
  return [gloss === '' ? '' : `(${gloss})`, description].filter((each) => each !== '').join(' ');
}

function inLanguage(candidates: readonly XmlElement[]): string {
  const found = candidates.find((each) => (attribute(each, 'xml:lang') ?? LANGUAGE) === LANGUAGE) ?? candidates[0];
  return found === undefined ? '' : spoken(found).replace(/\s+/g, ' ').trim();
}

function spoken(node: XmlNode): string {
  if (node.kind === 'text') return node.text;
  const inner = node.children.map(spoken).join('');
  if (isTei(node, 'gi')) return `<${inner.trim()}>`;
  if (isTei(node, 'att')) return `@${inner.trim()}`;
  if (isTei(node, 'soCalled')) return `‘${inner}’`;
  return isTei(node, 'q') || isTei(node, 'mentioned') || isTei(node, 'val') ? `“${inner}”` : inner;
}
