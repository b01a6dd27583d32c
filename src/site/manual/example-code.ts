import { escapeAttribute, escapeText } from '../../xml/escape.js';
import { textOf, type XmlElement } from '../reading/xml-view.js';

/** The example of an ODD (`egXML`, `eg`) as the text of its XML, lines moved to the left margin. */
export function codeOf(example: XmlElement): string {
  const text = example.name === 'egXML' ? contentOf(example) : textWithLines(example);
  const lines = text
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/^\n+|\n+$/g, '')
    .split('\n');
  const indents = lines.filter((line) => line !== '').map((line) => line.length - line.trimStart().length);
  const indent = Math.min(...indents);
  return Number.isFinite(indent) ? lines.map((line) => line.slice(indent)).join('\n') : '';
}

function textWithLines(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}

function contentOf(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? escapeText(child) : markupOf(child))).join('');
}

function markupOf(element: XmlElement): string {
  const attributes = [...element.attributes]
    .filter(([name]) => !name.startsWith('xmlns'))
    .map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`)
    .join('');
  const content = contentOf(element);
  return content === ''
    ? `<${element.name}${attributes}/>`
    : `<${element.name}${attributes}>${content}</${element.name}>`;
}
