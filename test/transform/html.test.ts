import { beforeAll, describe, expect, test } from 'vitest';
import { compileStylesheets, outputOf, readSample, teiWith, transform } from './sample.js';

beforeAll(compileStylesheets);

/** The HTML of a body without the boxes around it. */
async function html(body: string, parameters = {}): Promise<string> {
  const output = await outputOf(body, 'html', parameters);
  return output
    .replace('<article class="tei-TEI tei-document"><div class="tei-text"><div class="tei-body">', '')
    .replace(/<\/div><\/div>(<section class="tei-notes".*)?<\/article>$/s, '');
}

describe('paragraphs and phrases', () => {
  test('a paragraph that holds a list is a div, since HTML ends a paragraph there', async () => {
    expect(await html('<p>a<list><item>b</item></list>c</p>')).toBe(
      '<div class="tei-p">a<div class="tei-list"><ul><li class="tei-item">b</li></ul></div>c</div>',
    );
  });
  test('white space between names is kept', async () => {
    expect(await html('<p>Dear <persName>Ada</persName> <date when="1840">1840</date></p>')).toBe(
      '<p class="tei-p">Dear <span class="tei-persName">Ada</span> <time datetime="1840" class="tei-date" data-when="1840">1840</time></p>',
    );
  });
  test('known words of @rend and @style become classes, raw CSS does not', async () => {
    const output = await html(
      '<p><hi rend="bold; color:red" style="font-style: italic; background: url(x)">x</hi></p>',
    );
    expect(output).toBe('<p class="tei-p"><span class="tei-hi tei-rend-bold tei-rend-italic">x</span></p>');
  });
  test('headings go down with the divisions', async () => {
    expect(await html('<div><head>a</head><div><head>b</head></div></div>')).toBe(
      '<section class="tei-div"><h2 class="tei-head">a</h2><section class="tei-div"><h3 class="tei-head">b</h3></section></section>',
    );
  });
  test('a block inside a heading is a span', async () => {
    expect(await html('<div><head>a<list><item>b</item></list></head></div>')).toContain(
      '<h2 class="tei-head">a<span class="tei-list tei-block"><span class="tei-item tei-block">b</span></span></h2>',
    );
  });
});

describe('what editors did', () => {
  test('supplied words and original words have their brackets back, once', async () => {
    const bracket = (sign: string): string => `<span class="tei-bracket">${sign}</span>`;
    expect(await html('<p><supplied>the</supplied></p>')).toContain(`${bracket('[')}the${bracket(']')}`);
    expect(await html('<p><supplied>[the]</supplied></p>')).not.toContain('tei-bracket');
    expect(await html('<p><gloss><foreign xml:lang="ru-Latn">chekisty</foreign></gloss></p>')).toContain(
      `${bracket('[')}<i class="tei-foreign" lang="ru-Latn">chekisty</i>${bracket(']')}`,
    );
    expect(await html('<p><gloss>an order</gloss></p>')).not.toContain('tei-bracket');
  });
  test('an omission prints its dots', async () => {
    expect(await html('<p><gap reason="editorial"><desc>. . .</desc></gap></p>')).toContain(
      'title="editorial">. . .</span>',
    );
    expect(await html('<p><gap/></p>')).toContain('<span class="tei-gap">[…]</span>');
    expect(await html('<p><gap><desc>two lines</desc></gap></p>')).toContain('[two lines]');
  });
  test('a correction stands in the text, the reading of the source beside it', async () => {
    const choice = '<p><choice><sic>11</sic><corr>II</corr></choice></p>';
    expect(await html(choice)).toMatch(
      /<span class="tei-corr">II<\/span> <span class="tei-alternative">.*source: .*<span class="tei-sic">11<\/span>/,
    );
    expect(await html(choice, { reading: 'source' })).toMatch(
      /<span class="tei-sic">11<\/span> <span class="tei-alternative">.*edited: .*<span class="tei-corr">II<\/span>/,
    );
  });
  test('an abbreviation has its expansion as title and as text', async () => {
    const output = await html('<p><choice><abbr>CC</abbr><expan>Central Committee</expan></choice></p>');
    expect(output).toContain('<abbr class="tei-abbr" title="Central Committee">CC</abbr>');
    expect(output).toContain('<span class="tei-expan">Central Committee</span>');
  });
  test('the first reading of an apparatus entry is the text, others follow with their witnesses', async () => {
    const output = await html('<p><app><rdg wit="#A">one</rdg><rdg wit="#B #C">two</rdg></app></p>');
    expect(output).toMatch(/<span class="tei-rdg" data-wit="#A">one<\/span> <span class="tei-alternative">.*B C .*two/);
  });
  test('quotation marks are added only where the header says that the text has none', async () => {
    const body = '<p><q>yes</q></p>';
    expect((await transform(teiWith(body), 'html')).output).not.toContain('“');
    expect((await transform(teiWith(body, '<quotation marks="none"/>'), 'html')).output).toContain('“');
  });
});

