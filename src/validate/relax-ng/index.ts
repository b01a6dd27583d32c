import { readXml, type XmlFault } from '../../tei/xml-reader.js';
import type { RelaxNgFault } from './fault.js';
import { Automaton } from './matching/automaton.js';
import { Validator } from './matching/validator.js';

export { compileSchema, type CompiledSchema } from './compile-schema.js';
export type { RelaxNgFault } from './fault.js';
export type { Grammar } from './grammar.js';
export { Automaton } from './matching/automaton.js';
export { Validator } from './matching/validator.js';
export type { SchemaFault } from './schema/schema-fault.js';

/** Validates one text: its faults against the grammar, or why it is no XML. */
export function validateText(
  automaton: Automaton,
  text: string,
): { readonly faults: readonly RelaxNgFault[] } | { readonly notWellFormed: XmlFault } {
  const validator = new Validator(automaton, text);
  const notWellFormed = readXml(text, validator);
  return notWellFormed === undefined ? { faults: validator.faults() } : { notWellFormed };
}
