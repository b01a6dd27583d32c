import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadSchematron } from '../../../src/validate/schematron/index.js';
import { findingsOf, inShort, saidOf, schema } from './run.js';

const shared = process.env['EDITIO_TEI'] ?? '../shared/tei';
const hasTei = existsSync(join(shared, 'p5subset.xml'));
if (!hasTei && process.env['CI'] === 'true') throw new Error(`The TEI schemas are missing: ${shared}`);

const sch = 'xmlns:sch="http://purl.oclc.org/dsdl/schematron"';

describe('inclusions (ISO/IEC 19757-3, 5.4.4 and 5.4.7)', () => {
  const files = {
    'p.xml':
      '<pattern xmlns="http://purl.oclc.org/dsdl/schematron">\n<rule context="a"><report test="true()">p <name/></report></rule></pattern>',
    'lib.xml': `<s:schema xmlns:s="http://purl.oclc.org/dsdl/schematron"><s:pattern><s:rule id="r" context="none"><s:report test="true()">lib</s:report>\n<s:report test="$">x</s:report></s:rule><s:rule id="q" context="none"><s:report test="@n">lib</s:report></s:rule></s:pattern></s:schema>`,
    'self.xml': '<pattern xmlns="http://purl.oclc.org/dsdl/schematron"><include href="self.xml"/></pattern>',
    'bad.xml': '<pattern>',
  };

  it('bring in elements of other files, and the children of rules', async () => {
    const text = schema(
      '<include href="p.xml"/><pattern><rule context="b"><extends href="lib.xml#q"/></rule></pattern>',
    );
    expect(await saidOf(text, '<a><b n="1"/></a>', {}, files)).toEqual(['error 1:1 p a', 'error 1:4 lib']);
  });

  it('a fault is shown in the file that it is in', async () => {
    const text = schema('<pattern><rule context="b"><extends href="lib.xml#r"/></rule></pattern>');
    const [found] = await findingsOf(text, '<a/>', {}, files);
    expect([found?.file?.replace(/.*\//, ''), found?.position]).toEqual(['lib.xml', { line: 2, column: 11 }]);
  });

  it.each([
    [
      'http://example.org/p.xml',
      '“http://example.org/p.xml” lies outside the folder of the schema, and nothing is read from there or fetched.',
    ],
    ['../p.xml', '“../p.xml” lies outside the folder of the schema, and nothing is read from there or fetched.'],
    [
      '%2e%2e/p.xml',
      '“%2e%2e/p.xml” lies outside the folder of the schema, and nothing is read from there or fetched.',
    ],
    ['/etc/passwd', '“/etc/passwd” lies outside the folder of the schema, and nothing is read from there or fetched.'],
    ['none.xml', '“none.xml” cannot be read.'],
    ['p.xml#z', '“p.xml#z” leads to no element.'],
    ['self.xml', '“self.xml” includes itself.'],
  ])('%s is refused', async (href, message) => {
    expect(await saidOf(schema(`<include href="${href}"/>`), '<a/>', {}, files)).toEqual([
      `schema-unreadable ${href === 'self.xml' ? '1:64' : '3:10'} ${message}`,
    ]);
  });

  it('a file that is no XML is refused', async () => {
    const [found] = await findingsOf(schema('<include href="bad.xml"/>'), '<a/>', {}, files);
    expect(found?.message).toContain('no well-formed XML');
  });
});

describe('Schematron in RELAX NG', () => {
  it('patterns anywhere, rules and tests in elements', async () => {
    const grammar = `<grammar xmlns="http://relaxng.org/ns/structure/1.0" ${sch} ns="http://www.tei-c.org/ns/1.0">
      <sch:ns prefix="tei" uri="http://www.tei-c.org/ns/1.0"/>
      <start><ref name="p"/></start>
      <define name="p"><element name="p"><sch:assert test="@n">no n</sch:assert><empty/></element>
        <sch:ns prefix="tei" uri="http://www.tei-c.org/ns/1.0"/>
        <sch:rule context="tei:q"><sch:report test="true()">q</sch:report></sch:rule></define>
      <define name="r"><sch:pattern><sch:rule context="tei:r"><sch:report test="true()">r</sch:report></sch:rule></sch:pattern></define>
    </grammar>`;
    expect(await saidOf(grammar, '<p xmlns="http://www.tei-c.org/ns/1.0"><q/><r/></p>')).toEqual([
      'error 1:1 no n',
      'error 1:40 q',
      'error 1:44 r',
    ]);
  });

  it('a grammar without any is refused', async () => {
    expect(await saidOf('<grammar xmlns="http://relaxng.org/ns/structure/1.0"/>', '<p/>')).toEqual([
      'schema-unreadable 1:1 There is no Schematron rule in this file; it is a <grammar>.',
    ]);
  });
});

describe('Schematron in an ODD', () => {
  const odd = (specs: string): string =>
    `<TEI xmlns="http://www.tei-c.org/ns/1.0" ${sch} xmlns:eg="http://www.tei-c.org/ns/Examples"><schemaSpec ident="x">${specs}</schemaSpec></TEI>`;
  const constraint = (parts: string, attributes = 'scheme="schematron"'): string =>
    `<constraintSpec ident="c" ${attributes}><constraint>${parts}</constraint></constraintSpec>`;
  const document = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><p n="1"/></TEI>';

  it('tests stand for the element or attribute that they are written in', async () => {
    const text = odd(`${constraint('<sch:report test="true()">schema</sch:report>')}
      <elementSpec ident="p">${constraint('<sch:report test="true()">p</sch:report>')}
        <attList><attDef ident="n">${constraint('<sch:report test=". = 1">n <sch:name/></sch:report>')}</attDef></attList></elementSpec>
      <classSpec ident="att.x" type="atts"><attList><attDef ident="n">${constraint('<sch:report test="true()">class</sch:report>')}</attDef></attList></classSpec>`);
    expect(await saidOf(text, document)).toEqual([
      'error 1:1 schema',
      'error 1:42 p',
      'error 1:45 n n',
      'error 1:45 class',
    ]);
  });

  it('rules and patterns are taken as they are; examples, deleted and other constraints are none', async () => {
    const report = (name: string): string =>
      `<sch:rule context="tei:p"><sch:report test="true()">${name}</sch:report></sch:rule>`;
    const text = odd(
      [
        constraint(report('rule')),
        constraint(`<sch:pattern>${report('pattern')}</sch:pattern>`, ''),
        constraint(report('deleted'), 'scheme="schematron" mode="delete"'),
        constraint(report('private'), 'scheme="private"'),
        `<eg:egXML>${constraint(report('example'))}</eg:egXML>`,
      ].join(''),
    );
    expect(await saidOf(text, document)).toEqual(['error 1:42 rule', 'error 1:42 pattern']);
  });

  it('tests of a class are left to the compiled schema', async () => {
    const text = odd(
      `<classSpec ident="m">${constraint('<sch:report test="1">c</sch:report>')}</classSpec>${constraint('<sch:report test="1">s</sch:report>')}`,
    );
    expect((await findingsOf(text, document)).map(inShort)).toEqual([
      'not-supported 1:178 These tests do not say which elements they are about.',
      'error 1:1 s',
    ]);
  });

  it.skipIf(!hasTei)('all rules of the TEI are found in its own ODD (skipped without the TEI schemas)', () => {
    const read = (name: string): readonly string[] => {
      const text = readFileSync(join(shared, name), 'utf8');
      const { rules } = loadSchematron(name, text, () => undefined);
      const tests = rules?.document.places.flatMap(({ attributes }) =>
        attributes.flatMap((each) => (each.name === 'test' ? [each.value.replace(/\s+/g, ' ').trim()] : [])),
      );
      return tests ?? [];
    };
    const own = new Set(read('p5subset.xml'));
    // What is deprecated, and the parameters of processing models, become rules only when the ODD is compiled.
    const derived = /^@\S+ eq '|^@name='|^true\(\)$|^@\w+$/;
    const published = read('tei_all.isosch').filter((test) => !derived.test(test));
    expect(published.length).toBeGreaterThan(75);
    expect(published.filter((test) => !own.has(test))).toEqual([]);
  });
});
