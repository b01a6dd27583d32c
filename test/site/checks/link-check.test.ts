import { describe, expect, test } from 'vitest';
import { scanHtml } from '../../../src/site/checks/html-scan.js';
import { checkSite } from '../../../src/site/checks/link-check.js';

const codes = (files: readonly (readonly [string, string])[], base = '/'): string[] =>
  checkSite(
    files.map(([path, content]) => ({ path, content })),
    base,
  ).map(({ code, actual }) => `${code} ${actual ?? ''}`.trim());

describe('scanning a page', () => {
  test('comments, text and closing tags hold no links', () => {
    expect(scanHtml('<!-- <a href="x"> --> a < b </a href="y"> &lt;a href="z"&gt;')).toEqual({
      ids: [],
      links: [],
      active: [],
    });
  });

  test('a form may ask a page of the site, and nothing else', () => {
    const forms = ['action="search.html"', 'action="../search.html" role="search"', 'action="/edition/search.html"'];
    expect(forms.flatMap((attributes) => scanHtml(`<form ${attributes}></form>`).active)).toEqual([]);
    const others = [
      ...[
        '',
        'action=""',
        'action="https://example.org/x.html"',
        'action="//example.org/x.html"',
        'action="javascript:x"',
      ],
      ...['action="search.html" method="post"', 'action="search.html" target="x"', 'action="search.html?q=1"'],
    ];
    for (const attributes of others)
      expect(scanHtml(`<form ${attributes}></form>`).active, attributes).toEqual(['<form>']);
  });

  test('attributes in every form, references decoded', () => {
    const scan = scanHtml(`<a  HREF = 'a&amp;b' id="x>y"><img src=c alt><p id='&#x41;'/>`);
    expect(scan.links.map(({ address }) => address)).toEqual(['a&b', 'c']);
    expect(scan.ids).toEqual(['x>y', 'A']);
  });

  test('an unclosed tag ends with the page', () => {
    expect(scanHtml('<a href="x').links).toEqual([{ attribute: 'href', address: 'x' }]);
    expect(scanHtml('<a =x').ids).toEqual([]);
  });
});

describe('links', () => {
  test('those that lead somewhere', () => {
    expect(
      codes([
        [
          'index.html',
          '<a href="a/b.html#x">1</a><a href="#top">2</a><a href="https://example.org">3</a><a href="./">4</a>',
        ],
        ['a/b.html', '<p id="x"><a href="../index.html">1</a><a href="#x">2</a><a href="../t.xml">3</a></p>'],
        ['t.xml', '<x href="nowhere"/>'],
      ]),
    ).toEqual([]);
  });

  test('a missing file, a missing id, a way out, a forbidden scheme', () => {
    expect(
      codes([
        [
          'index.html',
          '<a href="b.html">1</a><a href="#no">2</a><img src="x.png"><a href="/other">3</a><a href="javascript:x">4</a>',
        ],
      ]),
    ).toEqual(['b.html', '#no', 'x.png', '/other', 'javascript:x'].map((address) => `site/dead-link ${address}`));
  });

  test('encoded names, and a site that is not at the root of its host', () => {
    expect(
      codes([
        ['index.html', '<a href="documents/%C3%A1.html#%C3%BC">1</a>'],
        ['documents/á.html', '<p id="ü">'],
      ]),
    ).toEqual([]);
    expect(codes([['404.html', '<a href="/edition/404.html">1</a>']], '/edition/')).toEqual([]);
    expect(codes([['404.html', '<a href="/404.html">1</a>']], '/edition/')).toEqual(['site/dead-link /404.html']);
  });
});

test('paths: unsafe ones, and two that are one on some systems', () => {
  expect(
    codes([
      ['../a.html', ''],
      ['tei/A.xml', ''],
      ['tei/a.xml', ''],
    ]),
  ).toEqual(['site/unsafe-path', 'site/duplicate-path']);
  expect(
    codes([
      ['é.html', ''],
      ['e\u0301.html', ''],
    ]),
  ).toEqual(['site/duplicate-path']);
});

test('ids that stand twice, and anything that could run', () => {
  expect(codes([['a.html', '<p id="x"></p><p id="x"></p>']])).toEqual(['site/duplicate-id x']);
  expect(codes([['a.html', '<script></script><p onclick="x" style="y">']])).toEqual([
    'site/active-content <script>',
    'site/active-content @onclick',
    'site/active-content @style',
  ]);
});
