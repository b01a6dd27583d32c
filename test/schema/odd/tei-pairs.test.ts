import { describe, expect } from 'vitest';
import { compileOdd, type CompiledSchema } from '../../../src/schema/index.js';
import { grammarDifferences } from './grammar-comparison.js';
import { needsData, needsJing, teiText, withData, withJing } from './tei-data.js';
import { documentsOf, inFolder, validByJing } from './verdicts.js';

const p5subset = (): { path: string; text: string } => ({ path: 'p5subset.xml', text: teiText('p5subset.xml') });

/** The schema of one of the TEI's own customisations. */
function compiled(name: string): CompiledSchema {
  const made = compileOdd({ odd: { path: `${name}.odd`, text: teiText(`${name}.odd`) }, p5subset: p5subset() });
  expect(made.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return made;
}

/** A customisation with every module of the TEI. */
function everything(): CompiledSchema {
  const source = p5subset();
  const modules = [
    ...new Set([...source.text.matchAll(/<moduleSpec[^>]* ident="([\w-]+)"/g)].map(([, name = '']) => name)),
  ];
  expect(modules).toHaveLength(22);
  const text = `<TEI xmlns="http://www.tei-c.org/ns/1.0"><schemaSpec ident="tei_all" start="TEI teiCorpus">${modules
    .map((name) => `<moduleRef key="${name}"/>`)
    .join('')}</schemaSpec></TEI>`;
  return compileOdd({ odd: { path: 'tei_all.odd', text }, p5subset: source });
}

/** Documents made of each grammar, each also changed; a longer run is asked for by the variable. */
const COUNT = Number(process.env['EDITIO_DOCUMENTS'] ?? '30');

const pairs = ['tei_lite', 'tei_simplePrint', 'tei_speech'];

describe('the grammar of an ODD and the one that the TEI’s tools make of it', () => {
  for (const name of pairs) {
    withData(`are the same in every element, attribute and content: ${name}${needsData}`, () => {
      expect(grammarDifferences(compiled(name).rng, teiText(`${name}.rng`))).toEqual([]);
    });
  }

  withData(`are the same with all modules: tei_all${needsData}`, () => {
    expect(grammarDifferences(everything().rng, teiText('tei_all.rng'))).toEqual([]);
  });

  withData(`differ where one letter of a grammar is changed${needsData}`, () => {
    const { rng } = compiled('tei_lite');
    for (const [from, to, what] of [
      ['<ref name="dateline"/>', '<text/>', 'the content'],
      ['<value>free</value>', '<value>fee</value>', 'optional(@status'],
      ['<data type="ID"/>', '<data type="NCName"/>', 'optional(@xml:id'],
      ['name="notBefore"', 'name="notbefore"', undefined],
      ['<attribute name="target"', '<attribute name="targets"', 'optional(@target'],
      ['<element name="teiHeader">', '<element name="teiheader">', 'it'],
    ] as const) {
      const found = grammarDifferences(rng.replaceAll(from, to), rng);
      if (what === undefined) expect(found).toEqual([]);
      else expect(found.join('\n')).toContain(`has ${what}`);
    }
  });
});

describe('documents are valid by the grammar of an ODD where they are by the one of the TEI’s tools', () => {
  pairs.forEach((name, index) => {
    withJing(
      `made of either grammar, and changed at random: ${name}${needsJing}`,
      () => {
        const ours = compiled(name).rng;
        const theirs = teiText(`${name}.rng`);
        const documents = [...documentsOf(ours, COUNT, index), ...documentsOf(theirs, COUNT, 100 + index)];
        const [left, right] = inFolder((folder) => [
          validByJing(folder, { text: ours }, documents),
          validByJing(folder, { text: theirs }, documents),
        ]);
        expect(left).toEqual(right);
        // Documents that are nearly all valid, or nearly all not, would prove little.
        expect(right.size).toBeGreaterThan(documents.length / 2);
        expect(right.size).toBeLessThan(documents.length * 0.95);
      },
      30_000,
    );
  });
});
