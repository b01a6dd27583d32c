import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileOdd } from '../../src/schema/index.js';
import { genres } from '../../src/structure/genres/index.js';
import { stageType } from '../../src/language/stage-words.js';
import { textOf, type TeiElement } from '../../src/tei/node.js';
import { parseTei } from '../../src/tei/parse.js';
import { jing, startingAnywhere } from './jing.js';
import { needsData, needsJing, teiPath, teiText, withData, withJing } from './odd/tei-data.js';

const path = 'schema/editio.odd';
const odd = readFileSync(path, 'utf8');
const grammar = readFileSync('schema/editio.rng', 'utf8');
const elementNames = [...grammar.matchAll(/<element name="(\w+)"/g)].map(([, name = '']) => name);
const manual = ((): TeiElement => {
  const { document, fault } = parseTei(odd);
  if (document === undefined) throw new Error(fault.message);
  return document.root;
})();

/** The elements of a name in an element, at any depth. */
function all(element: TeiElement, name: string): TeiElement[] {
  return element.children.flatMap((child) =>
    child.kind === 'element' ? [...(child.name === name ? [child] : []), ...all(child, name)] : [],
  );
}

/** The values that a closed list of the manual has. */
function valuesOf(element: string, attribute: string): string[] {
  const spec = all(manual, 'elementSpec').find(({ attributes }) => attributes['ident'] === element);
  const definition = (spec === undefined ? [] : all(spec, 'attDef')).find(
    ({ attributes }) => attributes['ident'] === attribute,
  );
  return (definition === undefined ? [] : all(definition, 'valItem')).map(
    ({ attributes }) => attributes['ident'] ?? '',
  );
}

describe('the encoding manual', () => {
  withData(`is what the grammar and the rules were made from${needsData}`, () => {
    const p5subset = { path: teiPath('p5subset.xml'), text: teiText('p5subset.xml') };
    const { rng, sch, diagnostics } = compileOdd({ odd: { path, text: odd }, p5subset });
    expect(diagnostics).toEqual([]);
    // No diff of thousands of lines: "editio schema compile schema/editio.odd" makes them anew.
    expect(rng === grammar).toBe(true);
    expect(sch === readFileSync('schema/editio.sch', 'utf8')).toBe(true);
  });

  withJing(`is valid TEI${needsJing}`, () => {
    expect(jing(teiPath('tei_all.rng'), [path])).toBe('');
  });

  withJing(`has examples that its own grammar accepts${needsJing}`, () => {
    const examples = [...odd.matchAll(/<egXML xmlns="[^"]*">(.*?)<\/egXML>/gs)].map(([, content = '']) => content);
    expect(examples.length).toBeGreaterThan(25);
    const folder = mkdtempSync(join(tmpdir(), 'editio-manual-'));
    try {
      const anywhere = join(folder, 'editio.rng');
      writeFileSync(anywhere, startingAnywhere(grammar, elementNames));
      const files = examples.flatMap((example, index) => {
        const { document, fault } = parseTei(`<x xmlns="http://www.tei-c.org/ns/1.0">${example}</x>`);
        if (document === undefined) throw new Error(fault.message);
        return document.root.children.flatMap((child, part) => {
          if (child.kind !== 'element') return [];
          const span = document.spanOf(child);
          const file = join(folder, `${index}-${part}.xml`);
          const xml = `<x xmlns="http://www.tei-c.org/ns/1.0">${example}</x>`.slice(span?.start, span?.end);
          writeFileSync(file, xml.replace(/^<\w+/, '$& xmlns="http://www.tei-c.org/ns/1.0"'));
          return [file];
        });
      });
      expect(jing(anywhere, files)).toBe('');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('explains every element of the grammar, and speaks of no other', () => {
    const body = all(manual, 'body')[0];
    if (body === undefined) throw new Error('The manual has no body.');
    const explained = all(body, 'label').flatMap((label) => all(label, 'gi').map(textOf));
    expect(elementNames.filter((name) => !explained.includes(name))).toEqual([]);
    const mentioned = all(body, 'gi').map(textOf);
    expect(mentioned.filter((name) => !elementNames.includes(name))).toEqual([]);
  });

  it('says of every value what it means', () => {
    const items = all(manual, 'valItem');
    expect(items.length).toBeGreaterThan(100);
    expect(items.filter((item) => all(item, 'desc').map(textOf).join('').trim() === '')).toEqual([]);
  });

  it('has the values that the conversion writes', () => {
    expect(valuesOf('div', 'type')).toEqual(expect.arrayContaining(genres.map(({ name }) => name)));
    const directions = ['applause', 'laughter', 'noise', 'silence', 'shouts', 'enters', 'leaves', 'rises'];
    const types = directions.map((direction) => stageType(direction, false));
    expect(valuesOf('stage', 'type').sort()).toEqual(types.sort());
  });
});
