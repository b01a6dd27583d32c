import { describe, expect, it } from 'vitest';
import { findingsOf, underlined, type Archive } from './archive.js';

/** Findings as `code [words underlined] message`. */
const told = (archive: Archive, checked?: readonly string[], editionFolder?: string): string[] =>
  findingsOf(archive, checked, editionFolder === undefined ? {} : { editionFolder }).map(
    (finding) => `${finding.code} [${underlined(finding, archive)}] ${finding.message}`,
  );
const one = (body: string): string[] => told({ 'a.xml': body });

const cast = `<castList><castItem xml:id="ham"><role xml:id="Hamlet">Hamlet</role></castItem></castList>`;
const persons = `<listPerson><person xml:id="nagy-imre"/><person xml:id="kadar-janos"/></listPerson>`;

describe('pointers that lead somewhere', () => {
  it.each([
    ['an id of the same file', `${cast}<sp who="#Hamlet"/>`],
    ['several ids', `${cast}<sp who="#Hamlet  #ham"/>`],
    ['an id that stands later', `<sp who="#Hamlet"/>${cast}`],
    [
      'an id with letters beyond ASCII, percent-encoded or not',
      '<person xml:id="Kovács"/><sp who="#Kovács #Kov%C3%A1cs"/>',
    ],
    ['an id that has a percent sign’s look', '<person xml:id="a"/><sp who="#%61"/>'],
    ['the document itself', '<ptr target=""/>'],
    ['the file by its name', `${cast}<sp who="a.xml#Hamlet"/>`],
    [
      'the network',
      '<ref target="https://example.org/x#y http://example.org urn:x:y mailto:a@example.org doi:10.1/x"/>',
    ],
    ['a path of a web server', '<ref target="/about"/>'],
    ['an element of another namespace', '<s:g xmlns:s="http://www.w3.org/2000/svg" xml:id="g"/><ptr target="#g"/>'],
    ['nowhere, in an example', '<egXML xmlns="http://www.tei-c.org/ns/Examples"><ref target="#no"/></egXML>'],
    ['nowhere, in quoted TEI', '<egXML><ref target="#no" xmlns="http://www.tei-c.org/ns/1.0"/></egXML>'],
    ['what is no pointer', '<name key="#no" n="#no"/><date from="1956" to="1957"/><num value="3">3</num>'],
  ])('%s', (_, body) => {
    expect(one(body)).toEqual([]);
  });

  it('a file beside, one below, one above, and one with a blank in its name', () => {
    const archive = {
      'texts/a.xml': '<ref target="b.xml part/c.xml ../d.xml part/with%20blank.xml ../d.xml#d . image.png"/>',
      'texts/b.xml': '<p/>',
      'texts/image.png': 'no XML',
      'texts/part/c.xml': '<p/>',
      'texts/part/with blank.xml': '<p/>',
      'd.xml': '<p xml:id="d"/>',
    };
    expect(told(archive, ['texts/a.xml'])).toEqual([]);
  });

  it('a file that xml:base names', () => {
    const archive = {
      'a.xml': '<div xml:base="register/"><p xml:base="x.xml"><name ref="persons.xml#p"/><name ref="#q"/></p></div>',
      'register/persons.xml': '<person xml:id="p"/>',
      'register/x.xml': '<p xml:id="q"/>',
    };
    expect(told(archive, ['a.xml'])).toEqual([]);
    expect(told({ 'a.xml': '<p xml:base="https://example.org/"><name ref="persons.xml#p"/></p>' })).toEqual([]);
    expect(told({ 'a.xml': '<p xml:base="b/"><name ref="persons.xml#p"/></p>' })).toHaveLength(1);
  });
});

