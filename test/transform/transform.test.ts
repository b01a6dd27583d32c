import { fc, test as property } from '@fast-check/vitest';
import { beforeAll, describe, expect, test } from 'vitest';
import { resolveParameters, type FormatParameters } from '../../src/transform/format.js';
import { html } from '../../src/transform/formats/html.js';
import { isSafeLink } from '../../src/transform/link.js';
import { readMarkup } from '../../src/transform/markup.js';
import { transformDocuments } from '../../src/transform/transform.js';
import { compileStylesheets, readSample, teiWith, transform } from './sample.js';

beforeAll(compileStylesheets);

const samples = ['letter', 'minutes', 'drama', 'verse', 'table', 'apparatus', 'dictionary', 'corpus'];

describe('many documents', () => {
  test.each(['html', 'text'] as const)(
    'every sample goes through to %s without a finding of missing text',
    async (format) => {
      const results = await transformDocuments(
        samples.map((id) => ({ id, xml: readSample(id) })),
        format,
      );
      expect(results.map(({ id }) => id)).toEqual(samples);
      for (const { id, output, diagnostics } of results) {
        expect(output, id).not.toBe('');
        expect(
          diagnostics.filter(({ code }) => !['transform/unsafe-link', 'transform/other-vocabulary'].includes(code)),
          id,
        ).toEqual([]);
      }
    },
  );
  test('a faulty document is reported and the others go on', async () => {
    const results = await transformDocuments(
      [
        { id: 'a', xml: '<TEI><text>' },
        { id: 'b', xml: teiWith('<p>x</p>') },
        { id: 'c', xml: '<TEI.2><text><body><p>x</p></body></text></TEI.2>' },
        { id: 'd', xml: '<TEI xmlns="http://www.tei-c.org/ns/1.0/"><text><body><p>x</p></body></text></TEI>' },
        { id: 'e', xml: `<!DOCTYPE TEI>${teiWith('<p>x</p>')}` },
        { id: 'f', xml: teiWith('<hi>'.repeat(300) + 'x' + '</hi>'.repeat(300)) },
      ],
      'html',
    );
    expect(results.map(({ id, output, diagnostics }) => [id, output !== '', diagnostics[0]?.code])).toEqual([
      ['a', false, 'gate/not-well-formed'],
      ['b', true, undefined],
      ['c', false, 'gate/tei-p4'],
      ['d', false, 'gate/namespace-wrong'],
      ['e', false, 'gate/doctype-not-allowed'],
      ['f', false, 'gate/too-deep'],
    ]);
  });
  test('the same documents give the same bytes', async () => {
    const run = () =>
      transformDocuments(
        samples.map((id) => ({ id, xml: readSample(id) })),
        'html',
      );
    expect(await run()).toEqual(await run());
  });
  test('a text whose declaration names another encoding is read as it is', async () => {
    const xml = `<?xml version="1.0" encoding="windows-1252"?>${teiWith('<p>Győr</p>')}`;
    expect((await transform(xml, 'text')).output).toBe('Győr\n');
  });
  test('a document without header, a fragment, a header alone', async () => {
    const tei = 'xmlns="http://www.tei-c.org/ns/1.0"';
    expect((await transform(`<TEI ${tei}><text><body><p>x</p></body></text></TEI>`, 'text')).output).toBe('x\n');
    expect((await transform(`<div ${tei}><p>x<note n="1">y</note></p></div>`, 'text')).output).toBe(
      'x[1]\n\n\nNotes\n\n[1] y\n',
    );
    expect(
      (
        await transform(
          `<TEI ${tei}><teiHeader><fileDesc><titleStmt><title>T</title></titleStmt></fileDesc></teiHeader></TEI>`,
          'html',
        )
      ).output,
    ).toContain('T');
    const standOff = `<TEI ${tei}><standOff><listPerson><person xml:id="a"><persName><forename>Ada</forename><surname>King</surname></persName><birth when="1815">1815</birth></person></listPerson></standOff></TEI>`;
    expect((await transform(standOff, 'html')).diagnostics).toEqual([]);
  });
  test('pointers in a circle end', async () => {
    const xml = teiWith(
      '<p>a<note xml:id="a" next="#b" n="1"><ref target="#b">b</ref></note><note xml:id="b" next="#a" n="2"><ref target="#a">a</ref></note></p>',
    );
    expect((await transform(xml, 'html')).diagnostics).toEqual([]);
  });
});

