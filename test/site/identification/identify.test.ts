import { describe, expect, test } from 'vitest';
import { emptyRegister } from '../../../src/edition/register.js';
import { identify } from '../../../src/site/identification/identify.js';

const NAMESPACE = 'http://www.tei-c.org/ns/1.0';

function file(path: string, inside: string, header = ''): Parameters<typeof identify>[2][number] {
  const xml = `<TEI xmlns="${NAMESPACE}"><teiHeader>${header}</teiHeader><text><body>${inside}</body></text></TEI>`;
  return { id: path.replace(/^.*\/|\.xml$/g, ''), path, xml, isOwn: false };
}

/** Whom the pointers of a document mean: `pointer → id (name)`. */
function meant(documents: Parameters<typeof identify>[2], registers: Parameters<typeof identify>[1] = []): string[] {
  const { references } = identify(emptyRegister, registers, documents);
  return [...references.values()].flatMap((found) =>
    [...found].map(([pointer, { kind, id, name }]) => `${pointer} → ${kind} ${id} (${name})`),
  );
}

const list = (inside: string): string => `<listPerson>${inside}</listPerson>`;
const ada = '<person xml:id="p1"><persName>Ada</persName><idno type="GND">118</idno></person>';

describe('whom a name means', () => {
  test('nobody, where it points nowhere', () => {
    expect(
      meant([file('a.xml', '<p><persName>Ada</persName> <rs>he</rs> <rs type="work" ref="#w1">Faust</rs></p>')]),
    ).toEqual([]);
  });
  test('an entry of a register, by file, by id alone, by an identifier', () => {
    const text =
      '<persName ref="../reg/who.xml#p1">A</persName><rs ref="#p1">she</rs><persName ref="https://d-nb.info/gnd/118">B</persName><persName key="p1"/>';
    expect(meant([file('tei/a.xml', text)], [file('reg/who.xml', list(ada))])).toEqual([
      '../reg/who.xml#p1 → person p1 (Ada)',
      '#p1 → person p1 (Ada)',
      'https://d-nb.info/gnd/118 → person p1 (Ada)',
      'p1 → person p1 (Ada)',
    ]);
  });
  test('a prefix that the header declares', () => {
    const header =
      '<encodingDesc><listPrefixDef><prefixDef ident="who" matchPattern="(\\w+)" replacementPattern="reg.xml#$1"/></listPrefixDef></encodingDesc>';
    expect(meant([file('a.xml', '<persName ref="who:p1">A</persName>', header)], [file('reg.xml', list(ada))])).toEqual(
      ['who:p1 → person p1 (Ada)'],
    );
  });
  test('one person in two files, and two persons with one local id', () => {
    const same = list('<person xml:id="p1"><persName>Ada</persName></person>');
    const other = list('<person xml:id="p1"><persName>Berta</persName></person>');
    const use = '<p><persName ref="#p1">X</persName></p>';
    expect(meant([file('a.xml', same + use), file('b.xml', same + use), file('c.xml', other + use)])).toEqual([
      '#p1 → person p1 (Ada)',
      '#p1 → person p1 (Ada)',
      '#p1 → person p1.2 (Berta)',
    ]);
  });
  test('without any list: an entry with the most frequent form, or with the key that is a name', () => {
    const text =
      '<persName ref="http://viaf.org/viaf/7">Jane</persName><persName ref="https://viaf.org/viaf/7/">J.</persName><persName ref="#q">J.</persName><persName ref="#q">John</persName><persName ref="#q">John</persName><persName key="Doe, Jim">him</persName>';
    expect(meant([file('a.xml', text)])).toEqual([
      'http://viaf.org/viaf/7 → person viaf-7 (J.)',
      'https://viaf.org/viaf/7/ → person viaf-7 (J.)',
      '#q → person q (John)',
      'Doe, Jim → person Doe-Jim (Doe, Jim)',
    ]);
  });
  test('a speaker, by the label', () => {
    expect(meant([file('a.xml', '<sp who="#nora"><speaker>NORA.</speaker><p>Yes.</p></sp>')])).toEqual([
      '#nora → person nora (NORA)',
    ]);
  });
  test('names in entries mention nobody', () => {
    expect(meant([file('a.xml', list('<person xml:id="x"><persName ref="#y">X</persName></person>'))])).toEqual([]);
  });
});