describe('pointers that lead nowhere', () => {
  it.each<[string, string, string[]]>([
    [
      'an id that is not there, with the nearest one',
      '<person xml:id="Kovács"/><sp who="#Kovacs"/>',
      [
        'references/target-missing [#Kovacs] @who on <sp> points to #Kovacs, but nothing in this file has the xml:id “Kovacs”; did you mean #Kovács?',
      ],
    ],
    [
      'the second of several',
      `${cast}<sp who="#Hamlet\n #Ophelia"/>`,
      [
        'references/target-missing [#Ophelia] @who on <sp> points to #Ophelia, but nothing in this file has the xml:id “Ophelia”.',
      ],
    ],
    [
      'the same several times, told once',
      '<sp who="#x"/><sp who="#x"/><u who="#x"/>',
      [
        'references/target-missing [#x] @who on <sp> points to #x (2 times in this file), but nothing in this file has the xml:id “x”.',
        'references/target-missing [#x] @who on <u> points to #x, but nothing in this file has the xml:id “x”.',
      ],
    ],
    [
      'a number that is not there: no other number is proposed',
      '<note xml:id="n1"/><note xml:id="n2"/><ptr target="#n3"/>',
      ['references/target-missing [#n3] @target on <ptr> points to #n3, but nothing in this file has the xml:id “n3”.'],
    ],
    [
      'a name without #',
      '<witness xml:id="A"/><rdg wit="A"/>',
      [
        'references/hash-missing [A] @wit on <rdg> points to A, which is the address of a file; there is none, but this document has <witness xml:id="A">.',
      ],
    ],
    [
      'a name without # that is no id either',
      '<change who="MDH"/>',
      [
        'references/file-not-here [MDH] @who on <change> points to MDH, which is the name of a file, since it has no #; there is no such file.',
      ],
    ],
    ['nothing', '<name ref="#"/>', ['references/no-target [#] @ref on <name> points to #, which names nothing.']],
    [
      'a path of Windows',
      '<graphic url="C:\\x\\p1.jpg"/>',
      [
        'references/machine-path [C:\\x\\p1.jpg] @url on <graphic> points to C:\\x\\p1.jpg, which is a place on one computer.',
      ],
    ],
    [
      'two #',
      '<name ref="##x"/>',
      ['references/malformed [##x] @ref on <name> points to ##x, which is no address: it has more than one “#”.'],
    ],
    [
      'white space in an attribute that holds one pointer',
      '<graphic url=" my page.jpg "/>',
      [
        'references/malformed [my page.jpg] @url on <graphic> points to my page.jpg, which is no address: it has white space in it.',
      ],
    ],
    [
      'a web address without a host',
      '<ref target="http:/example.org"/>',
      [
        'references/malformed [http:/example.org] @target on <ref> points to http:/example.org, which is no address: it names no host.',
      ],
    ],
    [
      'a percent sign by itself',
      '<ref target="100%.xml"/>',
      [
        'references/malformed [100%.xml] @target on <ref> points to 100%.xml, which is no address: a “%” in it is not followed by two hexadecimal digits.',
      ],
    ],
  ])('%s', (_, body, findings) => {
    expect(one(body)).toEqual(findings);
  });

  it('a file that is not there, with the nearest name', () => {
    const archive = { 'a.xml': '<name ref="person.xml#x"/>', 'persons.xml': '<person xml:id="x"/>' };
    const message = '@ref on <name> points to person.xml#x, but there is no file person.xml; did you mean persons.xml?';
    expect(told(archive)).toEqual([`references/file-not-here [person.xml#x] ${message}`]);
    expect(told(archive, undefined, '.')).toEqual([`references/file-missing [person.xml#x] ${message}`]);
  });

  it('a folder that is not there, told once', () => {
    expect(one('<pb facs="img/1.jpg"/><pb facs="img/2.jpg"/><pb facs="img/3.jpg img/3.jpg"/>')).toEqual([
      'references/file-not-here [img/1.jpg] @facs on <pb> points to img/1.jpg (and 3 other pointers like it), but there is no folder img.',
    ]);
  });

  it('an id that only another file has: a warning, in an edition an error', () => {
    const archive = { 'a.xml': '<name ref="#nagy-imre"/>', 'persons.xml': persons };
    const message = '@ref on <name> points to #nagy-imre, which is not in this file; persons.xml has it.';
    expect(told(archive)).toEqual([`references/target-elsewhere [#nagy-imre] ${message}`]);
    expect(told(archive, undefined, '.')).toEqual([`references/target-missing [#nagy-imre] ${message}`]);
    expect(told({ ...archive, 'b.xml': persons })[0]).toMatch(/^references\/target-missing .*in this file has/u);
  });

  it('an id in another file that is not there, whether that file is checked or not', () => {
    const archive = { 'a.xml': '<name ref="persons.xml#nagy-imr"/>', 'persons.xml': persons };
    const finding =
      'references/target-missing [persons.xml#nagy-imr] @ref on <name> points to persons.xml#nagy-imr, but nothing in persons.xml has the xml:id “nagy-imr”; did you mean #nagy-imre?';
    expect(told(archive)).toEqual([finding]);
    expect(told(archive, ['a.xml'])).toEqual([finding]);
  });

  it('a file that is no XML', () => {
    const archive = {
      'a.xml': '<ref target="b.xml#x c.html#x"/>',
      'b.xml': '<?xml version="1.0"?><p>',
      'c.html': '<p>',
    };
    expect(told(archive, ['a.xml'])).toEqual([
      'references/target-unreadable [b.xml#x] @target on <ref> points to b.xml#x, but b.xml cannot be read as XML, so its ids are not known.',
    ]);
  });

  it('a file outside the edition', () => {
    const archive = { 'edition/a.xml': '<ref target="../b.xml"/>', 'b.xml': '<p/>' };
    expect(told(archive, ['edition/a.xml'], 'edition')).toEqual([
      'references/outside-edition [../b.xml] @target on <ref> points to ../b.xml, which leads out of the edition’s folder.',
    ]);
    expect(told(archive, ['edition/a.xml'])).toEqual([]);
  });

  it('XPointers are one remark', () => {
    expect(one('<ref target="#xpath(//p[1]) #range(left(//p), //p) x.jpg"/>')).toEqual([
      'references/not-followed [#xpath(//p[1])] Where #xpath(//p[1]) leads was not looked up (2 such pointers in this file).',
      'references/file-not-here [x.jpg] @target on <ref> points to x.jpg, but there is no file x.jpg.',
    ]);
  });
});

