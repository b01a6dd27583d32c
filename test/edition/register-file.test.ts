import { describe, expect, it } from 'vitest';
import { fc, test } from '@fast-check/vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { joinRegisters, readRegisterFile } from '../../src/edition/register-file.js';
import type { Register } from '../../src/edition/register.js';

function read(xml: string): { register: Register; findings: Diagnostic[] } {
  const findings: Diagnostic[] = [];
  return { register: readRegisterFile('persons.xml', xml, (finding) => findings.push(finding)), findings };
}

const tei = (content: string): string =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0"><standOff>${content}</standOff></TEI>`;

describe('findings of a register file', () => {
  it('reports a file that is not well-formed, with its place, and keeps what came before', () => {
    const { register, findings } = read(
      tei(
        '<listPerson>\n<person xml:id="a"><persName>Ada</persName></person>\n<person xml:id="b"><persName>Bo</persName></listPerson>',
      ),
    );
    expect(register.persons[0]?.id).toBe('a');
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ code: 'register/not-well-formed', severity: 'error', position: { line: 3 } });
  });

  it('refuses a document type before it is parsed', () => {
    const { register, findings } = read('<!DOCTYPE TEI [<!ENTITY a "b">]>\n<TEI/>');
    expect(register).toEqual({ persons: [], places: [], organisations: [] });
    expect(findings).toMatchObject([{ code: 'register/document-type', position: { line: 1, column: 1 } }]);
  });

  it('reports an entry without id and one without name', () => {
    const { register, findings } = read(
      tei('<listPerson><person><persName>Ada</persName></person><person xml:id="b"/></listPerson>'),
    );
    expect(register.persons).toMatchObject([{ id: 'b', names: [] }]);
    expect(findings.map(({ code }) => code)).toEqual(['register/entry-without-id', 'register/entry-without-name']);
  });

  it('says when a file has no entries, and when it is nested too deep', () => {
    expect(read(tei('<p>none</p>')).findings).toMatchObject([{ code: 'register/no-entries' }]);
    const deep = '<a>'.repeat(300) + '</a>'.repeat(300);
    expect(read(deep).findings).toMatchObject([{ code: 'register/not-well-formed' }]);
  });

  it('keeps the first of two entries with one id', () => {
    const findings: Diagnostic[] = [];
    const { register } = read(tei('<listPerson><person xml:id="a"><persName>Ada</persName></person></listPerson>'));
    const joined = joinRegisters(
      [
        { file: 'one.xml', register },
        { file: 'two.xml', register },
      ],
      (finding) => findings.push(finding),
    );
    expect(joined.persons).toHaveLength(1);
    expect(findings).toMatchObject([{ code: 'register/duplicate-id', file: 'two.xml', actual: 'a' }]);
  });

  test.prop([fc.string()])('never throws', (text) => {
    expect(() => read(text)).not.toThrow();
    expect(() => read(tei(text))).not.toThrow();
  });
});

