import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readXmlTree, descendants } from '../../../src/schema/xml-tree.js';
import { placesIn } from '../../../src/validate/schematron/node-places.js';
import { findingsOf, schema } from './run.js';
import { randomTei } from './random-tei.js';

const documents = randomTei({
  elements: ['p', 'hi', 'note'],
  attributes: ['n', 'rend', 'xml:id'],
  values: ['1', 'a>b', '/', "it's", 'n=', '<!--'].map((value) => value.replace('<', '&lt;')),
});

describe('places of nodes', () => {
  it('of elements are those of the strict parser', () => {
    fc.assert(
      fc.property(documents, (text) => {
        const { root } = readXmlTree(text);
        const offsets = root === undefined ? [] : [...descendants(root)].map(({ offset }) => offset);
        const found = placesIn(
          text,
          offsets.map((_, element) => ({ element })),
        );
        expect(found.map(({ start }) => start)).toEqual(offsets);
      }),
      { numRuns: 200, seed: 4 },
    );
  });

  it('of attributes, texts, comments and instructions hold what the processor sees there', async () => {
    const text = schema(
      `<pattern><rule context="@* | text()[normalize-space()] | comment() | processing-instruction()"><report test="true()">[<value-of select="."/>]</report></rule></pattern>`,
    );
    const document = `<?xml version="1.0"?>\n<?pi one?><!-- two -->
<a b = "3" c='4 > "x"' xml:id\n=\n"i"> five <b/> six<!-- seven --><c d="8"/><?pi nine ?> ten<![CDATA[ <el> ]]>even <e>12</e></a>\n<!-- 13 -->`;
    const found = await findingsOf(text, document);
    const inText = found.map(({ span }) => document.slice(span?.start ?? 0, span?.end ?? 0));
    expect(inText).toEqual([
      ...['<?pi one?>', '<!-- two -->', 'b = "3"', `c='4 > "x"'`, 'xml:id\n=\n"i"', 'five', 'six', '<!-- seven -->'],
      ...['d="8"', '<?pi nine ?>', 'ten<![CDATA[ <el> ]]>even', '12', '<!-- 13 -->'],
    ]);
    expect(found.map(({ message }) => message)).toEqual([
      ...['[one]', '[ two ]', '[3]', '[4 > "x"]', '[i]', '[ five ]', '[ six]', '[ seven ]'],
      ...['[8]', '[nine ]', '[ ten <el> even ]', '[12]', '[ 13 ]'],
    ]);
  });
});
