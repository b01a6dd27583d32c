import { readFileSync, readdirSync } from 'node:fs';
import { XMLParser } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { joinRegisters, readRegisterFile } from '../../../src/edition/register-file.js';
import type { Register } from '../../../src/edition/register.js';
import { documentView } from '../../../src/site/reading/document-view.js';
import type { MentionKind } from '../../../src/site/reading/mention.js';
import { registerView, type Mentioned, type RegisterView } from '../../../src/site/registers/register-view.js';
import { SafeHtml } from '../../../src/site/safe-html.js';
import { loadMessages } from '../../../src/site/theme/messages.js';

const TEI = new URL('../../../tei/', import.meta.url);

function read(path: string): string {
  return readFileSync(new URL(path, TEI), 'utf8');
}

const ignore = (): void => undefined;
const register: Register = joinRegisters(
  ['persons', 'places', 'organisations'].map((name) => {
    const file = `register/${name}.xml`;
    return { file, register: readRegisterFile(file, read(file), ignore) };
  }),
  ignore,
);
const sources = readdirSync(TEI)
  .filter((name) => name.endsWith('.xml'))
  .map((name) => ({ id: name.slice(0, -4), xml: read(name) }));

/** The register of a kind, from texts. */
function viewOf(kind: MentionKind, texts: readonly { readonly id: string; readonly xml: string }[]): RegisterView {
  const documents = texts.map(({ id, xml }) =>
    documentView({ id, teiXml: xml, htmlFragment: SafeHtml.fromStylesheet(''), plainText: '' }, 'en'),
  );
  return registerView(kind, { register, documents, language: 'en' }, loadMessages('en'), ignore);
}

type Node = Readonly<Record<string, unknown>>;

/** Another reading of the same files, element by element, without any part of the site. */
class NameCount {
  readonly byId = new Map<string, number>();
  names = 0;

  constructor(readonly elements: readonly string[]) {}

  count(xml: string): void {
    const parser = new XMLParser({ preserveOrder: true, ignoreAttributes: false, attributeNamePrefix: '' });
    this.#walk(parser.parse(xml) as Node[], false, '', '');
  }

  #walk(nodes: readonly Node[], isInText: boolean, parent: string, speakers: string): void {
    for (const node of nodes) {
      const [name = ''] = Object.keys(node).filter((key) => key !== ':@');
      const children = node[name];
      if (!Array.isArray(children)) continue;
      const attributes = (node[':@'] ?? {}) as Record<string, string>;
      if (parent === 'choice' && ['sic', 'orig', 'expan'].includes(name)) continue;
      const who = name === 'sp' ? (attributes['who'] ?? '') : speakers;
      if (isInText && this.elements.includes(name)) this.#add(attributes['ref'] ?? (parent === 'speaker' ? who : ''));
      // A label without a name in it is the name of those who speak.
      if (name === 'speaker' && this.elements.includes('persName') && !JSON.stringify(children).includes('persName'))
        this.#add(who);
      this.#walk(children as Node[], isInText || name === 'text', name, who);
    }
  }

  #add(pointers: string): void {
    this.names++;
    for (const pointer of pointers.split(' ').filter((each) => each !== '')) {
      const id = pointer.slice(pointer.indexOf('#') + 1);
      this.byId.set(id, (this.byId.get(id) ?? 0) + 1);
    }
  }
}

const sum = (names: readonly Mentioned[]): number => names.reduce((total, { count }) => total + count, 0);

describe('the edition’s own registers', () => {
  test.each([
    ['person', ['persName']],
    ['place', ['placeName', 'settlement', 'country', 'region', 'geogName']],
    ['organisation', ['orgName']],
  ] as const)('every name of a %s stands once for each entry that it refers to', (kind, elements) => {
    const counted = new NameCount(elements);
    for (const { xml } of sources) counted.count(xml);
    const { entries, unidentified } = viewOf(kind, sources);
    const found = new Map(entries.filter(({ count }) => count > 0).map(({ id, count }) => [id, count]));
    expect(found).toEqual(counted.byId);
    expect(sum(entries)).toBeGreaterThan(100);
    expect(sum(unidentified)).toBe(counted.names - [...counted.byId.values()].reduce((a, b) => a + b, 0));
    for (const entry of entries) {
      expect(sum([entry])).toBe(entry.documents.reduce((total, { mentions }) => total + mentions.length, 0));
    }
  });

  test('surnames first where the register marks them, in the order of the alphabet', () => {
    const { entries } = viewOf('person', sources);
    const headings = entries.map(({ heading }) => heading);
    expect(headings).toContain('Nagy, Imre');
    expect(headings).toContain('Deng Xiaoping');
    expect(headings.indexOf('Nagy, Imre')).toBeLessThan(headings.indexOf('Zhukov, Georgy'));
  });
});

function text(body: string, header = ''): string {
  return `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><profileDesc>${header}</profileDesc></teiHeader>
    <text><body><p xml:id="p1">${body}</p></body></text></TEI>`;
}

describe('one name', () => {
  test('that refers to two entries stands with both, one that refers twice to one stands once', () => {
    const { entries } = viewOf('person', [
      { id: 'a', xml: text('<persName ref="#nagy-imre #kadar-janos #nagy-imre">both</persName>') },
    ]);
    const named = entries.filter(({ count }) => count > 0);
    expect(named.map(({ id, count }) => [id, count])).toEqual([
      ['kadar-janos', 1],
      ['nagy-imre', 1],
    ]);
  });

  test('that no entry answers stands with its like at the end, however its letters are composed', () => {
    const { entries, unidentified } = viewOf('person', [
      { id: 'a', xml: text('<persName>Gerő</persName>') },
      { id: 'b', xml: text('<persName ref="#nobody">Gero\u030B</persName>, <persName>Abel</persName>') },
    ]);
    expect(sum(entries)).toBe(0);
    expect(unidentified.map(({ form, count }) => [form, count])).toEqual([
      ['Abel', 1],
      ['Gerő', 2],
    ]);
  });

  test('of a group that a document declares is the document’s', () => {
    const header = `<particDesc><listPerson><personGrp xml:id="v"><p>VOICES</p></personGrp></listPerson></particDesc>`;
    const view = viewOf('person', [{ id: 'a', xml: text('<persName ref="#v">VOICES</persName>', header) }]);
    expect(view.entries.find(({ id }) => id === 'v')).toMatchObject({
      heading: 'VOICES',
      isGroup: true,
      count: 1,
      letter: 'V',
    });
    expect(view.pathOf('v')).toBe('persons.html');
    expect(view.pathOf('nobody')).toBeUndefined();
  });
});
