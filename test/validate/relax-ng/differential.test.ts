import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCompiledGrammar, writeCompiledGrammar } from '../../../src/validate/relax-ng/compiled-grammar.js';
import {
  Automaton,
  compileSchema,
  validateText,
  type Grammar,
  type RelaxNgFault,
} from '../../../src/validate/relax-ng/index.js';
import { listedNames } from '../../../src/validate/relax-ng/patterns/name-class.js';
import { pruneSchema } from '../../../src/validate/relax-ng/xmllint/pruned-schema.js';
import { validateRelaxNg } from '../../../src/validate/relax-ng/xmllint/validate-by-xmllint.js';
import { Dice } from './dice.js';
import { PatternGenerator } from './generate.js';
import { guidelinesExamples } from './guidelines-examples.js';
import { hasJing, jingAccepts } from './jing.js';
import { mutate } from './mutate.js';

const folder = process.env['EDITIO_TEI'] ?? '../shared/tei';
const schemas = [
  { path: 'schema/editio.rng', documents: 800 },
  { path: join(folder, 'tei_lite.rng'), documents: 500 },
  { path: join(folder, 'tei_simplePrint.rng'), documents: 300 },
  { path: join(folder, 'tei_speech.rng'), documents: 300 },
  { path: join(folder, 'tei_all.rng'), documents: 300 },
];

function grammarOf(path: string): Grammar {
  const compiled = compileSchema(path, readFileSync(path, 'utf8'), () => undefined);
  if ('fault' in compiled) throw new Error(compiled.fault.message);
  return compiled.grammar;
}

/** Documents made of a grammar, every second one with small mistakes. */
function documentsOf(grammar: Grammar, count: number, seed: number): string[] {
  const dice = new Dice(seed);
  const generator = new PatternGenerator(grammar, dice);
  const names = grammar.elements.flatMap(({ nameClass }) => listedNames(nameClass).map(({ local }) => local));
  return Array.from({ length: count }, (_, index) => {
    const document = generator.document(12, 40);
    return index % 2 === 0 ? document : mutate(document, names, dice);
  });
}

function accepts(grammar: Grammar, documents: readonly string[]): boolean[] {
  const automaton = new Automaton(grammar);
  return documents.map((document) => {
    const result = validateText(automaton, document);
    if ('notWellFormed' in result) throw new Error(result.notWellFormed.message);
    return result.faults.length === 0;
  });
}

/** The documents on which two verdicts differ. */
function different(documents: readonly string[], ours: readonly boolean[], theirs: readonly boolean[]): string[] {
  return documents.filter((_, index) => ours[index] !== theirs[index]);
}

describe('the verdict of our engine', () => {
  for (const { path, documents: count } of schemas) {
    const missing = [...(hasJing ? [] : ['the validator jing']), ...(existsSync(path) ? [] : [path])];
    const compare = it.skipIf(missing.length > 0 && process.env['CI'] !== 'true');
    const needs = missing.length === 0 ? '' : ` [needs ${missing.join(' and ')}]`;

    compare(`is jing’s on ${count} documents of ${path}, sound and faulty${needs}`, () => {
      const grammar = grammarOf(path);
      const documents = documentsOf(grammar, count, 7);
      const ours = accepts(grammar, documents);
      expect(different(documents, ours, jingAccepts(path, documents))).toEqual([]);
      // A generator of which all documents are refused, or none, would prove little.
      const valid = ours.filter(Boolean).length;
      expect(valid).toBeGreaterThan(count / 4);
      expect(count - valid).toBeGreaterThan(count / 5);
    });
  }

  const p5subset = join(folder, 'p5subset.xml');
  const teiAll = join(folder, 'tei_all.rng');
  const absent = [...(hasJing ? [] : ['jing']), ...[p5subset, teiAll].filter((path) => !existsSync(path))];
  const compareExamples = it.skipIf(absent.length > 0 && process.env['CI'] !== 'true');

  compareExamples(
    `is jing’s on the examples of the Guidelines, as they are and with mistakes${absent.length === 0 ? '' : ` [needs ${absent.join(' and ')}]`}`,
    () => {
      const text = readFileSync(teiAll, 'utf8');
      const names = [...text.matchAll(/<define name="([^"]+)">\s*<element name="/gu)].map(([, name = '']) => name);
      const references = names.map((name) => `<ref name="${name}"/>`).join('');
      const anyElement = text.replace(/<start>[\s\S]*?<\/start>/u, `<start><choice>${references}</choice></start>`);
      const compiled = compileSchema('any.rng', anyElement, () => undefined);
      if ('fault' in compiled) throw new Error(compiled.fault.message);
      const dice = new Dice(17);
      const elements = compiled.grammar.elements.flatMap(({ nameClass }) =>
        listedNames(nameClass).map(({ local }) => local),
      );
      const examples = guidelinesExamples(readFileSync(p5subset, 'utf8'));
      expect(examples.length).toBeGreaterThan(2000);
      const documents = examples.flatMap((each, index) =>
        index % 12 === 0 ? [each, mutate(each, elements, dice)] : [each],
      );
      const path = join(mkdtempSync(join(tmpdir(), 'editio-any-')), 'any.rng');
      writeFileSync(path, anyElement);
      expect(different(documents, accepts(compiled.grammar, documents), jingAccepts(path, documents))).toEqual([]);
      rmSync(dirname(path), { recursive: true });
    },
  );

  it('is libxml2’s, too, on the edition’s grammar, as it is and pruned', async () => {
    const path = 'schema/editio.rng';
    const grammar = grammarOf(path);
    const automaton = new Automaton(grammar);
    const isOfIds = ({ kind }: RelaxNgFault): boolean => kind === 'duplicate-id' || kind === 'missing-id';
    // libxml2 checks some identifiers, and not all.
    const documents = documentsOf(grammar, 200, 11).filter((document) => {
      const result = validateText(automaton, document);
      return 'faults' in result && (result.faults.length === 0 || !result.faults.every(isOfIds));
    });
    const ours = accepts(grammar, documents);
    const files = documents.map((text, index) => ({ path: `${index}.xml`, text }));
    for (const bytes of [readFileSync(path), new TextEncoder().encode(pruneSchema(grammar, files))]) {
      const found = await validateRelaxNg(files, { path, bytes });
      const refused = new Set(found.map(({ file }) => file));
      expect(
        different(
          documents,
          ours,
          files.map((file) => !refused.has(file.path)),
        ),
      ).toEqual([]);
    }
  });

  it('is the same of a grammar that was written and read again', () => {
    const grammar = grammarOf('schema/editio.rng');
    const again = readCompiledGrammar(writeCompiledGrammar(grammar));
    if (again === undefined) throw new Error('The compiled grammar cannot be read.');
    const documents = documentsOf(grammar, 200, 13);
    expect(accepts(again, documents)).toEqual(accepts(grammar, documents));
  });
});
