import { beforeAll, describe, expect, it } from 'vitest';
import { scanHtml } from '../../src/site/checks/html-scan.js';
import { parseTei } from '../../src/tei/parse.js';
import { serializeTei } from '../../src/tei/serialize.js';
import { readMarkup } from '../../src/transform/markup.js';
import { compileStylesheets } from '../transform/sample.js';
import { headerWith, tei, transformed, validated, XMLNS } from './faulty-tei.js';

beforeAll(compileStylesheets);

/** What a reader sees of HTML, and the names of its elements and attributes. */
function read(html: string): {
  readonly text: string;
  readonly elements: Set<string>;
  readonly attributes: Set<string>;
} {
  const elements = new Set<string>();
  const attributes = new Set<string>();
  let text = '';
  readMarkup(html, {
    open: (name, given) => {
      elements.add(name);
      for (const attribute of Object.keys(given)) attributes.add(attribute);
    },
    text: (piece) => {
      text += piece;
    },
  });
  return { text, elements, attributes };
}

it.each([
  'javascript:alert(1)',
  'JaVaScRiPt:x',
  'vbscript:x',
  'data:text/html,x',
  ' java&#10;script:x',
  '//evil.example/',
  '\\\\evil',
  'file:///etc/passwd',
  'https:\\\\evil',
])('51: %s is no link in any attribute; its words stay, and a warning tells', async (address) => {
  const body = `<p><ref target="${address}">one</ref> <ptr target="${address}"/> <persName ref="${address}">two</persName> <graphic url="${address}"/><pb facs="${address}"/></p>`;
  const { output, result } = await transformed(tei(body));
  const links = scanHtml(output).links.map((link) => link.address);
  expect(links).toEqual([]);
  expect(read(output).text).toMatch(/one[\s\S]*two/u);
  expect(result[0]).toBe(0);
  expect(result.slice(1).every((finding) => String(finding).startsWith('transform/unsafe-link 4:'))).toBe(true);
  expect(result.length).toBeGreaterThan(4);
});

it('51: a prefix that the header declares does not make code an address', async () => {
  const rule = '<prefixDef ident="javascript" matchPattern="(.*)" replacementPattern="javascript:$1"/>';
  const header = headerWith(`<encodingDesc><listPrefixDef>${rule}</listPrefixDef></encodingDesc>`);
  const { output } = await transformed(tei('<p><ref target="javascript:alert(1)">x</ref></p>', header));
  expect(scanHtml(output).links).toEqual([]);
});

it('52: xml:base leads no link to another host, and no output elsewhere', async () => {
  const body =
    '<p xml:base="javascript:alert(1)//"><ref target="q">one</ref></p><p xml:base="//evil.example/"><ref target="r">two</ref></p>';
  const { output } = await transformed(tei(body));
  expect(output).not.toMatch(/evil|javascript/u);
});

it('53: known words of @rend are classes; CSS, of the element or of the header, is dropped', async () => {
  const header = headerWith(
    '<encodingDesc><tagsDecl><rendition xml:id="r" scheme="css">background: url(http://evil.example/r)</rendition></tagsDecl></encodingDesc>',
  );
  const style = '}</style><script>x</script> position:fixed; background:url(http://evil.example/s); expression(x)';
  const body = `<p rend="bold ${style.replace(/</gu, '&lt;')}" style="font-style:italic; ${style.replace(/</gu, '&lt;')}" rendition="#r">x</p>`;
  const { output } = await transformed(tei(body, header));
  expect(output).toContain('class="tei-p tei-rend-bold tei-rend-italic"');
  expect(output).not.toMatch(/evil|fixed|expression|<script|style=/u);
});

it('57: instructions are ignored for loading and kept when a file is written again', async () => {
  const instructions =
    '<?xml-stylesheet href="http://127.0.0.1:9/a.xsl" type="text/xsl"?><?xml-model href="http://127.0.0.1:9/a.rng"?><?php echo 1; ?>';
  const file = tei('<p>a<?php x ?>b<!-- c - d --></p>').replace('?>\n', `?>\n${instructions}\n`);
  expect((await validated(file)).result[0]).toBe(0);
  expect(read((await transformed(file)).output).text.trim()).toBe('ab');
  const { document } = parseTei(file);
  if (document === undefined) expect.fail('The file is well-formed.');
  const written = serializeTei(document.root, { prolog: document.prolog }).xml;
  for (const kept of [
    '<?xml-stylesheet href="http://127.0.0.1:9/a.xsl"',
    '<?php echo 1; ?>',
    '<?php x ?>',
    '<!-- c - d -->',
  ]) {
    expect(written).toContain(kept);
  }
});

it.each(['html', 'text'] as const)('58: CDATA, references and lone blanks are the same text in %s', async (format) => {
  const plain = '<p>Dear <persName>Ada</persName> <date>1850</date>, a &lt; b &amp;nbsp; A</p>';
  const other =
    '<p>Dear&#x20;<persName>A<![CDATA[da]]></persName><!-- c --> <date>1850</date>, <![CDATA[a < b &nbsp;]]> &#65;</p>';
  const { output } = await transformed(tei(plain), format);
  expect((await transformed(tei(other), format)).output).toBe(output);
  expect(format === 'text' ? output : read(output).text).toContain('Dear Ada 1850, a < b &nbsp; A');
});

it('59: drawings and formulas of other vocabularies are words, never elements, and one warning tells of each', async () => {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" onload="x"><script>one</script><text onclick="x">two</text></svg>';
  const math = '<math xmlns="http://www.w3.org/1998/Math/MathML"><mi href="javascript:x">three</mi></math>';
  const html = '<iframe xmlns="http://www.w3.org/1999/xhtml" srcdoc="x">four</iframe>';
  const { output, result } = await transformed(tei(`<p>${svg}${math}${html}${math}</p>`));
  const { text, elements, attributes } = read(output);
  expect(text).toMatch(/one[\s\S]*two[\s\S]*three[\s\S]*four[\s\S]*three/u);
  expect([...elements].filter((name) => !['article', 'div', 'p', 'span'].includes(name))).toEqual([]);
  expect([...attributes]).toEqual(['class']);
  expect(result.slice(1).map((finding) => String(finding).split(' ')[0])).toEqual(
    Array<string>(3).fill('transform/other-vocabulary'),
  );
});

describe('60: elements that nobody knows', () => {
  it('60: are printed, each name with one warning', async () => {
    const body = '<p>a <personname>b</personname> <frob><zorg/>c<frob>d</frob></frob></p>';
    const { output, result, findings } = await transformed(tei(body));
    expect(read(output).text.trim()).toBe('a b cd');
    expect(result).toEqual([
      0,
      'transform/unknown-element 4:6',
      'transform/unknown-element 4:33',
      'transform/unknown-element 4:39',
    ]);
    expect(findings[0]?.expected).toEqual(['persName']);
    expect(findings[1]?.message).toContain('2 times');
  });

  it('60: those of dictionaries and drama are known; the default namespace may change in the middle', async () => {
    const body = `<entry><form><orth>a</orth><oRef>~</oRef></form><sense><def>b</def></sense></entry><sp><speaker>C</speaker><p>d</p></sp><p>e <x xmlns="urn:x">f <hi ${XMLNS}>g</hi> h</x></p>`;
    const { output, result } = await transformed(tei(body));
    expect(read(output).text.replace(/[^a-zA-Z]/gu, '')).toBe('abCdefgh');
    expect(result).toHaveLength(2);
  });
});
