import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { newRegister, type RegisterAddition } from '../../src/edition/register-addition.js';
import { addEntry } from '../../src/edition/register-edit.js';
import { readRegisterFile } from '../../src/edition/register-file.js';
import { emptyRegister } from '../../src/edition/register.js';
import type { EditedText } from '../../src/edition/sidecar-edit.js';

const FILE = 'tei/register/persons.xml';
const berg: RegisterAddition = { register: 'persons', id: 'berg-anna', forename: 'Anna', surname: 'Berg & Co' };

function add(text: string | undefined, addition = berg): { edited: EditedText | undefined; found: Diagnostic[] } {
  const found: Diagnostic[] = [];
  const known = text === undefined ? emptyRegister : readRegisterFile(FILE, text, () => undefined);
  return { edited: addEntry(FILE, text, addition, known, (finding) => found.push(finding)), found };
}

const tei = (list: string): string => `<TEI xmlns="http://www.tei-c.org/ns/1.0"><standOff>${list}</standOff></TEI>`;
const person = (id: string): string => `<person xml:id="${id}"><persName>N</persName></person>`;
const ENTRY =
  '<person xml:id="berg-anna"><persName><forename>Anna</forename> <surname>Berg &amp; Co</surname></persName></person>';

describe('an entry is refused', () => {
  it('where its id is taken', () => {
    const { edited, found } = add(tei(`<listPerson>${person('berg-anna')}</listPerson>`));
    expect([edited, found.map(({ code }) => code)]).toEqual([undefined, ['register/duplicate-id']]);
  });

  it.each([
    ['<TEI', 'register/not-well-formed'],
    [`<!DOCTYPE TEI>${tei('<listPerson/>')}`, 'register/document-type'],
    [tei('<listPlace/>'), 'review/not-added'],
    [tei(`<!-- <listPerson></listPerson> -->`), 'review/not-added'],
  ])('by %s', (text, code) => {
    const { edited, found } = add(text);
    expect([edited, found.map((finding) => finding.code)]).toEqual([undefined, [code]]);
  });
});

describe('an entry is put', () => {
  it('into a new register', () => {
    const { edited, found } = add(undefined);
    expect(found).toEqual([]);
    expect(edited?.text).toContain(`    <listPerson>
      <person xml:id="berg-anna">
        <persName><forename>Anna</forename> <surname>Berg &amp; Co</surname></persName>
      </person>
    </listPerson>`);
    expect(edited?.text.split('\n')[edited.from - 1]).toContain('<person xml:id="berg-anna">');
    expect(edited?.text.split('\n')[edited.to - 1]).toBe('      </person>');
    expect(edited?.text.length).toBeGreaterThan(newRegister('persons').length);
  });

  it.each([
    ['an empty element', '<listPerson xml:id="l" />', `<listPerson xml:id="l">\n  <person`],
    ['one line', `<listPerson>${person('a')}${person('c')}</listPerson>`, `${person('a')}${ENTRY}${person('c')}`],
    [
      'one line, in front',
      `<listPerson>${person('c')}${person('d')}</listPerson>`,
      `<listPerson>${ENTRY}${person('c')}`,
    ],
    ['no order', `<listPerson>${person('z')}${person('a')}</listPerson>`, `${person('a')}${ENTRY}</listPerson>`],
    ['the first list', `<listPerson>${person('a')}</listPerson><listPerson/>`, `${ENTRY}</listPerson><listPerson/>`],
  ])('into %s', (_, list, wanted) => {
    expect(add(tei(list)).edited?.text).toContain(wanted);
  });

  it('between its neighbours, under their remarks, with their line ends and the prefix of the file', () => {
    const text = `<t:TEI xmlns:t="http://www.tei-c.org/ns/1.0"><t:standOff>\r\n\t<t:listPerson>\r\n\t\t<t:person xml:id="aal"><t:persName>A</t:persName></t:person> <!-- mayor -->\r\n\r\n\t\t<!-- the doctor -->\r\n\t\t<t:person xml:id="cern"><t:persName>C</t:persName></t:person>\r\n\t</t:listPerson>\r\n</t:standOff></t:TEI>`;
    const { edited } = add(text, { register: 'persons', id: 'berg', name: 'Berg' });
    expect(edited?.text).toBe(
      text.replace(
        '<!-- mayor -->',
        '<!-- mayor -->\r\n\t\t<t:person xml:id="berg">\r\n\t\t  <t:persName>Berg</t:persName>\r\n\t\t</t:person>',
      ),
    );
    expect([edited?.from, edited?.to]).toEqual([4, 6]);
  });
});

it('nothing else of a register changes, and it has the entry', () => {
  const text = readFileSync('tei/register/persons.xml', 'utf8');
  const name = fc.string({ unit: fc.constantFrom('a', 'ő', '<', '&', ']]>', ' ', '"'), minLength: 1, maxLength: 8 });
  const id = fc.stringMatching(/^[a-z]{1,6}$/u);
  fc.assert(
    fc.property(id, name, (stem, surname) => {
      const { edited, found } = add(text, { register: 'persons', id: `${stem}-new`, surname });
      expect(found).toEqual([]);
      const after = edited?.text.split('\n') ?? [];
      after.splice((edited?.from ?? 0) - 1, (edited?.to ?? 0) - (edited?.from ?? 0) + 1);
      expect(after.join('\n')).toBe(text);
      const { persons } = readRegisterFile(FILE, edited?.text ?? '', () => undefined);
      expect(persons.some((each) => each.id === `${stem}-new`)).toBe(true);
    }),
    { numRuns: 25 },
  );
});
