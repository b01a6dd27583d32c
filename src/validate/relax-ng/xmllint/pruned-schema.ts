import { readXml } from '../../../tei/xml-reader.js';
import type { XmlName } from '../fault.js';
import type { Grammar } from '../grammar.js';
import { contains } from '../patterns/name-class.js';
import type { ElementPattern, Pattern } from '../patterns/pattern.js';
import { PatternTable } from '../patterns/pattern-table.js';
import { writeSchema } from './write-schema.js';

/**
 * A schema that accepts the same of some documents as a grammar does, and is much smaller: an element whose name occurs
 * in none of them can never match, so it is `notAllowed`, and what needs it vanishes with it (RELAX NG, 4.20).
 *
 * @param files well-formed documents.
 * @returns the schema in RELAX NG's XML syntax.
 */
export function pruneSchema(grammar: Grammar, files: readonly { readonly text: string }[]): string {
  const names = namesIn(files);
  const table = new PatternTable();
  const copies = new Map<Pattern, Pattern>();
  const waiting: (readonly [copy: ElementPattern, original: ElementPattern])[] = [];
  const copy = (pattern: Pattern): Pattern => {
    const known = copies.get(pattern);
    if (known !== undefined) return known;
    const made = copyOf(pattern);
    copies.set(pattern, made);
    return made;
  };
  const copyOf = (pattern: Pattern): Pattern => {
    switch (pattern.kind) {
      case 'choice':
        return table.choice(...pattern.members.map(copy));
      case 'interleave':
        return table.interleave(...pattern.members.map(copy));
      case 'group':
        return table.group(copy(pattern.first), copy(pattern.rest));
      case 'oneOrMore':
        return table.oneOrMore(copy(pattern.pattern));
      case 'list':
        return table.list(copy(pattern.pattern));
      case 'attribute':
        return table.attribute(pattern.nameClass, copy(pattern.pattern));
      case 'data':
        return table.data(pattern.datatype, pattern.except === undefined ? undefined : copy(pattern.except));
      case 'value':
        return table.value(pattern.datatype, pattern.value, pattern.key);
      case 'element': {
        if (!names.some((name) => contains(pattern.nameClass, name))) return table.notAllowed;
        const element = table.element(pattern.nameClass);
        waiting.push([element, pattern]);
        return element;
      }
      default:
        return table[pattern.kind];
    }
  };
  const start = copy(grammar.start);
  const elements: ElementPattern[] = [];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [element, original] = next;
    const content = copy(original.content);
    table.setContent(element, () => content);
    elements.push(element);
  }
  return writeSchema(start, elements);
}

function namesIn(files: readonly { readonly text: string }[]): XmlName[] {
  const names = new Map<string, XmlName>();
  for (const { text } of files) {
    readXml(text, {
      startTag: ({ namespace, local }) => {
        names.set(`{${namespace}}${local}`, { namespace, local });
      },
    });
  }
  return [...names.values()];
}