describe('entries of a register file', () => {
  it('says an office once, with the years in which it was held', () => {
    const { register } = read(
      tei(`<listPerson><person xml:id="nagy"><persName>Imre Nagy</persName>
        <occupation from="1953-07-04" to="1955-04-18">Prime Minister</occupation>
        <occupation from="1956-10-24" to="1956-11-04">Prime Minister</occupation>
        <occupation when="1919">soldier</occupation><occupation>economist</occupation></person></listPerson>`),
    );
    expect(register.persons[0]?.roles).toEqual(['Prime Minister (1953–1955, 1956)', 'soldier (1919)', 'economist']);
  });

  it('reads who stands in what relation to whom, and rough dates of a life', () => {
    const { register } = read(
      tei(`<listPerson>
        <person xml:id="anna"><persName>Anna</persName><birth notBefore="1740" notAfter="1745">um 1742</birth></person>
        <person xml:id="otto"><persName>Otto</persName><floruit from="1760" to="1780"/></person>
        <listRelation><relation name="spouse" mutual="#anna #otto"/><relation name="teacher" active="#anna" passive="#otto"/>
          <relation name="nobody"/></listRelation></listPerson>`),
    );
    expect(register.relations?.map(({ name }) => name)).toEqual(['spouse', 'teacher']);
    expect(register.persons.map(({ born, floruit }) => (born ?? floruit)?.dating)).toEqual([
      { notBefore: '1740', notAfter: '1745' },
      { from: '1760', to: '1780' },
    ]);
  });

  it.each([
    ['48.2066 16.37341', { latitude: 48.2066, longitude: 16.37341 }],
    ['48,2066 16,37341', { latitude: 48.2066, longitude: 16.37341 }],
    ['48.2066, 16.37341', { latitude: 48.2066, longitude: 16.37341 }],
    ['91 0', undefined],
    ['somewhere', undefined],
  ])('reads where a place lies: %s', (geo, coordinates) => {
    const { register } = read(
      tei(
        `<listPlace><place xml:id="p"><placeName>P</placeName><location><geo>${geo}</geo></location></place></listPlace>`,
      ),
    );
    expect(register.places[0]?.coordinates).toEqual(coordinates);
  });

  it('reads the parts of a name, its type and language', () => {
    const { register, findings } = read(
      tei(`<listPerson><person xml:id="kadar" sex="1">
        <persName><forename>János</forename><surname>Kádár</surname></persName>
        <persName type="variant" xml:lang="hu"><surname>Kádár</surname> <forename>János</forename></persName>
        <persName><roleName>Graf</roleName><forename>A.</forename><nameLink>von</nameLink><surname>Bülow</surname></persName>
        <birth when="1912-05-26"/><death><date>1989</date></death>
        <occupation>prime minister</occupation><note>of <hi>Hungary</hi></note>
        <idno type="GND">118713833</idno></person></listPerson>`),
    );
    expect(findings).toEqual([]);
    expect(register.persons).toEqual([
      {
        id: 'kadar',
        names: [
          { text: 'János Kádár', forename: 'János', surname: 'Kádár' },
          { text: 'Kádár János', forename: 'János', surname: 'Kádár', type: 'variant', language: 'hu' },
          { text: 'Graf A. von Bülow', forename: 'A.', surname: 'von Bülow' },
        ],
        sex: 'M',
        birth: '1912-05-26',
        death: '1989',
        roles: ['prime minister', 'of Hungary'],
        identifiers: { GND: '118713833' },
        group: false,
      },
    ]);
  });

  it('decodes references, once', () => {
    const { register } = read(
      tei(
        '<listPerson><person xml:id="a"><persName>O&#x27;Neill &amp;amp; S&#246;hne</persName></person></listPerson>',
      ),
    );
    expect(register.persons[0]?.names[0]?.text).toBe("O'Neill &amp; Söhne");
  });

  it('finds lists anywhere, groups, nested places and prefixed elements', () => {
    const { register, findings } = read(
      `<t:TEI xmlns:t="http://www.tei-c.org/ns/1.0"><t:teiHeader><t:particDesc><t:listPerson><t:personGrp xml:id="voices"/></t:listPerson></t:particDesc></t:teiHeader>
      <t:back><t:listPlace><t:place xml:id="hu" type="country"><t:placeName>Hungary</t:placeName><t:place xml:id="bp"><t:settlement>Budapest</t:settlement></t:place></t:place></t:listPlace>
      <t:listOrg><t:org xml:id="kgb"><t:orgName><t:choice><t:abbr>KGB</t:abbr><t:expan>Committee for State Security</t:expan></t:choice></t:orgName><t:desc>secret police</t:desc></t:org></t:listOrg></t:back></t:TEI>`,
    );
    expect(findings).toEqual([]);
    expect(register.persons).toMatchObject([{ id: 'voices', group: true, names: [] }]);
    expect(register.places.map(({ id, names }) => [id, names.map(({ text }) => text)])).toEqual([
      ['bp', ['Budapest']],
      ['hu', ['Hungary']],
    ]);
    expect(register.organisations).toEqual([
      {
        id: 'kgb',
        names: [{ text: 'KGB', type: 'abbreviation' }, { text: 'Committee for State Security' }],
        identifiers: {},
        description: 'secret police',
      },
    ]);
  });
});
