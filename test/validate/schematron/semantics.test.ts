import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findingsOf } from './run.js';

/*
 * Schemas and documents at random, each element on a line of its own, checked by our rules and by a definition of a few
 * lines over plain XPath: both say the same messages on the same lines. (libxml2 knows Schematron too, but prints no reports,
 * checks a node by every rule that matches, and passes nodes over.)
 */

interface Tree {
  readonly name: string;
  readonly attributes: string;
  readonly children: readonly Tree[];
}
interface Check {
  readonly kind: 'assert' | 'report';
  readonly test: string;
}
interface Rule {
  readonly context: string;
  readonly checks: readonly Check[];
}

const name = fc.constantFrom('a', 'b', 'c');
const attributes = fc.constantFrom('', ' x="1"', ' y="2"', ' x="2" y="1"');
const treeOf = (depth: number): fc.Arbitrary<Tree> =>
  fc.record({
    name,
    attributes,
    children: depth === 0 ? fc.constant([]) : fc.array(treeOf(depth - 1), { maxLength: 4 }),
  });
const context = fc.oneof(
  name,
  fc.constantFrom(
    '*',
    'b[@x]',
    '*[@y]',
    '*[@x][a]',
    'c[a]',
    'a/b',
    'a//c',
    "b[@x='1']",
    'c[last()]',
    '/a',
    'b|c[@x]',
    'a/*',
  ),
);
const test = fc.constantFrom(
  ...['@x', 'not(@y)', 'a', 'count(*) > 1', "@x = '1'", 'parent::b', 'following-sibling::*', '@x > 1'],
  ...['ancestor::c or @y', "name() = 'b'", 'count(//c) > 3', 'string(@x)'],
);
const checks = fc.array(fc.record({ kind: fc.constantFrom('assert' as const, 'report' as const), test }), {
  minLength: 1,
  maxLength: 3,
});
const patterns = fc.array(fc.array(fc.record({ context, checks }), { minLength: 1, maxLength: 4 }), {
  minLength: 1,
  maxLength: 3,
});

function written({ name: tag, attributes: own, children }: Tree): string {
  return `<${tag}${own}>\n${children.map(written).join('')}</${tag}>\n`;
}

/** The text of a schema; messages are the places of the checks in it. */
function schemaOf(all: readonly (readonly Rule[])[]): string {
  const escaped = (text: string): string => text.replaceAll('>', '&gt;');
  const texts = all.map((rules, p) => {
    const parts = rules.map((rule, r) => {
      const tests = rule.checks.map(
        (each, c) => `<${each.kind} test="${escaped(each.test)}">${p}.${r}.${c}</${each.kind}>`,
      );
      return `<rule context="${rule.context}">${tests.join('')}</rule>`;
    });
    return `<pattern id="p${p}" name="p${p}">${parts.join('')}</pattern>`;
  });
  return `<schema xmlns="http://purl.oclc.org/dsdl/schematron">${texts.join('')}</schema>`;
}

/** The part of the processor that the definition needs: XPath over a tree. */
interface XPathProcessor {
  getResource: (options: { text: string; type: 'xml' }) => Promise<object>;
  XPath: { evaluate(expression: string, node: object, options: { resultForm: 'array' }): object[] };
}
const { getResource, XPath } = createRequire(import.meta.url)('saxon-js') as XPathProcessor;

/** ISO/IEC 19757-3, 6.5: in each pattern, each node is checked by the first rule that matches it, and by no other. */
async function defined(all: readonly (readonly Rule[])[], document: string): Promise<string[]> {
  const root = await getResource({ text: document, type: 'xml' });
  const nodes = XPath.evaluate('//*', root, { resultForm: 'array' });
  const lines = new Map<object, number>();
  [...document.matchAll(/<[abc]/g)].forEach(({ index }, number) => {
    const node = nodes[number];
    if (node !== undefined) lines.set(node, document.slice(0, index).split('\n').length);
  });
  return all.flatMap((rules, p) => {
    const left = new Set(nodes);
    return rules.flatMap(({ context: where, checks }, r) => {
      const paths = where.split('|').map((each) => (each.startsWith('/') ? each : `//${each}`));
      const matched = XPath.evaluate(paths.join('|'), root, { resultForm: 'array' }).filter((node) =>
        left.delete(node),
      );
      return matched.flatMap((node) =>
        checks.flatMap(({ kind, test: expression }, c) => {
          const [holds] = XPath.evaluate(`boolean(${expression})`, node, {
            resultForm: 'array',
          }) as unknown as boolean[];
          return holds === (kind === 'report') ? [`${lines.get(node) ?? 0} ${p}.${r}.${c}`] : [];
        }),
      );
    });
  });
}

async function ours(schema: string, document: string): Promise<string[]> {
  return (await findingsOf(schema, document)).map(({ position, message }) => `${position?.line ?? 0} ${message}`);
}

describe('schemas at random', () => {
  it('find what the standard defines', { timeout: 60_000 }, async () => {
    let total = 0;
    await fc.assert(
      fc.asyncProperty(patterns, treeOf(3), async (rules, tree) => {
        const document = written(tree);
        const found = await ours(schemaOf(rules), document);
        total += found.length;
        expect(found.sort()).toEqual((await defined(rules, document)).sort());
      }),
      { numRuns: 40, seed: 19757 },
    );
    expect(total).toBeGreaterThan(200);
  });
});