describe('documents in several files', () => {
  const root =
    '<teiCorpus xmlns="http://www.tei-c.org/ns/1.0" xmlns:xi="http://www.w3.org/2001/XInclude">' +
    '<prefixDef ident="mte" matchPattern="(.+)" replacementPattern="#$1"/>' +
    '<xi:include href="list-person.xml"/><xi:include href="2020/s1.xml"/></teiCorpus>';
  const archive = {
    'corpus.xml': root,
    'list-person.xml': '<person xml:id="NovakJan"/>',
    '2020/s1.xml': '<u who="#NovakJan" ana="mte:chair"/><interp xml:id="chair"/>',
  };

  it('share ids and prefixes, whichever of them are checked with the corpus file', () => {
    expect(told(archive)).toEqual([]);
    expect(told(archive, ['corpus.xml', '2020/s1.xml'])).toEqual([]);
  });

  it('say so where a part is checked alone', () => {
    const [first, ...others] = findingsOf(archive, ['2020/s1.xml']);
    expect([first?.code, ...others.map(({ code }) => code)]).toEqual([
      'references/target-missing',
      'references/prefix-undefined',
    ]);
    expect(first?.help).toContain('If a corpus file includes this one and has it, validate the two together.');
  });

  it('say nothing of a part without a header', () => {
    const surface =
      '<?xml version="1.0"?><surface xmlns="http://www.tei-c.org/ns/1.0"><add hand="#mws" ana="p:x"/></surface>';
    expect(told({ 's.xml': surface })).toEqual([
      'references/not-followed [#mws] Where #mws leads was not looked up (2 such pointers in this file).',
    ]);
    const whole = '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="s.xml"/>';
    expect(findingsOf({ 's.xml': surface, 'a.xml': whole }).map(({ code }) => code)).toEqual([
      'references/target-missing',
      'references/prefix-undefined',
    ]);
  });

  it('miss an included file, unless there is a fallback', () => {
    const include = (content: string): string =>
      `<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="b.xml">${content}</xi:include>`;
    expect(one(include(''))).toEqual([
      'references/file-not-here [b.xml] @href on <xi:include> points to b.xml, but there is no file b.xml.',
    ]);
    expect(one(include('<xi:fallback/>'))).toEqual([]);
  });

  it('do not include each other', () => {
    const include = (href: string): string => `<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="${href}"/>`;
    expect(told({ 'a.xml': include('b.xml'), 'b.xml': include('a.xml') })).toEqual([
      'references/cycle [b.xml] @href leads in a circle: a.xml → b.xml → a.xml.',
    ]);
  });
});