test.each(['html', 'text'] as const)('time grows with the document: a thousand notes to %s', async (format) => {
  const paragraph = (n: number): string =>
    `<p>Words <persName ref="#a">A${n}</persName><note n="${n}">note ${n}</note></p>\n`;
  const xml = teiWith(Array.from({ length: 1000 }, (_, n) => paragraph(n)).join(''));
  const start = performance.now();
  expect((await transform(xml, format)).diagnostics).toEqual([]);
  expect(performance.now() - start).toBeLessThan(20_000);
});

describe('parameters', () => {
  test('defaults stand in for those not given', () => {
    expect(resolveParameters(html, { language: 'hu' })).toMatchObject({
      language: 'hu',
      reading: 'edited',
      header: 'none',
    });
  });
  test.each<FormatParameters>([{ colour: 'red' }, { header: 'half' }, { language: 3 }, { constructor: 'x' }])(
    '%j is refused',
    (given) => {
      expect(() => resolveParameters(html, given)).toThrow(RangeError);
    },
  );
});

test.each([
  ['https://example.org/a b', false],
  ['HTTPS://example.org', true],
  ['mailto:a@b.org', true],
  ['a/b.xml#c:d', true],
  ['#a', true],
  ['?a=b:c', true],
  [' javascript:alert(1)', false],
  ['java\nscript:alert(1)', false],
  ['data:text/html,x', false],
  ['vbscript:x', false],
  ['//evil.example', false],
  ['/\\evil.example', false],
  ['', false],
])('the address %j is safe: %s', (address, safe) => {
  expect(isSafeLink(address)).toBe(safe);
});

// Element names of all modules, lawful in their places or not.
const names =
  `p ab div div1 head list item label table row cell note ref ptr hi emph foreign quote q said cit bibl biblStruct choice
   sic corr orig reg abbr expan app lem rdg rdgGrp gap desc supplied unclear del add subst lb pb milestone lg l sp speaker
   stage opener closer salute signed dateline address addrLine floatingText body text front back group figure figDesc
   graphic formula persName placeName orgName rs date time num title term gloss u seg s w pc kinesic entry sense form orth
   def castList castItem role titlePage docTitle titlePart byline docAuthor epigraph argument postscript trailer listPerson
   person standOff facsimile surface zone line fw space damage ex am index listBibl witness listWit msDesc msIdentifier
   physDesc egXML metamark caesura noSuchElement`.split(/\s+/);
const word = fc.stringMatching(/^[b-z][aeiou]\u0301?[a-z]{2,5}$/);
const attributes = fc.constantFrom(
  '',
  '',
  '',
  ' n="3"',
  ' place="inline"',
  ' place="end"',
  ' rend="bold"',
  ' target="#x"',
  ' xml:lang="de"',
  ' xml:id="x"',
  ' ref="#x"',
  ' type="gloss"',
  ' wit="#A"',
);
const { node } = fc.letrec<{ node: string; element: string }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'medium' },
    word.map((text) => ` ${text}`),
    word,
    tie('element'),
  ),
  element: fc
    .tuple(fc.constantFrom(...names), attributes, fc.array(tie('node'), { maxLength: 4 }))
    .map(([name, attribute, children]) => `<${name}${attribute}>${children.join('')}</${name}>`),
}));

// Elements that end an open paragraph of HTML, or that HTML allows in few places only.
const blocks = new Set('div section blockquote p ul ol dl table figure h2 h3 h4 h5 h6 header article'.split(' '));

property.prop([fc.array(fc.array(node, { maxLength: 5 }), { minLength: 1, maxLength: 15 })], { numRuns: 40 })(
  'no text of any tree of elements is lost, in any format, and the HTML can be parsed as it stands',
  async (trees) => {
    const documents = trees.map((tree, index) => ({ id: String(index), xml: teiWith(tree.join('')) }));
    for (const format of ['html', 'text'] as const) {
      for (const { output, diagnostics } of await transformDocuments(documents, format)) {
        const told = diagnostics.filter(
          ({ code }) => !['transform/no-text', 'transform/unknown-element'].includes(code),
        );
        expect(told).toEqual([]);
        if (format === 'html') checkNesting(output);
      }
    }
  },
);

/** No block inside a paragraph or a heading, no link inside a link: an HTML parser would build another tree. */
function checkNesting(output: string): void {
  const open: string[] = [];
  readMarkup(output, {
    open: (name) => {
      if (blocks.has(name)) expect(open.filter((outer) => /^(?:p|h\d|dt)$/.test(outer))).toEqual([]);
      if (name === 'a') expect(open).not.toContain('a');
      if (name === 'tr') expect(open.at(-1)).toBe('tbody');
      open.push(name);
    },
    close: () => open.pop(),
    text: (text) => {
      if (text.trim() !== '') expect(open.at(-1)).not.toMatch(/^(?:table|tbody|tr|ul|ol|dl)$/);
    },
  });
}
