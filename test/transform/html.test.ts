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
  test('a division without a heading leaves out no level', async () => {
    const output = await html('<div><head>a</head><div><div><head>b</head></div></div></div><div><head>c</head></div>');
    expect([...output.matchAll(/<(h\d)/g)].map((match) => match[1])).toEqual(['h2', 'h3', 'h2']);
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
      /<span class="tei-corr">II<\/span><span class="tei-alternative">.*source: .*<span class="tei-sic">11<\/span>/,
    );
    expect(await html(choice, { reading: 'source' })).toMatch(
      /<span class="tei-sic">11<\/span><span class="tei-alternative">.*edited: .*<span class="tei-corr">II<\/span>/,
    );
  });
  test('an abbreviation has its expansion as title and as text', async () => {
    const output = await html('<p><choice><abbr>CC</abbr><expan>Central Committee</expan></choice></p>');
    expect(output).toContain('<abbr class="tei-abbr" title="Central Committee">CC</abbr>');
    expect(output).toContain('<span class="tei-expan">Central Committee</span>');
  });
  test('the first reading of an apparatus entry is the text, others stand at the foot with their witnesses', async () => {
    const output = await html('<p><app><rdg wit="#A">one</rdg><rdg wit="#B #C">two</rdg></app></p>');
    expect(output).toContain('<span class="tei-rdg" data-wit="#A">one</span><sup class="tei-entry-ref">');
    expect(output).toMatch(/<section class="tei-apparatus".*>one<.*>two<\/span> <span class="tei-sigla">B C<\/span>/);
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

describe('links to passages', () => {
  test('paragraphs, speeches and notes have one only where it is asked for', async () => {
    const body =
      '<p xml:id="p1">a<note n="7" xml:id="n7"><p xml:id="np1">b</p></note></p><sp xml:id="s1"><speaker>C</speaker><p>d</p></sp>';
    expect(await outputOf(body, 'html')).not.toContain('tei-permalink');
    const output = await outputOf(body, 'html', { permalinks: true });
    expect([...output.matchAll(/<a class="tei-permalink" href="([^"]*)"/g)].map((match) => match[1])).toEqual([
      '#p1',
      '#s1',
    ]);
    expect(output).toContain(
      '<p class="tei-p" id="p1"><a class="tei-permalink" href="#p1" aria-label="Link to this passage">¶</a>a',
    );
    expect(output).toContain('<a class="tei-note-number" href="#n7">7</a>');
  });
  test('none in a heading or a cell of words, where it would be a link among words', async () => {
    const output = await outputOf('<div><head>a<list><item><p xml:id="p1">b</p></item></list></head></div>', 'html', {
      permalinks: true,
    });
    expect(output).not.toContain('tei-permalink');
  });
  test('the number of a page is marked, so that a page can put it into the margin', async () => {
    expect(await html('<p>a<pb n="12"/>b</p>')).toContain(
      'role="doc-pagebreak" aria-label="page 12"><span class="tei-break-n">[<span class="tei-label-ours">page </span>12]</span></span>',
    );
    expect(await html('<p>a<pb/>b</p>')).toContain('aria-label="page">|</span>');
  });
});

describe('dates and the chronology', () => {
  const page = { 'chronology-page': '../chronology.html' };
  test('a date leads to its day, month or year, a span to its beginning', async () => {
    expect(await html('<p><date when="1956-10-30">30 Oct</date></p>', page)).toContain(
      '<a href="../chronology.html#day:1956-10-30" class="tei-date" data-when="1956-10-30"><time datetime="1956-10-30">30 Oct</time></a>',
    );
    expect(await html('<p><date from="1955" to="1966">then</date></p>', page)).toContain(
      '<a href="../chronology.html#day:1955" class="tei-date" data-from="1955" data-to="1966">then</a>',
    );
    expect(await html('<p><date when="1956-10-30T11:00:00Z">then</date></p>', page)).toContain('#day:1956-10-30"');
  });
  test.each([
    '<date>two days later</date>',
    '<date when="--05-01">May Day</date>',
    '<date when="&quot;&gt;x">x</date>',
  ])('%s leads nowhere', async (date) => {
    expect(await html(`<p>${date}</p>`, page)).not.toContain('href');
  });
  test('a date in a name or a reference is no link in a link, nor is one without a chronology', async () => {
    const name = '<p><persName ref="#a">A <date when="1900">1900</date></persName></p>';
    expect((await html(name, { ...page, 'persons-page': 'p.html' })).match(/<a /g)).toHaveLength(1);
    const reference = '<p><ref target="https://example.org/"><date when="1900">1900</date></ref></p>';
    expect((await html(reference, page)).match(/<a /g)).toHaveLength(1);
    expect(await html('<p><date when="1900">1900</date></p>')).not.toContain('href');
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
      'transform/other-vocabulary 6',
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

describe('verse, drama, dictionaries, pictures of other archives', () => {
  test('every fifth line that has a number shows it, a line that another begins does not', async () => {
    const output = await html(
      '<lg><l n="4">a</l><l n="5">b</l><l n="10" part="F">c</l><l n="10a">d</l><l n="15">e</l></lg>',
    );
    expect([...output.matchAll(/class="tei-l tei-l-numbered" data-n="(\d+)"/g)].map((match) => match[1])).toEqual([
      '5',
      '15',
    ]);
  });
  test('who it is and who plays it stand apart', async () => {
    const list =
      '<castList><castItem><role>The Miller</role><roleDesc>an old man</roleDesc><actor>Mr. Hay</actor></castItem></castList>';
    expect((await html(list)).replace(/<[^>]*>/g, '')).toBe('The Miller an old man Mr. Hay');
    expect(await outputOf(list, 'text')).toContain('The Miller an old man Mr. Hay');
  });
  test('a translation and its grammar stand apart', async () => {
    const entry =
      '<entry><form><orth>nep</orth></form><sense><cit type="trans"><quote>Decke</quote><gramGrp><gen>f</gen></gramGrp></cit></sense></entry>';
    expect((await html(entry)).replace(/<[^>]*>/g, '')).toBe('nep Decke f');
    expect(await outputOf(entry, 'text')).toContain('Decke f');
  });
  test('a block that begins with a line break has no empty line', async () => {
    expect(await html('<ab> <lb n="1"/>first <lb n="2"/>second</ab>')).toBe(
      '<p class="tei-ab"> first <br class="tei-lb" />second</p>',
    );
    expect(await html('<p><lb xml:id="l1"/>first</p>')).toBe(
      '<p class="tei-p"><span class="tei-lb" id="l1"></span>first</p>',
    );
  });
  test('a place for a picture without an address says nothing', async () => {
    expect((await html('<figure><graphic url=""/><head>A mill</head></figure>')).replace(/<[^>]*>/g, '')).toBe(
      'A mill',
    );
    expect(await html('<figure><graphic/></figure>')).not.toContain('tei-graphic');
  });
});