describe('private prefixes', () => {
  const rule = (ident: string, match: string, replacement: string): string =>
    `<prefixDef ident="${ident}" matchPattern="${match}" replacementPattern="${replacement}"/>`;
  const psn = rule('psn', '([A-Z]+)', 'persons.xml#$1');
  const persons = '<person xml:id="MDH"/>';

  it.each<[string, string, string[]]>([
    ['resolve', `${psn}<name ref="psn:MDH"/>`, []],
    ['may name the web', `${rule('b', '(.+)', 'https://example.org/?id=$1')}<name ref="b:x"/>`, []],
    ['may refine a scheme', `${rule('doi', '(.+)', 'https://doi.org/$1')}<name ref="doi:10.1/x"/>`, []],
    ['may have alternatives', `${psn}${rule('psn', '(.+)', 'b.xml#$1')}<name ref="psn:MDH"/>`, []],
    ['may lead to another prefix', `${psn}${rule('p', '(.+)', 'psn:$1')}<name ref="p:MDH"/>`, []],
    [
      'lead to an id that is not there',
      `${psn}<name ref="psn:MDX"/>`,
      [
        'references/target-missing [psn:MDX] @ref on <name> points to psn:MDX (that is, persons.xml#MDX), but nothing in persons.xml has the xml:id “MDX”; did you mean #MDH?',
      ],
    ],
    [
      'are not defined',
      '<name ref="psn:MDH"/>',
      [
        'references/prefix-undefined [psn:MDH] @ref on <name> points to psn:MDH, but no prefixDef explains the prefix “psn”, and it is no scheme of the web.',
      ],
    ],
    [
      'are not defined, and often used',
      '<w ana="ud:a ud:b"/><w ana="ud:a"/><s ana="ud:c"/>',
      [
        'references/prefix-undefined [ud:a] @ana on <w> points to ud:a (2 times in this file; and 2 other pointers like it), but no prefixDef explains the prefix “ud”, and it is no scheme of the web.',
      ],
    ],
    [
      'do not fit',
      `${psn}<name ref="psn:mdh"/>`,
      [
        'references/prefix-no-match [psn:mdh] @ref on <name> points to psn:mdh, which does not fit the matchPattern of the prefix “psn”.',
      ],
    ],
    [
      'have a pattern that is none',
      `${rule('psn', '([A-Z', '$1')}<name ref="psn:mdh"/>`,
      ['references/prefix-pattern [psn:mdh] The matchPattern of the prefix “psn” is no regular expression: ([A-Z'],
    ],
    [
      'stand for each other',
      `${rule('a', '(.+)', 'b:$1')}${rule('b', '(.+)', 'a:$1')}<name ref="a:x"/>`,
      ['references/cycle [a:x] @ref on <name> points to a:x, whose prefix is replaced in a circle: a: → b: → a:.'],
    ],
    [
      'have a pattern that could take for ever, and are let pass',
      `${rule('a', '(x+x+)+y', '$1')}<name ref="a:${'x'.repeat(200)}"/>`,
      [`references/not-followed [a:${'x'.repeat(200)}] Where a:${'x'.repeat(200)} leads was not looked up.`],
    ],
  ])('%s', (_, body, findings) => {
    expect(told({ 'a.xml': body, 'persons.xml': persons }, ['a.xml'])).toEqual(findings);
  });
});
