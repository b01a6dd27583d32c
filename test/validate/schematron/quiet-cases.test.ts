import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadSchematron, runSchematron } from '../../../src/validate/schematron/index.js';
import { readRuleCases } from '../../schema/rule-documents.js';

/**
 * A schema with asserts and reports exchanged: it fires exactly where the other one looks at a node and is quiet.
 */
function exchanged(schema: string): string {
  return schema.replace(/(<\/?(?:[\w.-]+:)?)(assert|report)(?=[\s>])/g, (_, tag: string, name: string) => {
    return tag + (name === 'assert' ? 'report' : 'assert');
  });
}

/**
 * The rules that are never quiet at a node they look at: in all the documents they either fire or match nothing, so that
 * no document shows what is in order.
 */
async function neverQuiet(schema: string, documents: readonly string[]): Promise<string[]> {
  const { rules } = loadSchematron('exchanged.sch', exchanged(schema), () => undefined);
  if (rules === undefined) throw new Error('The exchanged schema cannot be read.');
  const files = documents.map((text, index) => ({ path: String(index), text }));
  const quiet = new Set((await runSchematron(rules, files)).map(({ rule }) => rule));
  const ids = [...schema.matchAll(/<(?:assert|report)\s[^>]*?\bid="([^"]*)"/g)].map((match) => match[1] ?? '');
  return ids.filter((id) => !quiet.has(id));
}

describe('every rule that comes with Editio', () => {
  it('looks at something that is in order', { timeout: 60_000 }, async () => {
    const documents = readRuleCases('test/schema/rules').flatMap(({ fires, quiet }) => [fires, quiet]);
    expect(await neverQuiet(readFileSync('schema/editio.sch', 'utf8'), documents)).toEqual([]);
  });

  it('would be found out if it did not', async () => {
    const schema = `<schema xmlns="http://purl.oclc.org/dsdl/schematron"><pattern>
      <rule context="a"><assert id="one" test="@x">x</assert></rule>
      <rule context="b"><report test="@x" id="two">x</report></rule>
      <rule context="c"><report test="true()" id="three">x</report></rule></pattern></schema>`;
    expect(await neverQuiet(schema, ['<a x="1"><c/></a>', '<a/>'])).toEqual(['two', 'three']);
  });
});
