import { readXml } from '../../../src/tei/xml-reader.js';

const EXAMPLES = 'http://www.tei-c.org/ns/Examples';
const TEI = 'http://www.tei-c.org/ns/1.0';

/**
 * The examples of the TEI Guidelines, as documents: every outermost element of every `egXML` in a p5subset, in TEI's
 * namespace. They show all modules, in all the ways that their authors thought of.
 */
export function guidelinesExamples(p5subset: string): string[] {
  const examples: string[] = [];
  const pieces: string[] = [];
  const open: string[] = [];
  /** Depth of elements of the current example; 0 directly in egXML, undefined outside. */
  let depth: number | undefined;
  readXml(p5subset, {
    startTag: ({ local, namespace, attributes }) => {
      if (namespace === EXAMPLES && local === 'egXML') depth = 0;
      else if (depth !== undefined) {
        const own = namespace === EXAMPLES ? TEI : namespace;
        const written = attributes
          .filter(({ name }) => !name.startsWith('xmlns') && (!name.includes(':') || name.startsWith('xml:')))
          .map(({ name, value }) => ` ${name}="${escaped(value)}"`);
        pieces.push(`<${local} xmlns="${own}"${written.join('')}>`);
        open.push(local);
        depth++;
      } else open.push('');
    },
    endTag: () => {
      if (depth === 0) {
        depth = undefined;
        return;
      }
      const name = open.pop();
      if (depth === undefined || name === undefined) return;
      pieces.push(`</${name}>`);
      depth--;
      if (depth === 0) examples.push(pieces.splice(0).join(''));
    },
    text: (piece) => {
      if (depth !== undefined && depth > 0) pieces.push(escaped(piece));
    },
  });
  return examples;
}

function escaped(text: string): string {
  return text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;').replace(/"/gu, '&quot;');
}
