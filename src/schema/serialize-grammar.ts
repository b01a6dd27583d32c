import { escapeAttribute } from '../xml/escape.js';
import { namespaces, XML_SCHEMA_DATATYPES } from '../xml/namespaces.js';
import type { Grammar } from './grammar.js';
import type { Pattern } from './pattern.js';

export interface GrammarHeader {
  /** The name of the schema, and what it was made of: a comment at the beginning. */
  readonly title: string;
  /** Whether the words of the specifications are written, for editors that show them. */
  readonly documentation: boolean;
}

/** Writes a grammar in RELAX NG's XML syntax: the same grammar gives the same bytes. */
export function serializeGrammar(grammar: Grammar, { title, documentation }: GrammarHeader): string {
  const lines: string[] = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<!-- ${title.replaceAll('--', '- -')} -->`,
    `<grammar xmlns="${namespaces.relaxNg}"`,
    `         xmlns:a="${namespaces.annotations}"`,
    `         datatypeLibrary="${XML_SCHEMA_DATATYPES}"`,
    `         ns="${escapeAttribute(grammar.namespace)}">`,
  ];
  const write = (pattern: Pattern, indent: string): void => {
    const children = pattern.children.filter(
      (child) => documentation || typeof child === 'string' || child.name !== 'a:documentation',
    );
    const attributes = Object.entries(pattern.attributes).map(
      ([name, value]) => ` ${name}="${escapeAttribute(value)}"`,
    );
    const tag = `${pattern.name}${attributes.join('')}`;
    const texts = children.filter((child) => typeof child === 'string');
    if (children.length === 0) lines.push(`${indent}<${tag}/>`);
    else if (texts.length > 0) lines.push(`${indent}<${tag}>${escapeAttribute(texts.join(''))}</${pattern.name}>`);
    else {
      lines.push(`${indent}<${tag}>`);
      for (const child of children) if (typeof child !== 'string') write(child, `${indent}  `);
      lines.push(`${indent}</${pattern.name}>`);
    }
  };
  write({ name: 'start', attributes: {}, children: [grammar.start] }, '  ');
  for (const { name, pattern } of grammar.definitions) {
    write({ name: 'define', attributes: { name }, children: parts(pattern) }, '  ');
  }
  lines.push('</grammar>', '');
  return lines.join('\n');
}

/** The children of a definition stand in a row anyway. */
function parts(pattern: Pattern): Pattern['children'] {
  return pattern.name === 'group' ? pattern.children : [pattern];
}
