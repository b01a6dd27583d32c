import { describe, expect, test } from 'vitest';
import { roleOf } from '../../src/edition/tei-input/file-role.js';
import { idsOf } from '../../src/edition/tei-input/find-tei.js';
import { rootElementOf } from '../../src/edition/tei-input/root-element.js';
import { titleOfFolder } from '../../src/edition/edition-folder.js';

const NAMESPACE = 'http://www.tei-c.org/ns/1.0';
const tei = (inside: string): string => `<TEI xmlns="${NAMESPACE}"><teiHeader/>${inside}</TEI>`;
const role = (text: string): string => roleOf(new TextEncoder().encode(text));
const persons = '<listPerson><person xml:id="a"><persName>Ada of the Long Name</persName></person></listPerson>';

describe('the root element', () => {
  test.each([
    ['<?xml version="1.0"?><!-- <x> --><!DOCTYPE TEI [<!ENTITY a "b>">]><t:TEI xmlns:t="urn:x">', 'TEI urn:x'],
    [`\uFEFF<TEI\n xmlns='${NAMESPACE}'>`, `TEI ${NAMESPACE}`],
    ['<a data-xmlns="no">', 'a '],
  ])('%s', (text, expected) => {
    const root = rootElementOf(text);
    expect(`${root?.name ?? ''} ${root?.namespace ?? ''}`).toBe(expected);
  });
  test.each(['', 'words', '<!-- open', '<', '<?xml', '<!DOCTYPE x ['])('none in %j', (text) => {
    expect(rootElementOf(text)).toBeUndefined();
  });
});

describe('what a file is', () => {
  test.each([
    ['other', '<ead xmlns="urn:isbn:1-931666-22-9"/>'],
    ['other', 'no XML'],
    ['part', `<teiHeader xmlns="${NAMESPACE}"/>`],
    ['part', `<teiCorpus xmlns="${NAMESPACE}" xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include/></teiCorpus>`],
    ['schema', tei('<text><body><schemaSpec ident="x"/></body></text>')],
    ['document', tei('<text><body><p>Word.</p></body></text>')],
    [
      'document',
      tei(`<text><body><p>${'A letter that names somebody. '.repeat(4)}</p></body><back>${persons}</back></text>`),
    ],
    ['document', `<surface xmlns="${NAMESPACE}"><zone><line>x</line></zone></surface>`],
    ['document', '<TEI><text/></TEI>'],
    ['register', tei(`<text><body><head>Names</head>${persons}</body></text>`)],
    ['register', tei(`<text><body><p>Below.</p></body><back>${persons}</back></text>`)],
    ['register', tei(`<standOff>${persons}</standOff>`)],
    ['register', `<listPerson xmlns="${NAMESPACE}"><person xml:id="a"/></listPerson>`],
  ])('%s: %s', (expected, text) => {
    expect(role(text)).toBe(expected);
  });
});

test('ids are safe, and differ in more than case', () => {
  const ids = idsOf(['a/letter 1.xml', 'b/Letter 1.xml', 'c/1890.xml', 'über.tei.xml', 'own.xml'], ['own']);
  expect([...ids.values()]).toEqual(['a-letter-1', 'b-Letter-1', 'd-1890', 'über', 'own-2']);
});

test("a folder's name as a title", () => {
  expect(titleOfFolder('letters_1890-1900')).toBe('Letters 1890–1900');
  expect(titleOfFolder('ParlaMint-AT')).toBe('ParlaMint AT');
});
