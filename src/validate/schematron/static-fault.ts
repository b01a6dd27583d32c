import { diagnostic, type Diagnostic } from '../../diagnostics/diagnostic.js';
import type { SchemaDocument } from './schema-document.js';
import { schemaFault } from './schema-fault.js';

/** An expression of a transpiled stylesheet. */
export interface ExpressionPlace {
  /** The number of the schema's element that it comes from. */
  readonly place: number;
  /** The line of the stylesheet, from 1. */
  readonly line: number;
  /** The attribute of the stylesheet that holds it. */
  readonly attribute: string;
}

/** The attributes of a schema's elements that hold expressions. */
const expressions = ['test', 'context', 'value', 'select', 'path', 'match', 'subject', 'use', 'group-by'];

/** The expression in a line of a transpiled stylesheet: each instruction with an expression of the schema begins a line. */
export function expressionPlace(lines: readonly string[], line: number): ExpressionPlace | undefined {
  const text = lines[line - 1] ?? '';
  const tag = /^<[^>]*>/.exec(text)?.[0] ?? '';
  const place = /\bat:place="(\d+)"/.exec(tag)?.[1];
  if (place === undefined) return undefined;
  const attribute = ['test', 'select', 'match', 'use'].find((name) => tag.includes(` ${name}="`)) ?? '';
  return { place: Number(place), line, attribute };
}

/**
 * A fault that the compiler found, at the schema's own expression. The compiler quotes what it was given, which is the
 * transpiled text; the schema is shown as it is written.
 *
 * @param message what the compiler says, with the place in the stylesheet and the expression before the reason.
 */
export function staticFault(schema: SchemaDocument, place: ExpressionPlace | undefined, message: string): Diagnostic {
  const reason = reasonOf(message);
  const element = place === undefined ? undefined : schema.places[place.place];
  if (element === undefined) {
    return diagnostic('schematron/schema-invalid', `The schema cannot be compiled: ${reason}.`, {
      ...(schema.files[0] === undefined ? {} : { file: schema.files[0].path }),
      help: 'Look for an expression that the message fits.',
    });
  }
  const attribute = expressions.flatMap((each) => element.attributes.filter(({ name }) => name === each))[0];
  const what = attribute === undefined ? 'This part' : `The expression in “${attribute.name}”`;
  return schemaFault('schematron/schema-invalid', `${what} cannot be used: ${reason}.`, element, {
    attribute: attribute?.name,
    help: helpFor(reason),
    ...(attribute === undefined ? {} : { actual: attribute.value }),
  });
}

function reasonOf(message: string): string {
  const end = message.lastIndexOf('}: ');
  const reason = end === -1 ? message : message.slice(end + '}: '.length);
  return reason
    .replace(/\s+/g, ' ')
    .replace(/\s*\(?on line \d+ (?:in|of) \S+/, '')
    .trim()
    .replace(/\.$/, '');
}

function helpFor(reason: string): string {
  if (/namespace binding for prefix/i.test(reason))
    return 'Declare it: <ns prefix="…" uri="…"/> at the beginning of the schema.';
  if (/variable/i.test(reason)) return 'Declare it with <let>, before the rule or in it.';
  return 'Correct the expression; the language is XPath 3.1.';
}
