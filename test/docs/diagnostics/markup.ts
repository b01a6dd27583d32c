import { checked, tei, type Files, type Trigger } from './trigger.js';
import type { ValidateOptions } from '../../../src/validate/validate.js';

const grammar = { schema: 'schema/editio.rng' };
const gate = (text: string | Uint8Array, options: ValidateOptions = {}): Trigger =>
  checked({ 'letter.xml': text }, options);
const grammatical = (body: string, header?: string): Trigger =>
  checked({ 'letter.xml': tei(body, header) }, { ...grammar, checks: new Set(['gate', 'relax-ng']) });
const pointing = (body: string, header?: string, more: Files = {}): Trigger =>
  checked({ 'letter.xml': tei(body, header), ...more }, { checks: new Set(['gate', 'references']) });

const prefix = (pattern: string): string =>
  `<encodingDesc><listPrefixDef><prefixDef ident="psn" matchPattern="${pattern}" replacementPattern="persons.xml#$1"/></listPrefixDef></encodingDesc>`;
const people = (entries: string): string => tei(`<listPerson>${entries}</listPerson>`);

/** What makes the findings of TEI files. */
export const markupTriggers: Readonly<Record<string, Trigger>> = {
  'gate/empty': gate(''),
  'gate/encoding-unknown': gate('<?xml version="1.0" encoding="utf8-bom"?>\n<TEI/>'),
  'gate/encoding-mismatch': gate(
    Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n${tei('<p>K\u00e1d\u00e1r came.</p>')}`, 'latin1'),
  ),
  'gate/encoding-not-unicode': gate(`<?xml version="1.0" encoding="windows-1251"?>\n${tei('<p>One.</p>')}`),
  'gate/null-character': gate(tei('<p>\0</p>')),
  'gate/doctype-not-allowed': gate(`<!DOCTYPE TEI [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n${tei('<p>&x;</p>')}`),
  'gate/xml-version': gate(`<?xml version="1.1"?>\n${tei('<p>One.</p>')}`),
  'gate/not-well-formed': gate(tei('<p>Dear <hi>Comrade</p>')),
  'gate/undefined-entity': gate(tei('<p>3&nbsp;May</p>')),
  'gate/too-deep': gate(tei(`<p>${'<hi>'.repeat(300)}</p>`)),
  'gate/too-large': gate(tei('<p>One.</p>'), { limits: { bytes: 100, nodeLength: 1000 } }),
  'gate/tei-p4': gate('<TEI.2><teiHeader/></TEI.2>'),
  'gate/namespace-missing': gate('<TEI><teiHeader/></TEI>'),
  'gate/namespace-wrong': gate(tei('<p>One.</p>').replace('/ns/1.0"', '/ns/1.0/"')),
  'gate/not-tei': gate('<html xmlns="http://www.w3.org/1999/xhtml"><body/></html>'),

  'relax-ng/element-unknown': grammatical('<p>A <bold>word</bold>.</p>'),
  'relax-ng/element-not-allowed': grammatical('<div><p>One.</p><head>Two</head></div>'),
  'relax-ng/element-missing': checked(
    { 'letter.xml': tei('<p>One.</p>').replace(/<publicationStmt>.*<\/publicationStmt>/u, '') },
    { ...grammar, checks: new Set(['gate', 'relax-ng']) },
  ),
  'relax-ng/text-not-allowed': grammatical('<div>Dear Comrade,</div>'),
  'relax-ng/attribute-not-allowed': grammatical('<p lang="en">One.</p>'),
  'relax-ng/attribute-value': grammatical('<p><date when="30.10.1956">One</date></p>'),
  'relax-ng/attribute-missing': grammatical('<p><graphic/></p>'),
  'relax-ng/duplicate-id': grammatical('<p xml:id="p1">One.</p><p xml:id="p1">Two.</p>'),

  'references/target-missing': pointing(
    '<sp who="#Kovacs"><p>One.</p></sp><listPerson><person xml:id="Kovács"><persName>K.</persName></person></listPerson>',
  ),
  'references/target-elsewhere': pointing('<p><persName ref="#kadar">K.</persName></p>', undefined, {
    'persons.xml': people('<person xml:id="kadar"><persName>K.</persName></person>'),
  }),
  'references/hash-missing': pointing(
    '<listWit><witness xml:id="A">A</witness></listWit><p><app><lem wit="A">one</lem></app></p>',
  ),
  'references/no-target': pointing('<p><persName ref="#">K.</persName></p>'),
  'references/file-not-here': pointing('<p><figure facs="images/page-1.jpg"/></p>'),
  'references/machine-path': pointing('<p><graphic url="file:///C:/Users/anna/page1.jpg"/></p>'),
  'references/malformed': pointing('<p><ref target="http:/www.example.org">x</ref></p>'),
  'references/prefix-undefined': pointing('<p><persName ref="psn:MDH">K.</persName></p>'),
  'references/prefix-no-match': pointing('<p><persName ref="psn:mdh">K.</persName></p>', prefix('([A-Z]+)')),
  'references/prefix-pattern': pointing('<p><persName ref="psn:MDH">K.</persName></p>', prefix('([A-Z+')),
  'references/wrong-kind': pointing(
    '<listPlace><place xml:id="budapest"><placeName>B.</placeName></place></listPlace><p><persName ref="#budapest">B.</persName></p>',
  ),
  'references/unusual-kind': pointing(
    '<listPerson><person xml:id="shelley"><persName>S.</persName></person></listPerson><p><add hand="#shelley">x</add></p>',
  ),
  'references/cycle': pointing('<p><seg xml:id="a" next="#b">a</seg><seg xml:id="b" next="#a">b</seg></p>'),
  'references/chain-broken': pointing(
    '<p><seg xml:id="a" next="#b">a</seg><seg xml:id="c">c</seg><seg xml:id="b" prev="#c">b</seg></p>',
  ),
  'references/duplicate-id': pointing('<p xml:id="p1">One.</p><p xml:id="p1">Two.</p>'),
  'references/id-not-a-name': pointing('<p xml:id="1956">One.</p>'),
  'references/not-followed': pointing('<p><ref target="#range(left(//p[1]), right(//p[2]))">x</ref></p>'),

  'validate/no-schema': checked({ 'letter.xml': tei('<p>One.</p>') }),
  'validate/schema-missing': checked({
    'letter.xml': `<?xml-model href="schema/letters.rng" schematypens="http://relaxng.org/ns/structure/1.0"?>\n${tei('<p>One.</p>')}`,
  }),
};