describe('notes', () => {
  test('a note has its printed number at its place and at the end, with the way there and back', async () => {
    const output = await outputOf('<p>a<note n="7" xml:id="n7" place="end"><p>Word.</p></note></p>', 'html');
    expect(output).toContain('a<sup class="tei-noteref"><a id="n7~ref" role="doc-noteref" href="#n7">7</a></sup>');
    expect(output).toContain('<div class="tei-note" id="n7"><span class="tei-note-number">7</span>');
    expect(output).toMatch(/<p class="tei-p">Word\.<\/p> <a class="tei-backlink" role="doc-backlink" href="#n7~ref"/);
  });
  test('notes without a number get a sign that is no printed number', async () => {
    const output = await outputOf('<p>a<note>x</note>b<note n="2">y</note>c<note>z</note></p>', 'html');
    expect([...output.matchAll(/role="doc-noteref"[^>]*>([^<]*)</g)].map((match) => match[1])).toEqual([
      '*1',
      '2',
      '*2',
    ]);
  });
  test('a note in the line stays there in brackets', async () => {
    expect(await html('<p>a <note place="inline">sic</note></p>')).toContain(
      '<span class="tei-bracket">[</span>sic<span class="tei-bracket">]</span>',
    );
  });
  test('a note that its edition put elsewhere stays there, linked with its references', async () => {
    const output = await outputOf(
      '<p>a<ref target="#n1">1</ref></p><div><note xml:id="n1" n="1">x</note></div>',
      'html',
    );
    expect(output).toContain('<a class="tei-ref tei-noteref" id="n1~ref" href="#n1" role="doc-noteref">1</a>');
    expect(output).toContain(
      '<div role="note" class="tei-note" id="n1"><span class="tei-note-number">1</span> <a class="tei-backlink" role="doc-backlink" href="#n1~ref"',
    );
  });
  test('ids are unique and every link inside leads to one, in every sample', async () => {
    for (const name of [
      'letter',
      'minutes',
      'drama',
      'verse',
      'table',
      'apparatus',
      'dictionary',
      'corpus',
      'hostile',
    ]) {
      const { output } = await transform(readSample(name), 'html', { 'id-prefix': 'x.' });
      const ids = [...output.matchAll(/ id="([^"]*)"/g)].map((match) => match[1]);
      expect(new Set(ids).size, name).toBe(ids.length);
      expect(
        ids.every((id) => id?.startsWith('x.')),
        name,
      ).toBe(true);
      for (const link of output.matchAll(/ href="#([^"]*)"/g)) expect(ids, name).toContain(link[1]);
    }
  });
});

describe('names and links', () => {
  test('a name links to the register only where the page and the entry are known', async () => {
    const name = '<p><persName ref="#ada">Ada</persName></p>';
    expect(await html(name)).toContain('<span class="tei-persName" data-ref="#ada">Ada</span>');
    const page = { 'persons-page': '../persons.html' };
    expect(await html(name, page)).toContain(
      '<a href="../persons.html#ada" class="tei-persName" data-ref="#ada">Ada</a>',
    );
    expect(await html(name, { ...page, 'register-ids': 'eva' })).not.toContain('href');
    const remote = '<p><persName ref="https://d-nb.info/gnd/1">Ada</persName></p>';
    expect(await html(remote, page)).not.toContain('href');
    const register = '<p><persName ref="register/persons.xml#ada">Ada</persName></p>';
    expect(await html(register, page)).toContain('href="../persons.html#ada"');
  });
  test('a name that holds a note is no link around a link', async () => {
    const output = await html('<p><persName ref="#a">A<note n="1">x</note></persName></p>', {
      'persons-page': 'p.html',
    });
    expect(output).not.toContain('href="p.html');
  });
  test('only safe addresses become links; the others are reported with their line', async () => {
    const { output, diagnostics } = await transform(readSample('hostile'), 'html');
    expect([...output.matchAll(/ href="([^"]*)"/g)].map((match) => match[1])).toEqual([
      'mailto:a@example.org',
      '?q=1',
      '#hn2',
      '#hn2~ref',
    ]);
    expect(diagnostics.map(({ code, position }) => `${code} ${position?.line ?? 0}`)).toEqual([
      ...Array.from({ length: 6 }, () => 'transform/unsafe-link 5'),
      ...Array.from({ length: 2 }, () => 'transform/unsafe-link 6'),
    ]);
  });
  test('text that looks like markup stays text', async () => {
    const { output } = await transform(readSample('hostile'), 'html', { header: 'title' });
    expect(output).toContain('&lt;script&gt;alert(1)&lt;/script&gt; ]]&gt; {{x}} ${y}');
    expect(output).not.toMatch(/<script|<svg|<img|onload|onclick|style=|javascript:/);
  });
});

test('a table of TEI is a table of HTML with rows only', async () => {
  const output = await html(
    '<table><head>h</head><row role="label"><cell>a</cell><cell>b</cell></row><pb n="2"/></table>',
  );
  expect(output).toContain(
    '<caption class="tei-head">h</caption><tbody><tr class="tei-row"><th class="tei-cell">a</th>',
  );
  expect(output).toContain('<tr class="tei-between"><td class="tei-between" colspan="2"><span class="tei-pb"');
});

test("a reader's language gives the words that are not the document's", async () => {
  const output = await outputOf('<p>a<note n="1">b</note></p>', 'html', { language: 'de-CH' });
  expect(output).toContain('<p class="tei-notes-heading">Anmerkungen</p>');
});
