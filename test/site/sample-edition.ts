import { readFileSync } from 'node:fs';
import type { Register } from '../../src/edition/register.js';
import { SafeHtml } from '../../src/site/safe-html.js';
import type { SiteDocument, SiteInput } from '../../src/site/site-input.js';
import { transformDocuments } from '../../src/transform/transform.js';

/** A register for the sample documents, with one entry whose words and links mean harm. */
export const register: Register = {
  persons: [
    {
      id: 'babbage-charles',
      names: [
        { text: 'Charles Babbage', forename: 'Charles', surname: 'Babbage' },
        { text: 'Mr Babbage', type: 'variant' },
      ],
      birth: '1791-12-26',
      death: '1871',
      roles: ['mathematician'],
      identifiers: { GND: '118505408' },
      group: false,
    },
    {
      id: 'byron-ada',
      names: [{ text: 'Ada Byron', surname: 'Byron' }],
      birth: '1815',
      roles: [],
      identifiers: {},
      group: false,
    },
    {
      id: 'hostile-person',
      names: [{ text: '<script>alert(6)</script>"\' {{id}}' }],
      roles: ['"><img src=x onerror=alert(7)>'],
      identifiers: { url: 'javascript:alert(8)', '"><b>': 'x y' },
      group: false,
    },
  ],
  places: [{ id: 'london', names: [{ text: 'London' }], type: 'settlement', identifiers: { Geonames: '2643743' } }],
  organisations: [
    { id: 'royal-society', names: [{ text: 'Royal Society' }], description: 'A learned society.', identifiers: {} },
  ],
};

/** The TEI of a sample. */
export function sampleTei(id: string): string {
  return readFileSync(new URL(`samples/${id}.xml`, import.meta.url), 'utf8');
}

/** Samples as the stylesheets render them. */
export async function sampleDocuments(...ids: readonly string[]): Promise<SiteDocument[]> {
  const sources = ids.map((id) => ({ id, xml: sampleTei(id) }));
  const known = [...register.persons, ...register.places, ...register.organisations].map(({ id }) => id);
  const parameters = {
    'persons-page': '../persons.html',
    'places-page': '../places.html',
    'organisations-page': '../organisations.html',
    'register-ids': [...known, 'minutes-1848-voices'].join(' '),
  };
  const pages = await transformDocuments(sources, 'html', { parameters });
  const texts = await transformDocuments(sources, 'text');
  return sources.map(({ id, xml }, index) => ({
    id,
    teiXml: xml,
    htmlFragment: SafeHtml.fromStylesheet(pages[index]?.output ?? ''),
    plainText: texts[index]?.output ?? '',
  }));
}

/** A small edition of the samples. */
export async function sampleEdition(...ids: readonly string[]): Promise<SiteInput> {
  return {
    edition: {
      title: 'Letters & Minutes',
      editors: ['R. Roe', 'J. Doe'],
      publisher: 'A Press',
      licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
      baseUrl: 'https://example.org/edition',
      language: 'en',
      description: 'Texts from the age of engines.',
    },
    documents: await sampleDocuments(...ids),
    register,
    companions: [{ path: 'tei/register/persons.xml', content: '<TEI xmlns="http://www.tei-c.org/ns/1.0"/>' }],
    tool: { name: 'Editio', version: '0.1.0' },
  };
}
