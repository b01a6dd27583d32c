import { readFileSync } from 'node:fs';
import { indexLines } from '../../../src/diagnostics/line-index.js';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.js';
import type { GrammarFacts } from '../../../src/validate/explain/context.js';
import { explainAll } from '../../../src/validate/explain/explain.js';
import { grammarFacts } from '../../../src/validate/explain/grammar-facts.js';
import { Automaton, compileSchema, validateText } from '../../../src/validate/relax-ng/index.js';

interface Compiled {
  readonly automaton: Automaton;
  readonly facts: GrammarFacts;
}

const compiled = new Map<string, Compiled>();

/** A schema, compiled once for all tests of a file. */
export function schemaAt(path: string): Compiled {
  const known = compiled.get(path);
  if (known !== undefined) return known;
  const schema = compileSchema(path, readFileSync(path, 'utf8'), (file) => readFileSync(file, 'utf8'));
  if ('fault' in schema) throw new Error(schema.fault.message);
  const made = { automaton: new Automaton(schema.grammar), facts: grammarFacts(schema.grammar) };
  compiled.set(path, made);
  return made;
}

/** What is said of a document; undefined where it is not well-formed. */
export function explained(path: string, text: string, verbose = false): Diagnostic[] | undefined {
  const { automaton, facts } = schemaAt(path);
  const outcome = validateText(automaton, text);
  if ('notWellFormed' in outcome) return undefined;
  return explainAll(outcome.faults, { file: 'x.xml', text, lines: indexLines(text), grammar: facts, verbose });
}
