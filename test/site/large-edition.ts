import { SafeHtml } from '../../src/site/safe-html.js';
import type { SiteDocument, SiteInput } from '../../src/site/site-input.js';

/** How many documents and persons the large edition has: enough to divide lists and registers. */
export const DOCUMENTS = 120;
export const PERSONS = 420;

const SURNAMES = ['Nagy', 'Csaba', 'Kovács', 'Szabó', 'Łuk', 'Ölvedi', 'Жуков', '邓', '1st Duke', 'Abel', 'Zsoldos'];

function personName(index: number): string {
  return `${SURNAMES[index % SURNAMES.length] ?? ''} ${'abcdefghij'.charAt(index % 10)}${index}`;
}

/** One document: a person of all texts many times, others in turn, and names that nobody knows. */
function largeDocument(number: number): SiteDocument {
  const id = `d${number}`;
  const names = Array.from({ length: 12 }, (_, index) => {
    const person = (number * 12 + index) % PERSONS;
    return `<persName ref="register/persons.xml#p${person}">${personName(person)}</persName> and
      <persName ref="register/persons.xml#p0" cert="low">the first</persName>, then
      <persName>Unknown ${number}-${index}</persName>`;
  });
  const year = 1900 + (number % 60);
  return {
    id,
    teiXml: `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en"><teiHeader><fileDesc><titleStmt><title>Letter ${number}</title>
      <author>${number % 2 === 0 ? 'A. Writer' : 'B. Writer'}</author></titleStmt></fileDesc><profileDesc><creation><date when="${year}-0${(number % 9) + 1}"/></creation>
      <textClass><keywords><term>${number % 3 === 0 ? 'report' : 'letter'}</term></keywords></textClass></profileDesc></teiHeader>
      <text><body><div><p xml:id="${id}-p1">Present were ${names.join(' in the line, ')}.</p></div></body></text></TEI>`,
    htmlFragment: SafeHtml.fromStylesheet(
      `<article class="tei-document" lang="en"><p id="${id}-p1">Present were <a href="../persons.html#p${number}">somebody</a>.</p></article>`,
    ),
    plainText: 'Present were …',
  };
}

/** An edition whose lists and registers have more than one page has room for. */
export function largeEdition(): SiteInput {
  return {
    edition: { title: 'A large edition', editors: [], language: 'hu' },
    documents: Array.from({ length: DOCUMENTS }, (_, index) => largeDocument(index)),
    register: {
      persons: Array.from({ length: PERSONS }, (_, index) => ({
        id: `p${index}`,
        names: [{ text: personName(index) }],
        roles: index % 7 === 0 ? ['an engineer'] : [],
        identifiers: {},
        group: false,
      })),
      places: [],
      organisations: [],
    },
    tool: { name: 'Editio', version: '0' },
  };
}
